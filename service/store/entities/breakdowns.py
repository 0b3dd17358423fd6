"""How the claims of each topic break down: how many have which act, publisher, actor, month.

A broad topic has a quarter of all claims: to count them one by one takes seconds of a million. Superseded
claims are not counted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import product
from typing import Literal

import msgspec
from sqlite_utils import Database

COLUMNS = ("act", "type", "certainty", "polarity", "quotation", "anonymity", "publisher")
"""Columns of claims with few values."""

FACETS = (*COLUMNS, "month")
"""What a claim has one value of at most."""

LINKS = {"actor": "claim_actors", "topic": "claim_topics"}
"""What it may have several of: the columns of these tables."""

_AT_ONCE = 500

Value = tuple[str, int | str]
"""A facet or a link, and a value of it."""


def prepare(db: Database) -> None:
    """Make the table out of the claims that are there; takes about a minute for a million."""
    db.execute(
        """
        CREATE TABLE breakdowns (
            topic INTEGER NOT NULL,
            facet TEXT NOT NULL,
            value NOT NULL,
            claims INTEGER NOT NULL,
            PRIMARY KEY (topic, facet, value)
        ) WITHOUT ROWID
        """
    )
    db.execute("CREATE INDEX breakdowns_emptied ON breakdowns (claims) WHERE claims = 0")
    fill(db)


def fill(db: Database) -> None:
    """Count all claims that are there into the empty table."""
    documents = [document for (document,) in db.execute("SELECT id FROM documents ORDER BY id")]
    for at in range(0, len(documents), _AT_ONCE):
        count(db, "document", documents[at : at + _AT_ONCE], +1)


def count(db: Database, column: Literal["document", "id"], rows: Sequence[int], sign: int) -> None:
    """Add the claims of these documents, or those in these rows, to the counts (+1), or take them out (-1).

    To be called while claims and links are as they are counted: once they are there, before they change.
    """
    these = f"SELECT id FROM claims WHERE {column} IN (SELECT value FROM json_each(?)) AND NOT superseded"
    asked = (msgspec.json.encode(rows).decode(),)
    has: defaultdict[int, list[Value]] = defaultdict(list)
    topics: defaultdict[int, list[int]] = defaultdict(list)
    told = f"SELECT id, {', '.join(COLUMNS)}, substr(day, 1, 7) FROM claims WHERE id IN ({these})"
    for claim, *values in db.execute(told, asked):
        has[claim] += [each for each in zip(FACETS, values, strict=True) if each[1] is not None]
    for link, table in LINKS.items():
        for claim, row in db.execute(f"SELECT claim, {link} FROM {table} WHERE claim IN ({these})", asked):
            has[claim].append((link, row))
            if link == "topic":
                topics[claim].append(row)
    shares: Counter[tuple[int, Value]] = Counter()
    for claim, under in topics.items():
        shares.update(product(under, has[claim]))
    db.conn.executemany(
        "INSERT INTO breakdowns VALUES (?, ?, ?, ?)"
        " ON CONFLICT (topic, facet, value) DO UPDATE SET claims = claims + excluded.claims",
        [(topic, *value, sign * claims) for (topic, value), claims in shares.items()],
    )
    if sign < 0:
        db.execute("DELETE FROM breakdowns WHERE claims = 0")
