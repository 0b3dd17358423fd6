"""A new reading of a stored document in the place of the one before, and how they differ.

A claim's id tells its place in the text, so that a claim that is read again keeps its id and its marks, and
decisions hold for new readings as for old ones.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlite_utils import Database

from grammar.claim import Claim, Mark, Reading
from service.store.asking import claims as stored_claims
from service.store.asking import questions
from service.store.entities import decisions, links, marks, publishers, tallies
from service.store.keeping import corrections
from service.store.keeping.comparison import Changed, compare
from service.store.values import dates, decoders


class Renewal(msgspec.Struct, frozen=True, kw_only=True):
    """How a new reading of a document differs from the one before, by the words of its claims.

    ``claims`` is how many there are now. ``fields`` names what else of the document is not the same. Marks on
    claims that no document has any more are ``orphaned_marks``; ``orphaned_decisions`` are ids of those that
    name such claims.
    """

    id: str
    claims: int
    appeared: tuple[Claim, ...]
    vanished: tuple[Claim, ...]
    changed: tuple[Changed, ...]
    fields: tuple[str, ...]
    orphaned_marks: tuple[Mark, ...]
    orphaned_decisions: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether a reader of the document would notice."""
        return bool(self.appeared or self.vanished or self.changed or self.fields)


def renewed(db: Database, key: str, reading: Reading, *, write: bool, moved: bool = False) -> Renewal | None:
    """Compare a document's reading with a new one and, where that is to be written, put this in its place.

    Where the document has ``moved`` in the order of time, equal claims are put in their places anew, too.
    """
    found = db.execute(
        "SELECT id, text, topics, unread, note, language, told FROM documents WHERE key = ?", (key,)
    ).fetchone()
    if found is None:
        return None
    row, text, *described, told = found
    before = [decoders.CLAIM.decode(each) for each in stored_claims.of_document(db, row)]
    read = [msgspec.structs.replace(claim, document_id=key) for claim in reading.claims]
    corrected = corrections.applied(db, read, text)
    after = [each.claim for each in corrected]
    told = told or described[-1] is None
    now = {
        "topics": msgspec.json.encode(reading.topics).decode(),
        "unread": msgspec.json.encode(reading.unread).decode(),
        "note": reading.note,
        "language": reading.language if told else described[-1],
    }
    gone = {claim.id for claim in before} - {claim.id for claim in after}
    lost = {id for id in gone if not _elsewhere(db, id, row)}
    if write:
        own = {
            "engine": msgspec.json.encode(reading.engine).decode(),
            "told": told and reading.language is not None,
        }
        fields = now | own | {"claim_count": len(after), "unread_count": len(reading.unread)}
        if before == after and described[0] == now["topics"] and not moved:
            _describe(db, row, fields)
        else:
            _replace(db, row, reading, corrected, fields)
    compared = compare(before, after)
    return Renewal(
        id=key,
        claims=len(after),
        appeared=compared.appeared,
        vanished=compared.vanished,
        changed=compared.changed,
        fields=tuple(name for name, was in zip(now, described, strict=True) if now[name] != was),
        orphaned_marks=tuple(mark for some in marks.of_claims(db, sorted(lost)).values() for mark in some),
        orphaned_decisions=tuple(
            decision.id for decision in decisions.holding(db) if not lost.isdisjoint(decision.claims)
        ),
    )


def _elsewhere(db: Database, claim: str, document: int) -> bool:
    """Whether another document, of the same text, has the claim."""
    return bool(
        db.execute("SELECT 1 FROM claims WHERE key = ? AND document <> ?", (claim, document)).fetchone()
    )


def _describe(db: Database, row: int, fields: dict[str, str | int | None]) -> None:
    columns = ", ".join(f"{name} = ?" for name in fields)
    db.execute(f"UPDATE documents SET {columns} WHERE id = ?", (*fields.values(), row))


def _replace(
    db: Database,
    row: int,
    reading: Reading,
    corrected: Sequence[corrections.Corrected],
    fields: dict[str, str | int | None],
) -> None:
    """Take a document's claims out, as if it were removed, and put the new ones in.

    What is the same claim keeps its row, and with it its place in lists that are being paged through.
    """
    published_at, publisher, superseded_by = db.execute(
        "SELECT published_at, publisher, superseded_by FROM documents WHERE id = ?", (row,)
    ).fetchone()
    if superseded_by is None:
        tallies.count(db, row, -1)
    links.delete(db, row)
    rows = dict(db.execute("DELETE FROM claims WHERE document = ? RETURNING key, id", (row,)).fetchall())
    _describe(db, row, fields)
    claims = [each.claim for each in corrected]
    placed = stored_claims.insert(db, row, published_at, publishers.row_of(db, publisher), claims, rows)
    corrections.remember(db, zip(placed, corrected, strict=True))
    rank = dates.rank(published_at)
    links.insert(db, [links.Entry(row, rank, reading.topics, list(zip(placed, claims, strict=True)))])
    questions.enter(db, [row])
    if superseded_by is not None:
        tallies.count(db, row, -1)
        db.execute("UPDATE claims SET superseded = 1 WHERE document = ?", (row,))
