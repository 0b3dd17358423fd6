"""Filters as a plan: what each asks of a claim, how many claims that leaves, and how to list them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from sqlite_utils import Database

from service.store.asking import counts, identifiers, saying
from service.store.asking.filters import Filters, Revisions
from service.store.asking.plans import (
    CURRENT,
    MOST_BRANCHES,
    Branch,
    Condition,
    Need,
    Plan,
    marks,
    negated,
    share,
)
from service.store.asking.searching import searched
from service.store.entities import actors, namesakes, publishers, topics
from service.store.entities.marks import REJECTED
from service.store.values import dates

# What a check costs in units of a row walked: one b-tree more.
_LINK_COST = 1.0


Resolve = Callable[[Database, str], list[int]]


class Link(NamedTuple):
    """A table that lists claims of actors or topics in the order of pages, and where these are counted."""

    table: str
    column: str
    counted: str
    tally: str
    resolve: Resolve


LINKS = {
    "actor": Link("claim_actors", "actor", "actors", "claims", actors.speaking),
    "about": Link("claim_about", "actor", "actors", "about", actors.concerned),
    "topic": Link("claim_topics", "topic", "topics", "claims", topics.resolve),
}
_CLOSED = ("act", "type", "certainty", "polarity", "quotation", "anonymity")


def matching(db: Database, filters: Filters) -> Plan:
    """What the filters ask of a claim."""
    plan = Plan(counts.total(db))
    current = filters.revisions is Revisions.LATEST and not (filters.document or filters.id)
    if current:
        plan.needs.append(CURRENT)
    for name, link in LINKS.items():
        wide = link.counted == "actors" and filters.namesakes == "include"
        _linked(db, plan, name, getattr(filters, name), without=False, wide=wide)
        _linked(db, plan, name, getattr(filters, f"not_{name}"), without=True, wide=wide)
    for name in _CLOSED:
        _valued(db, plan, name, set(getattr(filters, name)), without=False, current=current)
        _valued(db, plan, name, set(getattr(filters, f"not_{name}")), without=True, current=current)
    for given, without in ((filters.publisher, False), (filters.not_publisher, True)):
        rows = _meant(db, plan, "not_publisher" if without else "publisher", given, publishers.resolve)
        if given and not rows and not without:
            plan.impossible = True
        _valued(db, plan, "publisher", rows, without=without, current=current)
    identifiers.documents(db, plan, filters)
    identifiers.claims(db, plan, filters)
    searched(db, plan, filters)
    _marked(db, plan, filters)
    _published(plan, filters)
    if filters.said_since is not None or filters.said_until is not None:
        plan.needs.append(saying.need(db, filters.said_since, filters.said_until, plan.total))
    return plan


def _meant(db: Database, plan: Plan, parameter: str, given: Iterable[str], resolve: Resolve) -> set[int]:
    """The rows that these names mean; those that mean nothing are noted."""
    found: set[int] = set()
    for value in given:
        rows = resolve(db, value)
        found.update(rows)
        if not rows:
            plan.unknown.append((parameter, value))
    return found


def _linked(
    db: Database, plan: Plan, name: str, given: tuple[str, ...], *, without: bool, wide: bool
) -> None:
    link = LINKS[name]
    meant = _meant(db, plan, f"not_{name}" if without else name, given, link.resolve)
    rows = sorted(meant | namesakes.shorter(db, meant) if wide else meant)
    if not given or (without and not rows):
        return
    if not rows:
        plan.impossible = True
        return
    plan.needs.append(linked(db, plan, link, rows, without=without))


def linked(db: Database, plan: Plan, link: Link, rows: list[int], *, without: bool = False) -> Need:
    """Claims that are linked to any of these rows; ``without``: those that are not."""
    table, column = link.table, link.column
    among = f"{column} IN ({marks(rows)})"
    values = tuple(rows)
    (claims,) = db.execute(
        f"SELECT coalesce(sum({link.tally}), 0) FROM {link.counted} WHERE id IN ({marks(rows)})", values
    ).fetchone()
    part = share(claims, plan.total)
    if len(rows) == 1:
        place = "rank = c.rank AND position = c.position AND claim = c.id"
        condition = Condition(
            f"EXISTS (SELECT 1 FROM {table} WHERE {column} = ? AND {place})", values, _LINK_COST
        )
    else:
        # The plus keeps SQLite from looking up each of thousands of actors beside each claim.
        condition = Condition(
            f"EXISTS (SELECT 1 FROM {table} WHERE claim = c.id AND +{among})", values, 2 * _LINK_COST
        )
    if without:
        return Need(negated(condition), 1 - part)
    if len(rows) <= MOST_BRANCHES:
        walks = tuple(Branch(f"{table} k", "claim", f"k.{column} = ?", (row,)) for row in rows)
    else:
        gathered = f"(SELECT DISTINCT rank, position, claim FROM {table} WHERE {among}) k"
        walks = (Branch(gathered, "claim", "TRUE", values),)
    return Need(condition, part, walks)


def _valued(
    db: Database, plan: Plan, column: str, given: Iterable[str | int], *, without: bool, current: bool
) -> None:
    """Few values: those left out are as well those that are left."""
    values = tuple(sorted(map(_plain, given)))
    if not values:
        return
    there = counts.of(db, column)
    condition = Condition(f"c.{column} IN ({marks(values)})", values)
    if not current:
        # The counts know nothing of superseded claims, so no walk may be made of what they have.
        plan.needs.append(Need(negated(condition) if without else condition))
        return
    walked: list[str | int] = [value for value in values if value in there]
    branches: list[Branch] = []
    if without:
        condition = negated(condition)
        walked = [value for value in there if value not in values]
        branches = [Branch(_by(column), "id", f"k.{column} IS NULL", ())]
    elif not walked:
        plan.impossible = True
        return
    branches += [Branch(_by(column), "id", f"k.{column} = ?", (value,)) for value in walked]
    claims = sum(there[value] for value in walked)
    if without:
        claims += plan.total - sum(there.values())
    few = len(branches) <= MOST_BRANCHES
    plan.needs.append(Need(condition, share(claims, plan.total), tuple(branches) if few else ()))


def _marked(db: Database, plan: Plan, filters: Filters) -> None:
    kinds = tuple(sorted({str(kind) for kind in filters.marked}))
    if kinds:
        plan.needs.append(_by_marks(db, plan, f"kind IN ({marks(kinds)})", kinds))
    if filters.rejected == "only":
        plan.needs.append(_by_marks(db, plan, "stands AND kind = 'reject'", ()))
    elif filters.rejected == "exclude":
        plan.needs.append(Need(negated(Condition(REJECTED, (), _LINK_COST))))


def _by_marks(db: Database, plan: Plan, which: str, values: tuple[str, ...]) -> Need:
    """Marks are made by hand, so the claims that bear them are few."""
    keys = f"SELECT claim FROM marks WHERE {which}"
    (count,) = db.execute(f"SELECT count(*) FROM marks WHERE {which}", values).fetchone()
    gathered = f"(SELECT rank, position, id FROM claims WHERE key IN ({keys})) k"
    walk = Branch(gathered, "id", "TRUE", values)
    return Need(Condition(f"c.key IN ({keys})", values, _LINK_COST), share(count, plan.total), (walk,))


def _published(plan: Plan, filters: Filters) -> None:
    """A bare date is compared with the day at the document's own offset, a date-time as a moment."""
    for value, since in ((filters.published_since, True), (filters.published_until, False)):
        if value is None:
            continue
        bound = dates.rank(value)
        plan.bound(highest=dates.UNDATED - 1)
        if dates.is_day(value):
            sign = ">=" if since else "<"
            plan.needs.append(Need(Condition(f"c.day {sign} ?", (dates.day(value),))))
            # The order is by moments: this lets the index skip, as no day begins more than 24 h off UTC.
            bound += dates.WIDEST_OFFSET if since else -dates.WIDEST_OFFSET
        elif not since:
            bound += 1
        plan.bound(highest=bound) if since else plan.bound(lowest=bound)


def _by(column: str) -> str:
    return f"claims k INDEXED BY claims_by_{column}"


def _plain(value: str | int) -> str | int:
    """A member of an enumeration as the string that SQLite takes it for."""
    return value if isinstance(value, int) else str(value)
