"""Many documents stored in one commit."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from sqlite_utils import Database

from grammar.claim import Reading
from service.documents import Document, Receipt
from service.store.connections import Connections
from service.store.keeping import documents


def put_many(
    connections: Connections, batch: Sequence[tuple[Document, Reading]]
) -> Sequence[Receipt | sqlite3.Error]:
    """Store documents, each whole or not at all; one that cannot be stored has its error in its place."""
    try:
        with connections.writing() as db:
            return put_in(db, batch)
    except sqlite3.IntegrityError:
        return _put_each(connections, batch)


def put_in(db: Database, batch: Sequence[tuple[Document, Reading]]) -> list[Receipt]:
    """Store documents within a transaction, all of them or none."""
    entering = documents.Entering(db)
    receipts = [documents.put(db, document, reading, entering) for document, reading in batch]
    entering.enter()
    return receipts


def _put_each(
    connections: Connections, batch: Sequence[tuple[Document, Reading]]
) -> list[Receipt | sqlite3.Error]:
    """The same with savepoints. At each, full-text search writes out its index: slower by a third."""
    results: list[Receipt | sqlite3.Error] = []
    with connections.writing() as db:
        for document, reading in batch:
            try:
                with db.atomic():
                    results += put_in(db, [(document, reading)])
            except sqlite3.IntegrityError as error:
                results.append(error)
    return results
