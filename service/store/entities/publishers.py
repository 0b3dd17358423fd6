"""Publishers in the store: a name each, found in any case and with or without diacritics."""

from __future__ import annotations

from sqlite_utils import Database

from service.store.values import names


def prepare(db: Database) -> None:
    """Make the table out of the documents that are there; a publisher goes with its last document."""
    db.execute(
        "CREATE TABLE publishers (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, folded TEXT NOT NULL)"
    )
    db.execute("CREATE INDEX publishers_by_folded ON publishers (folded)")
    db.execute("CREATE INDEX documents_by_publisher ON documents (publisher)")
    for (name,) in db.execute(
        "SELECT DISTINCT publisher FROM documents WHERE publisher IS NOT NULL"
    ).fetchall():
        row_of(db, name)
    db.execute(
        "CREATE TRIGGER publishers_removed AFTER DELETE ON documents WHEN old.publisher IS NOT NULL BEGIN"
        " DELETE FROM publishers WHERE name = old.publisher"
        " AND NOT EXISTS (SELECT 1 FROM documents WHERE publisher = old.publisher); END"
    )


def row_of(db: Database, name: str | None) -> int | None:
    """The row of a publisher, made where it is not there."""
    if name is None:
        return None
    db.execute("INSERT OR IGNORE INTO publishers (name, folded) VALUES (?, ?)", (name, _folded(name)))
    (row,) = db.execute("SELECT id FROM publishers WHERE name = ?", (name,)).fetchone()
    return int(row)


def forget(db: Database, name: str | None) -> None:
    """Let a publisher go that no document has any more, as the deletion of its last document does."""
    db.execute(
        "DELETE FROM publishers WHERE name = ?1"
        " AND NOT EXISTS (SELECT 1 FROM documents WHERE publisher = ?1)",
        (name,),
    )


def resolve(db: Database, value: str) -> list[int]:
    """The rows of the publishers of this name, whatever its case, diacritics and punctuation."""
    found = db.execute("SELECT id FROM publishers WHERE folded = ? ORDER BY id", (_folded(value),))
    return [row for (row,) in found]


def _folded(name: str) -> str:
    return " ".join(names.words(name)) or name.strip()
