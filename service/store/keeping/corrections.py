"""Marks and decisions at work: put on claims as they are stored, and on stored claims as they change.

A claim that they change keeps, in ``corrected``, whom the engine read; so each change can be taken back, and
what is stored is at all times what the engine read with all marks and decisions that hold put on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from msgspec.structs import replace
from sqlite_utils import Database

from grammar.claim import About, Actor, Claim
from service.requests.corrections import Decision
from service.store.asking import ordinals
from service.store.entities import decisions, links, marks
from service.store.values import decoders, names
from service.store.values.aliases import without_titles

_SOME = 500


class Corrected(msgspec.Struct, frozen=True):
    """A claim as it is to be stored, and as the engine read it."""

    claim: Claim
    read: Claim

    @property
    def changed(self) -> bool:
        """Whether another is the actor now, of it or in it."""
        return self.claim.actors != self.read.actors or self.claim.about != self.read.about


def applied(db: Database, claims: Sequence[Claim], text: str) -> list[Corrected]:
    """A document's claims, just read, with the marks and decisions that hold."""
    identities = decisions.identities(db)
    marked = marks.of_claims(db, [claim.id for claim in claims])
    return [Corrected(identities.revised(claim, text, marked.get(claim.id, ())), claim) for claim in claims]


def remember(db: Database, corrected: Iterable[tuple[int, Corrected]]) -> None:
    """Keep what the engine read of the claims in these rows, where it is not what is stored."""
    db.conn.executemany(
        "INSERT OR REPLACE INTO corrected VALUES (?, ?, ?)",
        [
            (
                row,
                _encoded(each.read.actors),
                _encoded(each.read.about),
            )
            for row, each in corrected
            if each.changed
        ],
    )


def revise_claim(db: Database, key: str) -> None:
    """Put the marks on all stored claims of this id."""
    _revise(db, [row for (row,) in db.execute("SELECT id FROM claims WHERE key = ?", (key,))])


def revise_after(db: Database, decision: Decision) -> None:
    """Put the decisions on all stored claims that this one, just made or undone, can change."""
    identities = decisions.identities(db)
    named = [actor.id for actor in (decision.actor, decision.to) if actor is not None]
    ids = sorted({*named, *map(identities.merged, named)})
    slots = ",".join("?" * len(ids))
    rows: set[int] = set()
    for table in ("claim_actors", "claim_about"):
        rows |= _rows(
            db,
            f"SELECT claim FROM {table} WHERE actor IN (SELECT id FROM actors WHERE key IN ({slots}))",
            ids,
        )
    for column, field in (("actors", "id"), ("about", "actor_id")):
        rows |= _rows(
            db,
            f"SELECT claim FROM corrected, json_each(corrected.{column})"
            f" WHERE json_extract(json_each.value, '$.{field}') IN ({slots})",
            ids,
        )
    if decision.name is not None:
        rows |= _bearing(db, decision.name)
    _revise(db, sorted(rows))


def _bearing(db: Database, name: str) -> set[int]:
    """The claims whose source has the words of this name, or whose actors' names have them."""
    bare = without_titles(name) or name
    wanted = sorted(set(names.words(bare)))
    having = " AND ".join(["actor IN (SELECT actor FROM actor_words WHERE word = ?)"] * len(wanted))
    rows: set[int] = set()
    for table in ("claim_actors", "claim_about") if wanted else ():
        rows |= _rows(db, f"SELECT claim FROM {table} WHERE {having}", wanted)
    spelt = {" AND ".join(f'"{word}"' for word in some) for some in (wanted, names.parts(bare)) if some}
    query = "source : (" + " OR ".join(f"({each})" for each in sorted(spelt)) + ")"
    return rows | _rows(
        db,
        f"SELECT rowid & {ordinals.ROW} FROM claims_fts WHERE claims_fts MATCH ?",
        [query] if spelt else [""],
    )


def _rows(db: Database, query: str, values: Sequence[str]) -> set[int]:
    return {row for (row,) in db.execute(query, list(values))}


def _revise(db: Database, rows: Sequence[int]) -> None:
    identities = decisions.identities(db)
    touched: set[int] = set()
    for at in range(0, len(rows), _SOME):
        some = rows[at : at + _SOME]
        found = db.execute(
            "SELECT c.id, c.document, CAST(c.json AS BLOB), d.text, r.actors, r.about FROM claims c"
            " JOIN documents d ON d.id = c.document LEFT JOIN corrected r ON r.claim = c.id"
            f" WHERE c.id IN ({','.join('?' * len(some))}) ORDER BY c.id",
            some,
        ).fetchall()
        kept = [decoders.CLAIM.decode(row[2]) for row in found]
        marked = marks.of_claims(db, {claim.id for claim in kept})
        moved: list[tuple[int, Claim]] = []
        for (row, document, _, text, actors, about), stored in zip(found, kept, strict=True):
            read = replace(stored, actors=_actors(stored, actors), about=_about(stored, about), marks=())
            after = Corrected(identities.revised(read, text, marked.get(read.id, ())), read)
            if after.claim == stored:
                continue
            db.execute("UPDATE claims SET json = ? WHERE id = ?", (_encoded(after.claim), row))
            db.execute("DELETE FROM corrected WHERE claim = ?", (row,))
            remember(db, [(row, after)])
            if (after.claim.actors, after.claim.about) != (stored.actors, stored.about):
                moved.append((row, after.claim))
                touched.add(document)
        links.move(db, moved)
    links.recount(db, touched)


def _encoded(value: Claim | tuple[Actor, ...] | tuple[About, ...]) -> str:
    return msgspec.json.encode(value).decode()


def _actors(stored: Claim, read: str | None) -> tuple[Actor, ...]:
    return stored.actors if read is None else decoders.ACTORS.decode(read)


def _about(stored: Claim, read: str | None) -> tuple[About, ...]:
    return stored.about if read is None else decoders.ABOUT.decode(read)
