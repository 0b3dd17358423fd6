"""Actors in the store: found by id or by name, in any case, with or without diacritics, whole or in part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlite_utils import Database

from grammar.claim import Actor, ActorKind, ActorName
from service.store.entities import decisions, roles
from service.store.values import aliases, names
from service.store.values.paging import Page, Place, cut, start

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


def joined(mentions: Iterable[Mapping[str, Actor]]) -> dict[str, Actor]:
    """The actors of several documents by id: each as the first has it, with what only later ones tell."""
    found: dict[str, Actor] = {}
    for actors in mentions:
        for key, actor in actors.items():
            first = found.setdefault(key, actor)
            kind = actor.kind if first.kind is ActorKind.UNKNOWN else first.kind
            stands_for = first.stands_for or actor.stands_for
            if (kind, stands_for) != (first.kind, first.stands_for):
                found[key] = msgspec.structs.replace(first, kind=kind, stands_for=stands_for)
    return found


def rows_of(db: Database, actors: Mapping[str, Actor]) -> dict[str, int]:
    """The rows of these actors by their ids, made where they are not there."""
    if not actors:
        return {}
    query = "SELECT key, id FROM actors WHERE key IN (SELECT value FROM json_each(?))"
    asked = (msgspec.json.encode(list(actors)).decode(),)
    known = dict(db.execute(query, asked).fetchall())
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
    db.conn.executemany(
        "INSERT INTO actors (key, name, kind, stands_for, claims, about, documents)"
        " VALUES (?, ?, ?, ?, 0, 0, 0)",
        [(key, actor.name, str(actor.kind), actor.stands_for) for key, actor in added.items()],
    )
    rows: dict[str, int] = dict(db.execute(query, asked).fetchall())
    db.conn.executemany(
        "INSERT INTO actor_words (word, actor) VALUES (?, ?)",
        [(word, rows[key]) for key, actor in added.items() for word in names.keys(actor.name)],
    )
    return rows


def named(db: Database, id: str) -> ActorName | None:
    """The stored actor of this id, or of the id that every article would mean by this name."""
    for key in (id.strip(), aliases.known_id(id)):
        row = key and db.execute("SELECT id FROM actors WHERE key = ?", (key,)).fetchone()
        if row:
            return by_row(db, row[0])
    return None


def by_row(db: Database, row: int) -> ActorName | None:
    """The actor in this row."""
    found = db.execute("SELECT key, name, kind, stands_for FROM actors WHERE id = ?", (row,)).fetchone()
    return None if found is None else ActorName(found[0], found[1], ActorKind(found[2]), found[3])


def counted(db: Database, rows: Iterable[int]) -> tuple[ActorCount, ...]:
    """The actors in these rows, in their order."""
    asked = "SELECT key, name, kind, claims, about, documents FROM actors WHERE id = ?"
    found = (db.execute(asked, (row,)).fetchone() for row in rows)
    return tuple(ActorCount(key, name, ActorKind(kind), *counts) for key, name, kind, *counts in found)


def speaking(db: Database, value: str) -> list[int]:
    """The rows of those who speak for the actors of this id or name.

    A country's name means whoever stands for it too: "Russia" finds the Kremlin. Its id means itself.
    """
    rows = resolve(db, value)
    country = aliases.known_id(value)
    if country is None:
        return rows
    return rows + [row for (row,) in db.execute("SELECT id FROM actors WHERE stands_for = ?", [country])]


def concerned(db: Database, value: str) -> list[int]:
    """The rows of those who are meant where content is about the actors of this id or name.

    A country's name means whoever stands for it too, but not its capital, which may be just a place.
    """
    rows = resolve(db, value)
    country = aliases.known_id(value)
    if country is None:
        return rows
    others = db.execute(
        "SELECT id FROM actors WHERE stands_for = ? AND key NOT LIKE 'place:%'", [country]
    ).fetchall()
    return sorted({*rows, *(row for (row,) in others)})


def resolve(db: Database, value: str) -> list[int]:
    """The rows of the actors that an id or a name means: several where the name is ambiguous.

    A name means every actor one of whose names has all of its words, so a surname is enough, and titles
    before it are nothing. Where a country, an organization or the like bears exactly this name, it alone is
    meant: "Russia" is no bank. Who was merged into another, by id or by exact name, is that other; a pinned
    name is whom it is pinned to.
    """
    ids = {value.strip(), aliases.known_id(value)}
    exact = db.execute("SELECT id FROM actors WHERE key IN (?, ?)", [*ids, None][:2]).fetchall()
    if exact:
        return [row for (row,) in exact]
    decided = decisions.meant(db, value)
    found = _named(db, names.words(value)) or _named(db, names.words(aliases.without_titles(value)))
    if not decided:
        return found
    slots = ",".join("?" * len(decided))
    rows = db.execute(f"SELECT id FROM actors WHERE key IN ({slots})", sorted(decided))
    return sorted({*found, *(row for (row,) in rows)})


def _named(db: Database, words: list[str]) -> list[int]:
    found = _with_words(db, words) if words else []
    exact = {row for row, _, written in found if any(names.words(name) == words for name in written)}
    if any(kind not in _PERSONAL for row, kind, _ in found if row in exact):
        return [row for row, kind, _ in found if row in exact and kind not in _PERSONAL]
    if exact:
        # Who or what exactly "Shin" is may be unknown, but it may be a person of that surname.
        return [row for row, kind, _ in found if kind == ActorKind.PERSON or row in exact]
    return [row for row, _, _ in found]


def _with_words(db: Database, words: Iterable[str]) -> list[tuple[int, str, set[str]]]:
    """The row, kind and names of each actor one of whose names has all of these words."""
    distinct = sorted(set(words))
    conditions = " AND ".join(["a.id IN (SELECT actor FROM actor_words WHERE word = ?)"] * len(distinct))
    found: dict[int, tuple[int, str, set[str]]] = {}
    for row, kind, name, other in db.execute(
        "SELECT a.id, a.kind, a.name, n.name FROM actors a LEFT JOIN actor_names n ON n.actor = a.id"
        f" WHERE {conditions} ORDER BY a.id, n.id",
        distinct,
    ):
        found.setdefault(row, (row, kind, {name}))[2].add(other or name)
    if (
        len(distinct) == 1
    ):  # whoever has the word has it in some name: thousands of mayors need no second look
        return [*found.values()]
    return [each for each in found.values() if any(set(distinct) <= {*names.keys(name)} for name in each[2])]


def search(
    db: Database,
    q: str | None,
    kinds: Sequence[ActorKind],
    role: str | None,
    cursor: str | None,
    limit: int,
) -> Page[ActorCount]:
    """Actors by how many claims are theirs; ``q`` is an id, or a name whose words may be unfinished.

    Those of one of these ``kinds``, if any, and with words that begin so in one role.
    """
    bound = ("actors", q, kinds, role)
    place = start(cursor, bound)
    # Who is mentioned in superseded revisions alone stands in no document that counts.
    conditions = ["(-claims, id) > (?, ?)", "documents > 0"]
    parameters: list[int | str] = [place.rank, place.row]
    if kinds:
        conditions.append(f"kind IN ({','.join('?' * len(kinds))})")
        parameters += [str(kind) for kind in kinds]
    if role is not None:
        having, values = roles.having(role)
        conditions.append(f"id IN (SELECT actor FROM actor_roles WHERE {having})")
        parameters += values
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
        bound,
    )
