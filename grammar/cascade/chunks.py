"""Pass one of the cascade: token classes into chunks (Abney 1996), by one bounded pattern for each kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from grammar.cascade.alphabet import CHUNKS, CLASS_NAMES, TOKEN_CLASSES
from grammar.cascade.beginnings import reach
from grammar.cascade.rules import patterns

_ONE_LETTER = re.compile(r"\\?.|\[(?:\\.|[^\]\\])+\]")


@dataclass(slots=True)
class Chunks:
    """A letter a chunk; chunk c is units ``edges[c]`` to ``edges[c + 1]``."""

    codes: str
    edges: list[int]


class _Scanner(NamedTuple):
    """What may begin with a letter: an alternation, and the chunks' letters by the groups that tell which.

    Without an alternation, the first chunk is all that there may be, and the letter is all of it.
    """

    match: Callable[[str, int], re.Match[str] | None] | None
    chunks: list[str]


class Chunker:
    """Cuts a string of token classes into chunks: every unit belongs to exactly one.

    At each place only those patterns are tried that may begin with its letter, in the order of the rules.
    """

    def __init__(self) -> None:
        letters = frozenset(TOKEN_CLASSES.values())
        rules = [
            (pattern, CHUNKS[name], reach(pattern, letters).beginnings)
            for name, pattern in patterns("chunks.rules", CLASS_NAMES)
        ]
        self._scanners = {
            letter: _scanner(tuple((pattern, chunk) for pattern, chunk, first in rules if letter in first))
            for letter in letters
        }

    def cut(self, codes: str) -> Chunks:
        """The chunks of a text's unit classes."""
        scanners = self._scanners
        edges: list[int] = []
        kinds: list[str] = []
        at, size = 0, len(codes)
        while at < size:
            edges.append(at)
            match, chunks = scanners[codes[at]]
            if match and (found := match(codes, at)):
                kinds.append(chunks[found.lastindex or 0])
                at = found.end()
            else:
                kinds.append(chunks[0])
                at += 1
        edges.append(size)
        return Chunks("".join(kinds), edges)


@cache
def _scanner(rules: tuple[tuple[str, str], ...]) -> _Scanner:
    """The scanner of these patterns in their order, each with its chunk's letter.

    A pattern of one letter or set ends the list, since it always fits. The groups that tell which pattern
    fits stand behind it, not around it: one that begins with a letter or a set is then passed over at once
    where another letter stands.
    """
    chunks = [""]
    alternatives: list[str] = []
    for pattern, chunk in rules:
        if not alternatives and _ONE_LETTER.fullmatch(pattern):
            return _Scanner(None, [chunk])
        chunks.append(chunk)
        alternatives.append(f"(?:{pattern})()")
        if _ONE_LETTER.fullmatch(pattern):
            break
    return _Scanner(re.compile("|".join(alternatives), re.S).match, chunks)
