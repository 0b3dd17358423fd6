"""By which names each actor goes in which document, and the words by which that makes the actor found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec
from sqlite_utils import Database

from grammar.claim import Claim
from service.store.values import names

_BY_NAME = frozenset(("name", "surname", "first_name", "title", "acronym", "short_name", "stand_in", "group"))
_AROUND = re.compile(r"^(?:the|both) |['’]s?$", re.IGNORECASE)
_LONGEST = 80


class Alias(msgspec.Struct, frozen=True):
    """A name by which an actor goes, and in how many documents."""

    name: str
    documents: int


def of(claims: Iterable[Claim]) -> set[tuple[str, str]]:
    """The ids of a document's actors with the names by which they go in it."""
    found: set[tuple[str, str]] = set()
    for claim in claims:
        found.update((about.actor_id, about.name) for about in claim.about)
        found.update((actor.id, actor.name) for actor in claim.actors)
        if len(claim.actors) == 1 and claim.source and claim.actors[0].resolved_by in _BY_NAME:
            written = _AROUND.sub("", claim.source.mention.text.strip())
            if 0 < len(written) <= _LONGEST:
                found.add((claim.actors[0].id, written))
    return found


def insert(db: Database, documents: Iterable[tuple[int, Iterable[Claim]]], rows: Mapping[str, int]) -> None:
    """Enter the names of the actors of documents with these claims; rows of actors are given by their ids."""
    found = [(document, rows[id], name) for document, claims in documents for id, name in sorted(of(claims))]
    counts = Counter((actor, name) for _, actor, name in found)
    db.conn.executemany(
        "INSERT INTO actor_names (actor, name, documents) VALUES (?, ?, ?)"
        " ON CONFLICT (actor, name) DO UPDATE SET documents = documents + excluded.documents",
        [(*named, documents) for named, documents in counts.items()],
    )
    db.conn.executemany(
        "INSERT INTO document_names SELECT ?, id FROM actor_names WHERE actor = ? AND name = ?", found
    )
    db.conn.executemany(
        "INSERT OR IGNORE INTO actor_words (word, actor) VALUES (?, ?)",
        sorted({(word, actor) for actor, name in counts for word in names.keys(name)}),
    )


def delete(db: Database, document: int) -> None:
    """Take a document's names out, and the words that no other document has of the actor."""
    rows = db.execute("DELETE FROM document_names WHERE document = ? RETURNING name", (document,)).fetchall()
    db.conn.executemany("UPDATE actor_names SET documents = documents - 1 WHERE id = ?", rows)
    poorer: set[int] = set()
    for row in rows:
        poorer.update(
            actor
            for (actor,) in db.execute(
                "DELETE FROM actor_names WHERE id = ? AND documents = 0 RETURNING actor", row
            ).fetchall()
        )
    for actor in sorted(poorer):
        left = db.execute(
            "SELECT name FROM actors WHERE id = ?1 UNION SELECT name FROM actor_names WHERE actor = ?1",
            (actor,),
        ).fetchall()
        db.execute("DELETE FROM actor_words WHERE actor = ?", (actor,))
        db.conn.executemany(
            "INSERT INTO actor_words (word, actor) VALUES (?, ?)",
            [(word, actor) for word in sorted({word for (name,) in left for word in names.keys(name)})],
        )


def aliases(db: Database, actor: int, most: int) -> tuple[Alias, ...]:
    """The names by which the actor in this row goes, those in most documents first."""
    rows = db.execute(
        "SELECT name, documents FROM actor_names WHERE actor = ? ORDER BY documents DESC, name LIMIT ?",
        (actor, most),
    )
    return tuple(Alias(*row) for row in rows)
