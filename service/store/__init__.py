"""The store: documents and their claims in one SQLite file. Nobody else speaks SQL.

``keeping`` changes what is stored and ``asking`` finds it, both by what claims are linked with
(``entities``). Beside them stand the file's own matters: ``connections``, ``migrations`` by ``upgrades``,
``backups`` and ``keys``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

import msgspec

from grammar.claim import Claim, Reading
from service.documents import Document, DocumentSummary, Receipt, StoredDocument
from service.responses.exports import Exported
from service.store.asking import claims, facets, profiles, related, walks
from service.store.asking.facets import Facet, Facets
from service.store.asking.filters import Filters, Order, Revisions
from service.store.asking.listing import DocumentFilters
from service.store.asking.matching import matching
from service.store.asking.profiles import ActorProfile
from service.store.backups import BackupError, back_up
from service.store.connections import PROMPT, Connections, Limit, TooCostlyError
from service.store.entities import actors, topics
from service.store.entities.actors import ActorCount
from service.store.entities.marks import MarkFilters
from service.store.entities.topics import TopicCount, TopicNode, TopicTree
from service.store.keeping import documents, filing, revisions
from service.store.keeping.editing import Decisions, EditingError, Marks
from service.store.keeping.history import Difference, History
from service.store.keeping.readings import Filed, Readings, Wanted
from service.store.keeping.renewal import Renewal
from service.store.keys import KeyExistsError, Keys
from service.store.totals import Totals, totals
from service.store.upgrades import is_old, upgrade
from service.store.values import decoders
from service.store.values.paging import (
    CURSOR_PATTERN,
    DEFAULT,
    FIRST,
    MAXIMUM,
    CursorError,
    Page,
    Place,
    UnknownCursorError,
)

__all__ = [
    "CURSOR_PATTERN",
    "DEFAULT",
    "MAXIMUM",
    "ActorCount",
    "ActorProfile",
    "BackupError",
    "CursorError",
    "Decisions",
    "Difference",
    "DocumentFilters",
    "EditingError",
    "Facet",
    "Facets",
    "Filed",
    "Filters",
    "KeyExistsError",
    "MarkFilters",
    "Marks",
    "Order",
    "Page",
    "Renewal",
    "Revisions",
    "Store",
    "StoreError",
    "TooCostlyError",
    "TopicCount",
    "TopicNode",
    "TopicTree",
    "Totals",
    "UnknownCursorError",
    "Wanted",
    "back_up",
]

_EXPORT_SECONDS = 30.0
_COUNTED = ("documents", "claims", "actors", "topics")


class StoreError(Exception):
    """The file cannot be used."""


class Store:
    """One SQLite file, safe to use from several threads: each reads by its own connection, one writes.

    Several processes may share the file. Use as a context manager, or call ``close``. Methods raise
    ``sqlite3.Error`` where the file cannot be used.
    """

    def __init__(self, connections: Connections, query_seconds: float | None) -> None:
        self._connections = connections
        self.keys = Keys(connections)
        self.marks = Marks(connections)
        self.decisions = Decisions(connections)
        self.history = History(connections)
        self.readings = Readings(connections)
        self._limit = Limit.usual(query_seconds)

    @classmethod
    def open(cls, path: Path | str, query_seconds: float | None = None) -> Self:
        """Open the file, make it if it is not there, and bring its schema up to date under a lock.

        Questions about claims that take longer than ``query_seconds`` are cut off with TooCostlyError.
        """
        store = cls(Connections(Path(path)), query_seconds)
        try:
            store.migrate()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Close every connection; the store cannot be used afterwards."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def migrate(self) -> None:
        """Bring the schema up to date; does nothing where it is. ``open`` has done it.

        A database of an older schema is first copied to a file beside it, under the same lock; raises
        BackupError, and changes nothing, where that fails.
        """
        upgrade(self._connections)

    def find(self, document: Document) -> Receipt | None:
        """Find the same document by its name, superseded revisions too; without a name, by its text."""
        with self._connections.reading() as db:
            key = revisions.place(db, document).known
            return documents.receipt(db, key) if key else None

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
    ) -> Page[DocumentSummary]:
        """Documents, newest ``published_at`` first, undated last; ``filters`` say all. Raises CursorError."""
        with self._connections.reading() as db:
            return documents.page(db, cursor, limit, filters or DocumentFilters(revisions=revisions))

    def delete(self, id: str) -> bool:
        """Remove a document and all that was there for its sake alone; False if there is no such document."""
        with self._connections.writing() as db:
            return documents.delete(db, id)

    def claims(
        self,
        filters: Filters,
        cursor: str | None = None,
        limit: int = DEFAULT,
        order: Order = Order.NEWEST,
    ) -> Page[Claim]:
        """Claims by ``published_at``, undated last, then by position.

        Raises CursorError, UnknownCursorError and TooCostlyError.
        """
        page = self.claims_raw(filters, cursor, limit, order)
        return Page([decoders.CLAIM.decode(item) for item in page.items], page.next)

    def claims_raw(
        self,
        filters: Filters,
        cursor: str | None = None,
        limit: int = DEFAULT,
        order: Order = Order.NEWEST,
        prompt: bool = False,
    ) -> Page[msgspec.Raw]:
        """The same as JSON, without structs in between; ``prompt`` cuts it off after 5 ms."""
        with self._connections.reading(PROMPT if prompt else self._limit) as db:
            return claims.page(db, filters, order, cursor, limit)

    def claim(self, id: str) -> Claim | None:
        """One claim. Where two documents have the same text, that of the one stored first."""
        with self._connections.reading() as db:
            found = claims.one(db, id)
        return None if found is None else decoders.CLAIM.decode(found)

    def steps(self, filters: Filters, order: Order = Order.NEWEST) -> list[str]:
        """What SQLite does to find the first of these claims: which index serves which question."""
        with self._connections.reading() as db:
            return walks.steps(db, matching(db, filters), order)

    def claim_in_document(self, id: str) -> tuple[Claim, StoredDocument] | None:
        """One claim, and the document that it stands in."""
        with self._connections.reading() as db:
            found = claims.one(db, id)
            claim = None if found is None else decoders.CLAIM.decode(found)
            document = None if claim is None else documents.one(db, claim.document_id)
        return None if claim is None or document is None else (claim, document)

    def related(self, id: str, cursor: str | None = None, limit: int = DEFAULT) -> Page[msgspec.Raw] | None:
        """What the claim's actors say on its matter, newest first; None if it is not there. As ``claims``."""
        with self._connections.reading(self._limit) as db:
            return related.page(db, id, cursor, limit)

    def export(self, filters: Filters, order: Order = Order.NEWEST) -> Iterator[list[Exported]]:
        """All claims that the filters ask for, in pieces, each read when it is asked for.

        Raises TooCostlyError where questions have a limit and one piece takes longer than half a minute.
        """
        limit = self._limit and Limit.usual(_EXPORT_SECONDS)
        place: Place | None = FIRST
        while place is not None:
            with self._connections.reading(limit) as db:
                piece, place = claims.piece(db, filters, order, place, MAXIMUM)
            yield piece

    def facets(self, filters: Filters, by: Sequence[Facet] = (), top: int = 20) -> Facets:
        """Claims counted by facets, the commonest values first. Raises TooCostlyError."""
        with self._connections.reading(self._limit) as db:
            return facets.count(db, filters, by, top)

    def actors(
        self, q: str | None = None, cursor: str | None = None, limit: int = DEFAULT
    ) -> Page[ActorCount]:
        """Actors, those with most claims first; ``q`` is an id, a name or the beginning of its words."""
        with self._connections.reading() as db:
            return actors.search(db, q, cursor, limit)

    def actor(self, id: str) -> ActorProfile | None:
        """All that is told of the actor of this id, or of the one into whom an editor merged it."""
        with self._connections.reading(self._limit) as db:
            return profiles.one(db, id)

    def topic_tree(self, root: str | None = None, depth: int = 6, empty: bool = False) -> TopicTree:
        """Topics below each other with their counts, from the top or from what ``root`` means."""
        with self._connections.reading() as db:
            return topics.tree(db, root, depth, empty)

    def topics(
        self, q: str | None = None, cursor: str | None = None, limit: int = DEFAULT
    ) -> Page[TopicCount]:
        """Topics, those with most claims first; ``q`` is an id, a label or the beginning of its words."""
        with self._connections.reading() as db:
            return topics.search(db, q, cursor, limit)

    def check(self) -> None:
        """Raise StoreError where the file cannot be read, or where its schema is not of this version."""
        try:
            with self._connections.reading() as db:
                if is_old(db):
                    raise StoreError("the schema is not up to date")
        except sqlite3.Error as error:
            raise StoreError(str(error)) from error

    def totals(self) -> Totals:
        """How much is stored. Reads one index of a row a document: 60 ms for a million documents."""
        with self._connections.reading() as db:
            return totals(db, self._connections.size())

    def counts(self) -> dict[str, int]:
        """How many documents, claims, actors and topics are stored."""
        with self._connections.reading() as db:
            return {table: db.table(table).count for table in _COUNTED}
