"""Editors' marks. They hang on a claim's id and not on its row, so no deletion or new reading takes them."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlite_utils import Database

from grammar.claim import Mark, MarkKind
from service.requests.corrections import FiledMark
from service.store.values import decoders
from service.store.values.paging import Page, Place, cut, start

_FIELDS = "key, claim, kind, editor, made_at, note, actor, target"
_VERDICTS = (MarkKind.CONFIRM, MarkKind.REJECT)
_ORPHANED = "NOT EXISTS (SELECT 1 FROM claims WHERE claims.key = marks.claim)"

REJECTED = "EXISTS (SELECT 1 FROM marks WHERE marks.claim = c.key AND stands AND kind = 'reject')"
"""A condition on a claim ``c``: of what was said of it as a whole, to reject was the last."""


class MarkFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which marks are wanted; None means any."""

    claim: str | None = None
    kind: tuple[str, ...] = ()
    editor: str | None = None
    orphaned: bool | None = None


def now() -> str:
    """This moment in UTC, as marks and decisions are dated."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def new_key() -> str:
    """A new id, which nobody can guess."""
    return secrets.token_hex(8)


def insert(db: Database, mark: Mark) -> None:
    """File a mark."""
    db.table("marks").insert(
        {
            "key": mark.id,
            "claim": mark.claim_id,
            "kind": str(mark.kind),
            "editor": mark.editor,
            "made_at": mark.made_at,
            "note": mark.note,
            "actor": mark.actor_id,
            "target": None if mark.to is None else msgspec.json.encode(mark.to).decode(),
            "stands": 0,
        }
    )
    _judge(db, mark.claim_id)


def saying(db: Database, mark: Mark) -> str | None:
    """The id of the mark that says just this already; None where another took effect on the claim since.

    What was confirmed, rejected and confirmed again was said three times. A note has no effect.
    """
    of_effect = mark.kind is not MarkKind.ANNOTATE
    for row in db.execute(
        f"SELECT {_FIELDS} FROM marks WHERE claim = ? ORDER BY id DESC", (mark.claim_id,)
    ).fetchall():
        known = Mark(**_described(row))
        if msgspec.structs.replace(known, id=mark.id, made_at=mark.made_at) == mark:
            return known.id
        if of_effect and known.kind is not MarkKind.ANNOTATE:
            return None
    return None


def delete(db: Database, key: str) -> str | None:
    """Take a mark away; gives the id of its claim, or None where there is no such mark."""
    row = db.execute("SELECT claim FROM marks WHERE key = ?", (key,)).fetchone()
    if row is None:
        return None
    db.execute("DELETE FROM marks WHERE key = ?", (key,))
    _judge(db, row[0])
    return str(row[0])


def _judge(db: Database, claim: str) -> None:
    """Let the last verdict on a claim as a whole stand, and no other."""
    db.execute("UPDATE marks SET stands = 0 WHERE claim = ? AND stands", (claim,))
    db.execute(
        "UPDATE marks SET stands = 1 WHERE id = (SELECT max(id) FROM marks"
        " WHERE claim = ? AND actor IS NULL AND kind IN (?, ?))",
        (claim, *map(str, _VERDICTS)),
    )


def of_claims(db: Database, claims: Iterable[str]) -> dict[str, tuple[Mark, ...]]:
    """The marks on these claims, oldest first; claims without any are left out."""
    found: dict[str, list[Mark]] = defaultdict(list)
    rows = db.execute(
        f"SELECT {_FIELDS} FROM marks WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY id",
        (msgspec.json.encode(list(claims)).decode(),),
    )
    for row in rows:
        found[row[1]].append(Mark(**_described(row)))
    return {claim: tuple(marks) for claim, marks in found.items()}


def one(db: Database, key: str) -> FiledMark | None:
    """The mark of this id."""
    row = db.execute(f"SELECT {_FIELDS}, {_ORPHANED} FROM marks WHERE key = ?", (key,)).fetchone()
    return None if row is None else _filed(row)


def page(db: Database, filters: MarkFilters, cursor: str | None, limit: int) -> Page[FiledMark]:
    """Marks, newest first. Raises CursorError."""
    bound = ("marks", filters)
    place = start(cursor, bound)
    conditions, parameters = ["-id > ?"], [place.rank] if cursor else [-(1 << 59)]
    for column, value in (("claim", filters.claim), ("editor", filters.editor)):
        if value is not None:
            conditions.append(f"{column} = ?")
            parameters.append(value)  # type: ignore[arg-type]
    if filters.kind:
        conditions.append(f"kind IN ({','.join('?' * len(filters.kind))})")
        parameters += filters.kind  # type: ignore[arg-type]
    if filters.orphaned is not None:
        conditions.append(_ORPHANED if filters.orphaned else f"NOT {_ORPHANED}")
    rows = db.execute(
        f"SELECT {_FIELDS}, {_ORPHANED}, id FROM marks WHERE {' AND '.join(conditions)}"
        " ORDER BY id DESC LIMIT ?",
        [*parameters, limit + 1],
    ).fetchall()
    last = Place(-rows[limit - 1][-1], 0, 0) if len(rows) > limit else None
    return cut([_filed(row) for row in rows], limit, last, bound)


def _filed(row: tuple[Any, ...]) -> FiledMark:
    return FiledMark(**_described(row), orphaned=bool(row[8]))


def _described(row: tuple[Any, ...]) -> dict[str, Any]:
    key, claim, kind, editor, made_at, note, actor, target = row[:8]
    return {
        "id": key,
        "claim_id": claim,
        "kind": MarkKind(kind),
        "editor": editor,
        "made_at": made_at,
        "note": note,
        "actor_id": actor,
        "to": None if target is None else decoders.ACTOR_NAME.decode(target),
    }
