"""Claims in the store: stored whole as JSON beside the columns by which they are found."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlite_utils import Database

from grammar.claim import Claim
from service.store import dates
from service.store.filters import Filters
from service.store.matching import matching
from service.store.paging import Page, Place, start

_encoder = msgspec.json.Encoder()


def insert(db: Database, document: int, published_at: str | None, claims: Sequence[Claim]) -> list[int]:
    """Store a document's claims; gives their rows in the same order."""
    (highest,) = db.execute("SELECT coalesce(max(id), 0) FROM claims").fetchone()
    rank = dates.rank(published_at)
    day = dates.day(published_at) if published_at else None
    rows = list(range(highest + 1, highest + 1 + len(claims)))
    db.conn.executemany(
        "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                row,
                claim.id,
                document,
                claim.position,
                rank,
                day,
                dates.said_day(claim.time.value) if claim.time else None,
                claim.act,
                claim.type,
                claim.certainty,
                claim.polarity,
                claim.quotation,
                claim.source.text if claim.source else "",
                claim.content.text,
                _encoder.encode(claim).decode(),
            )
            for row, claim in zip(rows, claims, strict=True)
        ],
    )
    return rows


def page(db: Database, filters: Filters, cursor: str | None, limit: int) -> Page[msgspec.Raw]:
    """The claims that the filters ask for, as JSON: newest first, undated last, then by position."""
    place = start(cursor)
    wanted = matching(db, filters)
    if wanted.impossible:
        return Page([], None)
    if wanted.driver:
        table, column, row = wanted.driver
        tables = f"{table} d CROSS JOIN claims c ON c.id = d.claim"
        order, conditions, parameters = "d.rank, d.position, d.claim", [f"d.{column} = ?"], [row]
    else:
        tables, order, conditions, parameters = "claims c", "c.rank, c.position, c.id", [], []
    conditions += [f"({order}) > (?, ?, ?)", *wanted.conditions]
    rows = db.execute(
        f"SELECT CAST(c.json AS BLOB), c.rank, c.position, c.id FROM {tables}"
        f" WHERE {' AND '.join(conditions)} ORDER BY {order} LIMIT ?",
        [*parameters, *place, *wanted.parameters, limit + 1],
    ).fetchall()
    last = Place(*rows[limit - 1][1:]).token() if len(rows) > limit else None
    return Page([msgspec.Raw(row[0]) for row in rows[:limit]], last)


def one(db: Database, key: str) -> msgspec.Raw | None:
    """The claim with this id; of several documents with the same text, that of the first one stored."""
    row = db.execute(
        "SELECT CAST(json AS BLOB) FROM claims WHERE key = ? ORDER BY id LIMIT 1", (key,)
    ).fetchone()
    return msgspec.Raw(row[0]) if row else None


def of_document(db: Database, document: int) -> list[msgspec.Raw]:
    """All claims of a document by position."""
    rows = db.execute(
        "SELECT CAST(json AS BLOB) FROM claims WHERE document = ? ORDER BY position", (document,)
    )
    return [msgspec.Raw(row) for (row,) in rows]
