"""Documents found by the words of their titles, whatever their endings."""

from __future__ import annotations

from sqlite_utils import Database

from service.store.values import full_text


def prepare(db: Database) -> None:
    """Have titles searched; triggers see to those that come, change or go."""
    db.execute(
        "CREATE VIRTUAL TABLE titles USING fts5 (title, content='documents', content_rowid='id',"
        " tokenize='porter unicode61 remove_diacritics 2')"
    )
    db.execute("INSERT INTO titles (rowid, title) SELECT id, title FROM documents")
    # Documents without a title, too: the index's own check wants an entry for each row.
    add = "INSERT INTO titles (rowid, title) VALUES (new.id, new.title);"
    remove = "INSERT INTO titles (titles, rowid, title) VALUES ('delete', old.id, old.title);"
    for name, event, action in (
        ("added", "INSERT", add),
        ("removed", "DELETE", remove),
        ("changed", "UPDATE OF title", remove + add),
    ):
        db.execute(f"CREATE TRIGGER titles_{name} AFTER {event} ON documents BEGIN {action} END")


def having(title: str) -> tuple[str, tuple[str, ...]]:
    """What to ask of a document whose title has all of these words and phrases, and the value for it."""
    search = full_text.parse(title, lambda start: ())
    if search is None:
        return "FALSE", ()
    return (
        "id IN (SELECT rowid FROM titles WHERE titles MATCH ?)",
        (" AND ".join(filter(None, search)),),
    )
