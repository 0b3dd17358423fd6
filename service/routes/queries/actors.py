"""Which actors are wanted."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from grammar.claim import ActorKind
from service.routes.queries.paging import Searching
from service.routes.queries.values import Name


class ActorQuery(Searching, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which actors are wanted."""

    kind: Annotated[tuple[ActorKind, ...], Meta(max_length=50, description="what they are")] = ()
    role: Annotated[
        Name | None,
        Meta(
            description="words, or their beginnings, that all stand in what a document calls the actor "
            "beside the name",
            examples=["health secretary"],
        ),
    ] = None
