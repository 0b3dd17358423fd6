"""Pages of an ordered list, and the opaque tokens that lead from one to the next."""

from __future__ import annotations

import hashlib
import re
from typing import Generic, NamedTuple, Self, TypeVar

import msgspec

T = TypeVar("T")

MAXIMUM = 500
DEFAULT = 50
CURSOR_PATTERN = "^[0-9a-f]{54}$"

_OFFSET = 1 << 59
_CURSOR = re.compile(CURSOR_PATTERN)
_PLACE, _BOUND = 38, 46


class CursorError(ValueError):
    """The token does not have the form of one that a page gave out, or is one of another list."""


class UnknownCursorError(CursorError):
    """The token has the form of one that a page gave out, but no page did."""


class Page(msgspec.Struct, Generic[T], frozen=True):
    """Some items in order, and the token that leads on, or None where nothing follows."""

    items: list[T]
    next: str | None


class Place(NamedTuple):
    """Where an item stands in a list: its rank, its position within the rank, and its row.

    A token names the place and, by digests, the list that it is a place in, so that it is of no use with
    other filters, and that no page is asked for by a damaged token. Nothing need stand at the place any more.
    """

    rank: int
    position: int
    row: int

    def token(self, bound: object = "") -> str:
        """The place in 54 hexadecimal digits; ``bound`` is what the list was asked for by."""
        place = f"{self.rank + _OFFSET:015x}{self.position:08x}{self.row:015x}" + _digest(bound)
        return place + _digest(place)

    @classmethod
    def from_token(cls, token: str, bound: object = "") -> Self:
        """The place that a token stands for; raises CursorError and UnknownCursorError."""
        if not _CURSOR.fullmatch(token):
            raise CursorError("This is no token that a page gave out")
        if token[_BOUND:] != _digest(token[:_BOUND]):
            raise UnknownCursorError("No page gave out this token")
        if token[_PLACE:_BOUND] != _digest(bound):
            raise CursorError("This token belongs to another list; keep all other parameters as they were")
        return cls(int(token[:15], 16) - _OFFSET, int(token[15:23], 16), int(token[23:_PLACE], 16))


FIRST = Place(-_OFFSET, -1, -1)


def start(cursor: str | None, bound: object = "") -> Place:
    """The place behind which a page begins."""
    return FIRST if cursor is None else Place.from_token(cursor, bound)


def cut(rows: list[T], limit: int, place: Place | None, bound: object = "") -> Page[T]:
    """A page of ``limit`` of these rows, of which one more than that was fetched where there are more."""
    return Page(rows[:limit], place.token(bound) if place else None)


def _digest(value: object) -> str:
    return hashlib.sha256(msgspec.json.encode(value)).hexdigest()[:8]
