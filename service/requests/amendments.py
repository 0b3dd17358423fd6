"""What a caller puts right of a stored document: a JSON merge patch (RFC 7396) of what goes with its text."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from service.documents import Document
from service.problems import bad_request
from service.requests.moments import normalized
from service.requests.submissions import Address, Language, Line
from service.requests.submissions import Moment as Published

MEDIA_TYPES = ("application/merge-patch+json", "application/json")
READ_BY = ("title", "published_at", "language")
"""Fields that the engine is told with a text: topics and times may hang on them."""


class Amendment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What of a document is to be otherwise. A field left out stays as it is, one that is null goes.

    The text, and the `external_id` by which the sender knows it, cannot be put right: they make it this one.
    """

    title: Annotated[Line | UnsetType | None, Meta(description="The headline.")] = UNSET
    published_at: Published | UnsetType | None = UNSET
    url: Annotated[
        Address | UnsetType | None,
        Meta(description="Where it was published.", examples=["https://news.example/1"]),
    ] = UNSET
    publisher: Annotated[Line | UnsetType | None, Meta(description="Who published it.")] = UNSET
    author: Annotated[Line | UnsetType | None, Meta(description="Who wrote it.")] = UNSET
    language: Annotated[
        Language | UnsetType | None,
        Meta(description="A BCP 47 tag; null has the text tell it.", examples=["en"]),
    ] = UNSET


def amended(document: Document, amendment: Amendment) -> Document:
    """The document as it is to be. Raises 400 for what is no date."""
    given = {name: getattr(amendment, name) for name in amendment.__struct_fields__}
    fields = {name: value for name, value in given.items() if value is not UNSET}
    if (moment := fields.get("published_at")) is not None:
        fields["published_at"] = normalized(moment)
        if fields["published_at"] is None:
            raise bad_request("body", "/published_at", "Expected an ISO date or date-time")
    return msgspec.structs.replace(document, **fields)


def reads_otherwise(before: Document, after: Document) -> bool:
    """Whether the engine may read the text otherwise now."""
    return any(getattr(before, name) != getattr(after, name) for name in READ_BY)
