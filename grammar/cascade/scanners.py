"""Scanners: which terminals are tried where a letter stands, and in what order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from lark.lexer import TerminalDef

from grammar.cascade.beginnings import Reach, reach
from grammar.cascade.chunks import ONE_LETTER
from grammar.cascade.openings import seconds

TEXT_END = ""  # what stands behind a text's last letter
_FEW = 4  # letters, one of which a terminal needs, that are looked for before it is tried
_Match = Callable[[str, int], re.Match[str] | None]
_Trial = tuple[str, frozenset[str], _Match | None, list[str]]
"""A terminal, the letters that may stand behind its first, its pattern, and those of which one must follow.

There is no pattern where the first letter is all.
"""


class Pattern:
    """A terminal as it is scanned: where it may begin tells where it is tried."""

    def __init__(self, terminal: TerminalDef, letters: frozenset[str]) -> None:
        self.name = terminal.name
        self._pattern = terminal.pattern.to_regexp()
        self._letters = letters
        self._scanned: tuple[_Match | None, list[str]] | None = None
        self.reach: Reach = reach(self._pattern, letters)
        # Lark's order of trial (1.3): the higher tier first, then what may be longer, what is written longer
        self.rank = (-terminal.priority, -self.reach.longest, -len(terminal.pattern.value), terminal.name)

    def trial(self, letter: str) -> _Trial:
        """As it is tried where a letter stands; compiled when it is first asked for: many never are."""
        if self._scanned is None:
            first, needed = self.reach.beginnings, self.reach.needed
            worth_asking = len(needed) <= _FEW and not first <= needed
            self._scanned = (
                None if ONE_LETTER.fullmatch(self._pattern) else re.compile(self._pattern).match,
                sorted(needed) if worth_asking else [],
            )
        match, needed_behind = self._scanned
        return self.name, seconds(self._pattern, letter, self._letters) | {TEXT_END}, match, needed_behind


def stands(needed: list[str], text: str, place: int, latest: dict[str, int]) -> bool:
    """Whether one of the letters needed stands at a place or behind it."""
    for letter in needed:
        last = latest.get(letter)
        if last is None:
            last = latest[letter] = text.rfind(letter)
        if last >= place:
            return True
    return False


class Scanner:
    """The terminals that some states scan, at each place those only that may stand there.

    A place is told by the letter before it, if any, and its own. Each terminal is compiled by itself, when a
    place first asks for it. One alternation for each state and letter is as fast once it stands
    (benchmarks/results/speed.md), but the same long patterns stand in a hundred of them: the first hundred
    articles would take four times as long as the next.
    """

    __slots__ = ("_terminals", "_trials")

    def __init__(self, terminals: Iterable[Pattern]) -> None:
        self._terminals = terminals
        self._trials: dict[str, dict[str, tuple[_Trial, ...]]] = {}

    def trials(self, before: str, letter: str) -> tuple[_Trial, ...]:
        """The terminals to be tried at such a place, in the order of trial."""
        behind = self._trials.setdefault(before, {})
        found = behind.get(letter)
        if found is None:
            found = behind[letter] = tuple(
                each.trial(letter)
                for each in self._terminals
                if letter in each.reach.beginnings and before in each.reach.behind
            )
        return found
