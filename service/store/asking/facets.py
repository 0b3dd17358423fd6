"""Claims counted by actor, topic, act and the like.

Kept counts serve where nothing is asked, or one topic alone; else claims are counted one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

import msgspec
from msgspec.structs import replace
from sqlite_utils import Database

from service.store.asking import counts, walks
from service.store.asking.filters import Filters
from service.store.asking.matching import matching
from service.store.asking.plans import Plan
from service.store.asking.unknown import told
from service.store.entities import topics
from service.store.values import decoders
from service.store.values.hints import Count, Unknown


class Facet(StrEnum):
    """By what claims are counted; all but `month` are filters, which take the values."""

    ACTOR = "actor"
    TOPIC = "topic"
    ACT = "act"
    TYPE = "type"
    CERTAINTY = "certainty"
    POLARITY = "polarity"
    QUOTATION = "quotation"
    ANONYMITY = "anonymity"
    PUBLISHER = "publisher"
    MONTH = "month"


USUAL = (Facet.ACTOR, Facet.TOPIC, Facet.ACT, Facet.PUBLISHER, Facet.MONTH)


class Facets(msgspec.Struct, frozen=True, omit_defaults=True):
    """Claims counted. Values are in the order of their counts, months from the newest.

    A claim of two actors counts for both, and one under a topic counts for all that are broader. ``unknown``
    stands there where the question has names that mean nothing stored.
    """

    claims: int
    facets: dict[str, list[Count]]
    unknown: tuple[Unknown, ...] = ()


_NAMED = {
    Facet.ACTOR: ("actors", "name", "claim_actors", "actor"),
    Facet.TOPIC: ("topics", "label", "claim_topics", "topic"),
}


def count(db: Database, filters: Filters, facets: Sequence[Facet], top: int) -> Facets:
    """The commonest values of each facet among the claims that the filters ask for."""
    wanted = list(dict.fromkeys(facets or USUAL))
    if not filters:
        return Facets(counts.total(db), {facet.value: _kept(db, facet, top) for facet in wanted})
    plan = matching(db, filters)
    if plan.impossible:
        return Facets(0, {facet.value: [] for facet in wanted}, told(db, plan.unknown))
    if (topic := _topic(db, filters)) is not None:
        (claims,) = db.execute("SELECT claims FROM topics WHERE id = ?", (topic,)).fetchone()
        found = {facet.value: _under(db, topic, facet, top) for facet in wanted}
        return Facets(claims, found, told(db, plan.unknown))
    return Facets(*_counted(db, plan, wanted, top), told(db, plan.unknown))


def _counted(
    db: Database, plan: Plan, wanted: Sequence[Facet], top: int
) -> tuple[int, dict[str, list[Count]]]:
    """All claims of a plan, one by one: what each has of the facets is read as one array for each facet.

    SQLite would sort them to count them, which takes a quarter longer.
    """
    query, values = walks.listing(
        plan, [f"{_column(each)} AS {each}" for each in wanted if each not in _NAMED]
    )
    arrays = ["count(*)"]
    for facet in wanted:
        if facet in _NAMED:
            _, _, table, column = _NAMED[facet]
            linked = f"found CROSS JOIN {table} l ON l.claim = found.id"
            arrays.append(f"(SELECT json_group_array(l.{column}) FROM {linked})")
        else:
            arrays.append(f"json_group_array({facet})")
    claims, *found = db.execute(
        f"WITH found AS MATERIALIZED ({query}) SELECT {', '.join(arrays)} FROM found", values
    ).fetchone()
    return claims, {
        facet.value: _labelled(db, facet, _commonest(facet, decoders.VALUES.decode(array), top))
        for facet, array in zip(wanted, found, strict=True)
    }


def _commonest(facet: Facet, values: list[str | int | None], top: int) -> list[tuple[str | int, int]]:
    """The first of these values in the order of their facet, each with how often it is there."""
    found = [(value, claims) for value, claims in Counter(values).items() if value is not None]
    if facet is Facet.MONTH:
        return sorted(found, key=_value, reverse=True)[:top]
    return sorted(found, key=lambda each: (-each[1], _value(each)))[:top]


def _value(counted: tuple[Any, int]) -> Any:
    return counted[0]


def _kept(db: Database, facet: Facet, top: int) -> list[Count]:
    if facet in _NAMED:
        table, label, _, _ = _NAMED[facet]
        return [
            Count(*row)
            for row in db.execute(
                f"SELECT key, {label}, claims FROM {table} WHERE claims > 0 ORDER BY claims DESC, id LIMIT ?",
                (top,),
            )
        ]
    rows = db.execute(
        f"SELECT value, claims FROM claim_counts WHERE facet = ? ORDER BY {_ranking(facet)} LIMIT ?",
        (facet.value, top),
    )
    return _labelled(db, facet, rows.fetchall())


def _topic(db: Database, filters: Filters) -> int | None:
    """The row of the topic under which all claims are asked for, if nothing else is asked."""
    if not filters.topic or replace(filters, topic=()):
        return None
    rows = {row for value in filters.topic for row in topics.resolve(db, value)}
    return rows.pop() if len(rows) == 1 else None


def _under(db: Database, topic: int, facet: Facet, top: int) -> list[Count]:
    rows = db.execute(
        "SELECT value, claims FROM breakdowns WHERE topic = ? AND facet = ?"
        f" ORDER BY {_ranking(facet)} LIMIT ?",
        (topic, facet.value, top),
    )
    return _labelled(db, facet, rows.fetchall())


def _column(facet: Facet) -> str:
    return "substr(c.day, 1, 7)" if facet is Facet.MONTH else f"c.{facet}"


def _ranking(facet: Facet) -> str:
    return "value DESC" if facet is Facet.MONTH else "claims DESC, value"


def _labelled(db: Database, facet: Facet, rows: list[tuple[str | int, int]]) -> list[Count]:
    if facet in _NAMED:
        table, label, _, _ = _NAMED[facet]
        query = f"SELECT key, {label} FROM {table} WHERE id = ?"
    elif facet is Facet.PUBLISHER:
        query = "SELECT name, name FROM publishers WHERE id = ?"
    else:
        return [Count(str(value), str(value), claims) for value, claims in rows]
    found = ((*db.execute(query, (value,)).fetchone(), claims) for value, claims in rows)
    return [Count(key, name, claims) for key, name, claims in found]
