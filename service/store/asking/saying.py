"""When a claim was said: a range of days, walked as the years, months and days that it is made of."""

from __future__ import annotations

from collections.abc import Iterator

from sqlite_utils import Database

from service.store.asking.plans import MOST_BRANCHES, Branch, Condition, Need
from service.store.values import dates

_PARTS = (("year", 4), ("month", 7), ("day", 10))
_FIRST, _LAST = "0000-01-01", "9999-12-31"
_NEVER = "9999-99-99"


def need(db: Database, since: str | None, until: str | None, total: int) -> Need:
    """Claims said from the first day that begins at ``since`` until the day before ``until`` begins."""
    first = dates.first_day_from(since) if since else "0000"
    end = dates.first_day_from(until) if until else _NEVER
    condition = Condition("c.said >= ? AND c.said < ?", (first, end))
    branches: list[Branch] = []
    for part, value in _pieces(db, first, end, ""):
        if len(branches) == MOST_BRANCHES:
            return Need(condition)
        length = dict(_PARTS)[part]
        table = f"claims k INDEXED BY claims_by_said_{part}"
        where = f"k.said IS NOT NULL AND substr(k.said, 1, {length}) = ?"
        branches.append(Branch(table, "id", where, (value,)))
    if not branches:
        return Need(condition, 0.0, (Branch("claims k", "id", "FALSE", ()),))
    # Not counted: taken for few, since whoever asks for days wants these.
    return Need(condition, min(1.0, len(branches) / 100), tuple(branches))


def _pieces(db: Database, first: str, end: str, within: str) -> Iterator[tuple[str, str]]:
    """The largest whole years, months and days in [first, end) in which anything was said."""
    part, length = _PARTS[len(within) // 3]
    column = f"substr(said, 1, {length})"
    found = max(within, first[:length])
    sign = ">="
    while True:
        (found,) = db.execute(
            f"SELECT min({column}) FROM claims INDEXED BY claims_by_said_{part}"
            f" WHERE said IS NOT NULL AND {column} {sign} ?",
            (found,),
        ).fetchone()
        if found is None or not found.startswith(within) or found + _FIRST[length:] >= end:
            return
        sign = ">"
        if first <= found + _FIRST[length:] and found + _LAST[length:] < end:
            yield part, found
        else:
            yield from _pieces(db, first, end, found)
