"""Pass one of the cascade: token classes into chunks (Abney 1996), by one bounded pattern for each kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from grammar.cascade.alphabet import CHUNKS, CLASS_NAMES, CODES, TOKEN_CLASSES
from grammar.cascade.patterns.beginnings import ONE_LETTER, reach
from grammar.cascade.patterns.openings import seconds, telling
from grammar.cascade.patterns.rules import patterns

_END = " "  # stands behind a text's last letter
_ANY = "."  # a pattern where the letters at hand tell that it fits, and is one letter long


@dataclass(slots=True)
class Chunks:
    """A letter a chunk; chunk c is units ``edges[c]`` to ``edges[c + 1]``."""

    codes: str
    edges: list[int]


class _Scanner:
    """What may begin at a place: an alternation, and the chunks' letters by the groups that tell which.

    Without an alternation, the first chunk is all that there may be, and the letter is all of it.
    """

    __slots__ = ("chunks", "match")

    def __init__(self, rules: tuple[tuple[str, str], ...]) -> None:
        """``rules`` are the patterns that may begin there, in their order, each with its chunk's letter.

        A pattern of one letter or set ends the list, since it always fits. The groups that tell which pattern
        fits stand behind it, not around it: one that begins with a letter or a set is then passed over at
        once where another letter stands.
        """
        self.chunks: list[str] = []
        self.match: Callable[[str, int], re.Match[str] | None] | None = None
        alternatives: list[str] = []
        for pattern, chunk in rules:
            self.chunks.append(chunk)
            alternatives.append(f"(?:{pattern})()")
            if ONE_LETTER.fullmatch(pattern):
                break
        if len(alternatives) > 1 or not ONE_LETTER.fullmatch(rules[0][0]):
            self.chunks.insert(0, "")
            self.match = re.compile("|".join(alternatives), re.S).match


class Chunker:
    """Cuts a string of token classes into chunks: every unit belongs to exactly one.

    At each place only those patterns are tried that may begin with its letter and the next, in the order of
    the rules.
    """

    def __init__(self) -> None:
        self._letters = frozenset(TOKEN_CLASSES.values())
        self._rules = [
            (pattern, CHUNKS[name], reach(pattern, self._letters).beginnings)
            for name, pattern in patterns("chunks.rules", CLASS_NAMES)
        ]
        # by the codes of a letter and the next: lists take a third of the time of tables by letters
        self._places: list[list[_Scanner | None]] = [[None] * CODES for _ in range(CODES)]
        self._shared: dict[tuple[tuple[str, str], ...], _Scanner] = {}

    def cut(self, codes: str) -> Chunks:
        """The chunks of a text's unit classes."""
        places = self._places
        edges: list[int] = []
        kinds: list[str] = []
        letters = f"{codes}{_END}".encode("ascii")
        at, size = 0, len(codes)
        while at < size:
            edges.append(at)
            scanner = places[letters[at]][letters[at + 1]] or self._scanner(letters[at], letters[at + 1])
            match = scanner.match
            found = match(codes, at) if match is not None else None
            if found is not None:
                kinds.append(scanner.chunks[found.lastindex or 0])
                at = found.end()
            else:
                kinds.append(scanner.chunks[0])
                at += 1
        edges.append(size)
        return Chunks("".join(kinds), edges)

    def _scanner(self, code: int, behind: int) -> _Scanner:
        """The scanner of a place with these letters."""
        first, second = chr(code), chr(behind)
        rules = tuple(
            (told, chunk)
            for pattern, chunk, firsts in self._rules
            if first in firsts and (told := self._beginning_with(pattern, first, second))
        )
        if rules not in self._shared:
            self._shared[rules] = _Scanner(rules)
        scanner = self._places[code][behind] = self._shared[rules]
        return scanner

    def _beginning_with(self, pattern: str, first: str, second: str) -> str:
        """What is left of a pattern between these letters: nothing, or any letter, where they tell all."""
        if second == _END:
            return pattern
        if second not in seconds(pattern, first, self._letters):
            return ""
        if second in telling(pattern, first, self._letters):
            return pattern
        return _ANY if re.match(pattern, first + second, re.S) else ""
