"""Which marks and decisions are wanted."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from grammar.claim import MarkKind
from service.routes.queries.paging import Paging
from service.routes.queries.values import Choice, Name, only
from service.store import MarkFilters


class MarkQuery(Paging, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which marks are wanted."""

    claim: Annotated[Name | None, Meta(description="those on the claim of this id")] = None
    kind: Annotated[tuple[MarkKind, ...], Meta(max_length=50, description="those of this kind")] = ()
    editor: Annotated[Name | None, Meta(description="those of this editor, by the very name")] = None
    orphaned: Annotated[
        Choice, Meta(description="whether those count whose claim no stored document has")
    ] = "include"

    def filters(self) -> MarkFilters:
        """Give the query to the store in its own words."""
        return MarkFilters(claim=self.claim, kind=self.kind, editor=self.editor, orphaned=only(self.orphaned))


class DecisionQuery(Paging, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which decisions are wanted."""

    undone: Annotated[Choice, Meta(description="whether those count that are undone")] = "include"
