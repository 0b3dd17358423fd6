"""Scanners: which terminals are tried where a letter stands, and in what order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from lark.lexer import TerminalDef

from grammar.cascade.alphabet import CODES, COMMON
from grammar.cascade.patterns.beginnings import ONE, ONE_LETTER, START, Reach, reach
from grammar.cascade.patterns.openings import seconds, telling

EDGE = " "
"""What a place is told to stand beside at either end of a text."""

_FEW = 8  # letters, one of which a terminal needs, that are looked for before it is tried
_BEHIND = re.compile(rf"\(\?<(?P<kind>[=!])(?P<before>(?:{ONE}|\|)+)\)(?P<one>{ONE})(?![*+?{{])")
_Match = Callable[[str, int], re.Match[str] | None]
_Trial = tuple[str, _Match | None, list[int]]
"""A terminal, its pattern, and the codes of letters of which one must follow, if any must.

There is no pattern where the first letter is all.
"""


class Pattern:
    """A terminal as it is scanned: where it may begin tells where it is tried."""

    def __init__(self, terminal: TerminalDef, letters: frozenset[str]) -> None:
        self.name = terminal.name
        self._pattern = terminal.pattern.to_regexp()
        self._letters = letters
        self._match: _Match | None = None
        self._compiled = False
        self.reach: Reach = reach(self._pattern, letters, COMMON)
        first, needed = self.reach.beginnings, self.reach.needed
        worth_asking = len(needed) <= _FEW and not first <= needed
        self.needed = sorted(map(ord, needed)) if worth_asking else []
        # Lark's order of trial (1.3): the higher tier first, then what may be longer, what is written longer
        self.rank = (-terminal.priority, -self.reach.longest, -len(terminal.pattern.value), terminal.name)

    def may_begin(self, before: str, letter: str, behind: str) -> bool:
        """Whether it may stand where this letter does, between these two."""
        return (
            letter in self.reach.beginnings
            and (START if before == EDGE else before) in self.reach.behind
            and (behind == EDGE or behind in seconds(self._pattern, letter, self._letters))
        )

    def is_told(self, letter: str, behind: str) -> bool:
        """Whether these two letters, which it may begin with, tell that it stands there and is the first."""
        if behind == EDGE or behind in telling(self._pattern, letter, self._letters):
            return False
        return self.match is None or self.match(letter + behind, 0) is not None

    @property
    def match(self) -> _Match | None:
        """Compiled when it is first asked for: many never are."""
        if not self._compiled:
            self._compiled = True
            one = ONE_LETTER.fullmatch(self._pattern)
            self._match = None if one else re.compile(letters_first(self._pattern)).match
        return self._match


def letters_first(pattern: str) -> str:
    """The same pattern with each letter in front of the look-behind before it: "(?<=A)B" as "B(?<=A.)".

    An alternative that begins with another letter than stands there is passed over at once, one that begins
    with a look-behind is tried.
    """
    found = 1
    while found:
        pattern, found = _BEHIND.subn(r"\g<one>(?<\g<kind>(?:\g<before>).)", pattern)
    return pattern


def latest(letters: bytes) -> list[int]:
    """By the codes of letters, where each stands last among these; -1 for those that do not."""
    places = [-1] * CODES
    for place in range(len(letters)):
        places[letters[place]] = place
    return places


def stands(needed: list[int], place: int, last: list[int]) -> bool:
    """Whether one of the letters needed stands at a place or behind it; ``last`` is what ``latest`` tells."""
    return any(last[code] >= place for code in needed)


class Scanner:
    """The terminals that some states scan, at each place those only that may stand there.

    A place is told by its letter, the one before it and the one behind it, if any. Each terminal is compiled
    by itself, when a place first asks for it. One alternation for each state and letter is as fast once it
    stands (benchmarks/results/speed.md), but the same long patterns stand in a hundred of them: the first
    hundred articles would take four times as long as the next.
    """

    __slots__ = ("_shared", "_terminals", "_trials")

    def __init__(self, terminals: Iterable[Pattern]) -> None:
        self._terminals = terminals
        # by the code of a letter and of the one before it, then by that of the one behind it
        self._trials: list[list[dict[int, tuple[_Trial, ...]] | None] | None] = [None] * CODES
        self._shared: dict[tuple[tuple[str, ...], bool], tuple[_Trial, ...]] = {}

    def trials(self, before: int, letter: int, behind: int) -> tuple[_Trial, ...]:
        """The terminals to be tried at a place with these codes, in the order of trial."""
        beside = self._trials[letter]
        if beside is None:
            beside = self._trials[letter] = [None] * CODES
        between = beside[before]
        if between is None:
            between = beside[before] = {}
        found = between.get(behind)
        if found is None:
            here = (chr(before), chr(letter), chr(behind))
            these = [each for each in self._terminals if each.may_begin(*here)]
            # mostly it is the last that stands: filler
            told = bool(these) and these[-1].is_told(chr(letter), chr(behind))
            names = tuple([each.name for each in these]), told
            if names not in self._shared:
                trials = [(each.name, each.match, each.needed) for each in these]
                if told:
                    trials[-1] = these[-1].name, None, []
                self._shared[names] = tuple(trials)
            found = between[behind] = self._shared[names]
        return found
