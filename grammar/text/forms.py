"""What tables tell of a word by itself, looked up once a token for all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

MOST_KEPT = 100_000  # forms remembered: memory must not grow with every new word for months
_LONGEST_KEPT = 40  # characters

Table = Callable[[str], Any]
"""Tells something of a piece: a word and the blanks behind it, as it stands in a text."""


class Form:
    """What is known of a piece: its word, that in small letters, its length, and what each table tells."""

    __slots__ = ("length", "lower", "told", "word")

    def __init__(self, word: str, lower: str, length: int, told: tuple[Any, ...]) -> None:
        self.word = word
        self.lower = lower
        self.length = length
        self.told = told


class Forms(dict[str, Form]):
    """The forms of pieces; each table is asked once a piece.

    A text's pieces are all new strings, and the tables are large: to find a piece takes as long as to cut it
    off, so that it is found once and not once a table (benchmarks/results/speed.md).
    """

    def __init__(self, *tables: Table, most_kept: int = MOST_KEPT) -> None:
        super().__init__()
        self._most_kept = most_kept
        self._tables = tables
        self.columns = {table: column for column, table in enumerate(tables)}

    def __missing__(self, piece: str) -> Form:
        told = tuple([table(piece) for table in self._tables])
        form = Form(word_of(piece), lower_of(piece), len(piece), told)
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
