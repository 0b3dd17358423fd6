"""Neighbour rules (context.rules): what a word is by those beside it.

Each rewrites the string of class letters in place, in one pass, as in Brill (1992); since they keep its
length, letter i always speaks of unit i.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from grammar.cascade.alphabet import CLASS_NAMES, TOKEN_CLASSES, expand
from grammar.cascade.patterns.beginnings import fitting
from grammar.cascade.patterns.openings import seconds
from grammar.cascade.patterns.rules import piece, statements
from grammar.lexicon import FOLDER

_CONTEXT_RULE = re.compile(r"(?:\(\?<=((?:<[^>]+>)+)\))?(<[^!>][^>]*>)(.*)")  # before, the letter, behind
_ONE = r"(?:\[(?:\\.|[^\]\\])+\]|\\.|[^()|\[\]{}?*+\\])"
_LAST = re.compile(rf"{_ONE}\Z")
_HEADING = re.compile(rf"\(\?<!({_ONE}){_ONE}\)")  # "(?<![^AB]C)" behind C: nothing but A, B or the start
_LETTERS = frozenset(TOKEN_CLASSES.values())
_EDGE = " "  # stands before a text's first letter and behind its last one

Search = Callable[[str], re.Match[str] | None]
Pair = tuple[str, str]
"""Two letters side by side."""


class _Rewriting:
    """A neighbour rule as it is run: one of some letters, where it stands so, is replaced by another.

    Nearly always there is nothing to rewrite. That is found out letter by letter: a search skips to a letter
    in a fifth of the time that it takes to a set, and a letter that the text lacks need not be searched.

    "(?<=A)B" is searched as "B(?<=AB)": from B to B, instead of looking back everywhere.

    ``before`` are the pairs of a letter and what may stand before it, ``behind`` those of a letter and what
    may stand behind it: a text needs one of either. They are None where any will do.
    """

    __slots__ = ("_searches", "_source", "before", "behind", "pattern", "put")

    def __init__(self, before: str, letters: Sequence[str], behind: str, put: str) -> None:
        self.put = put
        self._source = _between(before, f"[{re.escape(''.join(letters))}]", behind)
        self.pattern: re.Pattern[str] | None = None
        self._searches: list[tuple[str, Search]] = [
            (letter, re.compile(_between(before, re.escape(letter), behind)).search) for letter in letters
        ]
        self.before = _pairs_before(before, letters, behind)
        follow = {letter: seconds(re.escape(letter) + behind, letter, _LETTERS) for letter in letters}
        self.behind: frozenset[Pair] | None = None
        if _LETTERS not in follow.values():
            self.behind = frozenset((letter, one) for letter in letters for one in follow[letter])

    def places(self, codes: str) -> list[int]:
        """Where a letter is to be replaced: none, most often."""
        for letter, search in self._searches:
            if letter in codes and search(codes):
                if self.pattern is None:
                    self.pattern = re.compile(self._source)
                return [match.start() for match in self.pattern.finditer(codes)]
        return []


class Neighbours:
    """The neighbour rules in their order.

    Of hundreds of rules, a text has the pairs of letters that a few dozen need; no other is tried. A set of
    rules is a number, of which bit n stands for rule n.
    """

    def __init__(self) -> None:
        names = dict(CLASS_NAMES)
        self.rules: list[_Rewriting] = []
        for head, rest in statements((FOLDER.parent / "context.rules").read_text("utf-8")):
            if head == "let":
                name, pattern = piece(rest, names)
                names[name] = pattern
                continue
            pattern, _, name = f"{head} {rest}".partition("=>")
            self.rules += _rewritings("".join(pattern.split()), TOKEN_CLASSES[name.strip()], names)
        self._allowed, self._anyway = self._by_pair()

    def _by_pair(self) -> tuple[dict[Pair, int], int]:
        """By a pair, the rules that it will do for, and those that need none.

        Of N rules, n is bit n where the pair allows what stands before its letter, and bit N + n where it
        allows what stands behind it.
        """
        allowed: dict[Pair, int] = {}
        anyway, size = 0, len(self.rules)
        for number, rule in enumerate(self.rules):
            for bit, pairs in ((1 << number, rule.before), (1 << size + number, rule.behind)):
                anyway |= 0 if pairs else bit
                for pair in pairs or ():
                    allowed[pair] = allowed.get(pair, 0) | bit
        return allowed, anyway

    def rewritten(self, codes: str) -> str:
        """The class letters of a text, all rules applied."""
        found, allowed, size = self._anyway, self._allowed, len(self.rules)
        for pair in set(zip(_EDGE + codes, codes + _EDGE, strict=True)):
            found |= allowed.get(pair, 0)
        wanted = found & found >> size
        while wanted:
            number = (wanted & -wanted).bit_length()  # of the next rule, counted from 1
            rule = self.rules[number - 1]
            places = rule.places(codes)
            if places:
                codes = _replaced(codes, places, rule.put)
                around = f"{_EDGE}{codes}{_EDGE}"
                for at in places:
                    found |= allowed.get((around[at], around[at + 1]), 0)
                    found |= allowed.get((around[at + 1], around[at + 2]), 0)
                wanted = found & found >> size
            wanted = wanted >> number << number
        return codes


def _replaced(codes: str, places: list[int], put: str) -> str:
    parts: list[str] = []
    begin = 0
    for at in places:
        parts.append(codes[begin:at])
        begin = at + 1
    parts.append(codes[begin:])
    return put.join(parts)


def _pairs_before(before: str, letters: Sequence[str], behind: str) -> frozenset[Pair] | None:
    last, heading = _LAST.search(before), _HEADING.match(behind)
    if last:
        ones = fitting(last[0], _LETTERS)
    elif heading:
        ones = (_LETTERS | {_EDGE}) - fitting(heading[1], _LETTERS)
    else:
        return None
    return frozenset((one, letter) for one in ones for letter in letters)


def _rewritings(pattern: str, code: str, names: Mapping[str, str]) -> list[_Rewriting]:
    """What is run for one of a rule, which puts this letter.

    A set is rewritten letter by letter, if what one of these rewritings puts is nothing to the next.
    """
    match = _CONTEXT_RULE.fullmatch(pattern)
    if match is None:
        raise ValueError(f"{pattern}: not one class between its neighbours")
    before, here, behind = (expand(part or "", names) for part in match.groups())
    letters = [letter for letter in TOKEN_CLASSES.values() if re.fullmatch(here, letter)]
    if {code, *letters}.isdisjoint(before + behind):
        return [_Rewriting(before, letter, behind, code) for letter in letters]
    return [_Rewriting(before, letters, behind, code)]


def _between(before: str, here: str, behind: str) -> str:
    return f"{here}(?<={before}{here}){behind}" if before else here + behind
