"""Filters as SQL: conditions on claims and their parameters, every value bound and none spliced in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sqlite_utils import Database

from service.store import actors, dates, topics
from service.store.filters import Filters
from service.store.marks import REJECTED

_TERM = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w")


@dataclass
class Matching:
    """Conditions on a claim ``c`` that must all hold. ``impossible``: a filter that no claim can meet.

    ``driver`` is a table that lists one actor's or topic's claims in the order of pages, and its row.
    """

    conditions: list[str] = field(default_factory=list)
    parameters: list[int | str] = field(default_factory=list)
    driver: tuple[str, str, int] | None = None
    impossible: bool = False

    def require(self, condition: str, *parameters: int | str) -> None:
        """Add a condition."""
        self.conditions.append(condition)
        self.parameters += parameters


def matching(db: Database, filters: Filters) -> Matching:
    """What the filters ask of a claim."""
    found = Matching()
    for table, column, wanted, resolve in (
        ("claim_actors", "actor", filters.actor, actors.speaking),
        ("claim_about", "actor", filters.about, actors.resolve),
        ("claim_topics", "topic", filters.topic, topics.resolve),
    ):
        if wanted:
            rows = sorted({row for value in wanted for row in resolve(db, value)})
            _linked(found, table, column, rows)
    for column in ("act", "type", "certainty", "polarity", "quotation"):
        values = sorted(set(getattr(filters, column)))
        if values:
            found.require(f"c.{column} IN ({_marks(values)})", *values)
    if filters.document:
        keys = sorted(set(filters.document))
        found.require(f"c.document IN (SELECT id FROM documents WHERE key IN ({_marks(keys)}))", *keys)
    if filters.q:
        terms = [search for q in filters.q if (search := full_text(q))]
        found.impossible |= not terms
        query = " OR ".join(f"({term})" for term in terms)
        found.require("c.id IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)", query)
    if filters.marked:
        kinds = sorted(set(filters.marked))
        found.require(f"c.key IN (SELECT claim FROM marks WHERE kind IN ({_marks(kinds)}))", *kinds)
    if filters.rejected != "include":
        found.require(REJECTED if filters.rejected == "only" else f"NOT {REJECTED}")
    _published(found, filters)
    if filters.said_since is not None:
        found.require("c.said >= ?", dates.first_day_from(filters.said_since))
    if filters.said_until is not None:
        found.require("c.said < ?", dates.first_day_from(filters.said_until))
    return found


def full_text(q: str) -> str:
    """Write a query for words in any order and "phrases in quotation marks", all wanted; "" for no word."""
    terms = (phrase or word for phrase, word in _TERM.findall(q))
    return " AND ".join('"' + term.replace('"', "") + '"' for term in terms if _WORD.search(term))


def _linked(found: Matching, table: str, column: str, rows: list[int]) -> None:
    if not rows:
        found.impossible = True
    elif len(rows) == 1 and found.driver is None:
        found.driver = (table, column, rows[0])
    elif len(rows) == 1:
        found.require(
            f"EXISTS (SELECT 1 FROM {table} WHERE {column} = ? AND rank = c.rank"
            " AND position = c.position AND claim = c.id)",
            rows[0],
        )
    else:
        found.require(f"c.id IN (SELECT claim FROM {table} WHERE {column} IN ({_marks(rows)}))", *rows)


def _published(found: Matching, filters: Filters) -> None:
    """A bare date is compared with the day at the document's own offset, a date-time as a moment."""
    for value, sign, ranked in ((filters.published_since, ">=", "<="), (filters.published_until, "<", ">")):
        if value is None:
            continue
        found.require("c.rank < ?", dates.UNDATED)
        if dates.is_day(value):
            found.require(f"c.day {sign} ?", dates.day(value))
            # The order is by moments: this lets the index skip, as no day begins more than 24 h off UTC.
            slack = dates.WIDEST_OFFSET if sign == ">=" else -dates.WIDEST_OFFSET
            found.require(f"c.rank {ranked} ?", dates.rank(value) + slack)
        else:
            found.require(f"c.rank {ranked} ?", dates.rank(value))


def _marks(values: list[int] | list[str]) -> str:
    return ",".join("?" * len(values))
