"""Which stored documents were read by which engine, and their readings put in place of older ones.

The text of a document never changes, so that it can be read at any time and by whatever grammar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from sqlite_utils import Database

from grammar.claim import EngineVersion, Reading
from service.documents import Document
from service.store.connections import Connections
from service.store.entities import publishers
from service.store.keeping.renewal import Renewal, renewed
from service.store.values import dates, decoders

_PAGE = 50
_SUBMITTED = "id, key, text, title, published_at, CASE WHEN told THEN NULL ELSE language END"


def prepare(db: Database) -> None:
    """Let documents be found by their engine without their texts; keep whether the text told its language."""
    db.table("documents").add_column("told", int, not_null_default=0)
    db.execute("CREATE INDEX documents_by_engine ON documents (engine)")


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which documents are to be read anew; what is set must all hold, and values of one field mean either.

    ``documents`` are ids, ``since`` and ``until`` the range of ``published_at``, ISO dates or date-times.
    Those that were read by the rules and words of ``engine`` are left out, if it is given.
    """

    documents: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    engine: EngineVersion | None = None


class Filed(msgspec.Struct, frozen=True):
    """A stored document as it was submitted, and its id."""

    id: str
    document: Document


class Readings:
    """The readings of a store."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def missing(self, documents: Sequence[str]) -> list[str]:
        """Which of these ids no document has."""
        with self._connections.reading() as db:
            return [
                id
                for id in documents
                if not db.execute("SELECT 1 FROM documents WHERE key = ?", (id,)).fetchone()
            ]

    def count(self, wanted: Wanted) -> int:
        """How many documents are wanted."""
        with self._connections.reading() as db:
            condition, values = _condition(db, wanted)
            counts = [
                db.execute(f"SELECT count(*) FROM documents WHERE {engine}{condition}", (*of, *values))
                for engine, of in _engines(db, wanted.engine)
            ]
            return sum(count.fetchone()[0] for count in counts)

    def wanted(self, wanted: Wanted) -> Iterator[Filed]:
        """The documents that are wanted, superseded ones as well; those stored meanwhile are left out."""
        with self._connections.reading() as db:
            engines = _engines(db, wanted.engine)
            condition, values = _condition(db, wanted)
            (last,) = db.execute("SELECT ifnull(max(id), 0) FROM documents").fetchone()
        for engine, of in engines:
            after = 0
            while True:
                with self._connections.reading() as db:
                    rows = db.execute(
                        f"SELECT {_SUBMITTED} FROM documents WHERE {engine}{condition}"
                        " AND id > ? AND id <= ? ORDER BY id LIMIT ?",
                        (*of, *values, after, last, _PAGE),
                    ).fetchall()
                for after, key, text, title, published_at, language in rows:  # noqa: B007 - the last one's counts
                    yield Filed(
                        key, Document(text=text, title=title, published_at=published_at, language=language)
                    )
                if len(rows) < _PAGE:
                    break

    def difference(self, id: str, reading: Reading) -> Renewal | None:
        """What ``renew`` would change; None where there is no such document."""
        with self._connections.reading() as db:
            return renewed(db, id, reading, write=False)

    def renew(self, id: str, reading: Reading) -> Renewal | None:
        """Put a reading in the place of the one that a document has; None where there is no such document.

        All or nothing, in a transaction of its own.
        """
        with self._connections.writing() as db:
            return renewed(db, id, reading, write=True)


def _engines(db: Database, but: EngineVersion | None) -> list[tuple[str, tuple[str, ...]]]:
    """A condition for each engine whose readings are wanted: one after the other, an index finds them."""
    if but is None:
        return [("1", ())]
    found: list[str] = []
    while row := db.execute(
        "SELECT engine FROM documents WHERE engine > ? ORDER BY engine LIMIT 1", (found[-1] if found else "",)
    ).fetchone():
        found += row
    return [("engine = ?", (each,)) for each in found if not _alike(each, but)]


def _alike(stored: str, engine: EngineVersion) -> bool:
    known = decoders.ENGINE.decode(stored)
    return (known.grammar, known.lexicon) == (engine.grammar, engine.lexicon)


def _condition(db: Database, wanted: Wanted) -> tuple[str, list[str | int]]:
    """What documents must fulfil beside their engine."""
    conditions: list[str] = []
    values: list[str | int] = []
    if wanted.documents:
        conditions.append(f"key IN ({','.join('?' * len(wanted.documents))})")
        values += wanted.documents
    if wanted.publishers:
        rows = sorted({row for name in wanted.publishers for row in publishers.resolve(db, name)})
        named = f"SELECT name FROM publishers WHERE id IN ({','.join('?' * len(rows))})"
        conditions.append(f"publisher IN ({named})")
        values += rows
    for value, of_days, of_moments in ((wanted.since, ">=", "<="), (wanted.until, "<", ">")):
        if value is not None and dates.is_day(value):
            conditions.append(f"day {of_days} ?")
            values.append(dates.day(value))
        elif value is not None:
            conditions.append(f"rank {of_moments} ? AND day IS NOT NULL")
            values.append(dates.rank(value))
    return "".join(f" AND {condition}" for condition in conditions), values
