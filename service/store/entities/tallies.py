"""The kept counts of actors and topics: how many claims and documents each has, superseded ones left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from grammar.claim import Topic
from service.store.entities import breakdowns
from service.store.values import decoders

CLAIM_LINKS = (
    ("claim_actors", "actor", "actors", "claims"),
    ("claim_about", "actor", "actors", "about"),
    ("claim_topics", "topic", "topics", "claims"),
)
DOCUMENT_LINKS = (("document_actors", "actor", "actors"), ("document_topics", "topic", "topics"))


def count(db: Database, document: int, sign: int) -> None:
    """Add a document's share to the counts of its actors and topics (+1), or take it out (-1)."""
    breakdowns.count(db, "document", [document], sign)
    for links, column, table, counted in CLAIM_LINKS:
        db.execute(
            f"UPDATE {table} SET {counted} = {counted} + ? * counted.number FROM"
            f" (SELECT {column} AS row, count(*) AS number FROM {links}"
            f" WHERE claim IN (SELECT id FROM claims WHERE document = ?) GROUP BY {column}) AS counted"
            f" WHERE {table}.id = counted.row",
            (sign, document),
        )
    for links, column, table in DOCUMENT_LINKS:
        db.execute(
            f"UPDATE {table} SET documents = documents + ?"
            f" WHERE id IN (SELECT {column} FROM {links} WHERE document = ?)",
            (sign, document),
        )
    (shared,) = db.execute("SELECT topics FROM documents WHERE id = ?", (document,)).fetchone()
    own = db.execute("SELECT json_extract(json, '$.topics') FROM claims WHERE document = ?", (document,))
    topics = decoders.TOPICS
    count_own(db, own_topics(topics.decode(shared), [topics.decode(each) for (each,) in own]), sign)


def own_topics(topics: Sequence[Topic], of_claims: Iterable[Sequence[Topic]]) -> Counter[str]:
    """How many claims have each topic themselves or by their document, not for the sake of a narrower one."""
    shared = {topic.id for topic in topics}
    return Counter(key for of_claim in of_claims for key in shared | {topic.id for topic in of_claim})


def count_own(db: Database, own: Counter[str], sign: int) -> None:
    """Add to the counts of topics (+1), or take out of them (-1)."""
    db.conn.executemany(
        "UPDATE topics SET own = own + ? WHERE key = ?",
        [(sign * number, key) for key, number in sorted(own.items())],
    )


def recount(db: Database, actors: Iterable[int]) -> None:
    """Count the claims and documents of these actors anew, and remove those that are mentioned nowhere."""
    rows = [(actor,) for actor in sorted(set(actors))]
    current = "JOIN claims c ON c.id = l.claim AND NOT c.superseded"
    db.conn.executemany(
        f"UPDATE actors SET claims = (SELECT count(*) FROM claim_actors l {current} WHERE l.actor = ?1),"
        f" about = (SELECT count(*) FROM claim_about l {current} WHERE l.actor = ?1),"
        " documents = (SELECT count(*) FROM document_actors l JOIN documents d"
        " ON d.id = l.document AND d.superseded_by IS NULL WHERE l.actor = ?1) WHERE id = ?1",
        rows,
    )
    remove(db, "document_actors", "actor", "actors", rows)


def remove(db: Database, links: str, column: str, table: str, rows: Iterable[tuple[int]]) -> None:
    """Remove those of these actors or topics that no document mentions, not even a superseded one."""
    db.conn.executemany(
        f"DELETE FROM {table} WHERE id = ? AND documents = 0"
        f" AND NOT EXISTS (SELECT 1 FROM {links} WHERE {column} = {table}.id)",
        rows,
    )
