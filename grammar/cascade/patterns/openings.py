"""With which two letters a match of a pattern may begin: where others stand, it need not be tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from re import Match
from typing import NamedTuple

from grammar.cascade.patterns.beginnings import ONE, PIECE, fitting, times

_ONE_BACK = re.compile(rf"\(\?<[=!]{ONE}\)")  # a look back at one letter


class _Part(NamedTuple):
    """What may be the beginning of a part of a pattern, if a match begins with a given letter.

    ``firsts`` are the letters that the part may begin with, ``seconds`` those that may stand behind the given
    one if that is its first; ``empty`` and ``alone`` tell whether it may be nothing, or that one alone.
    """

    firsts: frozenset[str]
    seconds: frozenset[str]
    empty: bool
    alone: bool


_NOTHING = _Part(frozenset(), frozenset(), empty=True, alone=False)
_NEVER = _Part(frozenset(), frozenset(), empty=False, alone=False)


@cache
def seconds(pattern: str, first: str, letters: frozenset[str]) -> frozenset[str]:
    """The letters, and maybe some more, that stand second where a match begins with the first.

    They are all where a match may end before, unless something must stand behind it. Patterns are those that
    ``beginnings.reach`` knows; what must stand before a match, or must not stand behind it, is not asked.
    """
    whole = _part(PIECE.finditer(pattern), first, letters, telling=False)
    return letters if whole.empty or whole.alone else whole.seconds


@cache
def telling(pattern: str, first: str, letters: frozenset[str]) -> frozenset[str]:
    """The letters, and maybe some more, that make a difference behind the first: read, or looked at.

    Where any other stands there, the two letters tell all: whether there is a match, which is then the first
    alone. They are all letters where the pattern asks what stands before.
    """
    return _part(PIECE.finditer(pattern), first, letters, telling=True).seconds


def _part(pieces: Iterator[Match[str]], first: str, letters: frozenset[str], *, telling: bool) -> _Part:
    """Read up to the end of the group that has just been opened.

    Where ``telling``, looks are parts as well, and such as may be nothing: what they ask makes a difference.
    """
    whole, here = _NEVER, _NOTHING
    asked: frozenset[str] | None = None  # what a look ahead at an alternative's head wants second
    for piece in pieces:
        if piece["close"]:
            return _repeated(_either(whole, _limited(here, asked)), *times(piece["often"]))
        if piece["bar"]:
            whole, here, asked = _either(whole, _limited(here, asked)), _NOTHING, None
        elif piece["open"]:
            inner = _part(pieces, first, letters, telling=telling)
            if telling and piece["kind"] != ":":
                here = _followed(here, _looked_at(piece, inner, letters))
            elif piece["kind"] == ":" or (piece["kind"] == "=" and not here.empty):
                here = _followed(here, inner)  # a look ahead, too, tells what stands behind what was read
            elif piece["kind"] == "=" and here is _NOTHING and not (inner.empty or inner.alone):
                asked = inner.seconds if asked is None else asked & inner.seconds
        else:
            found = fitting(piece["one"], letters)
            if found:  # "\Z" is no letter
                one = _Part(found, frozenset(), empty=False, alone=first in found)
                here = _followed(here, _repeated(one, *times(piece["often"])))
    return _either(whole, _limited(here, asked))


def _limited(part: _Part, asked: frozenset[str] | None) -> _Part:
    """A part that has one of these letters second if it begins with the given one; any, if none is asked."""
    if asked is None:
        return part
    return part._replace(seconds=asked if part.alone else part.seconds & asked, alone=False)


def _looked_at(piece: Match[str], inner: _Part, letters: frozenset[str]) -> _Part:
    """What a look asks, as a part. A look back may meet anything, but behind the first letter at that."""
    if piece["kind"][0] != "<":
        return inner._replace(empty=True)
    one = _ONE_BACK.match(piece.string, piece.start())
    return _Part(frozenset() if one else letters, letters, empty=True, alone=False)


def _either(part: _Part, other: _Part) -> _Part:
    return _Part(
        part.firsts | other.firsts,
        part.seconds | other.seconds,
        empty=part.empty or other.empty,
        alone=part.alone or other.alone,
    )


def _followed(part: _Part, other: _Part) -> _Part:
    behind = (other.firsts if part.alone else frozenset()) | (other.seconds if part.empty else frozenset())
    return _Part(
        part.firsts | other.firsts if part.empty else part.firsts,
        part.seconds | behind,
        empty=part.empty and other.empty,
        alone=(part.alone and other.empty) or (part.empty and other.alone),
    )


def _repeated(part: _Part, least: int, most: float) -> _Part:
    if most > 1:
        part = _either(part, _followed(part, part))
    return part if least else part._replace(empty=True)
