"""Claims that belong to another: the same actor's on the same matter."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlite_utils import Database

from service.store.asking import claims, counts
from service.store.asking.claims import Cited
from service.store.asking.filters import Order
from service.store.asking.matching import LINKS, linked
from service.store.asking.plans import CURRENT, Condition, Need, Plan, marks
from service.store.values import decoders
from service.store.values.paging import start


def page(db: Database, key: str, cursor: str | None, limit: int) -> Cited[msgspec.Raw] | None:
    """Claims of any of the claim's actors about one of its actors or topics; None if there is no such claim.

    Its topics are its own, or its document's where it has none. Newest first.
    """
    bound = ("related", key)
    after = start(cursor, bound)
    found = db.execute(
        "SELECT c.id, CAST(c.json AS BLOB), d.topics FROM claims c JOIN documents d ON d.id = c.document"
        " WHERE c.key = ? ORDER BY c.superseded, c.id LIMIT 1",
        (key,),
    ).fetchone()
    if found is None:
        return None
    row, json, shared = found
    claim = decoders.CLAIM.decode(json)
    topics = claim.topics or decoders.TOPICS.decode(shared)
    speaking = _rows(db, "SELECT actor FROM claim_actors WHERE claim = ?", (row,))
    about = _rows(db, "SELECT actor FROM claim_about WHERE claim = ?", (row,))
    ids = [topic.id for topic in topics]
    under = _rows(db, f"SELECT id FROM topics WHERE key IN ({marks(ids)})", ids)
    if not speaking or not (about or under):
        return Cited([], None, documents={})
    plan = Plan(counts.total(db))
    plan.needs += [
        linked(db, plan, LINKS["actor"], speaking),
        Need(
            Condition(
                f"EXISTS (SELECT 1 FROM claim_about WHERE claim = c.id AND actor IN ({marks(about)}))"
                f" OR EXISTS (SELECT 1 FROM claim_topics WHERE claim = c.id AND topic IN ({marks(under)}))",
                (*about, *under),
                2.0,
            )
        ),
        Need(Condition("c.id <> ?", (row,))),
        CURRENT,
    ]
    return claims.of_plan(db, plan, Order.NEWEST, after, limit, bound)


def _rows(db: Database, query: str, values: Sequence[int | str]) -> list[int]:
    return sorted(row for (row,) in db.execute(query, values))
