"""Documents in the store: known ones found again, new ones stored with their reading, old ones removed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count
from typing import Any

import msgspec
from sqlite_utils import Database

from grammar.claim import Reading
from service.documents import Document, DocumentSummary, Receipt, StoredDocument
from service.store.asking import claims as stored_claims
from service.store.asking import listing, questions
from service.store.asking.listing import DocumentFilters
from service.store.asking.unknown import told
from service.store.entities import links, publishers, tallies
from service.store.entities.links import Entry
from service.store.keeping import corrections, revisions
from service.store.values import dates, decoders
from service.store.values.hints import Found
from service.store.values.paging import Place, cut, start

_DESCRIPTION = (
    "key, title, url, publisher, author, published_at, external_id, language, added_at"
    ", revision, superseded_by, note"
)
_SUMMARY = f"{_DESCRIPTION}, length, claim_count, unread_count, topics"
_FIELDS = tuple(_DESCRIPTION.split(", "))
_TAKEN_ONCE = ("title", "url", "publisher", "author", "published_at", "language")


def key_of(document: Document, other: int = 0) -> str:
    """A document's id: a hash of its external id, url and text, so a copy submitted anew gets the same.

    ``other`` tells it from as many that had that url before theirs was put right.
    """
    known = (document.external_id, document.url, document.text)
    identity = msgspec.json.encode((*known, other) if other else known)
    return hashlib.sha256(identity).hexdigest()[:16]


def _free_key(db: Database, document: Document) -> str:
    return next(
        key
        for other in count()
        if not db.execute(
            "SELECT 1 FROM documents WHERE key = ?", (key := key_of(document, other),)
        ).fetchone()
    )


class Entering:
    """Documents just stored that no list, search or count has yet: many at once are entered in half the time.

    ``enter`` must be called before anything else is asked of the store, or changed.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._entries: list[Entry] = []

    def add(self, entry: Entry) -> None:
        """Have a document entered."""
        self._entries.append(entry)

    def enter(self) -> None:
        """Have the claims of all documents found and counted."""
        entries, self._entries = self._entries, []
        if entries:
            links.insert(self._db, entries)
            questions.enter(self._db, [entry.document for entry in entries])


def put(db: Database, document: Document, reading: Reading, entering: Entering) -> Receipt:
    """Store a document with its reading, unless it is known; a new text of it supersedes the last.

    ``entering`` is given what is left to be done.
    """
    place = revisions.place(db, document)
    if place.known:
        return receipt(db, place.known, document)
    before = None if place.series is None else revisions.latest(db, place.series)
    key, entry = _insert(db, document, reading, place.series, before[2] + 1 if before else 1)
    entering.add(entry)
    if before:
        entering.enter()
        revisions.supersede(db, before[0], key)
    return receipt(db, key)


def _insert_row(db: Database, fields: dict[str, Any]) -> int:
    columns, marks = ", ".join(fields), ", ".join("?" * len(fields))
    statement = f"INSERT INTO documents ({columns}) VALUES ({marks}) RETURNING id"
    (row,) = db.execute(statement, tuple(fields.values())).fetchone()
    return int(row)


def receipt(db: Database, key: str, again: Document | None = None) -> Receipt:
    """What there is to say of a stored document without reading it: just added, or submitted ``again``."""
    revision, claims, unread, note, superseded_by, *stored = db.execute(
        f"SELECT revision, claim_count, unread_count, note, superseded_by, {', '.join(_TAKEN_ONCE)}"
        " FROM documents WHERE key = ?",
        (key,),
    ).fetchone()
    known = zip(_TAKEN_ONCE, stored, strict=True)
    ignored = tuple(name for name, value in known if again and getattr(again, name) not in (None, value))
    return Receipt(key, revision, claims, unread, note, superseded_by, again is None, ignored)


