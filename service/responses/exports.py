"""Claims written out: JSON lines, or a table in which what is nested is flattened to columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from grammar.claim import Claim, Slot


class Form(StrEnum):
    """How an export is written."""

    NDJSON = "ndjson"
    CSV = "csv"
    SPREADSHEET = "spreadsheet"


_TABLE = "text/csv; header=present"
MEDIA_TYPES = {Form.NDJSON: "application/x-ndjson", Form.CSV: _TABLE, Form.SPREADSHEET: _TABLE}
FILES = {Form.NDJSON: "claims.ndjson", Form.CSV: "claims.csv", Form.SPREADSHEET: "claims.csv"}

PRODUCED = tuple(dict.fromkeys(media_type.partition(";")[0] for media_type in MEDIA_TYPES.values()))


def form_of(media_type: str) -> Form:
    """The usual form of a media type that an export can have."""
    return next(form for form, produced in MEDIA_TYPES.items() if produced.startswith(media_type))


_CLAIM = msgspec.json.Decoder(Claim)  # one thread makes it: see service/store/values/decoders.py
# What spreadsheets take for the beginning of a formula, and what they pass over before one.
_FORMULAS = tuple("=+-@\t\r\n")
_UTF8_MARK = b"\xef\xbb\xbf"

COLUMNS = [
    "id",
    "document_id",
    "position",
    "published_at",
    "publisher",
    "title",
    "url",
    "actors",
    "actor_ids",
    "source",
    "mention",
    "role",
    "anonymity",
    "act",
    "type",
    "polarity",
    "certainty",
    "quotation",
    "cue",
    "lemma",
    "content",
    "addressee",
    "venue",
    "time",
    "topics",
    "topic_ids",
    "about",
    "about_ids",
    "parent_id",
    "rule",
]


class Exported(msgspec.Struct, frozen=True):
    """A claim with what a table tells of its document."""

    claim: msgspec.Raw
    published_at: str | None
    publisher: str | None
    title: str | None
    url: str | None


def head(form: Form) -> bytes:
    """What stands before the first claim."""
    if form is Form.NDJSON:
        return b""
    return (_UTF8_MARK if form is Form.SPREADSHEET else b"") + _csv([COLUMNS])


def body(form: Form, items: Sequence[Exported]) -> bytes:
    """These claims, each with its end of line; values that are several are parted by "; ".

    For a spreadsheet, an apostrophe stands before what it would take for a formula.
    """
    if form is Form.NDJSON:
        return b"".join(bytes(item.claim) + b"\n" for item in items)
    rows = (_row(item, _CLAIM.decode(item.claim)) for item in items)
    return _csv(map(_harmless, rows) if form is Form.SPREADSHEET else rows)


def _harmless(row: Sequence[object]) -> list[object]:
    return [f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULAS) else cell for cell in row]


def _row(item: Exported, claim: Claim) -> list[object]:
    source = claim.source
    return [
        claim.id,
        claim.document_id,
        claim.position,
        item.published_at,
        item.publisher,
        item.title,
        item.url,
        "; ".join(actor.name for actor in claim.actors),
        "; ".join(actor.id for actor in claim.actors),
        source and source.text,
        source and source.mention.text,
        source and _text(source.role),
        source and source.anonymity.value,
        claim.act.value,
        claim.type.value,
        claim.polarity.value,
        claim.certainty.value,
        claim.quotation.value,
        claim.cue.text,
        claim.cue.lemma,
        claim.content.text,
        _text(claim.addressee),
        _text(claim.venue),
        claim.time and claim.time.value,
        "; ".join(topic.label for topic in claim.topics),
        "; ".join(topic.id for topic in claim.topics),
        "; ".join(about.name for about in claim.about),
        "; ".join(about.actor_id for about in claim.about),
        claim.parent_id,
        claim.rule,
    ]


def _text(slot: Slot | None) -> str | None:
    return slot.text if slot else None


def _csv(rows: Iterable[Sequence[object]]) -> bytes:
    """RFC 4180: commas, CRLF, quotation marks where they are needed."""
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()
