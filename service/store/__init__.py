"""The store: documents and their claims in one SQLite file. Nobody else speaks SQL.

``keeping`` changes what is stored and ``asking`` finds it, both by what claims are linked with
(``entities``): a store is a ``Collection`` of documents that gives ``Answers``. Beside them stand the file's
own matters: ``connections``, ``migrations`` by ``upgrades``, ``backups`` and ``keys``.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Self

from service.store.asking.answers import Answers
from service.store.asking.claims import Cited
from service.store.asking.facets import Facet, Facets
from service.store.asking.filters import Filters, Order, Revisions
from service.store.asking.listing import DocumentFilters
from service.store.asking.profiles import ActorProfile, TopicProfile
from service.store.backups import BackupError, back_up
from service.store.connections import Connections, TooCostlyError
from service.store.entities.actors import ActorCount
from service.store.entities.marks import MarkFilters
from service.store.entities.topics import TopicCount, TopicNode, TopicTree
from service.store.keeping.amending import AmendingError, Held
from service.store.keeping.collection import Collection
from service.store.keeping.conditions import ConditionError
from service.store.keeping.editing import Decisions, EditingError, Marks
from service.store.keeping.history import Difference, History
from service.store.keeping.readings import Filed, Readings, Wanted
from service.store.keeping.renewal import Renewal
from service.store.keys import KeyExistsError, Keys
from service.store.totals import Totals, totals
from service.store.upgrades import is_old, upgrade
from service.store.values.hints import Found, Unknown
from service.store.values.paging import (
    CURSOR_PATTERN,
    DEFAULT,
    MAXIMUM,
    CursorError,
    Page,
    UnknownCursorError,
)

__all__ = [
    "CURSOR_PATTERN",
    "DEFAULT",
    "MAXIMUM",
    "ActorCount",
    "ActorProfile",
    "AmendingError",
    "BackupError",
    "Cited",
    "ConditionError",
    "CursorError",
    "Decisions",
    "Difference",
    "DocumentFilters",
    "EditingError",
    "Facet",
    "Facets",
    "Filed",
    "Filters",
    "Found",
    "Held",
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
    "TopicProfile",
    "TopicTree",
    "Totals",
    "Unknown",
    "UnknownCursorError",
    "Wanted",
    "back_up",
]

_COUNTED = ("documents", "claims", "actors", "topics")


class StoreError(Exception):
    """The file cannot be used."""


class Store(Collection, Answers):
    """One SQLite file, safe to use from several threads: each reads by its own connection, one writes.

    Several processes may share the file. Use as a context manager, or call ``close``. Methods raise
    ``sqlite3.Error`` where the file cannot be used.
    """

    def __init__(self, connections: Connections, query_seconds: float | None) -> None:
        Collection.__init__(self, connections)
        Answers.__init__(self, connections, query_seconds)
        self.keys = Keys(connections)
        self.marks = Marks(connections)
        self.decisions = Decisions(connections)
        self.history = History(connections)
        self.readings = Readings(connections)

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
