"""The words in sources and contents, as full-text search keeps them."""

from __future__ import annotations

from sqlite_utils import Database

from service.store.values.names import fold

MOST = 64
_NEXT = "\x01"  # lower than whatever goes on in a word


def prepare(db: Database) -> None:
    """Make the words of the index to be looked at."""
    db.execute("CREATE VIRTUAL TABLE claims_vocabulary USING fts5vocab ('claims_words', 'instance')")


def beginning(db: Database, start: str) -> list[str]:
    """The words that begin in this way, in order; none where there are more than ``MOST``.

    Each is sought by itself, for the table would go through all places of a word to come to the next.
    """
    found: list[str] = []
    start = fold(start)
    after = start
    while len(found) <= MOST:
        row = db.execute("SELECT term FROM claims_vocabulary WHERE term >= ? LIMIT 1", (after,)).fetchone()
        if row is None or not row[0].startswith(start):
            return found
        found.append(row[0])
        after = row[0] + _NEXT
    return []


def has(db: Database, word: str) -> bool:
    """Whether a claim has this word, with whatever ending."""
    found = db.execute("SELECT 1 FROM claims_fts WHERE claims_fts MATCH ? LIMIT 1", (f'"{word}"',))
    return found.fetchone() is not None


def count(db: Database, word: str, most: int) -> int:
    """How many claims have this word as it is written; so many at most."""
    query = "SELECT count(*) FROM (SELECT 1 FROM claims_words WHERE claims_words MATCH ? LIMIT ?)"
    (claims,) = db.execute(query, (f'"{word}"', most)).fetchone()
    return int(claims)
