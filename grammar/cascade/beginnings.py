"""With which letters a match of a pattern may begin: elsewhere the pattern need not be tried."""

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


class _Group(NamedTuple):
    """What a group, or the whole pattern, may begin with, and whether it may be left out or match nothing."""

    letters: frozenset[str]
    may_be_empty: bool


def beginnings(pattern: str, letters: frozenset[str]) -> frozenset[str]:
    """Those of these letters with which a match may begin, and maybe some more.

    What must stand beside a match (look-ahead, look-behind) is not asked, and a pattern that may match
    nothing at all may begin with any letter. Knows what rules are made of: no captures, flags or anchors.
    """
    group = _group(_PIECE.finditer(pattern), letters)
    return letters if group.may_be_empty else group.letters


def _group(pieces: Iterator[re.Match[str]], letters: frozenset[str]) -> _Group:
    """Read up to the end of the group that has just been opened."""
    found = frozenset[str]()
    empty, undecided = False, True  # whether an alternative, and the one at hand up to here, may be empty
    for piece in pieces:
        if piece["close"]:
            return _Group(found, empty or undecided or bool(piece["optional"]))
        if piece["bar"]:
            empty, undecided = empty or undecided, True
        elif piece["open"]:
            inner = _group(pieces, letters)
            if undecided and piece["kind"] == ":":
                found, undecided = found | inner.letters, inner.may_be_empty
        elif undecided:
            found |= frozenset(filter(re.compile(piece["one"], re.S).match, letters))
            undecided = bool(piece["optional"])
    return _Group(found, empty or undecided)
