"""What became of documents: their revisions, and how these differ."""

from __future__ import annotations

import msgspec

from grammar.claim import Claim
from service.documents import DocumentSummary
from service.store.connections import Connections
from service.store.keeping import documents, revisions
from service.store.keeping.comparison import Changed, Kept, compare
from service.store.values.paging import DEFAULT, Page, Place, cut, start


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """How the claims of a revision differ from those of another, by their words."""

    id: str
    against: str | None
    appeared: tuple[Claim, ...]
    vanished: tuple[Claim, ...]
    changed: tuple[Changed, ...]
    kept: tuple[Kept, ...]


class History:
    """The texts and readings that a store has had of its documents."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def revisions(
        self, id: str, cursor: str | None = None, limit: int = DEFAULT
    ) -> Page[DocumentSummary] | None:
        """Revisions of the document that has this one, oldest first; None where it is not there.

        Raises CursorError.
        """
        bound = ("revisions", id)
        place = start(cursor, bound)
        with self._connections.reading() as db:
            found = revisions.page(db, id, max(place.rank, 0), limit + 1)
            if found is None:
                return None
            last = Place(found[limit - 1][1], 0, 0) if len(found) > limit else None
            return cut(documents.summaries(db, [key for key, _ in found[:limit]]), limit, last, bound)

    def difference(self, id: str, against: str | None = None) -> Difference | None:
        """Compare a revision with another of the same document, or with the one before it, if any.

        None where either is not there, or they are not of one document.
        """
        with self._connections.reading() as db:
            this = documents.one(db, id)
            key = revisions.before(db, id, against)
            other = documents.one(db, key) if key else None
        if this is None or (against is not None and other is None):
            return None
        found = compare(other.claims if other else (), this.claims)
        return Difference(
            id=id,
            against=key,
            appeared=found.appeared,
            vanished=found.vanished,
            changed=found.changed,
            kept=found.kept,
        )
