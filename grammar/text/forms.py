"""What tables tell of a word by itself, looked up once a token for all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

MOST_KEPT = 100_000  # forms remembered: memory must not grow with every new word for months
_LONGEST_KEPT = 40  # characters

Table = Callable[[str], Any]
"""Tells something of a piece: a word and the blanks behind it, as it stands in a text."""


class Forms(dict[str, tuple[Any, ...]]):
    """What each table tells of a piece, behind its word, that in small letters and its length; asked once.

    A text's pieces are all new strings, and the tables are large: to find a piece takes as long as to cut it
    off, so that it is found once and not once a table (benchmarks/results/speed.md).
    """

    def __init__(self, *tables: Table, most_kept: int = MOST_KEPT) -> None:
        super().__init__()
        self._most_kept = most_kept
        self._tables: tuple[Table, ...] = (word_of, lower_of, len, *tables)
        self.size = len(self._tables)
        self.columns = {table: column for column, table in enumerate(tables)}  # behind the first three

    def __missing__(self, piece: str) -> tuple[Any, ...]:
        form = tuple([table(piece) for table in self._tables])
        if len(self) >= self._most_kept:
            self.clear()
        if len(piece) <= _LONGEST_KEPT:
            self[piece] = form
        return form


def word_of(piece: str) -> str:
    """A piece without its blanks; a line break for a run of them."""
    return piece.rstrip() or "\n" * ("\n" in piece)


def lower_of(piece: str) -> str:
    """A piece's word in small letters; the same string where it has no others."""
    word = word_of(piece)
    lower = word.lower()
    return word if lower == word else lower
