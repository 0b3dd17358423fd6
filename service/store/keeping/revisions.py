"""Which stored document a submitted one is, and the texts that came one after the other under one name.

A document's name is its ``external_id``, else its ``url``; one that has neither is known by its text. A text
that is new under a known name is a revision: it supersedes the one before, whose claims are kept but neither
counted nor listed any more. A text that the series has already, even one since superseded, is known: to
submit everything anew changes nothing. An external id that is new is a new document, whoever else has the
text: what was sent under a name can be found by it.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from sqlite_utils import Database

from service.documents import Document
from service.store.entities import tallies


class Place(NamedTuple):
    """Where a document belongs: ``known`` is the key of the same one, ``series`` that which it continues."""

    known: str | None
    series: int | None


NOWHERE = Place(None, None)


def prepare(db: Database) -> None:
    """Give each document a series of its own; a url will find it."""
    db.table("documents").add_column("series", int)  # the row of the first of them
    db.table("documents").add_column("revision", int, not_null_default=1)
    db.table("documents").add_column("superseded_by", str)  # the key of the next one
    db.table("documents").add_column("note", str)
    db.execute("UPDATE documents SET series = id")
    db.table("documents").create_index(["series", "revision"], unique=True)
    db.table("documents").create_index(["url"])


def digest(text: str) -> bytes:
    """By what equal texts are told."""
    return hashlib.sha256(text.encode()).digest()


def place(db: Database, document: Document) -> Place:
    """Find where a document belongs: by external_id, else by url, else by its text."""
    if document.external_id is not None:
        return _by_external_id(db, document) or _by_nameless_url(db, document) or NOWHERE
    return _by_text(db, document) or _by_url(db, document) or NOWHERE


def _by_external_id(db: Database, document: Document) -> Place | None:
    row = db.execute(
        "SELECT series FROM documents WHERE external_id = ? ORDER BY id DESC LIMIT 1", (document.external_id,)
    ).fetchone()
    if row is None:
        return None
    known = db.execute(
        "SELECT key FROM documents WHERE series = ? AND digest = ? ORDER BY revision DESC LIMIT 1",
        (row[0], digest(document.text)),
    ).fetchone()
    return Place(known[0] if known else None, row[0])


def _by_nameless_url(db: Database, document: Document) -> Place | None:
    """The document under this url that has no external id yet: whatever comes, it gives it one."""
    row = db.execute(
        "SELECT series FROM documents this WHERE url = ? AND NOT EXISTS"
        " (SELECT 1 FROM documents WHERE series = this.series AND external_id IS NOT NULL)"
        " ORDER BY id DESC LIMIT 1",
        (document.url,),
    ).fetchone()
    return Place(None, row[0]) if row else None


def _by_text(db: Database, document: Document) -> Place | None:
    """The same text under this url, rather one that is listed; without a url it must be listed."""
    # The plus keeps SQLite from the index of urls, in which all documents without one stand in one place.
    row = db.execute(
        "SELECT key, series FROM documents WHERE digest = ? AND +url IS ?"
        " AND (superseded_by IS NULL OR +url IS NOT NULL) ORDER BY superseded_by IS NOT NULL, id LIMIT 1",
        (digest(document.text), document.url),
    ).fetchone()
    return Place(*row) if row else None


def _by_url(db: Database, document: Document) -> Place | None:
    """The newest text under this url, whoever's it is."""
    row = db.execute(
        "SELECT series FROM documents WHERE url = ? ORDER BY id DESC LIMIT 1", (document.url,)
    ).fetchone()
    return Place(None, row[0]) if row else None


def latest(db: Database, series: int) -> tuple[int, str, int] | None:
    """The row, key and number of the latest revision of a series."""
    row: tuple[int, str, int] | None = db.execute(
        "SELECT id, key, revision FROM documents WHERE series = ? ORDER BY revision DESC LIMIT 1", (series,)
    ).fetchone()
    return row


def supersede(db: Database, row: int, by: str) -> None:
    """Take the claims of a document out of the lists and counts, in favour of another's."""
    tallies.count(db, row, -1)
    db.execute("UPDATE documents SET superseded_by = ? WHERE id = ?", (by, row))
    db.execute("UPDATE claims SET superseded = 1 WHERE document = ?", (row,))


def close_gap(db: Database, series: int, key: str, by: str | None) -> None:
    """After a document is gone, lead from the one before it to the one behind; without one, revive it."""
    before = db.execute(
        "SELECT id FROM documents WHERE series = ? AND superseded_by = ?", (series, key)
    ).fetchone()
    if before is None:
        return
    db.execute("UPDATE documents SET superseded_by = ? WHERE id = ?", (by, *before))
    if by is None:
        db.execute("UPDATE claims SET superseded = 0 WHERE document = ?", before)
        tallies.count(db, before[0], +1)


def page(db: Database, key: str, after: int, limit: int) -> list[tuple[str, int]] | None:
    """Ids and numbers of the revisions behind ``after``, oldest first; None if there is no such document."""
    found = db.execute("SELECT series FROM documents WHERE key = ?", (key,)).fetchone()
    if found is None:
        return None
    return db.execute(
        "SELECT key, revision FROM documents WHERE series = ? AND revision > ? ORDER BY revision LIMIT ?",
        (found[0], after, limit),
    ).fetchall()


def before(db: Database, key: str, against: str | None) -> str | None:
    """The id of the revision before this one, or ``against`` if that is another of the same document."""
    which, value = ("other.superseded_by = this.key", None) if against is None else ("other.key = ?", against)
    found = db.execute(
        "SELECT other.key FROM documents this JOIN documents other ON other.series = this.series"
        f" WHERE this.key = ? AND {which}",
        (key,) if value is None else (key, value),
    ).fetchone()
    return str(found[0]) if found else None
