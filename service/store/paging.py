"""Pages of an ordered list, and the opaque tokens that lead from one to the next."""

from __future__ import annotations

import re
from typing import Generic, NamedTuple, Self, TypeVar

import msgspec

T = TypeVar("T")

MAXIMUM = 500
DEFAULT = 50
CURSOR_PATTERN = "^[0-9a-f]{38}$"

_OFFSET = 1 << 59
_CURSOR = re.compile(CURSOR_PATTERN)


class CursorError(ValueError):
    """The token does not have the form of one that a page gave out."""


class Page(msgspec.Struct, Generic[T], frozen=True):
    """Some items in order, and the token that leads on, or None where nothing follows."""

    items: list[T]
    next: str | None


class Place(NamedTuple):
    """Where an item stands in a list: its rank, its position within the rank, and its row.

    Every token of the right form stands for a place, so a page after any of them is well defined.
    """

    rank: int
    position: int
    row: int

    def token(self) -> str:
        """The place in 38 hexadecimal digits."""
        return f"{self.rank + _OFFSET:015x}{self.position:08x}{self.row:015x}"

    @classmethod
    def from_token(cls, token: str) -> Self:
        """The place that a token stands for; raises CursorError."""
        if not _CURSOR.fullmatch(token):
            raise CursorError(token)
        return cls(int(token[:15], 16) - _OFFSET, int(token[15:23], 16), int(token[23:], 16))


FIRST = Place(-_OFFSET, -1, -1)


def start(cursor: str | None) -> Place:
    """The place behind which a page begins."""
    return FIRST if cursor is None else Place.from_token(cursor)


def cut(rows: list[T], limit: int, place: Place | None) -> Page[T]:
    """A page of ``limit`` of these rows, of which one more than that was fetched where there are more."""
    return Page(rows[:limit], place.token() if place else None)
