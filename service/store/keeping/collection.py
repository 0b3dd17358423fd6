"""The documents of a store: put in, found again, listed and removed."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from grammar.claim import Claim, Reading
from service.documents import Document, DocumentSummary, Receipt, StoredDocument
from service.store.asking import claims
from service.store.asking.filters import Revisions
from service.store.asking.listing import DocumentFilters
from service.store.connections import Connections
from service.store.keeping import amending, conditions, documents, filing, revisions
from service.store.keeping.amending import Held
from service.store.keeping.conditions import Condition
from service.store.values import decoders
from service.store.values.hints import Found
from service.store.values.paging import DEFAULT


class Collection:
    """The documents of a store. Each change is a transaction of its own."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def find(self, document: Document) -> Receipt | None:
        """Find the same document by its name, superseded revisions too; without a name, by its text."""
        with self._connections.reading() as db:
            key = revisions.place(db, document).known
            return documents.receipt(db, key, document) if key else None

    def put(self, document: Document, reading: Reading) -> tuple[StoredDocument, bool]:
        """Store a document with its reading; (the stored one, True), or (the known one, False) and no change.

        All or nothing. The ids in ``reading`` are replaced by the stored document's id. A new text under a
        known external_id, else a known url, becomes a revision that supersedes the one before.
        """
        with self._connections.writing() as db:
            (receipt,) = filing.put_in(db, [(document, reading)])
            stored = documents.one(db, receipt.id)
        if stored is None:
            raise LookupError("a document vanished within its own transaction")
        return stored, receipt.added

    def put_many(self, batch: Sequence[tuple[Document, Reading]]) -> Sequence[Receipt | sqlite3.Error]:
        """Store documents as ``put`` does, in one commit: what has a receipt is on disk.

        A document that cannot be stored has its error in its place. Raises where nothing could be committed.
        """
        return filing.put_many(self._connections, batch)

    def document(self, id: str) -> StoredDocument | None:
        """One document, whole."""
        with self._connections.reading() as db:
            return documents.one(db, id)

    def documents(
        self,
        cursor: str | None = None,
        limit: int = DEFAULT,
        revisions: Revisions = Revisions.LATEST,
        filters: DocumentFilters | None = None,
    ) -> Found[DocumentSummary]:
        """Documents, newest ``published_at`` first, undated last; ``filters`` say all. Raises CursorError."""
        with self._connections.reading() as db:
            return documents.page(db, cursor, limit, filters or DocumentFilters(revisions=revisions))

    def held(self, id: str) -> Held | None:
        """A document as it is stored and as it was submitted, which is what ``amend`` begins with."""
        with self._connections.reading() as db:
            return amending.held(db, id)

    def amend(self, before: Held, document: Document, reading: Reading | None) -> StoredDocument | None:
        """Put right what goes with a text; None, and no change, where the document is ``before`` no more.

        Without a reading the claims stay. Raises AmendingError where it would then be another document.
        """
        with self._connections.writing() as db:
            return amending.amend(db, before, document, reading)

    def delete(self, id: str, condition: Condition[StoredDocument] | None = None) -> bool:
        """Remove a document and all that was there for its sake alone; False if there is no such document.

        Raises ConditionError, and changes nothing, where it is not what the condition asks for.
        """
        with self._connections.writing() as db:
            if condition is not None:
                conditions.check(condition, documents.one(db, id))
            return documents.delete(db, id)

    def claim_in_document(self, id: str) -> tuple[Claim, StoredDocument] | None:
        """One claim, and the document that it stands in."""
        with self._connections.reading() as db:
            found = claims.one(db, id)
            claim = None if found is None else decoders.CLAIM.decode(found)
            document = None if claim is None else documents.one(db, claim.document_id)
        return None if claim is None or document is None else (claim, document)
