"""Claims in the store: stored whole as JSON beside the columns by which they are found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from types import MappingProxyType
from typing import Generic, TypeVar

import msgspec
from sqlite_utils import Database

from grammar.claim import Claim
from service.documents import DocumentHead
from service.responses.exports import Exported
from service.store.asking import walks
from service.store.asking.filters import Filters, Order
from service.store.asking.matching import matching
from service.store.asking.plans import Plan, marks
from service.store.values import dates
from service.store.values.hints import Found, Unknown
from service.store.values.paging import Place, cut, start

T = TypeVar("T")

_COLUMNS = (
    "id, key, document, position, rank, day, said, act, type, certainty, polarity, quotation, anonymity,"
    " publisher, source, content, json"
)
_encoder = msgspec.json.Encoder()


class Cited(Found[T], Generic[T], frozen=True, kw_only=True):
    """Claims in order, and in ``documents`` what those are known by that they stand in, by their ids."""

    documents: dict[str, DocumentHead]


def insert(
    db: Database,
    document: int,
    published_at: str | None,
    publisher: int | None,
    claims: Sequence[Claim],
    known: Mapping[str, int] = MappingProxyType({}),
) -> list[int]:
    """Store a document's claims; gives their rows in the same order: of ids that are ``known``, these.

    ``links.insert`` and ``questions.enter`` are left to be done.
    """
    (highest,) = db.execute("SELECT coalesce(max(id), 0) FROM claims").fetchone()
    rank = dates.rank(published_at)
    day = dates.day(published_at) if published_at else None
    fresh = count(max(highest, *known.values()) + 1 if known else highest + 1)
    rows = [known[claim.id] if claim.id in known else next(fresh) for claim in claims]
    db.conn.executemany(
        f"INSERT INTO claims ({_COLUMNS}) VALUES ({marks(_COLUMNS.split(','))})",
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
                claim.source.anonymity if claim.source else None,
                publisher,
                claim.source.text if claim.source else "",
                claim.content.text,
                _encoder.encode(claim).decode(),
            )
            for row, claim in zip(rows, claims, strict=True)
        ],
    )
    return rows


def page(db: Database, filters: Filters, order: Order, cursor: str | None, limit: int) -> Cited[msgspec.Raw]:
    """The claims that the filters ask for, as JSON, by publication, undated last, then by position.

    Names that nothing is stored of are told on the first page, without what is like them.
    """
    bound = ("claims", filters, order)
    plan = matching(db, filters)
    found = of_plan(db, plan, order, start(cursor, bound), limit, bound)
    unknown = [] if cursor else plan.unknown
    return msgspec.structs.replace(found, unknown=tuple(Unknown(*each) for each in unknown))


def of_plan(
    db: Database, plan: Plan, order: Order, after: Place, limit: int, bound: object
) -> Cited[msgspec.Raw]:
    """The claims of a plan that follow a place."""
    found = walks.places(db, plan, order, after, limit + 1)
    items, documents = _json(db, found[:limit])
    page = cut(items, limit, found[limit - 1] if len(found) > limit else None, bound)
    return Cited(page.items, page.next, documents=documents)


def piece(
    db: Database, filters: Filters, order: Order, after: Place, limit: int
) -> tuple[list[Exported], Place | None]:
    """What follows a place, with its documents, and the place to go on from, or None at the end."""
    found = walks.places(db, matching(db, filters), order, after, limit)
    rows = [place.row for place in found]
    columns = "c.id, CAST(c.json AS BLOB), d.published_at, d.publisher, d.title, d.url"
    source = "claims c JOIN documents d ON d.id = c.document"
    there = {
        row: Exported(msgspec.Raw(json), *known)
        for row, json, *known in db.execute(
            f"SELECT {columns} FROM {source} WHERE c.id IN ({marks(rows)})",
            rows,
        )
    }
    return [there[row] for row in rows], found[-1] if len(found) == limit else None


def _json(db: Database, places: Sequence[Place]) -> tuple[list[msgspec.Raw], dict[str, DocumentHead]]:
    """The claims at these places, in their order, and their documents, in the order of the claims."""
    rows = [place.row for place in places]
    query = f"SELECT id, CAST(json AS BLOB), document FROM claims WHERE id IN ({marks(rows)})"
    found = {row: (msgspec.Raw(json), document) for row, json, document in db.execute(query, rows)}
    there = list(dict.fromkeys(found[row][1] for row in rows))
    columns = "id, key, title, url, publisher, author, published_at"
    query = f"SELECT {columns} FROM documents WHERE id IN ({marks(there)})"
    heads = {row: DocumentHead(*known) for row, *known in db.execute(query, there)}
    return [found[row][0] for row in rows], {heads[row].id: heads[row] for row in there}


def one(db: Database, key: str) -> msgspec.Raw | None:
    """The claim with this id; of several documents with the same text, the first not superseded."""
    row = db.execute(
        "SELECT CAST(json AS BLOB) FROM claims WHERE key = ? ORDER BY superseded, id LIMIT 1", (key,)
    ).fetchone()
    return msgspec.Raw(row[0]) if row else None


def of_document(db: Database, document: int) -> list[msgspec.Raw]:
    """All claims of a document by position."""
    rows = db.execute(
        "SELECT CAST(json AS BLOB) FROM claims WHERE document = ? ORDER BY position", (document,)
    )
    return [msgspec.Raw(row) for (row,) in rows]
