"""What goes with a stored document put right: title, date, address, publisher, author, language.

The text stays, and with it the document's id, its revision and its claims' ids, and so their marks.
"""

from __future__ import annotations

import msgspec
from sqlite_utils import Database

from grammar.claim import Reading
from service.documents import Document, StoredDocument
from service.store.entities import breakdowns, publishers
from service.store.keeping import documents, revisions
from service.store.keeping.renewal import renewed
from service.store.values import dates

_AMENDED = ("title", "url", "publisher", "author", "published_at")


class AmendingError(ValueError):
    """What a document is to be is another document: the words say which."""


class Held(msgspec.Struct, frozen=True):
    """A document as it is stored, and as it was submitted."""

    stored: StoredDocument
    document: Document


def held(db: Database, key: str) -> Held | None:
    """A document with what is needed to put it right."""
    stored = documents.one(db, key)
    if stored is None or stored.text is None:
        return None
    (told,) = db.execute("SELECT told FROM documents WHERE key = ?", (key,)).fetchone()
    known = {name: getattr(stored, name) for name in Document.__struct_fields__}
    return Held(stored, Document(**known | {"language": None if told else stored.language}))


def amend(db: Database, before: Held, document: Document, reading: Reading | None) -> StoredDocument | None:
    """Make a document what it is to be; without a reading, its claims stay.

    None, and no change, where it is ``before`` no more. Raises AmendingError where it would then be the same
    as another document, or a revision of it.
    """
    key = before.stored.id
    if held(db, key) != before:
        return None
    row, series = db.execute("SELECT id, series FROM documents WHERE key = ?", (key,)).fetchone()
    if document.url != before.document.url:
        _check(db, series, document)
    fields = {name: getattr(document, name) for name in _AMENDED}
    fields |= {
        "rank": dates.rank(document.published_at),
        "day": dates.day(document.published_at) if document.published_at else None,
    }
    if reading is not None:
        fields |= {"language": document.language, "told": 0}
    columns = ", ".join(f"{name} = ?" for name in fields)
    db.execute(f"UPDATE documents SET {columns} WHERE id = ?", (*fields.values(), row))
    publisher = publishers.row_of(db, document.publisher)
    if reading is not None:
        renewed(db, key, reading, write=True, moved=True)
    elif document.publisher != before.document.publisher:
        breakdowns.count(db, "document", [row], -1)
        db.execute("UPDATE claims SET publisher = ? WHERE document = ?", (publisher, row))
        breakdowns.count(db, "document", [row], +1)
    publishers.forget(db, before.document.publisher)
    return documents.one(db, key)


def _check(db: Database, series: int, document: Document) -> None:
    """Refuse a name that is another's: what comes under it next would have two places to go."""
    place = revisions.place(db, document)
    if place.series is None or place.series == series:
        return
    if other := revisions.latest(db, place.series):
        raise AmendingError(f"By this url, or none, it would be the same as the document {other[1]}.")
