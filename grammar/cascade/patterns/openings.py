"""With which two letters a match of a pattern may begin: where others stand, it need not be tried."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from re import Match
from typing import NamedTuple

from grammar.cascade.patterns.beginnings import PIECE, fitting, times


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
    whole = _part(PIECE.finditer(pattern), first, letters)
    return letters if whole.empty or whole.alone else whole.seconds


def _part(pieces: Iterator[Match[str]], first: str, letters: frozenset[str]) -> _Part:
    """Read up to the end of the group that has just been opened."""
    whole, here = _NEVER, _NOTHING
    for piece in pieces:
        if piece["close"]:
            return _repeated(_either(whole, here), *times(piece["often"]))
        if piece["bar"]:
            whole, here = _either(whole, here), _NOTHING
        elif piece["open"]:
            inner = _part(pieces, first, letters)
            if piece["kind"] == ":" or (piece["kind"] == "=" and not here.empty):
                here = _followed(here, inner)  # a look ahead, too, tells what stands behind what was read
        else:
            found = fitting(piece["one"], letters)
            if found:  # "\Z" is no letter
                one = _Part(found, frozenset(), empty=False, alone=first in found)
                here = _followed(here, _repeated(one, *times(piece["often"])))
    return _either(whole, here)


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
