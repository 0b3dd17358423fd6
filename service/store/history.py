"""What became of documents: their revisions."""

from __future__ import annotations

from service.documents import DocumentSummary
from service.store import documents, revisions
from service.store.connections import Connections


class History:
    """The texts and readings that a store has had of its documents."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def revisions(self, id: str) -> list[DocumentSummary]:
        """All revisions of the document that has this one, oldest first; none where it is not there."""
        with self._connections.reading() as db:
            return documents.summaries(db, revisions.keys(db, id))
