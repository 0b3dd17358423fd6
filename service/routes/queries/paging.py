"""Which part of a list is wanted."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from service.conventions.wording import meaning
from service.routes.queries.values import Name
from service.store import CURSOR_PATTERN, DEFAULT, MAXIMUM

Limit = Annotated[int, Meta(ge=1, le=MAXIMUM, description="how many items at most", examples=[50])]
Cursor = Annotated[
    Annotated[str, Meta(pattern=meaning(CURSOR_PATTERN, "Expected `next` of a page"))] | None,
    Meta(description="`next` of the page before; all other parameters but `limit` must be as they were"),
]


class Paging(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which part of a list is wanted."""

    limit: Limit = DEFAULT
    cursor: Cursor = None


class Searching(Paging, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A list in which one searches as one types."""

    q: Annotated[Name | None, Meta(description="an id, or the beginning of a name or of words in it")] = None
