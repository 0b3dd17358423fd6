"""Which claims are whose, about whom, and under which topic, with the counts that are kept of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from grammar.claim import Actor, ActorKind, Claim, Topic
from service.store import actors as stored_actors
from service.store import topics as stored_topics

_KINDS = {str(kind): kind for kind in ActorKind} | {"org": ActorKind.ORGANIZATION}


def insert(
    db: Database, document: int, rank: int, topics: Sequence[Topic], claims: Sequence[tuple[int, Claim]]
) -> None:
    """Link a document's claims (row and claim) to their actors and topics, and count them."""
    _link_actors(db, document, rank, claims)
    _link_topics(db, document, rank, topics, claims)


def _link_actors(db: Database, document: int, rank: int, claims: Sequence[tuple[int, Claim]]) -> None:
    # An actor who is only spoken about has no kind in the claim, but the engine's ids begin with it.
    known: dict[str, Actor] = {}
    for _, claim in claims:
        for about in claim.about:
            known.setdefault(
                about.actor_id, Actor(about.actor_id, about.name, _kind(about.actor_id), "about")
            )
    known.update((actor.id, actor) for _, claim in claims for actor in claim.actors)
    rows = stored_actors.rows_of(db, known)
    sources = {(rows[actor.id], rank, claim.position, id) for id, claim in claims for actor in claim.actors}
    matters = {
        (rows[about.actor_id], rank, claim.position, id) for id, claim in claims for about in claim.about
    }
    db.conn.executemany("INSERT INTO claim_actors VALUES (?, ?, ?, ?)", sorted(sources))
    db.conn.executemany("INSERT INTO claim_about VALUES (?, ?, ?, ?)", sorted(matters))
    db.conn.executemany(
        "INSERT INTO document_actors VALUES (?, ?)", [(document, row) for row in sorted(rows.values())]
    )
    theirs, about_them = _count(sources), _count(matters)
    db.conn.executemany(
        "UPDATE actors SET claims = claims + ?, about = about + ?, documents = documents + 1 WHERE id = ?",
        [(theirs[row], about_them[row], row) for row in sorted(rows.values())],
    )


def _kind(actor_id: str) -> ActorKind:
    return _KINDS.get(actor_id.partition(":")[0], ActorKind.UNKNOWN)


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


def _count(links: Iterable[tuple[int, int, int, int]]) -> Counter[int]:
    return Counter(row for row, *_ in links)


def delete(db: Database, document: int) -> None:
    """Take a document's links away and its share out of the counts; what is then mentioned nowhere goes."""
    for links, column, table, counted in (
        ("claim_actors", "actor", "actors", "claims"),
        ("claim_about", "actor", "actors", "about"),
        ("claim_topics", "topic", "topics", "claims"),
    ):
        db.execute(
            f"UPDATE {table} SET {counted} = {counted} - counted.number FROM"
            f" (SELECT {column} AS row, count(*) AS number FROM {links}"
            f" WHERE claim IN (SELECT id FROM claims WHERE document = ?) GROUP BY {column}) AS counted"
            f" WHERE {table}.id = counted.row",
            (document,),
        )
        db.execute(
            f"DELETE FROM {links} WHERE claim IN (SELECT id FROM claims WHERE document = ?)", (document,)
        )
    for links, column, table in (
        ("document_actors", "actor", "actors"),
        ("document_topics", "topic", "topics"),
    ):
        rows = db.execute(
            f"DELETE FROM {links} WHERE document = ? RETURNING {column}", (document,)
        ).fetchall()
        db.conn.executemany(f"UPDATE {table} SET documents = documents - 1 WHERE id = ?", rows)
        db.conn.executemany(f"DELETE FROM {table} WHERE id = ? AND documents = 0", rows)
