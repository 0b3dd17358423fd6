"""Claims in the order of pages: by the index that serves the question best, or by full-text search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import groupby, islice
from typing import NamedTuple

from sqlite_utils import Database

from service.store.asking import ordinals
from service.store.asking.filters import Order
from service.store.asking.plans import Branch, Condition, Need, Plan, Values
from service.store.values import dates
from service.store.values.full_text import Search
from service.store.values.paging import FIRST, Place


class Stretch(NamedTuple):
    """Ranks from ``lowest`` to ``highest``, both inclusive, in falling order or in rising order."""

    lowest: int
    highest: int
    falling: bool

    def order(self, place: Place) -> Place:
        """What places are sorted by."""
        return Place(-place.rank, place.position, place.row) if self.falling else place


def places(db: Database, plan: Plan, order: Order, after: Place, limit: int) -> list[Place]:
    """The first places behind ``after`` that hold claims of the plan."""
    if plan.impossible:
        return []
    need, conditions = plan.walk()
    found: list[Place] = []
    for stretch in _stretches(db, plan, order):
        if _passed(stretch, after):
            continue
        left = limit - len(found)
        if need.branches:
            found += _by_index(db, need.branches, conditions, stretch, after, left)
        else:
            found += islice(_by_search(db, need, conditions, stretch, after), left)
        if len(found) >= limit:
            break
    return found


def statement(
    branches: tuple[Branch, ...],
    conditions: list[Condition],
    stretch: Stretch,
    after: Place,
    columns: Sequence[str] = (),
) -> tuple[str, list[int | str]]:
    """The places of all branches merged as one SELECT of rank, position, id and columns, to be ordered."""
    selects, values = [], []
    for branch in branches:
        claim = f"k.{branch.claim}"
        source = branch.table
        bounds, bounding = _behind(claim, stretch, after)
        where, bound = [branch.where, *bounds], [*branch.values, *bounding]
        if conditions or columns:
            source += f" CROSS JOIN claims c INDEXED BY claims_narrow ON c.id = {claim}"
            where += [f"({condition.where})" for condition in conditions]
            bound += [value for condition in conditions for value in condition.values]
        selected = ", ".join(("k.rank", "k.position", f"{claim} AS id", *columns))
        selects.append(f"SELECT {selected} FROM {source} WHERE {' AND '.join(where)}")
        values += bound
    # UNION rather than UNION ALL: a claim of two of the actors is there once.
    return " UNION ".join(selects), values


def _behind(claim: str, stretch: Stretch, after: Place) -> tuple[list[str], Values]:
    if not stretch.falling:
        start = max(after, Place(stretch.lowest, -1, -1))
        return [f"(k.rank, k.position, {claim}) > (?, ?, ?)", "k.rank <= ?"], (*start, stretch.highest)
    if after.rank > stretch.highest or after.row < 0:
        return ["k.rank <= ?", "k.rank >= ?"], (stretch.highest, stretch.lowest)
    return (
        ["k.rank <= ?", f"(k.rank < ? OR (k.position, {claim}) > (?, ?))", "k.rank >= ?"],
        (after.rank, *after, stretch.lowest),
    )


def _by_index(
    db: Database,
    branches: tuple[Branch, ...],
    conditions: list[Condition],
    stretch: Stretch,
    after: Place,
    limit: int,
) -> list[Place]:
    query, values = _ordered(branches, conditions, stretch, after)
    return [Place(*row) for row in db.execute(query, [*values, limit])]


def _ordered(
    branches: tuple[Branch, ...], conditions: list[Condition], stretch: Stretch, after: Place
) -> tuple[str, list[int | str]]:
    query, values = statement(branches, conditions, stretch, after)
    return f"{query} ORDER BY 1 {'DESC' if stretch.falling else 'ASC'}, 2, 3 LIMIT ?", values


def _by_search(
    db: Database, need: Need, conditions: list[Condition], stretch: Stretch, after: Place
) -> Iterator[Place]:
    """Full-text search lists by ordinal: the order of pages but within a group, which is sorted here."""
    sign = -1 if stretch.falling else 1
    streams = [_matches(db, search, conditions, stretch, after) for search in need.searches]
    begun = after.row >= 0

    def group(row: tuple[int, Place]) -> int:
        if row[0] & ordinals.DATED_TO_THE_DAY and stretch.falling:
            return row[0] >> 40
        if row[0] & ordinals.DATED_TO_THE_DAY and row[1].position < ordinals.SATURATED:
            return row[0]
        return row[0] >> ordinals.ROW_BITS

    for _, rows in groupby(merge(*streams, key=lambda row: sign * row[0]), group):
        for place in sorted({place for _, place in rows}, key=stretch.order):
            if not begun or stretch.order(place) > stretch.order(after):
                yield place


def _matches(
    db: Database, search: Search, conditions: list[Condition], stretch: Stretch, after: Place
) -> Iterator[tuple[int, Place]]:
    query, values = _search_statement("f.rowid, c.rank, c.position, c.id", search, conditions, stretch, after)
    rows = db.execute(f"{query} ORDER BY f.rowid {'DESC' if stretch.falling else 'ASC'}", values)
    return ((row[0], Place(*row[1:])) for row in rows)


def _search_statement(
    columns: str, search: Search, conditions: list[Condition], stretch: Stretch, after: Place
) -> tuple[str, list[int | str]]:
    table, query = ("claims_fts", search.stems) if search.stems else ("claims_words", search.begun)
    lowest, highest = ordinals.first(stretch.lowest), ordinals.last(stretch.highest)
    if after.row >= 0 and stretch.falling:
        highest = min(highest, ordinals.last(after.rank))
    elif after.row >= 0:
        lowest = max(lowest, ordinals.first(*after))
    where = [f"f.{table} MATCH ?", "f.rowid >= ?", "f.rowid <= ?", "c.rank >= ?", "c.rank <= ?"]
    values: list[int | str] = [query, lowest, highest, stretch.lowest, stretch.highest]
    if search.stems and search.begun:
        where.append("EXISTS (SELECT 1 FROM claims_words WHERE claims_words MATCH ? AND rowid = f.rowid)")
        values.append(search.begun)
    for condition in conditions:
        where.append(f"({condition.where})")
        values += condition.values
    return (
        f"SELECT {columns} FROM {table} f"
        f" CROSS JOIN claims c INDEXED BY claims_narrow ON c.id = (f.rowid & {ordinals.ROW})"
        f" WHERE {' AND '.join(where)}",
        values,
    )


def _stretches(db: Database, plan: Plan, order: Order) -> list[Stretch]:
    lowest, highest, _ = whole = _whole(plan)
    if order is Order.NEWEST:
        return [whole]
    dated = min(highest, dates.UNDATED - 1)
    bounds = "FROM claims INDEXED BY claims_by_time WHERE rank BETWEEN ?1 AND ?2"
    first, last = db.execute(
        f"SELECT (SELECT min(rank) {bounds}), (SELECT max(rank) {bounds})", (lowest, dated)
    ).fetchone()
    # All of one moment are in the order of positions, which the indexes give in rising order only.
    found = [Stretch(lowest, dated, first != last)]
    return [*found, Stretch(dates.UNDATED, highest, False)] if highest == dates.UNDATED else found


def _whole(plan: Plan) -> Stretch:
    low, high = plan.ranks
    return Stretch(
        -dates.UNDATED if low is None else low, dates.UNDATED if high is None else high, falling=False
    )


def _passed(stretch: Stretch, after: Place) -> bool:
    """Does the stretch end before the place? Only the undated stand behind a stretch."""
    return after.row >= 0 and after.rank > stretch.highest


def steps(db: Database, plan: Plan, order: Order) -> list[str]:
    """What SQLite does to find a first page, in its own words (EXPLAIN QUERY PLAN), each thing once."""
    if plan.impossible:
        return []
    need, conditions = plan.walk()
    queries: list[tuple[str, list[int | str]]] = []
    for stretch in _stretches(db, plan, order):
        if need.branches:
            query, values = _ordered(need.branches, conditions, stretch, FIRST)
            queries.append((query, [*values, 1]))
        for search in need.searches:
            query, values = _search_statement("f.rowid", search, conditions, stretch, FIRST)
            queries.append((f"{query} ORDER BY f.rowid {'DESC' if stretch.falling else 'ASC'}", values))
    found = (
        step[3] for query, values in queries for step in db.execute(f"EXPLAIN QUERY PLAN {query}", values)
    )
    return list(dict.fromkeys(found))


def listing(plan: Plan, columns: Sequence[str]) -> tuple[str, list[int | str]]:
    """One SELECT of the id and these columns of all claims of a plan, each claim once, in no order.

    ``c`` is the narrow copy of a claim, read once with what is checked on it.
    """
    need, conditions = plan.walk(page=None)
    stretch = _whole(plan)
    if need.branches:
        return statement(need.branches, conditions, stretch, FIRST, columns)
    selected = ", ".join(("c.id", *columns))
    found = [_search_statement(selected, search, conditions, stretch, FIRST) for search in need.searches]
    return " UNION ".join(query for query, _ in found), [value for _, values in found for value in values]