def _insert(
    db: Database, document: Document, reading: Reading, series: int | None, revision: int
) -> tuple[str, Entry]:
    """Store a new document with its claims; gives its id and what is left. Without a series it begins one."""
    key = _free_key(db, document)
    read = [msgspec.structs.replace(claim, document_id=key) for claim in reading.claims]
    corrected = corrections.applied(db, read, document.text)
    claims = [each.claim for each in corrected]
    # Plain SQL: sqlite-utils' insert looks the table up anew each time, which takes as long as storing it.
    row = _insert_row(
        db,
        {
            "key": key,
            "external_id": document.external_id,
            "url": document.url,
            "title": document.title,
            "publisher": document.publisher,
            "author": document.author,
            "language": document.language or reading.language,
            "published_at": document.published_at,
            "rank": dates.rank(document.published_at),
            "day": dates.day(document.published_at) if document.published_at else None,
            "added_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "text": document.text,
            "digest": revisions.digest(document.text),
            "length": len(document.text),
            "engine": msgspec.json.encode(reading.engine).decode(),
            "topics": msgspec.json.encode(reading.topics).decode(),
            "unread": msgspec.json.encode(reading.unread).decode(),
            "claim_count": len(claims),
            "unread_count": len(reading.unread),
            "series": series,
            "revision": revision,
            "note": reading.note,
            "told": document.language is None and reading.language is not None,
        },
    )
    if series is None:
        db.execute("UPDATE documents SET series = id WHERE id = ?", (row,))
    publisher = publishers.row_of(db, document.publisher)
    rows = stored_claims.insert(db, row, document.published_at, publisher, claims)
    corrections.remember(db, zip(rows, corrected, strict=True))
    placed = list(zip(rows, claims, strict=True))
    return key, Entry(row, dates.rank(document.published_at), reading.topics, placed)


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
        engine=decoders.ENGINE.decode(engine),
        topics=decoders.TOPICS.decode(topics),
        claims=tuple(decoders.CLAIM.decode(claim) for claim in claims),
        unread=decoders.UNREAD.decode(unread),
    )


def page(db: Database, cursor: str | None, limit: int, filters: DocumentFilters) -> Found[DocumentSummary]:
    """Documents that the filters ask for, newest first, undated last, then in the order of storing.

    Publishers of whom nothing is stored are told on the first page, with those like them.
    """
    bound = ("documents", filters)
    place = start(cursor, bound)
    asked, values = listing.conditions(db, filters)
    where = " AND ".join(["(rank, id) > (?, ?)", *asked])
    # Found first and described then: what is sorted need not hold what stands behind the texts.
    rows = db.execute(
        f"SELECT {_SUMMARY}, rank, id FROM documents WHERE id IN"
        f" (SELECT id FROM documents WHERE {where} ORDER BY rank, id LIMIT ?) ORDER BY rank, id",
        (place.rank, place.row, *values, limit + 1),
    ).fetchall()
    last = Place(rows[limit - 1][-2], 0, rows[limit - 1][-1]) if len(rows) > limit else None
    found = cut([_summary(row) for row in rows], limit, last, bound)
    return Found(found.items, found.next, () if cursor else told(db, listing.unknown(db, filters)))


def summaries(db: Database, keys: Sequence[str]) -> list[DocumentSummary]:
    """These documents, in their order."""
    found = (db.execute(f"SELECT {_SUMMARY} FROM documents WHERE key = ?", (key,)).fetchone() for key in keys)
    return [_summary(row) for row in found]


def delete(db: Database, key: str) -> bool:
    """Remove a document, its claims, and the actors and topics that nothing else mentions."""
    found = db.execute("SELECT id, series, superseded_by FROM documents WHERE key = ?", (key,)).fetchone()
    if found is None:
        return False
    row, series, superseded_by = found
    if superseded_by is None:
        tallies.count(db, row, -1)
    links.delete(db, row)
    # Said outright rather than left to the cascade: the triggers of full-text search must see each claim go.
    db.execute("DELETE FROM claims WHERE document = ?", (row,))
    db.execute("DELETE FROM documents WHERE id = ?", (row,))
    revisions.close_gap(db, series, key, superseded_by)
    return True


def _summary(row: tuple[Any, ...]) -> DocumentSummary:
    length, claim_count, unread_count, topics = row[len(_FIELDS) :][:4]
    return DocumentSummary(
        **_described(row),
        length=length,
        claim_count=claim_count,
        unread_count=unread_count,
        topics=decoders.TOPICS.decode(topics),
    )


def _described(row: tuple[Any, ...]) -> dict[str, Any]:
    described = dict(zip(_FIELDS, row, strict=False))
    described["id"] = described.pop("key")
    return described
