"""Which part of the tree of topics is wanted."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from service.routes.queries.values import Name


class TreeQuery(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which part of the tree of topics is wanted."""

    root: Annotated[
        Name | None,
        Meta(description="a topic's id, its label or a word of it; left out: all", examples=["sport"]),
    ] = None
    depth: Annotated[int, Meta(ge=1, le=10, description="how many levels at most", examples=[2])] = 10
    empty: Annotated[
        Literal["include", "exclude"], Meta(description="whether topics count that have no claims")
    ] = "exclude"
