"""Words that claims are to have, or not to have: full-text search as a filter among others."""

from __future__ import annotations

from functools import partial

from sqlite_utils import Database

from service.store.asking.filters import Filters
from service.store.asking.plans import Condition, Need, Plan, negated, share
from service.store.entities import vocabulary
from service.store.values import full_text
from service.store.values.full_text import Search

_SEARCH_COST = 12.0  # a full-text query of its own, in units of a row walked
_FEW = 2_000
_COMMON = 0.05
_GATHERED = 100_000  # claims: to gather half of them takes 20 ms, to ask for each of them a second


def searched(db: Database, plan: Plan, filters: Filters) -> None:
    """Have the words that a question asks for, and those that it leaves out, be needs of its plan.

    Words that no claim has are noted.
    """
    for given, without in ((filters.q, False), (filters.not_q, True)):
        searches = []
        for q in given:
            missing = [word for word in full_text.words(q) if not vocabulary.has(db, word)]
            plan.unknown += [("not_q" if without else "q", word) for word in missing]
            search = full_text.parse(q, partial(vocabulary.beginning, db))
            if search and not missing:
                searches.append(search)
        if not searches:
            plan.impossible |= bool(given) and not without
            continue
        found = [_search(search, plan.total <= _GATHERED) for search in searches]
        condition = Condition(
            " OR ".join(f"({where})" for where, _ in found),
            tuple(value for _, values in found for value in values),
            _SEARCH_COST * len(found),
        )
        if without:
            plan.needs.append(Need(negated(condition)))
        else:
            # Whether a word is rare need be known only where there is another way to walk.
            wanted = sum(_frequency(db, search, plan.total) for search in searches) if plan.needs else _COMMON
            plan.needs.append(Need(condition, min(wanted, 1.0), searches=tuple(searches)))


def _search(search: Search, gathered: bool) -> tuple[str, tuple[str, ...]]:
    """A condition that asks for each claim, or first gathers all that are found: dear where they are many."""
    among = "c.ordinal IN (SELECT rowid FROM {0} WHERE {0} MATCH ?)"
    each = "EXISTS (SELECT 1 FROM {0} WHERE {0} MATCH ? AND rowid = c.ordinal)"
    parts = [
        ((among if gathered else each).format(table), query)
        for table, query in (("claims_fts", search.stems), ("claims_words", search.begun))
        if query
    ]
    return " AND ".join(where for where, _ in parts), tuple(query for _, query in parts)


def _frequency(db: Database, search: Search, total: int) -> float:
    """The share of claims that a search finds; counted where they are few, else taken to be many."""
    table, query = ("claims_fts", search.stems) if search.stems else ("claims_words", search.begun)
    (found,) = db.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT {_FEW})", (query,)
    ).fetchone()
    return share(found, total) if found < _FEW else max(_COMMON, share(found, total))
