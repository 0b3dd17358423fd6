"""Whether a database holds together: its pages, its full-text indexes, and what is kept beside the claims."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec

from grammar.claim import Claim, Topic
from service.store.entities.breakdowns import COLUMNS, LINKS
from service.store.entities.topics import closure

_COLUMNS = ("act", "type", "certainty", "polarity", "quotation")
_TOPICS = msgspec.json.Decoder(tuple[Topic, ...])
_LINKS = (
    ("claim_actors", "actor", "actors"),
    ("claim_about", "actor", "actors"),
    ("claim_topics", "topic", "topics"),
)


def faults(path: Path) -> list[str]:
    """All that is wrong in this file; nobody may write to it meanwhile. Reads all of it several times."""
    with closing(sqlite3.connect(path)) as db:
        return [*_pages(db), *_documents(db), *_links(db), *_counts(db), *_revisions(db)]


def _pages(db: sqlite3.Connection) -> Iterator[str]:
    """What SQLite itself can find; the full-text indexes are held against the claims (``rank`` 1)."""
    for check in ("integrity_check", "foreign_key_check"):
        for row in db.execute(f"PRAGMA {check}").fetchall():
            if row != ("ok",):
                yield f"{check}: {row}"
    for table, of in (("claims_fts", "claims"), ("claims_words", "claims"), ("titles", "documents")):
        try:
            db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            yield f"{table}: {error}"
        (entries,) = db.execute(f"SELECT count(*) FROM {table}_docsize").fetchone()
        (wanted,) = db.execute(f"SELECT count(*) FROM {of}").fetchone()
        if entries != wanted:
            yield f"{table} has {entries} entries for {wanted}"
    db.rollback()


def _documents(db: sqlite3.Connection) -> Iterator[str]:
    """Each document whole: its text, its claims in their places, and the columns that stand beside them."""
    claims: dict[int, list[Claim]] = defaultdict(list)
    columns = ", ".join(_COLUMNS)
    for json, document, key, position, source, content, *told in db.execute(
        f"SELECT json, document, key, position, source, content, {columns} FROM claims"
        " ORDER BY document, position"
    ):
        claim = msgspec.json.decode(json, type=Claim)
        claims[document].append(claim)
        beside = [claim.id, claim.position, claim.source.text if claim.source else "", claim.content.text]
        if [key, position, source, content] != beside or told != [
            str(getattr(claim, name)) for name in _COLUMNS
        ]:
            yield f"claim {key} is not what stands beside it"
    for row, key, text, digest, length, count, unread, unread_count in db.execute(
        "SELECT id, key, text, digest, length, claim_count, json_array_length(unread), unread_count"
        " FROM documents"
    ):
        if hashlib.sha256(text.encode()).digest() != digest or len(text) != length:
            yield f"document {key} has another text than was stored"
        if (count, unread_count) != (len(claims[row]), unread):
            yield f"document {key} has not the {count} claims and {unread_count} unread that it counts"
        for place, claim in enumerate(claims[row]):
            if claim.position != place or claim.document_id != key:
                yield f"claim {claim.id} of document {key} is out of place"
            if any(not 0 <= first < last <= length for first, last in claim.content.spans):
                yield f"claim {claim.id} of document {key} is not in its text"


def _links(db: sqlite3.Connection) -> Iterator[str]:
    """Which claims are whose, about whom and under which topics: as the claims themselves tell."""
    told: dict[str, set[tuple[int, str, int, int]]] = {table: set() for table, *_ in _LINKS}
    documents: dict[str, set[tuple[int, str]]] = {"document_actors": set(), "document_topics": set()}
    for row, document, rank, json, topics in db.execute(
        "SELECT c.id, document, c.rank, json, topics FROM claims c JOIN documents d ON d.id = document"
    ):
        claim = msgspec.json.decode(json, type=Claim)
        for table, keys in (
            ("claim_actors", {actor.id for actor in claim.actors}),
            ("claim_about", {about.actor_id for about in claim.about}),
            ("claim_topics", set(closure(_TOPICS.decode(topics)) | closure(claim.topics))),
        ):
            told[table] |= {(row, key, rank, claim.position) for key in keys}
            documents["document_topics" if table == "claim_topics" else "document_actors"] |= {
                (document, key) for key in keys
            }
    for document, topics in db.execute("SELECT id, topics FROM documents"):
        documents["document_topics"] |= {(document, key) for key in closure(_TOPICS.decode(topics))}
    for table, column, of in _LINKS:
        kept = f"SELECT l.claim, t.key, l.rank, l.position FROM {table} l JOIN {of} t ON t.id = l.{column}"
        yield from _unlike(table, told[table], db.execute(kept))
    for table, of in (("document_actors", "actors"), ("document_topics", "topics")):
        kept = f"SELECT l.document, t.key FROM {table} l JOIN {of} t ON t.id = l.{of[:-1]}"
        yield from _unlike(table, documents[table], db.execute(kept))


def _counts(db: sqlite3.Connection) -> Iterator[str]:
    """The kept counts: superseded documents are not counted, and what no document mentions is not there."""
    current = "JOIN claims c ON c.id = l.claim AND NOT c.superseded"
    live = "JOIN documents d ON d.id = l.document AND d.superseded_by IS NULL"
    for table, column, of, counted in (
        ("claim_actors", "actor", "actors", "claims"),
        ("claim_about", "actor", "actors", "about"),
        ("claim_topics", "topic", "topics", "claims"),
        ("document_actors", "actor", "actors", "documents"),
        ("document_topics", "topic", "topics", "documents"),
    ):
        of_which = live if table.startswith("document") else current
        number = f"(SELECT count(*) FROM {table} l {of_which} WHERE l.{column} = t.id)"
        for key, kept, real in db.execute(
            f"SELECT key, {counted}, {number} FROM {of} t WHERE {counted} <> {number}"
        ):
            yield f"{key} counts {kept} {counted} for {real}"
    for of in ("actor", "topic"):
        for (key,) in db.execute(f"SELECT key FROM {of}s WHERE id NOT IN (SELECT {of} FROM document_{of}s)"):
            yield f"{key} is in no document"
    own: Counter[str] = Counter()
    for json, topics in db.execute(
        "SELECT json, topics FROM claims c JOIN documents d ON d.id = document WHERE NOT c.superseded"
    ):
        claim = msgspec.json.decode(json, type=Claim)
        own.update({topic.id for topic in (*claim.topics, *_TOPICS.decode(topics))})
    yield from _unlike("own topics", own.items(), db.execute("SELECT key, own FROM topics WHERE own"))
    facets: Counter[tuple[str, object]] = Counter()
    for day, *values in db.execute(f"SELECT day, {', '.join(COLUMNS)} FROM claims WHERE NOT superseded"):
        facets.update([("claims", ""), ("month", day and day[:7]), *zip(COLUMNS, values, strict=True)])
    told = {(facet, value, number) for (facet, value), number in facets.items() if value is not None}
    yield from _unlike("claim_counts", told, db.execute("SELECT facet, value, claims FROM claim_counts"))
    yield from _breakdowns(db)
    for name, kept, real in db.execute(
        "SELECT name, documents, (SELECT count(*) FROM document_names WHERE name = n.id) AS number"
        " FROM actor_names n WHERE documents <> number"
    ):
        yield f"the name {name} counts {kept} documents for {real}"


def _breakdowns(db: sqlite3.Connection) -> Iterator[str]:
    """What is kept of each topic, held against its claims one facet after the other."""
    values = {facet: f"SELECT id AS claim, {facet} AS value FROM claims" for facet in COLUMNS}
    values["month"] = "SELECT id AS claim, substr(day, 1, 7) AS value FROM claims"
    values |= {link: f"SELECT claim, {link} AS value FROM {table}" for link, table in LINKS.items()}
    for facet, value in values.items():
        told = db.execute(
            f"SELECT l.topic, v.value, count(*) FROM claim_topics l JOIN ({value}) v ON v.claim = l.claim"
            " JOIN claims c ON c.id = l.claim AND NOT c.superseded"
            " WHERE v.value IS NOT NULL GROUP BY 1, 2"
        )
        kept = db.execute("SELECT topic, value, claims FROM breakdowns WHERE facet = ?", (facet,))
        yield from _unlike(f"{facet} of topics", told, kept)


def _revisions(db: sqlite3.Connection) -> Iterator[str]:
    """Each series leads from its first text to its last, whose claims alone are not superseded."""
    for (key,) in db.execute(
        "SELECT key FROM documents d WHERE superseded_by IS NOT (SELECT key FROM documents n"
        " WHERE n.series = d.series AND n.revision > d.revision ORDER BY n.revision LIMIT 1)"
    ):
        yield f"document {key} does not lead to the next revision"
    for (key,) in db.execute(
        "SELECT DISTINCT d.key FROM claims c JOIN documents d ON d.id = c.document"
        " WHERE c.superseded <> (d.superseded_by IS NOT NULL)"
    ):
        yield f"claims of document {key} are listed against its revisions"
    told = {
        tuple(row) for row in db.execute("SELECT DISTINCT publisher FROM documents WHERE publisher NOT NULL")
    }
    yield from _unlike("publishers", told, db.execute("SELECT name FROM publishers"))


def _unlike(
    what: str, told: Iterable[tuple[object, ...]], kept: Iterable[tuple[object, ...]]
) -> Iterator[str]:
    """The first of what is missing and of what is too much."""
    expected, found = set(told), set(kept)
    for wrong, how in ((expected - found, "lacks"), (found - expected, "has too much")):
        if wrong:
            yield f"{what} {how} {len(wrong)}, as {min(wrong, key=repr)}"
