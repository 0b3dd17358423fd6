"""Documents in the store: known ones found again, new ones stored with their reading, old ones removed."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlite_utils import Database

from grammar.claim import Claim, EngineVersion, Reading, Topic, Unread
from service.documents import Document, DocumentSummary, StoredDocument
from service.store import claims as stored_claims
from service.store import corrections, dates, links, publishers
from service.store.paging import Page, Place, cut, start

_DESCRIPTION = "key, title, url, publisher, author, published_at, external_id, language, added_at"
_FIELDS = tuple(_DESCRIPTION.split(", "))


def key_of(document: Document) -> str:
    """A document's id: a hash of its external id, url and text, so a copy submitted anew gets the same."""
    identity = msgspec.json.encode((document.external_id, document.url, document.text))
    return hashlib.sha256(identity).hexdigest()[:16]


def find(db: Database, document: Document) -> str | None:
    """Find the id under which the same document is stored: same external_id, else url and text."""
    if document.external_id is not None:
        found = db.execute(
            "SELECT key FROM documents WHERE external_id = ? LIMIT 1", (document.external_id,)
        ).fetchone()
        if found:
            return str(found[0])
    found = db.execute(
        "SELECT key FROM documents WHERE digest = ? AND url IS ? ORDER BY id LIMIT 1",
        (_digest(document.text), document.url),
    ).fetchone()
    return str(found[0]) if found else None


def insert(db: Database, document: Document, reading: Reading) -> str:
    """Store a new document and everything read in it; gives its id."""
    key = key_of(document)
    read = [msgspec.structs.replace(claim, document_id=key) for claim in reading.claims]
    corrected = corrections.applied(db, read, document.text)
    claims = [each.claim for each in corrected]
    db.table("documents").insert(
        {
            "key": key,
            "external_id": document.external_id,
            "url": document.url,
            "title": document.title,
            "publisher": document.publisher,
            "author": document.author,
            "language": document.language,
            "published_at": document.published_at,
            "rank": dates.rank(document.published_at),
            "day": dates.day(document.published_at) if document.published_at else None,
            "added_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "text": document.text,
            "digest": _digest(document.text),
            "length": len(document.text),
            "engine": msgspec.json.encode(reading.engine).decode(),
            "topics": msgspec.json.encode(reading.topics).decode(),
            "unread": msgspec.json.encode(reading.unread).decode(),
            "claim_count": len(claims),
            "unread_count": len(reading.unread),
        }
    )
    (row,) = db.execute("SELECT id FROM documents WHERE key = ?", (key,)).fetchone()
    publisher = publishers.row_of(db, document.publisher)
    rows = stored_claims.insert(db, row, document.published_at, publisher, claims)
    corrections.remember(db, zip(rows, corrected, strict=True))
    links.insert(
        db, row, dates.rank(document.published_at), reading.topics, list(zip(rows, claims, strict=True))
    )
    return key


def one(db: Database, key: str) -> StoredDocument | None:
    """A document, whole."""
    row = db.execute(
        f"SELECT {_DESCRIPTION}, text, engine, topics, unread, id FROM documents WHERE key = ?", (key,)
    ).fetchone()
    if row is None:
        return None
    text, engine, topics, unread, id = row[len(_FIELDS) :]
    claims = stored_claims.of_document(db, id)
    return StoredDocument(
        **_described(row),
        text=text,
        engine=msgspec.json.decode(engine, type=EngineVersion),
        topics=msgspec.json.decode(topics, type=tuple[Topic, ...]),
        claims=tuple(msgspec.json.decode(claim, type=Claim) for claim in claims),
        unread=msgspec.json.decode(unread, type=tuple[Unread, ...]),
    )


def page(db: Database, cursor: str | None, limit: int) -> Page[DocumentSummary]:
    """Documents, newest first, undated last, then in the order of storing."""
    place = start(cursor, "documents")
    rows = db.execute(
        f"SELECT {_DESCRIPTION}, length, claim_count, unread_count, topics, rank, id FROM documents"
        " WHERE (rank, id) > (?, ?) ORDER BY rank, id LIMIT ?",
        (place.rank, place.row, limit + 1),
    ).fetchall()
    last = Place(rows[limit - 1][-2], 0, rows[limit - 1][-1]) if len(rows) > limit else None
    summaries = []
    for row in rows:
        length, claim_count, unread_count, topics = row[len(_FIELDS) : -2]
        summaries.append(
            DocumentSummary(
                **_described(row),
                length=length,
                claim_count=claim_count,
                unread_count=unread_count,
                topics=msgspec.json.decode(topics, type=tuple[Topic, ...]),
            )
        )
    return cut(summaries, limit, last, "documents")


def delete(db: Database, key: str) -> bool:
    """Remove a document, its claims, and the actors and topics that nothing else mentions."""
    row = db.execute("SELECT id FROM documents WHERE key = ?", (key,)).fetchone()
    if row is None:
        return False
    links.delete(db, row[0])
    # Said outright rather than left to the cascade: the triggers of full-text search must see each claim go.
    db.execute("DELETE FROM claims WHERE document = ?", row)
    db.execute("DELETE FROM documents WHERE id = ?", row)
    return True


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _described(row: tuple[Any, ...]) -> dict[str, Any]:
    described = dict(zip(_FIELDS, row, strict=False))
    described["id"] = described.pop("key")
    return described
