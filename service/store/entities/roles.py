"""What people are called beside their names, and to whom they are said to belong, by document and date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from sqlite_utils import Database

from grammar.claim import ActorName, Claim
from service.store.values import decoders, names

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


def prepare(db: Database) -> None:
    """Make the tables out of the claims that are there; each actor of before gets the name in the lists."""
    db.execute(
        """
        CREATE TABLE actor_roles (
            actor INTEGER NOT NULL REFERENCES actors(id),
            rank INTEGER NOT NULL,
            claim INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
            role TEXT,
            affiliations TEXT NOT NULL,
            PRIMARY KEY (actor, rank, claim)
        ) WITHOUT ROWID
        """
    )
    db.table("actor_roles").create_index(["claim"])
    db.execute(
        """
        INSERT OR IGNORE INTO actor_roles
        SELECT a.actor, c.rank, c.id, json_extract(c.json, '$.source.role.text'), '[]'
        FROM claims c JOIN claim_actors a ON a.claim = c.id
        WHERE json_array_length(c.json, '$.actors') = 1
        AND length(json_extract(c.json, '$.source.role.text')) <= 300
        """
    )
    db.table("topics").add_column("own", int, not_null_default=0)
    db.execute(
        """
        UPDATE topics SET own = counted.number FROM (
            SELECT key, count(*) AS number FROM (
                SELECT c.id, json_extract(t.value, '$.id') AS key
                FROM claims c, json_each(c.json, '$.topics') t
                UNION
                SELECT c.id, json_extract(t.value, '$.id')
                FROM claims c JOIN documents d ON d.id = c.document, json_each(d.topics) t
            ) GROUP BY key
        ) AS counted WHERE topics.key = counted.key
        """
    )
    # Names were not kept at first: who was stored before has at least the one that stands in lists.
    db.execute(
        "INSERT OR IGNORE INTO actor_names (actor, name, documents) SELECT id, name, documents FROM actors"
        " WHERE NOT EXISTS (SELECT 1 FROM actor_names n WHERE n.actor = actors.id)"
    )
    db.execute(
        "INSERT OR IGNORE INTO document_names SELECT d.document, n.id FROM document_actors d"
        " JOIN actors a ON a.id = d.actor JOIN actor_names n ON n.actor = a.id AND n.name = a.name"
        " WHERE NOT EXISTS (SELECT 1 FROM document_names x JOIN actor_names m ON m.id = x.name"
        " WHERE x.document = d.document AND m.actor = d.actor)"
    )


Told = tuple[int, int, int, str | None, str]
"""Actor, rank, claim, role and affiliations, as a row of the table."""


def told(rank: int, claims: Iterable[tuple[int, Claim]], rows: Mapping[str, int]) -> list[Told]:
    """The roles that claims of this rank, given with their rows, tell of their one actor."""
    found = []
    for row, claim in claims:
        if len(claim.actors) != 1 or claim.source is None:
            continue
        (actor,) = claim.actors
        role = claim.source.role.text if claim.source.role and actor.resolved_by != "pronoun" else None
        role = role if role is None or len(role) <= _LONGEST else None
        if role or actor.affiliations:
            belongs = [ActorName(each.actor_id, each.name, each.kind) for each in actor.affiliations]
            found.append((rows[actor.id], rank, row, role, msgspec.json.encode(belongs).decode()))
    return found


def insert(db: Database, found: Iterable[Told]) -> None:
    """Enter what claims tell."""
    db.conn.executemany("INSERT INTO actor_roles VALUES (?, ?, ?, ?, ?)", found)


def delete(db: Database, claim: int) -> None:
    """Take out what the claim in this row tells."""
    db.execute("DELETE FROM actor_roles WHERE claim = ?", (claim,))


def having(words: str) -> tuple[str, list[str]]:
    """What to ask of a row for words of its role to begin with each of these, and the values for it."""
    wanted = names.WORD.findall(words)
    if not wanted:
        return "FALSE", []
    return " AND ".join(["' ' || role LIKE ?"] * len(wanted)), [f"% {word}%" for word in wanted]


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
        told = decoders.ACTOR_NAMES.decode(affiliations)
        said = (*names.words(role or ""), "", *(each.id for each in told), "", document)
        found.setdefault(said, Role(role, told, document, published_at, claim))
    return tuple(found.values())[:_SHOWN]
