"""Counts of claims, but superseded ones, kept by the file's own triggers and so right after any change."""

from __future__ import annotations

from sqlite_utils import Database


def total(db: Database) -> int:
    """How many claims can be found."""
    found = db.execute("SELECT claims FROM claim_counts WHERE facet = 'claims'").fetchone()
    return int(found[0]) if found else 0


def of(db: Database, facet: str) -> dict[str | int, int]:
    """How many claims each value of a facet has; values that none has are not there."""
    return dict(db.execute("SELECT value, claims FROM claim_counts WHERE facet = ?", (facet,)).fetchall())
