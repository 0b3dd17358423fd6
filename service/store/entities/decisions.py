"""Editors' decisions on who is who, in the order in which they were made; undone ones stay on record."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlite_utils import Database

from service.requests.corrections import Decision, DecisionKind
from service.store.entities.identities import Identities
from service.store.values import decoders, names
from service.store.values.paging import Page, Place, cut, start


def insert(db: Database, decision: Decision) -> None:
    """File a decision."""
    db.table("decisions").insert(
        {"key": decision.id, "holds": 1, "json": msgspec.json.encode(decision).decode()}
    )


def replace(db: Database, decision: Decision) -> None:
    """File a decision anew: it is undone now, or holds again."""
    db.execute(
        "UPDATE decisions SET holds = ?, json = ? WHERE key = ?",
        (decision.undone_at is None, msgspec.json.encode(decision).decode(), decision.id),
    )


def one(db: Database, key: str) -> Decision | None:
    """The decision of this id."""
    row = db.execute("SELECT json FROM decisions WHERE key = ?", (key,)).fetchone()
    return None if row is None else decoders.DECISION.decode(row[0])


def holding(db: Database) -> list[Decision]:
    """All decisions that hold, oldest first."""
    rows = db.execute("SELECT json FROM decisions WHERE holds ORDER BY id")
    return [decoders.DECISION.decode(row) for (row,) in rows]


def identities(db: Database) -> Identities:
    """The decisions that hold, ready to be put on claims."""
    return Identities(holding(db))


def page(db: Database, undone: bool | None, cursor: str | None, limit: int) -> Page[Decision]:
    """Decisions, newest first; those undone, those that hold, or (None) all. Raises CursorError."""
    bound = ("decisions", undone)
    place = start(cursor, bound)
    highest = -place.rank if cursor else 1 << 59
    rows: Sequence[tuple[str, int]] = db.execute(
        "SELECT json, id FROM decisions WHERE id < ? AND holds IN (?, ?) ORDER BY id DESC LIMIT ?",
        (highest, undone is False, undone is not True, limit + 1),
    ).fetchall()
    last = Place(-rows[limit - 1][1], 0, 0) if len(rows) > limit else None
    return cut([decoders.DECISION.decode(row) for row, _ in rows], limit, last, bound)


def meant(db: Database, value: str) -> set[str]:
    """The ids of those whom decisions make an id or words of a name mean."""
    made = holding(db)
    if not made:
        return set()
    known, wanted = Identities(made), names.words(value)
    found: set[str] = set()
    for each in made:
        if each.kind is DecisionKind.PIN:
            means = names.words(each.name or "") == wanted
        else:
            was = each.actor if each.kind is DecisionKind.MERGE else None
            part = was is not None and bool(wanted) and set(wanted) <= {*names.keys(was.name)}
            means = part or (was is not None and was.id == value.strip())
        if means:
            found.add(known.canonical(each.to).id)
    return found
