"""What a reader may ask of the claims."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec


class Order(StrEnum):
    """By `published_at`; the undated come last either way, claims of one moment by their positions."""

    NEWEST = "newest"
    OLDEST = "oldest"


class Revisions(StrEnum):
    """Which revisions of a document are asked for."""

    LATEST = "latest"
    ALL = "all"


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims are wanted. Values of one field mean either; fields that are set must all hold.

    ``actor`` and ``about`` take ids or names as people write them, ``topic`` ids, labels or words of
    labels, ``q`` words, "phrases" and beginnings*; with ``namesakes``, persons known by a shorter form of the
    names, too. ``marked`` takes kinds of marks; ``rejected`` claims are
    those that an editor rejected and none confirmed since. The moments are ISO dates or date-times; a range
    holds its start and not its end. ``not_…`` leaves out what the field of that name would find by itself.
    Claims of superseded revisions are found where ``revisions`` says so, or a ``document`` or an ``id`` is
    named.
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
    anonymity: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    document: tuple[str, ...] = ()
    id: tuple[str, ...] = ()
    revisions: Revisions = Revisions.LATEST
    marked: tuple[str, ...] = ()
    rejected: Literal["include", "exclude", "only"] = "include"
    namesakes: Literal["include", "exclude"] = "exclude"
    not_actor: tuple[str, ...] = ()
    not_about: tuple[str, ...] = ()
    not_topic: tuple[str, ...] = ()
    not_q: tuple[str, ...] = ()
    not_act: tuple[str, ...] = ()
    not_type: tuple[str, ...] = ()
    not_certainty: tuple[str, ...] = ()
    not_polarity: tuple[str, ...] = ()
    not_quotation: tuple[str, ...] = ()
    not_anonymity: tuple[str, ...] = ()
    not_publisher: tuple[str, ...] = ()
    not_document: tuple[str, ...] = ()
    published_since: str | None = None
    published_until: str | None = None
    said_since: str | None = None
    said_until: str | None = None

    def __bool__(self) -> bool:
        """Whether anything is asked at all."""
        return self != Filters()
