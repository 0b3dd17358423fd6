"""A driver on Lark's own tables: Lark builds the LALR table and the contextual scanners, this walks them.

Lark's parser makes a token object and a tree node for every step; the engine needs neither, only which rule
was reduced over which terminals. Walking the same tables takes little more than half the time, and lets the
parse go on behind a place that fits no rule instead of starting anew. The tables are private to Lark (tried
with 1.3): a test holds this driver against Lark's own parser.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from lark import Lark
from lark.lexer import BasicLexer
from lark.parsers.lalr_analysis import Shift

_END = "$END"
_NOTHING = re.compile(r"(?!)")


class Terminal(NamedTuple):
    """A terminal and the letters it covers, half-open."""

    name: str
    first: int
    last: int


class Reduced(NamedTuple):
    """A rule without a leading underscore that was reduced, and its terminals in order."""

    rule: str
    terminals: list[Terminal]


class Driver:
    """Parses strings with the tables of a Lark parser (LALR, contextual lexer, nothing ignored)."""

    def __init__(self, lark: Lark) -> None:
        frontend: Any = lark.parser
        table = frontend.parser._parse_table
        self._states: dict[int, dict[str, tuple[Any, Any]]] = table.states
        (self._start,) = table.start_states.values()
        (self._end,) = table.end_states.values()
        self._scanners = _Scanners(frontend.lexer.lexers)

    def parse(self, text: str) -> tuple[list[Reduced], list[int]]:
        """The reduced rules in text order, and the places where no rule went on; each costs one letter.

        Takes time in line with the text's length, whatever the text.
        """
        reduced: list[Reduced] = []
        stumbles: list[int] = []
        states = [self._start]
        values: list[list[Terminal]] = [[]]
        place, size = 0, len(text)
        while True:
            match = self._scanners[states[-1]].match(text, place) if place < size else None
            name = match.lastgroup if match else _END if place == size else None
            if name is None or not self._feed(name, states, values, reduced):
                stumbles.append(min(place, size - 1))
                if place >= size:
                    break
                place, states, values = place + 1, [self._start], [[]]
                continue
            if match is None:
                break
            values[-1].append(Terminal(name, place, match.end()))
            place = match.end()
        return reduced, stumbles

    def _feed(
        self, name: str, states: list[int], values: list[list[Terminal]], reduced: list[Reduced]
    ) -> bool:
        """Reduce as far as the terminal asks, then shift it; False where the tables know no way on."""
        while True:
            found = self._states[states[-1]].get(name)
            if found is None:
                return False
            action, target = found
            if action is Shift:
                states.append(target)
                values.append([])
                return True
            length = len(target.expansion)
            parts: list[Terminal] = []
            if length:
                parts, *more = values[-length:]
                for part in more:
                    parts += part  # in place: a repetition's first part is all that it has gathered so far
                del states[-length:], values[-length:]
            rule = target.origin.name
            if rule[0] != "_" and rule != "start":
                reduced.append(Reduced(str(rule), parts))
                parts = []
            states.append(self._states[states[-1]][rule][1])
            values.append(parts)
            if name == _END and states[-1] == self._end:
                return True


class _Scanners(dict[int, re.Pattern[str]]):
    """The alternation by which each state scans, compiled when the state is first met."""

    def __init__(self, lexers: dict[int, BasicLexer]) -> None:
        super().__init__()
        self._lexers = lexers

    def __missing__(self, state: int) -> re.Pattern[str]:
        patterns: list[re.Pattern[str]] = self._lexers[state].scanner._mres
        self[state] = patterns[0] if patterns else _NOTHING
        return self[state]
