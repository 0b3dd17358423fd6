"""What lets the store answer quickly: indexes in the order of pages, full-text search by time, kept counts.

Claims of ``superseded`` revisions are in the indexes and in full-text search, but they are not counted.
Triggers see to claims that change or go; new ones are entered with all documents of a commit, since a trigger
for each took half of the time of storing.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlite_utils import Database

from service.store.asking import ordinals
from service.store.entities import publishers
from service.store.entities.breakdowns import COLUMNS

_FACETS = """
    ('claims', ''), ('act', {row}.act), ('type', {row}.type), ('certainty', {row}.certainty),
    ('polarity', {row}.polarity), ('quotation', {row}.quotation), ('anonymity', {row}.anonymity),
    ('publisher', {row}.publisher), ('month', substr({row}.day, 1, 7))
"""
_ADD = f"""
    INSERT INTO claims_fts (rowid, source, content) VALUES (new.ordinal, new.source, new.content);
    INSERT INTO claims_words (rowid, source, content) VALUES (new.ordinal, new.source, new.content);
    INSERT INTO claim_counts (facet, value, claims)
        SELECT column1, column2, 1 FROM (VALUES {_FACETS.format(row="new")})
        WHERE column2 IS NOT NULL AND NOT new.superseded
        ON CONFLICT (facet, value) DO UPDATE SET claims = claims + 1;
"""
_REMOVE = f"""
    INSERT INTO claims_fts (claims_fts, rowid, source, content)
        VALUES ('delete', old.ordinal, old.source, old.content);
    INSERT INTO claims_words (claims_words, rowid, source, content)
        VALUES ('delete', old.ordinal, old.source, old.content);
    UPDATE claim_counts SET claims = claims - 1
        WHERE NOT old.superseded AND (facet, value) IN (VALUES {_FACETS.format(row="old")});
    DELETE FROM claim_counts WHERE claims = 0 AND (facet, value) IN (VALUES {_FACETS.format(row="old")});
"""
_SEARCHED = ("claims_fts", "claims_words")
_WATCHED = f"superseded, rank, position, day, source, content, {', '.join(COLUMNS)}"


def _counted(claims: str) -> str:
    """A SELECT of facets, their values and how many of the claims have them."""
    facets = (("claims", "''"), ("month", "substr(day, 1, 7)"), *((name, name) for name in COLUMNS))
    each = " UNION ALL ".join(
        f"SELECT '{facet}' AS facet, {value} AS value FROM {claims}" for facet, value in facets
    )
    return f"SELECT facet, value, count(*) FROM ({each}) WHERE value IS NOT NULL GROUP BY facet, value"


def prepare(db: Database) -> None:
    """Bring a store of the first schema to this one; takes about a minute for a million claims."""
    db.table("claims").disable_fts()
    for index in ("rank_position", "act_rank_position"):
        db.execute(f"DROP INDEX idx_claims_{index}")
    for column in (
        "anonymity TEXT",
        "publisher INTEGER",
        "superseded INTEGER NOT NULL DEFAULT 0",
        f"ordinal INTEGER GENERATED ALWAYS AS ({ordinals.EXPRESSION}) VIRTUAL",
    ):
        db.execute(f"ALTER TABLE claims ADD COLUMN {column}")
    publishers.prepare(db)
    db.execute(
        "UPDATE claims SET anonymity = json_extract(json, '$.source.anonymity'), publisher = (SELECT p.id"
        " FROM documents d JOIN publishers p ON p.name = d.publisher WHERE d.id = claims.document)"
    )
    _index(db)
    _search(db)
    db.execute(
        """
        CREATE TABLE claim_counts (
            facet TEXT NOT NULL,
            value NOT NULL,
            claims INTEGER NOT NULL,
            PRIMARY KEY (facet, value)
        ) WITHOUT ROWID
        """
    )
    db.execute(f"INSERT INTO claim_counts {_counted('claims')}")
    for name, event, action in (
        ("added", "AFTER INSERT", _ADD),
        ("removed", "BEFORE DELETE", _REMOVE),
        ("changed_from", f"BEFORE UPDATE OF {_WATCHED}", _REMOVE),
        ("changed_to", f"AFTER UPDATE OF {_WATCHED}", _ADD),
    ):
        db.execute(f"CREATE TRIGGER claims_{name} {event} ON claims BEGIN{action}END")


def prepare_entering(db: Database) -> None:
    """Have new claims entered by ``enter`` alone."""
    db.execute("DROP TRIGGER claims_added")


def enter(db: Database, documents: Sequence[int]) -> None:
    """Count the new claims of documents, and have full-text search find them; to be called once.

    The more at once, the better: full-text search writes out its index at each statement, and wherever an
    ordinal is lower than the one before.
    """
    these = "document IN (SELECT value FROM json_each(?))"
    asked = (msgspec.json.encode(documents).decode(),)
    db.execute(
        f"WITH new AS MATERIALIZED (SELECT day, {', '.join(COLUMNS)} FROM claims"
        f" WHERE {these} AND NOT superseded) INSERT INTO claim_counts {_counted('new')}"
        " ON CONFLICT (facet, value) DO UPDATE SET claims = claims + excluded.claims",
        asked,
    )
    for table in _SEARCHED:
        db.execute(
            f"INSERT INTO {table} (rowid, source, content)"
            f" SELECT ordinal, source, content FROM claims WHERE {these} ORDER BY ordinal",
            asked,
        )


def _index(db: Database) -> None:
    db.execute("CREATE INDEX claims_by_time ON claims (rank, position)")
    # Each column with few values in the order of pages.
    for column in COLUMNS:
        db.execute(f"CREATE INDEX claims_by_{column} ON claims ({column}, rank, position)")
    # A range of days is walked as whole years, whole months and days, each in the order of pages.
    for part, length in (("year", 4), ("month", 7), ("day", 10)):
        db.execute(
            f"CREATE INDEX claims_by_said_{part} ON claims (substr(said, 1, {length}), rank, position)"
            " WHERE said IS NOT NULL"
        )
    # A narrow copy of the table, so that checking a claim does not mean to read the whole of it.
    db.execute(
        "CREATE INDEX claims_narrow ON claims"
        f" (id, superseded, rank, position, document, day, said, ordinal, {', '.join(COLUMNS)})"
    )


def _search(db: Database) -> None:
    """Words by their stems, and as they are written for those that are only begun."""
    db.execute(
        "CREATE VIRTUAL TABLE claims_fts USING fts5 (source, content, content='claims',"
        " content_rowid='ordinal', tokenize='porter unicode61 remove_diacritics 2')"
    )
    db.execute(
        "CREATE VIRTUAL TABLE claims_words USING fts5 (source, content, content='claims',"
        " content_rowid='ordinal', tokenize='unicode61 remove_diacritics 2', detail=none, prefix='1 2 3')"
    )
    for table in _SEARCHED:
        db.execute(
            f"INSERT INTO {table} (rowid, source, content)"
            " SELECT ordinal, source, content FROM claims ORDER BY ordinal"
        )
