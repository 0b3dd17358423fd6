"""A driver on Lark's own tables: Lark builds the LALR table, this walks it with scanners of its own.

Lark's parser makes a token object and a tree node for every step; the engine needs neither, only which rule
was reduced over which terminals. Walking the same tables takes a third of the time (benchmarks/parts.py), and
lets the parse go on behind a place that fits no rule instead of starting anew. The tables are private to Lark
(tried with 1.3): a test holds this driver against Lark's own parser.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lark import Lark, Token
from lark.common import LexerConf
from lark.lexer import Lexer, LexerState
from lark.parsers.lalr_analysis import Shift

from grammar.cascade.patterns.scanners import EDGE, Pattern, Scanner, latest, stands

_END = "$END"

Terminal = tuple[str, int, int]
"""A terminal's name and the letters it covers, half-open."""

Reduced = tuple[str, list[Terminal]]
"""A rule without a leading underscore that was reduced, and its terminals in order."""


class _Reduction:
    """What is reduced when a terminal comes: the rule's name, how many symbols it takes, whether it is told.

    ``landings`` are the states that the parse then goes to, by the state below.
    """

    __slots__ = ("landings", "length", "name", "told")

    def __init__(self, name: str, length: int) -> None:
        self.name = name
        self.length = length
        self.told = name[0] != "_" and name != "start"
        self.landings: dict[int, int] = {}


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
        # by state: where it goes by a terminal or a reduced rule, what it reduces when a terminal comes
        self._ahead: list[dict[str, int]] = [{} for _ in table.states]
        self._reductions: list[dict[str, _Reduction]] = [{} for _ in table.states]
        shared: dict[tuple[str, int, str], _Reduction] = {}
        for state, row in table.states.items():
            for name, (action, target) in row.items():
                if action is Shift:
                    self._ahead[state][str(name)] = target
                else:
                    rule, length = str(target.origin.name), len(target.expansion)
                    reduction = shared.setdefault((rule, length, name), _Reduction(rule, length))
                    self._reductions[state][str(name)] = reduction
        self._start: int
        self._end: int
        (self._start,) = table.start_states.values()
        (self._end,) = table.end_states.values()
        patterns = {terminal.name: Pattern(terminal, letters) for terminal in lark.terminals}
        # what each state may scan, in the order of trial
        self.terminals: dict[int, tuple[str, ...]] = {
            state: tuple(sorted(patterns.keys() & row.keys(), key=lambda name: patterns[name].rank))
            for state, row in table.states.items()
        }
        known = {names: Scanner([patterns[name] for name in names]) for names in self.terminals.values()}
        self._scanners: list[Scanner] = [known[self.terminals[state]] for state in range(len(self._ahead))]
        self._fillers: list[frozenset[str]] = [frozenset[str]()] * len(self._ahead)
        for state in self._ahead[self._start].values():
            self._fillers[state] = self._filler(state)

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
        letters = f"{EDGE}{text}{EDGE}".encode("ascii")
        last = latest(letters)
        while True:
            state = states[-1]
            name, end = _END, place
            if place < size:
                name = ""
                trials = scanners[state].trials(letters[place], letters[place + 1], letters[place + 2])
                for tried, match, needed in trials:
                    if needed and not stands(needed, place + 1, last):
                        continue
                    found = match(text, place) if match else None
                    if found or not match:
                        name, end = tried, found.end() if found else place + 1
                        break
            if end > place and name in fillers[state]:
                place = end
                continue
            if not self._feed(name, states, begins, terminals, reduced):
                stumbles.append(min(place, size - 1))
                if place >= size:
                    break
                place, states, begins, terminals = place + 1, [self._start], [0], []
                continue
            if end == place:
                break
            if name in fillers[states[-2]]:
                states.pop()
                begins.pop()
            else:
                terminals.append((name, place, end))
            place = end
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
        reductions = self._reductions
        state = states[-1]
        while reduction := reductions[state].get(name):
            begin = len(terminals)
            for _ in range(reduction.length):
                states.pop()
                begin = begins.pop()
            if reduction.told:
                reduced.append((reduction.name, terminals[begin:]))
                del terminals[begin:]
            below = states[-1]
            landing = reduction.landings.get(below)
            if landing is None:
                landing = reduction.landings[below] = self._landing(below, reduction.name, name)
            state = landing
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
        while (found := self._reductions[state].get(name)) and found.length == 1 and not found.told:
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
