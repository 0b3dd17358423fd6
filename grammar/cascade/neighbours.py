"""Neighbour rules (context.rules): what a word is by those beside it.

Each rewrites the string of class letters in place, in one pass, as in Brill (1992); since they keep its
length, letter i always speaks of unit i.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from operator import add

from grammar.cascade.alphabet import CLASS_NAMES, TOKEN_CLASSES, expand
from grammar.cascade.beginnings import fitting
from grammar.cascade.openings import seconds
from grammar.cascade.rules import piece, statements
from grammar.lexicon import FOLDER

_CONTEXT_RULE = re.compile(r"(?:\(\?<=((?:<[^>]+>)+)\))?(<[^!>][^>]*>)(.*)")  # before, the letter, behind
_ONE = r"(?:\[(?:\\.|[^\]\\])+\]|\\.|[^()|\[\]{}?*+\\])"
_LAST = re.compile(rf"{_ONE}\Z")
_HEADING = re.compile(rf"\(\?<!({_ONE}){_ONE}\)")  # "(?<![^AB]C)" behind C: nothing but A, B or the start
_LETTERS = frozenset(TOKEN_CLASSES.values())
_EDGE = " "  # stands before a text's first letter and behind its last one

Search = Callable[[str], re.Match[str] | None]


class _Trial:
    """One letter that a rule rewrites: its search, and the pairs of letters of which the text needs one.

    The one set tells of the letter and those that may stand before it, the other of those that may stand
    behind it; None where any may.
    """

    __slots__ = ("before", "behind", "search")

    def __init__(self, before: str, letter: str, behind: str) -> None:
        here = re.escape(letter)
        self.search: Search = re.compile(_between(before, here, behind)).search
        self.before: frozenset[str] | None = None
        self.behind: frozenset[str] | None = None
        last, heading = _LAST.search(before), _HEADING.match(behind)
        if last:
            self.before = frozenset(one + letter for one in fitting(last[0], _LETTERS))
        elif heading:
            others = fitting(heading[1], _LETTERS)
            self.before = frozenset(one + letter for one in (_LETTERS | {_EDGE}) - others)
        follow = seconds(here + behind, letter, _LETTERS)
        if follow != _LETTERS:
            self.behind = frozenset(letter + one for one in follow)


class _Rewriting:
    """A neighbour rule as it is run: one of some letters, where it stands so, is replaced by another.

    Nearly always there is nothing to rewrite. That is found out letter by letter, in most cases by the pairs
    of letters that the text lacks, and else by a search, which skips to a letter in a fifth of the time that
    it takes to a set.

    "(?<=A)B" is searched as "B(?<=AB)": from B to B, instead of looking back everywhere.
    """

    __slots__ = ("_pattern", "_put", "_source", "_trials")

    def __init__(self, before: str, letters: Sequence[str], behind: str, put: str) -> None:
        self._put = put
        self._source = _between(before, f"[{re.escape(''.join(letters))}]", behind)
        self._pattern: re.Pattern[str] | None = None
        self._trials = [_Trial(before, letter, behind) for letter in letters]

    def apply(self, codes: str, pairs: set[str]) -> str:
        """The letters, each rewritten by its neighbours as they were; ``pairs`` get those that come up."""
        for trial in self._trials:
            if trial.before is not None and trial.before.isdisjoint(pairs):
                continue
            if trial.behind is not None and trial.behind.isdisjoint(pairs):
                continue
            if trial.search(codes):
                return self._rewritten(codes, pairs)
        return codes

    def _rewritten(self, codes: str, pairs: set[str]) -> str:
        if self._pattern is None:
            self._pattern = re.compile(self._source)
        places = [match.start() for match in self._pattern.finditer(codes)]
        out = list(codes)
        for at in places:
            out[at] = self._put
        out = [_EDGE, *out, _EDGE]
        for at in places:
            before, here, behind = out[at : at + 3]
            pairs.update((before + here, here + behind))
        return "".join(out[1:-1])


class Neighbours:
    """The neighbour rules in their order."""

    def __init__(self) -> None:
        names = dict(CLASS_NAMES)
        self._rules: list[_Rewriting] = []
        for head, rest in statements((FOLDER.parent / "context.rules").read_text("utf-8")):
            if head == "let":
                name, pattern = piece(rest, names)
                names[name] = pattern
                continue
            pattern, _, name = f"{head} {rest}".partition("=>")
            self._rules += _rewritings("".join(pattern.split()), TOKEN_CLASSES[name.strip()], names)

    def rewritten(self, codes: str) -> str:
        """The class letters of a text, all rules applied."""
        pairs = set(map(add, _EDGE + codes, codes + _EDGE))
        for rule in self._rules:
            codes = rule.apply(codes, pairs)
        return codes


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
