"""With which letters a match of a pattern may begin, and behind which: elsewhere it need not be tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# A pattern, piece by piece: a group opens, closes, an alternative comes, a letter or a set; how often.
_PIECE = re.compile(
    r"(?P<open>\(\?(?P<kind>:|<?[=!])) | (?P<bar>\|)"
    r"| (?: (?P<close>\)) | (?P<one>\[(?:\\.|[^\]\\])+\]|\\.|[^()]) )"
    r"(?P<optional>[?*][+?]?|\{0,\d*\}[+?]?)? (?:[+]{1,2}|[+]\?|\{\d+(?:,\d*)?\}[+?]?)?",
    re.X,
)
# A look-behind that tells of the letter right before: it asks for letters and sets, or refuses a single one.
_LOOK_BEHIND = re.compile(
    r"\(\?<(?: =(?:\[(?:\\.|[^\]\\])+\]|\\.|[^()|\[\]{}?*+\\])* | (?P<none>!) )"
    r"(?P<last>\[(?:\\.|[^\]\\])+\]|\\.|[^()|\[\]{}?*+\\])\)",
    re.X,
)
START = ""
"""What stands before a text's first letter."""


class _Group(NamedTuple):
    """What a group, or the whole pattern, may begin with, whether it may be empty, and behind what."""

    letters: frozenset[str]
    may_be_empty: bool
    behind: frozenset[str]


def beginnings(pattern: str, letters: frozenset[str]) -> frozenset[str]:
    """Those of these letters with which a match may begin, and maybe some more.

    What must stand beside a match (look-ahead, look-behind) is not asked, and a pattern that may match
    nothing at all may begin with any letter. Knows what rules are made of: no captures, flags or anchors.
    """
    group = _group(_PIECE.finditer(pattern), letters)
    return letters if group.may_be_empty else group.letters


def behind(pattern: str, letters: frozenset[str]) -> frozenset[str]:
    """Those of these letters, and START, behind which a match may begin, and maybe some more.

    Only look-behinds count that nothing may stand before.
    """
    return _group(_PIECE.finditer(pattern), letters).behind


def _group(pieces: Iterator[re.Match[str]], letters: frozenset[str]) -> _Group:
    """Read up to the end of the group that has just been opened."""
    found, before = frozenset[str](), frozenset[str]()
    anywhere = letters | {START}
    empty, undecided = False, True  # whether an alternative, and the one at hand up to here, may be empty
    nothing, here = (
        True,
        anywhere,
    )  # whether the one at hand is empty up to here, and what it may stand behind
    for piece in pieces:
        if piece["close"]:
            optional = bool(piece["optional"])
            return _Group(found, empty or undecided or optional, anywhere if optional else before | here)
        if piece["bar"]:
            empty, undecided = empty or undecided, True
            before, nothing, here = before | here, True, anywhere
        elif piece["open"]:
            told = _LOOK_BEHIND.match(piece.string, piece.start())
            inner = _group(pieces, letters)
            if nothing and told:
                last = _fitting(told["last"], letters)
                here = here - last if told["none"] else here & last
            if undecided and piece["kind"] == ":":
                found, undecided = found | inner.letters, inner.may_be_empty
                if nothing:
                    here, nothing = here & inner.behind, not inner.letters
        elif undecided:
            found |= _fitting(piece["one"], letters)
            undecided, nothing = bool(piece["optional"]), False
    return _Group(found, empty or undecided, before | here)


def _fitting(one: str, letters: frozenset[str]) -> frozenset[str]:
    """The letters that a letter or set of a pattern stands for."""
    return frozenset(filter(re.compile(one, re.S).match, letters))
