"""A driver on Lark's own tables: Lark builds the LALR table and the contextual scanners, this walks them.

Lark's parser makes a token object and a tree node for every step; the engine needs neither, only which rule
was reduced over which terminals. Walking the same tables takes a third of the time (benchmarks/parts.py), and
lets the parse go on behind a place that fits no rule instead of starting anew. The tables are private to Lark
(tried with 1.3): a test holds this driver against Lark's own parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from lark import Lark
from lark.grammar import Rule
from lark.lexer import BasicLexer
from lark.parsers.lalr_analysis import Shift

_END = "$END"
_NOTHING = "(?!)"


Terminal = tuple[str, int, int]
"""A terminal's name and the letters it covers, half-open."""

Reduced = tuple[str, list[Terminal]]
"""A rule without a leading underscore that was reduced, and its terminals in order."""


class _Rule(NamedTuple):
    """A rule as the tables reduce it: its name, how many symbols it takes, whether it is to be told."""

    name: str
    length: int
    told: bool


class _Scanner(NamedTuple):
    """What a state may scan: an alternation, and its terminals by the number of the group each ends with."""

    match: Callable[[str, int], re.Match[str] | None]
    names: list[str]


class Driver:
    """Parses strings with the tables of a Lark parser (LALR, contextual lexer, nothing ignored)."""

    def __init__(self, lark: Lark) -> None:
        frontend: Any = lark.parser
        table = frontend.parser._parse_table
        self._ahead: dict[int, dict[str, int]] = {}  # where a state goes by a terminal or a reduced rule
        self._rules: dict[int, dict[str, _Rule]] = {}  # what it reduces when a terminal comes
        for state, row in table.states.items():
            ahead, rules = self._ahead.setdefault(state, {}), self._rules.setdefault(state, {})
            for name, (action, target) in row.items():
                if action is Shift:
                    ahead[str(name)] = target
                else:
                    rules[str(name)] = _rule(target)
        (self._start,) = table.start_states.values()
        (self._end,) = table.end_states.values()
        self._scanners = _Scanners(frontend.lexer.lexers)
        self._fillers = dict.fromkeys(self._ahead, frozenset[str]())
        self._fillers |= {state: self._filler(state) for state in self._ahead[self._start].values()}

    def parse(self, text: str) -> tuple[list[Reduced], list[int]]:
        """The reduced rules in text order, and the places where no rule went on; each costs one letter.

        Takes time in line with the text's length, whatever the text.
        """
        reduced: list[Reduced] = []
        stumbles: list[int] = []
        terminals: list[Terminal] = []
        states, begins = [self._start], [0]  # begins: how many terminals stood before each state's symbol
        scanners, fillers = self._scanners, self._fillers
        place, size = 0, len(text)
        while True:
            state = states[-1]
            match, names = scanners[state]
            found = match(text, place) if place < size else None
            name = names[found.lastindex or 0] if found else _END if place == size else ""
            if found and name in fillers[state]:
                place = found.end()
                continue
            if not self._feed(name, states, begins, terminals, reduced):
                stumbles.append(min(place, size - 1))
                if place >= size:
                    break
                place, states, begins, terminals = place + 1, [self._start], [0], []
                continue
            if found is None:
                break
            if name in fillers[states[-2]]:
                del states[-1], begins[-1]
            else:
                terminals.append((name, place, found.end()))
            place = found.end()
        return reduced, stumbles

    def _feed(
        self,
        name: str,
        states: list[int],
        begins: list[int],
        terminals: list[Terminal],
        reduced: list[Reduced],
    ) -> bool:
        """Reduce as far as the terminal asks, then shift it; False where the tables know no way on."""
        ahead, rules = self._ahead, self._rules
        state = states[-1]
        while found := rules[state].get(name):
            rule, length, told = found
            if length == 1:
                begin = begins[-1]
                del states[-1], begins[-1]
            elif length:
                begin = begins[-length]
                del states[-length:], begins[-length:]
            else:
                begin = len(terminals)
            if told:
                reduced.append((rule, terminals[begin:]))
                del terminals[begin:]
            state = ahead[states[-1]][rule]
            states.append(state)
            begins.append(begin)
            if state == self._end and name == _END:
                return True
        target = ahead[state].get(name)
        if target is None:
            return False
        states.append(target)
        begins.append(len(terminals))
        return True

    def _filler(self, state: int) -> frozenset[str]:
        """The terminals that a state, the next behind the start, reads without any effect.

        Most of a text is such: shifted, reduced to an item that is not told, and the state is there again.
        """
        names = self._scanners.names(state)
        here = [self._start, state]
        return frozenset(
            name
            for name in names
            if (shifted := self._ahead[state].get(name)) is not None
            and self._scanners.names(shifted) == names
            and all(self._states_behind(here, name, after) == here for after in names)
        )

    def _states_behind(self, states: list[int], name: str, after: str) -> list[int]:
        """The states on the stack when a terminal has been read and reduced because another comes."""
        states, reduced = states.copy(), list[Reduced]()
        begins = [0] * len(states)
        for terminal in (name, after):
            if not self._feed(terminal, states, begins, [], reduced) or reduced:
                return []
        return states[:-1]


def _rule(rule: Rule) -> _Rule:
    name = str(rule.origin.name)
    return _Rule(name, len(rule.expansion), name[0] != "_" and name != "start")


class _Scanners(dict[int, _Scanner]):
    """The alternation by which each state scans, compiled when the state is first met.

    States that may scan the same share one, since the patterns are long: a processor's cache holds a few.

    A group stands at the end of each alternative, not around it: so an alternative that begins with a letter
    or a set of letters is passed over at once where another letter stands.
    """

    def __init__(self, lexers: dict[int, BasicLexer]) -> None:
        super().__init__()
        self._lexers = lexers
        self._compiled: dict[tuple[str, ...], _Scanner] = {}

    def names(self, state: int) -> list[str]:
        """The terminals that a state may scan, in the order of trial."""
        return [terminal.name for terminal in self._lexers[state].terminals]

    def __missing__(self, state: int) -> _Scanner:
        names = self.names(state)
        scanner = self._compiled.get(tuple(names))
        if scanner is None:
            patterns = [terminal.pattern.to_regexp() for terminal in self._lexers[state].terminals]
            alternation = "|".join(f"(?:{pattern})()" for pattern in patterns)
            scanner = _Scanner(re.compile(alternation or _NOTHING).match, ["", *names])
            self._compiled[tuple(names)] = scanner
        self[state] = scanner
        return scanner
