"""How much there is."""

from __future__ import annotations

import msgspec
from sqlite_utils import Database


class Totals(msgspec.Struct, frozen=True):
    """How much is stored: documents, claims, sentences that were not read, and bytes on disk."""

    documents: int
    claims: int
    unread: int
    bytes: int


def totals(db: Database, size: int) -> Totals:
    """Count, in an index that has no texts; ``size`` is that of the file."""
    documents, claims, unread = db.execute(
        "SELECT count(*), ifnull(sum(claim_count), 0), ifnull(sum(unread_count), 0) FROM documents"
    ).fetchone()
    return Totals(documents, claims, unread, size)
