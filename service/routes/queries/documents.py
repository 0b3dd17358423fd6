"""Which documents are wanted, and with what one is compared."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from service.routes.queries.paging import Paging
from service.routes.queries.values import Labels, Name, Names, PublishedSince, PublishedUntil, asked
from service.store import DocumentFilters, Revisions


class DifferenceQuery(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """With what a revision is compared."""

    against: Annotated[
        Name | None,
        Meta(description="another revision's id; left out: the one before, or nothing for the first"),
    ] = None


class DocumentQuery(Paging, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which documents are wanted."""

    title: Annotated[
        Names,
        Meta(
            description='words of its title, all of them, whatever their endings; "a phrase" in quotation '
            "marks. Articles' texts are not searched"
        ),
    ] = ()
    external_id: Annotated[
        Labels,
        Meta(description="the sender's own id, to the letter; of any of its texts"),
    ] = ()
    url: Annotated[
        Labels, Meta(description="where it was published, to the letter; of any of the document's texts")
    ] = ()
    publisher: Annotated[
        Names, Meta(description="who published it; case and diacritics make no difference")
    ] = ()
    published_since: PublishedSince = None
    published_until: PublishedUntil = None
    revisions: Annotated[
        Revisions, Meta(description="`latest` leaves out the texts that a newer one has superseded")
    ] = Revisions.LATEST

    def filters(self) -> DocumentFilters:
        """Give the query to the store in its own words; raises 400 for what is no date."""
        return DocumentFilters(**asked(self, DocumentFilters))
