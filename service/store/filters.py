"""What a reader may ask of the claims."""

from __future__ import annotations

from typing import Literal

import msgspec


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims are wanted. Values of one field mean either; fields that are set must all hold.

    ``actor`` and ``about`` take ids or names as people write them, ``topic`` ids, labels or words of
    labels. ``marked`` takes kinds of marks; ``rejected`` claims are those that an editor rejected and none
    confirmed since. The moments are ISO dates or date-times; a range holds its start and not its end.
    """

    actor: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    q: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    polarity: tuple[str, ...] = ()
    quotation: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    rejected: Literal["include", "exclude", "only"] = "include"
    published_since: str | None = None
    published_until: str | None = None
    said_since: str | None = None
    said_until: str | None = None
