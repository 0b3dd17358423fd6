"""Claims by the ids of their documents, or by their own."""

from __future__ import annotations

from sqlite_utils import Database

from service.store.asking.filters import Filters
from service.store.asking.plans import Branch, Condition, Need, Plan, marks, negated, share


def documents(db: Database, plan: Plan, filters: Filters) -> None:
    """Claims of documents, and claims that are not of these."""
    for given, without in ((filters.document, False), (filters.not_document, True)):
        keys = tuple(sorted(set(given)))
        if not keys:
            continue
        found = db.execute(
            f"SELECT id, claim_count, key FROM documents WHERE key IN ({marks(keys)}) ORDER BY id", keys
        ).fetchall()
        rows = tuple(row for row, _, _ in found)
        there = {key for _, _, key in found}
        name = "not_document" if without else "document"
        plan.unknown += [(name, key) for key in given if key not in there]
        if not rows:
            plan.impossible |= not without
            continue
        condition = Condition(f"c.document IN ({marks(rows)})", rows)
        if without:
            plan.needs.append(Need(negated(condition)))
            continue
        walks = tuple(Branch("claims k", "id", "k.document = ?", (row,)) for row in rows)
        part = share(sum(claims or 0 for _, claims, _ in found), plan.total)
        plan.needs.append(Need(condition, part, walks))


def claims(db: Database, plan: Plan, filters: Filters) -> None:
    """Claims by their own ids. Where documents have the same text, each has a claim of the same id."""
    if not filters.id:
        return
    keys = tuple(sorted(set(filters.id)))
    found = db.execute(
        f"SELECT id, key FROM claims WHERE key IN ({marks(keys)}) ORDER BY id", keys
    ).fetchall()
    there = {key for _, key in found}
    plan.unknown += [("id", key) for key in keys if key not in there]
    rows = tuple(row for row, _ in found)
    if not rows:
        plan.impossible = True
        return
    among = f"id IN ({marks(rows)})"
    walk = Branch(f"(SELECT rank, position, id FROM claims WHERE {among}) k", "id", "TRUE", rows)
    plan.needs.append(Need(Condition(f"c.{among}", rows), share(len(rows), plan.total), (walk,)))
