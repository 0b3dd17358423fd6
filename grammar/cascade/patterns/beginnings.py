"""With which letters a match of a pattern may begin, behind which, before which, and how long it may be.

Elsewhere it need not be tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from math import inf
from typing import NamedTuple

_SET = r"\[(?:\\.|[^\]\\])+\]"
ONE = rf"(?:{_SET}|\\.|[^()|\[\]{{}}?*+\\])"
"""A letter or set within a longer pattern, to be put into an expression that finds some."""

ONE_LETTER = re.compile(rf"\\?.|{_SET}")
"""A pattern that is one letter, or one of a set."""

# A pattern, piece by piece: a group opens, closes, an alternative comes, a letter or a set; how often.
PIECE = re.compile(
    r"(?P<open>\(\?(?P<kind>:|<?[=!])) | (?P<bar>\|)"
    rf"| (?: (?P<close>\)) | (?P<one>{_SET}|\\.|[^()]) )"
    r"(?P<often>[?*+]|\{\d+(?:,\d*)?\})?[+?]?",
    re.X,
)
# A look-behind that tells of the letter right before: it asks for letters and sets, or refuses a single one.
_LOOK_BEHIND = re.compile(rf"\(\?<(?: ={ONE}* | (?P<none>!) ) (?P<last>{ONE})\)", re.X)

START = ""
"""What stands before a text's first letter."""

_ALIKE: Mapping[str, int] = {}


class Reach(NamedTuple):
    """Those letters with which a match may begin, and maybe some more; the same behind which; its length.

    What must stand beside a match is not asked for the beginnings; for the letters behind which it may begin
    (START among them), only look-behinds are asked that nothing may stand before. ``needed`` are letters of
    which one stands in the match or behind its beginning, where a look ahead asks for it.
    """

    beginnings: frozenset[str]
    behind: frozenset[str]
    longest: float
    needed: frozenset[str]


class _Group(NamedTuple):
    """What a group, or the whole pattern, may begin with, whether it may be empty, behind what, how long.

    And the rarest letters of which it needs one, the last of several such sets: all where none is needed.
    """

    letters: frozenset[str]
    may_be_empty: bool
    behind: frozenset[str]
    longest: float
    needed: frozenset[str]


def reach(pattern: str, letters: frozenset[str], often: Mapping[str, int] = _ALIKE) -> Reach:
    """Where a pattern may match strings of these letters.

    One that may match nothing at all may begin with any. Knows what rules are made of: no captures, flags or
    anchors. ``often`` tells how often letters are met, once where it does not tell: of the sets that are
    needed the rarest is told.
    """
    group = _group(PIECE.finditer(pattern), letters, often)
    beginnings = letters if group.may_be_empty else group.letters
    return Reach(beginnings, group.behind, group.longest, group.needed)


def _group(pieces: Iterator[re.Match[str]], letters: frozenset[str], often: Mapping[str, int]) -> _Group:
    """Read up to the end of the group that has just been opened."""
    found, before, longest, needed = frozenset[str](), frozenset[str](), 0.0, frozenset[str]()
    anywhere = letters | {START}
    empty, undecided = False, True  # whether an alternative, and the one at hand up to here, may be empty
    # Whether nothing has been read of the alternative at hand, behind what it may stand, how long it is, and
    # what it needs.
    fresh, here, length, asked = True, anywhere, 0.0, letters
    for piece in pieces:
        least, most = times(piece["often"])
        if piece["close"]:
            longest = max(longest, length)
            here, asked = (before | here, needed | asked) if least else (anywhere, letters)
            return _Group(found, empty or undecided or not least, here, longest and longest * most, asked)
        if piece["bar"]:
            empty, undecided = empty or undecided, True
            before, longest, needed = before | here, max(longest, length), needed | asked
            fresh, here, length, asked = True, anywhere, 0.0, letters
        elif piece["open"]:
            told = _LOOK_BEHIND.match(piece.string, piece.start())
            inner = _group(pieces, letters, often)
            if fresh and told:
                last = fitting(told["last"], letters)
                here = here - last if told["none"] else here & last
            if piece["kind"] in (":", "="):
                asked = _rarer(asked, inner.needed, often)
            if piece["kind"] == ":":
                length += inner.longest
                if undecided:
                    found, undecided = found | inner.letters, inner.may_be_empty
                if fresh:
                    here, fresh = here & inner.behind, not inner.letters
        else:
            length += most
            one = fitting(piece["one"], letters)
            if least and one:  # "\Z" asks for none
                asked = _rarer(asked, one, often)
            if undecided:
                found |= one
                undecided, fresh = not least, False
    return _Group(found, empty or undecided, before | here, max(longest, length), needed | asked)


def _rarer(asked: frozenset[str], further: frozenset[str], often: Mapping[str, int]) -> frozenset[str]:
    met, met_further = (sum(often.get(letter, 1) for letter in each) for each in (asked, further))
    return further if met_further <= met else asked


def times(often: str | None) -> tuple[int, float]:
    """How often a piece stands at least and at most: "?", "{2,}", nothing."""
    if often is None:
        return 1, 1
    if often in "?*+":
        return int(often == "+"), 1 if often == "?" else inf
    least, comma, most = often[1:-1].partition(",")
    return int(least), float(most or (inf if comma else least))


@cache
def fitting(one: str, letters: frozenset[str]) -> frozenset[str]:
    """The letters that a letter or set of a pattern stands for."""
    return frozenset(filter(re.compile(one, re.S).match, letters))
