"""Which claims are whose, about whom, and under which topic, with the counts that are kept of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from sqlite_utils import Database

from grammar.claim import Actor, Claim, Topic
from service.store import actors as stored_actors
from service.store import naming, roles, tallies
from service.store import topics as stored_topics
from service.store.identities import named_kind


def insert(
    db: Database, document: int, rank: int, topics: Sequence[Topic], claims: Sequence[tuple[int, Claim]]
) -> None:
    """Link a document's claims (row and claim) to their actors and topics, and count them."""
    _link_actors(db, document, rank, claims)
    _link_topics(db, document, rank, topics, claims)


def _link_actors(db: Database, document: int, rank: int, claims: Sequence[tuple[int, Claim]]) -> None:
    rows = _actors_of(db, [claim for _, claim in claims])
    sources = {(rows[actor.id], rank, claim.position, id) for id, claim in claims for actor in claim.actors}
    matters = {
        (rows[about.actor_id], rank, claim.position, id) for id, claim in claims for about in claim.about
    }
    db.conn.executemany("INSERT INTO claim_actors VALUES (?, ?, ?, ?)", sorted(sources))
    db.conn.executemany("INSERT INTO claim_about VALUES (?, ?, ?, ?)", sorted(matters))
    db.conn.executemany(
        "INSERT INTO document_actors VALUES (?, ?)", [(document, row) for row in sorted(rows.values())]
    )
    naming.insert(db, document, [claim for _, claim in claims], rows)
    roles.insert(db, rank, claims, rows)
    theirs, about_them = _count(sources), _count(matters)
    db.conn.executemany(
        "UPDATE actors SET claims = claims + ?, about = about + ?, documents = documents + 1 WHERE id = ?",
        [(theirs[row], about_them[row], row) for row in sorted(rows.values())],
    )


def _actors_of(db: Database, claims: Sequence[Claim]) -> dict[str, int]:
    """The rows of all who speak or are spoken about in these claims."""
    # An actor who is only spoken about has no kind in the claim, but the engine's ids begin with it.
    known: dict[str, Actor] = {}
    for claim in claims:
        for about in claim.about:
            known.setdefault(
                about.actor_id,
                Actor(about.actor_id, about.name, named_kind(about.actor_id), "about", about.stands_for),
            )
    known.update((actor.id, actor) for claim in claims for actor in claim.actors)
    return stored_actors.rows_of(db, known)


def move(db: Database, row: int, claim: Claim) -> None:
    """Link a stored claim to its actors anew; ``recount`` must follow for its document."""
    (rank,) = db.execute("SELECT rank FROM claims WHERE id = ?", (row,)).fetchone()
    rows = _actors_of(db, [claim])
    roles.delete(db, row)
    roles.insert(db, rank, [(row, claim)], rows)
    for table, ids in (
        ("claim_actors", {actor.id for actor in claim.actors}),
        ("claim_about", {about.actor_id for about in claim.about}),
    ):
        db.execute(f"DELETE FROM {table} WHERE claim = ?", (row,))
        db.conn.executemany(
            f"INSERT INTO {table} VALUES (?, ?, ?, ?)",
            [(actor, rank, claim.position, row) for actor in sorted(rows[id] for id in ids)],
        )


def recount(db: Database, documents: Iterable[int]) -> None:
    """Tell anew who is in these documents, and count the claims and documents of all whom that concerns."""
    concerned: set[int] = set()
    for document in sorted(documents):
        before = db.execute(
            "DELETE FROM document_actors WHERE document = ? RETURNING actor", (document,)
        ).fetchall()
        after = db.execute(
            "INSERT INTO document_actors SELECT ?1, actor FROM"
            " (SELECT actor FROM claim_actors WHERE claim IN (SELECT id FROM claims WHERE document = ?1)"
            " UNION SELECT actor FROM claim_about WHERE claim IN (SELECT id FROM claims WHERE document = ?1))"
            " RETURNING actor",
            (document,),
        ).fetchall()
        concerned.update(actor for (actor,) in before + after)
        naming.delete(db, document)
        rows = db.execute("SELECT CAST(json AS BLOB) FROM claims WHERE document = ?", (document,))
        claims = [msgspec.json.decode(row, type=Claim) for (row,) in rows]
        naming.insert(db, document, claims, _actors_of(db, claims))
    tallies.recount(db, concerned)


def _link_topics(
    db: Database, document: int, rank: int, topics: Sequence[Topic], claims: Sequence[tuple[int, Claim]]
) -> None:
    shared = stored_topics.closure(topics)
    own = {id: stored_topics.closure(claim.topics) for id, claim in claims}
    known = {key: label for some in (shared, *own.values()) for key, label in some.items()}
    if not known:
        return
    rows = stored_topics.rows_of(db, known)
    under = {(rows[key], rank, claim.position, id) for id, claim in claims for key in shared | own[id]}
    db.conn.executemany("INSERT INTO claim_topics VALUES (?, ?, ?, ?)", sorted(under))
    db.conn.executemany(
        "INSERT INTO document_topics VALUES (?, ?)", [(document, row) for row in sorted(rows.values())]
    )
    counts = _count(under)
    db.conn.executemany(
        "UPDATE topics SET claims = claims + ?, documents = documents + 1 WHERE id = ?",
        [(counts[row], row) for row in sorted(rows.values())],
    )
    tallies.count_own(db, topics, [claim.topics for _, claim in claims], +1)


def _count(links: Iterable[tuple[int, int, int, int]]) -> Counter[int]:
    return Counter(row for row, *_ in links)


def delete(db: Database, document: int) -> None:
    """Take a document's links away, whose share is out of the counts; what nothing else mentions goes."""
    naming.delete(db, document)
    db.execute(
        "DELETE FROM actor_roles WHERE claim IN (SELECT id FROM claims WHERE document = ?)", (document,)
    )
    for links, *_ in tallies.CLAIM_LINKS:
        db.execute(
            f"DELETE FROM {links} WHERE claim IN (SELECT id FROM claims WHERE document = ?)", (document,)
        )
    for links, column, table in tallies.DOCUMENT_LINKS:
        rows = db.execute(
            f"DELETE FROM {links} WHERE document = ? RETURNING {column}", (document,)
        ).fetchall()
        tallies.remove(db, links, column, table, rows)
