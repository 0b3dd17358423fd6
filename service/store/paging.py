"""Pages of an ordered list, and the opaque tokens that lead from one to the next."""

from __future__ import annotations

import base64
import binascii
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")
Key = tuple[int | str, ...]
MAXIMUM = 500
DEFAULT = 50


class InvalidCursor(ValueError):
    """The token was not given out by this list."""


class Page(msgspec.Struct, Generic[T], frozen=True):
    """Some items in order, and the token that leads on, or None where nothing follows."""

    items: list[T]
    next: str | None


def encode(key: Key) -> str:
    """The last item's place in the order as a token for URLs."""
    return base64.urlsafe_b64encode(msgspec.json.encode(key)).rstrip(b"=").decode()


def decode(token: str, *kinds: type) -> Key:
    """The place that ``token`` stands for, its parts of these kinds; raises InvalidCursor for any other token."""
    try:
        padded = token.encode("ascii") + b"=" * (-len(token) % 4)
        key = msgspec.json.decode(base64.b64decode(padded, altchars=b"-_", validate=True), type=tuple[int | str, ...])
    except (binascii.Error, UnicodeError, msgspec.MsgspecError) as error:
        raise InvalidCursor(token) from error
    fits = len(key) == len(kinds) and all(isinstance(part, kind) for part, kind in zip(key, kinds, strict=True))
    if not fits or any(isinstance(part, int) and abs(part) >= 2**63 for part in key):
        raise InvalidCursor(token)
    return key
