"""What people are called beside their names, and to whom they are said to belong, by document and date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from sqlite_utils import Database

from grammar.claim import ActorName, Claim
from service.store import names

_LONGEST = 300
_LOOKED_AT = 1000
_SHOWN = 200


class Role(msgspec.Struct, frozen=True):
    """How one document calls an actor: the words of the role, if any, and the affiliations that they tell."""

    role: str | None
    affiliations: tuple[ActorName, ...]
    document_id: str
    published_at: str | None
    claim_id: str


def insert(db: Database, rank: int, claims: Iterable[tuple[int, Claim]], rows: Mapping[str, int]) -> None:
    """Enter the roles that claims, given with their rows, tell of their one actor."""
    found = []
    for row, claim in claims:
        if len(claim.actors) != 1 or claim.source is None:
            continue
        (actor,) = claim.actors
        role = claim.source.role.text if claim.source.role and actor.resolved_by != "pronoun" else None
        role = role if role is None or len(role) <= _LONGEST else None
        if role or actor.affiliations:
            told = [ActorName(each.actor_id, each.name, each.kind) for each in actor.affiliations]
            found.append((rows[actor.id], rank, row, role, msgspec.json.encode(told).decode()))
    db.conn.executemany("INSERT INTO actor_roles VALUES (?, ?, ?, ?, ?)", found)


def delete(db: Database, claim: int) -> None:
    """Take out what the claim in this row tells."""
    db.execute("DELETE FROM actor_roles WHERE claim = ?", (claim,))


def of_actor(db: Database, actor: int) -> tuple[Role, ...]:
    """The roles of the actor in this row, newest document first, each once a document; at most 200."""
    rows = db.execute(
        "SELECT r.role, r.affiliations, d.key, d.published_at, c.key FROM actor_roles r"
        " JOIN claims c ON c.id = r.claim JOIN documents d ON d.id = c.document"
        " WHERE r.actor = ? AND NOT c.superseded ORDER BY r.rank, r.claim LIMIT ?",
        (actor, _LOOKED_AT),
    )
    found: dict[tuple[object, ...], Role] = {}
    for role, affiliations, document, published_at, claim in rows:
        told = msgspec.json.decode(affiliations, type=tuple[ActorName, ...])
        said = (*names.words(role or ""), "", *(each.id for each in told), "", document)
        found.setdefault(said, Role(role, told, document, published_at, claim))
    return tuple(found.values())[:_SHOWN]
