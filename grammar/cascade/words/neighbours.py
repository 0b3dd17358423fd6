"""Neighbour rules (context.rules): what a word is by those beside it.

Each rewrites the string of class letters in place, in one pass, as in Brill (1992); since they keep its
length, letter i always speaks of unit i.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from grammar.cascade.alphabet import CLASS_NAMES, CODES, TOKEN_CLASSES, expand
from grammar.cascade.patterns.beginnings import ONE, fitting
from grammar.cascade.patterns.openings import seconds
from grammar.cascade.patterns.rules import piece, statements
from grammar.lexicon import FOLDER

_CONTEXT_RULE = re.compile(r"(?:\(\?<=((?:<[^>]+>)+)\))?(<[^!>][^>]*>)(.*)")  # before, the letter, behind
_LAST = re.compile(rf"{ONE}\Z")
_HEADING = re.compile(rf"\(\?<!({ONE}){ONE}\)")  # "(?<![^AB]C)" behind C: nothing but A, B or the start
_LETTERS = frozenset(TOKEN_CLASSES.values())
_Match = Callable[[str, int], re.Match[str] | None]
_EDGE = " "  # stands before a text's first letter and behind its last one

_Behind = dict[int, tuple[int, ...]]
"""By the code of a letter, the numbers of the rules that may rewrite what stands before it."""


class _Rule:
    """A neighbour rule as it is run: one of some letters, where it stands so, is replaced by another."""

    __slots__ = ("_behind", "_match", "before", "letters", "put", "source")

    def __init__(self, before: str, letters: Sequence[str], behind: str, put: str) -> None:
        one = f"[{re.escape(''.join(letters))}]"
        self.letters = letters
        self.put = put
        self.source = f"{one}(?<={before}{one}){behind}" if before else one + behind
        self._match: _Match | None = None
        self.before = _before(before, behind)
        self._behind = {letter: seconds(re.escape(letter) + behind, letter, _LETTERS) for letter in letters}

    def may_stand(self, before: str, letter: str, behind: str) -> bool:
        """Whether it may rewrite this letter between these two."""
        follow = self._behind.get(letter)
        return follow is not None and before in self.before and (behind in follow or follow == _LETTERS)

    @property
    def match(self) -> _Match:
        """Compiled when it is first asked for: many never are."""
        if self._match is None:
            self._match = re.compile(self.source).match
        return self._match


class Neighbours:
    """The neighbour rules in their order.

    Of hundreds of rules few may rewrite a letter where it stands: each place is looked at once, and its
    letter and those beside it tell which. These alone are tried there, and what may stand beside a letter
    that was rewritten.
    """

    def __init__(self) -> None:
        names = dict(CLASS_NAMES)
        self.rules: list[_Rule] = []
        for head, rest in statements((FOLDER.parent / "context.rules").read_text("utf-8")):
            if head == "let":
                name, pattern = piece(rest, names)
                names[name] = pattern
                continue
            pattern, _, name = f"{head} {rest}".partition("=>")
            self.rules.append(_rule("".join(pattern.split()), TOKEN_CLASSES[name.strip()], names))
        # by a letter that rules rewrite and the one before it, then by the one behind it, as texts have them
        never: list[_Behind | None] = [None] * CODES
        self._trials = [never] * CODES
        before: dict[str, set[str]] = {}
        for rule in self.rules:
            for letter in rule.letters:
                before.setdefault(letter, set()).update(rule.before)
        for letter, known in before.items():
            self._trials[ord(letter)] = [{} if chr(code) in known else None for code in range(CODES)]

    def rewritten(self, codes: str) -> str:
        """The class letters of a text, all rules applied."""
        places: list[list[int] | None] = [None] * len(self.rules)  # by rule, where it is to be tried
        letters = f"{_EDGE}{codes}{_EDGE}".encode("ascii")
        trials = self._trials
        for at, (before, letter) in enumerate(pairwise(letters)):
            further = trials[letter][before]
            if further is not None and further.get(letters[at + 2]) != ():  # one letter in fifteen
                self._note(letters, at, -1, places)
        for number, rule in enumerate(self.rules):
            tried = places[number]
            if tried is None:
                continue
            match = rule.match
            fitting = [at for at in tried if match(codes, at)]
            if fitting:
                codes = _replaced(codes, sorted({*fitting}), rule.put)
                letters = f"{_EDGE}{codes}{_EDGE}".encode("ascii")
                for place in fitting:
                    for at in range(max(place - 1, 0), min(place + 2, len(codes))):
                        self._note(letters, at, number, places)
        return codes

    def _note(self, letters: bytes, at: int, done: int, places: list[list[int] | None]) -> None:
        """Note which rules may rewrite the letter at a place, of those behind the one that is done.

        ``letters`` are those of the text between its edges.
        """
        further = self._trials[letters[at + 1]][letters[at]]
        if further is None:
            return
        behind = letters[at + 2]
        numbers = further.get(behind)
        if numbers is None:
            numbers = further[behind] = self._numbers(*map(chr, letters[at : at + 3]))
        for number in numbers:
            if number > done:
                tried = places[number]
                if tried is None:
                    places[number] = [at]
                else:
                    tried.append(at)

    def _numbers(self, before: str, letter: str, behind: str) -> tuple[int, ...]:
        return tuple(n for n, rule in enumerate(self.rules) if rule.may_stand(before, letter, behind))


def _replaced(codes: str, places: list[int], put: str) -> str:
    parts: list[str] = []
    begin = 0
    for at in places:
        parts.append(codes[begin:at])
        begin = at + 1
    parts.append(codes[begin:])
    return put.join(parts)


def _before(before: str, behind: str) -> frozenset[str]:
    """The letters, and maybe some more, that may stand before the one that is rewritten."""
    last, heading = _LAST.search(before), _HEADING.match(behind)
    if last:
        return fitting(last[0], _LETTERS)
    anywhere = _LETTERS | {_EDGE}
    return anywhere - fitting(heading[1], _LETTERS) if heading else anywhere


def _rule(pattern: str, code: str, names: Mapping[str, str]) -> _Rule:
    """What is run for one of a rule, which puts this letter."""
    match = _CONTEXT_RULE.fullmatch(pattern)
    if match is None:
        raise ValueError(f"{pattern}: not one class between its neighbours")
    before, here, behind = (expand(part or "", names) for part in match.groups())
    letters = [letter for letter in TOKEN_CLASSES.values() if re.fullmatch(here, letter)]
    return _Rule(before, letters, behind, code)
