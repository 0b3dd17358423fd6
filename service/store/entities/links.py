"""Which claims are whose, about whom, and under which topic, with the counts that are kept of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from sqlite_utils import Database

from grammar.claim import Actor, Claim, Topic
from service.store.entities import actors as stored_actors
from service.store.entities import breakdowns, naming, roles, tallies
from service.store.entities import topics as stored_topics
from service.store.entities.identities import named_kind
from service.store.values import decoders


class Entry(NamedTuple):
    """A stored document whose claims (row and claim) are to be linked."""

    document: int
    rank: int
    topics: Sequence[Topic]
    claims: Sequence[tuple[int, Claim]]


def insert(db: Database, entries: Sequence[Entry]) -> None:
    """Link the claims of documents to their actors and topics, and count them."""
    _link_actors(db, entries)
    _link_topics(db, entries)
    breakdowns.count(db, "document", [entry.document for entry in entries], +1)


def _link_actors(db: Database, entries: Sequence[Entry]) -> None:
    claims = {entry.document: [claim for _, claim in entry.claims] for entry in entries}
    named = {document: _named(some) for document, some in claims.items()}
    rows = stored_actors.rows_of(db, stored_actors.joined(named.values()))
    sources = {
        (rows[actor.id], entry.rank, claim.position, id)
        for entry in entries
        for id, claim in entry.claims
        for actor in claim.actors
    }
    matters = {
        (rows[about.actor_id], entry.rank, claim.position, id)
        for entry in entries
        for id, claim in entry.claims
        for about in claim.about
    }
    among = [(document, row) for document, some in named.items() for row in sorted(rows[key] for key in some)]
    db.conn.executemany("INSERT INTO claim_actors VALUES (?, ?, ?, ?)", sorted(sources))
    db.conn.executemany("INSERT INTO claim_about VALUES (?, ?, ?, ?)", sorted(matters))
    db.conn.executemany("INSERT INTO document_actors VALUES (?, ?)", among)
    naming.insert(db, claims.items(), rows)
    roles.insert(db, (role for entry in entries for role in roles.told(entry.rank, entry.claims, rows)))
    theirs, about_them, documents = _count(sources), _count(matters), Counter(row for _, row in among)
    db.conn.executemany(
        "UPDATE actors SET claims = claims + ?, about = about + ?, documents = documents + ? WHERE id = ?",
        [(theirs[row], about_them[row], documents[row], row) for row in sorted(documents)],
    )


def _named(claims: Iterable[Claim]) -> dict[str, Actor]:
    """All who speak or are spoken about in these claims, by their ids."""
    claims = list(claims)
    # An actor who is only spoken about has no kind in the claim, but the engine's ids begin with it.
    known: dict[str, Actor] = {}
    for claim in claims:
        for about in claim.about:
            known.setdefault(
                about.actor_id,
                Actor(about.actor_id, about.name, named_kind(about.actor_id), "about", about.stands_for),
            )
    known.update((actor.id, actor) for claim in claims for actor in claim.actors)
    return known


def move(db: Database, claims: Sequence[tuple[int, Claim]]) -> None:
    """Link stored claims (row and claim) to their actors anew; their documents are to be recounted then."""
    rows = [row for row, _ in claims]
    breakdowns.count(db, "id", rows, -1)
    for row, claim in claims:
        _move(db, row, claim)
    breakdowns.count(db, "id", rows, +1)


def _move(db: Database, row: int, claim: Claim) -> None:
    (rank,) = db.execute("SELECT rank FROM claims WHERE id = ?", (row,)).fetchone()
    rows = stored_actors.rows_of(db, _named([claim]))
    roles.delete(db, row)
    roles.insert(db, roles.told(rank, [(row, claim)], rows))
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
        claims = [decoders.CLAIM.decode(row) for (row,) in rows]
        naming.insert(db, [(document, claims)], stored_actors.rows_of(db, _named(claims)))
    tallies.recount(db, concerned)


def _link_topics(db: Database, entries: Sequence[Entry]) -> None:
    labels: dict[str, str] = {}
    under: list[list[dict[str, str]]] = []
    among: list[tuple[int, str]] = []
    own: Counter[str] = Counter()
    for document, _, topics, claims in entries:
        shared = known = stored_topics.closure(topics)
        every = [shared | stored_topics.closure(claim.topics) for _, claim in claims]
        for some in every:
            known = known | some
        under.append(every)
        among += [(document, key) for key in known]
        labels |= known
        own.update(tallies.own_topics(topics, [claim.topics for _, claim in claims]))
    rows = stored_topics.rows_of(db, labels)
    links = sorted(
        (rows[key], rank, claim.position, id)
        for (_, rank, _, claims), every in zip(entries, under, strict=True)
        for (id, claim), some in zip(claims, every, strict=True)
        for key in some
    )
    db.conn.executemany("INSERT INTO claim_topics VALUES (?, ?, ?, ?)", links)
    db.conn.executemany(
        "INSERT INTO document_topics VALUES (?, ?)", sorted((document, rows[key]) for document, key in among)
    )
    claims_under, documents = _count(links), Counter(rows[key] for _, key in among)
    db.conn.executemany(
        "UPDATE topics SET claims = claims + ?, documents = documents + ? WHERE id = ?",
        [(claims_under[row], documents[row], row) for row in sorted(documents)],
    )
    tallies.count_own(db, own, +1)


def _count(links: Iterable[tuple[int, int, int, int]]) -> Counter[int]:
    return Counter(map(itemgetter(0), links))


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
