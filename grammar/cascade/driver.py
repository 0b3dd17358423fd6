"""A driver on Lark's own tables: Lark builds the LALR table, this walks it with scanners of its own.

Lark's parser makes a token object and a tree node for every step; the engine needs neither, only which rule
was reduced over which terminals. Walking the same tables takes a third of the time (benchmarks/parts.py), and
lets the parse go on behind a place that fits no rule instead of starting anew. The tables are private to Lark
(tried with 1.3): a test holds this driver against Lark's own parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from lark import Lark, Token
from lark.common import LexerConf
from lark.lexer import Lexer, LexerState, TerminalDef
from lark.parsers.lalr_analysis import Shift

from grammar.cascade.beginnings import START, Reach, reach

_END = "$END"


Terminal = tuple[str, int, int]
"""A terminal's name and the letters it covers, half-open."""

Reduced = tuple[str, list[Terminal]]
"""A rule without a leading underscore that was reduced, and its terminals in order."""


class _Rule(NamedTuple):
    """A rule as the tables reduce it: its name, how many symbols it takes, whether it is to be told."""

    name: str
    length: int
    told: bool


_Match = Callable[[str, int], re.Match[str] | None]

_Scanner = tuple[tuple[str, _Match], ...]
"""What a state may scan at a place: its terminals in the order of trial, each with its pattern."""


class _Pattern:
    """A terminal as it is scanned: where it may begin tells where it is tried."""

    def __init__(self, terminal: TerminalDef, letters: frozenset[str]) -> None:
        self.name = terminal.name
        self._pattern = terminal.pattern.to_regexp()
        self._match: _Match | None = None
        self.reach: Reach = reach(self._pattern, letters)
        # Lark's order of trial (1.3): the higher tier first, then what may be longer, what is written longer
        self.rank = (-terminal.priority, -self.reach.longest, -len(terminal.pattern.value), terminal.name)

    def match(self) -> _Match:
        """Compiled when it is first tried: what no state tries at any place never is."""
        if self._match is None:
            self._match = re.compile(self._pattern).match
        return self._match


class Unlexed(Lexer):
    """Lark with this lexer builds its tables alone: the driver has its own scanners, which take less time."""

    def __init__(self, lexer_conf: LexerConf) -> None:
        pass

    def lex(self, lexer_state: LexerState, parser_state: Any = None) -> Iterator[Token]:
        """Raise NotImplementedError: there is nothing to parse with."""
        raise NotImplementedError


class Driver:
    """Parses strings with the tables of a Lark parser (LALR, contextual lexer, nothing ignored)."""

    def __init__(self, lark: Lark, letters: frozenset[str]) -> None:
        """``letters`` are all those that the strings are made of."""
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
                    rules[str(name)] = _rule(str(target.origin.name), len(target.expansion))
        (self._start,) = table.start_states.values()
        (self._end,) = table.end_states.values()
        patterns = {terminal.name: _Pattern(terminal, letters) for terminal in lark.terminals}
        # what each state may scan, in the order of trial
        self.terminals = {
            state: tuple(sorted(patterns.keys() & row.keys(), key=lambda name: patterns[name].rank))
            for state, row in table.states.items()
        }
        shared = {names: _Scanners([patterns[name] for name in names]) for names in self.terminals.values()}
        self._scanners = {state: shared[names] for state, names in self.terminals.items()}
        self._landings: dict[tuple[int, str, str], int] = {}
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
            found, name = None, _END
            if place < size:
                name = ""
                # two letters, the one before and the one at hand; at the start there is only the latter
                for tried, match in scanners[state][text[place - 1 : place + 1] or text[0]]:
                    found = match(text, place)
                    if found:
                        name = tried
                        break
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
        rules, landings = self._rules, self._landings
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
            place = (states[-1], rule, name)
            if place not in landings:
                landings[place] = self._landing(*place)
            state = landings[place]
            states.append(state)
            begins.append(begin)
            if state == self._end and name == _END:
                return True
        target = self._ahead[state].get(name)
        if target is None:
            return False
        states.append(target)
        begins.append(len(terminals))
        return True

    def _landing(self, below: int, rule: str, name: str) -> int:
        """Where a state goes by a reduced rule when a terminal comes: past mere renaming."""
        state = self._ahead[below][rule]
        while (found := self._rules[state].get(name)) and found.length == 1 and not found.told:
            state = self._ahead[below][found.name]
        return state

    def _filler(self, state: int) -> frozenset[str]:
        """The terminals that a state, the next behind the start, reads without any effect.

        Most of a text is such: shifted, reduced to an item that is not told, and the state is there again.
        """
        names = self.terminals[state]
        here = [self._start, state]
        return frozenset(
            name
            for name in names
            if (shifted := self._ahead[state].get(name)) is not None
            and self.terminals[shifted] == names
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


@cache
def _rule(name: str, length: int) -> _Rule:
    return _Rule(name, length, name[0] != "_" and name != "start")


class _Scanners(dict[str, _Scanner]):
    """The terminals that some states scan at each place: those only that may stand there.

    A place is told by the letter before it, if any, and its own. Each terminal is compiled by itself, when a
    place first asks for it. One alternation for each state and letter is as fast once it stands
    (benchmarks/README.md), but the same long patterns stand in a hundred of them: the first hundred articles
    would take four times as long as the next.
    """

    def __init__(self, terminals: Iterable[_Pattern]) -> None:
        super().__init__()
        self._terminals = terminals

    def __missing__(self, place: str) -> _Scanner:
        before, letter = place[:-1] or START, place[-1]
        scanner = tuple(
            (each.name, each.match())
            for each in self._terminals
            if letter in each.reach.beginnings and before in each.reach.behind
        )
        self[place] = scanner
        return scanner
