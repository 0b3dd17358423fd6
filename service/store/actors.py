"""Actors in the store: found by id or by name, in any case, with or without diacritics, whole or in part."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlite_utils import Database

from grammar.claim import Actor, ActorKind
from service.store import aliases, names
from service.store.paging import Page, Place, cut, start

_PERSONAL = {ActorKind.PERSON, ActorKind.UNKNOWN}
_BEYOND = "\U0010ffff"


class ActorCount(msgspec.Struct, frozen=True):
    """An actor, how many claims are theirs, how many speak about them, and in how many documents."""

    id: str
    name: str
    kind: ActorKind
    claims: int
    about: int
    documents: int


def rows_of(db: Database, actors: dict[str, Actor]) -> dict[str, int]:
    """The rows of these actors by their ids, made where they are not there."""
    if not actors:
        return {}
    marks = ",".join("?" * len(actors))
    query = f"SELECT key, id FROM actors WHERE key IN ({marks})"
    known = dict(db.execute(query, list(actors)).fetchall())
    # Who is first only spoken about has no kind and no country; the first claim of its own tells them.
    db.conn.executemany(
        "UPDATE actors SET kind = ? WHERE key = ? AND kind = ?",
        [(str(actors[key].kind), key, str(ActorKind.UNKNOWN)) for key in known],
    )
    db.conn.executemany(
        "UPDATE actors SET stands_for = ? WHERE key = ? AND stands_for IS NULL",
        [(country, key) for key in known if (country := actors[key].stands_for)],
    )
    added = {key: actor for key, actor in actors.items() if key not in known}
    if not added:
        return known
    db.table("actors").insert_all(
        {
            "key": key,
            "name": actor.name,
            "kind": str(actor.kind),
            "stands_for": actor.stands_for,
            "claims": 0,
            "about": 0,
            "documents": 0,
        }
        for key, actor in added.items()
    )
    rows: dict[str, int] = dict(db.execute(query, list(actors)).fetchall())
    db.conn.executemany(
        "INSERT INTO actor_words (word, actor) VALUES (?, ?)",
        [(word, rows[key]) for key, actor in added.items() for word in names.keys(actor.name)],
    )
    return rows


def speaking(db: Database, value: str) -> list[int]:
    """The rows of those who speak for the actors of this id or name.

    A country's name means whoever stands for it too: "Russia" finds the Kremlin. Its id means itself.
    """
    rows = resolve(db, value)
    country = aliases.known_id(value)
    if country is None:
        return rows
    return rows + [row for (row,) in db.execute("SELECT id FROM actors WHERE stands_for = ?", [country])]


def resolve(db: Database, value: str) -> list[int]:
    """The rows of the actors that an id or a name means: several where the name is ambiguous.

    A name means every actor whose name has all of its words, so a surname is enough, and titles before it are
    nothing. Where a country, an organization or the like bears exactly this name, it alone is meant: "Russia"
    is no bank.
    """
    ids = {value.strip(), aliases.known_id(value)}
    exact = db.execute("SELECT id FROM actors WHERE key IN (?, ?)", [*ids, None][:2]).fetchall()
    if exact:
        return [row for (row,) in exact]
    return _named(db, names.words(value)) or _named(db, names.words(aliases.without_titles(value)))


def _named(db: Database, words: list[str]) -> list[int]:
    found = _with_words(db, words) if words else []
    exact = [(row, kind) for row, name, kind in found if names.words(name) == words]
    if any(kind not in _PERSONAL for _, kind in exact):
        return [row for row, kind in exact if kind not in _PERSONAL]
    if exact:
        # Who or what exactly "Shin" is may be unknown, but it may be a person of that surname.
        return [row for row, name, kind in found if kind == ActorKind.PERSON or names.words(name) == words]
    return [row for row, _, _ in found]


def _with_words(db: Database, words: Iterable[str]) -> list[tuple[int, str, str]]:
    distinct = sorted(set(words))
    conditions = " AND ".join(["id IN (SELECT actor FROM actor_words WHERE word = ?)"] * len(distinct))
    return db.execute(
        f"SELECT id, name, kind FROM actors WHERE {conditions} ORDER BY id", distinct
    ).fetchall()


def search(db: Database, q: str | None, cursor: str | None, limit: int) -> Page[ActorCount]:
    """Actors by how many claims are theirs; ``q`` is an id, or a name whose words may be unfinished."""
    place = start(cursor)
    conditions, values = ["(-claims, id) > (?, ?)"], [place.rank, place.row, *()]
    parameters: list[int | str] = list(values)
    if q is not None:
        words = names.words(q)
        begun = " AND ".join(
            ["id IN (SELECT actor FROM actor_words WHERE word >= ? AND word < ?)"] * len(words)
        )
        conditions.append(f"(key = ? OR ({begun or 'FALSE'}))")
        parameters += [q.strip(), *(bound for word in words for bound in (word, word + _BEYOND))]
    found = db.execute(
        "SELECT key, name, kind, claims, about, documents, id FROM actors"
        f" WHERE {' AND '.join(conditions)} ORDER BY -claims, id LIMIT ?",
        [*parameters, limit + 1],
    ).fetchall()
    last = Place(-found[limit - 1][3], 0, found[limit - 1][6]) if len(found) > limit else None
    return cut(
        [ActorCount(key, name, ActorKind(kind), *counts) for key, name, kind, *counts, _ in found],
        limit,
        last,
    )
