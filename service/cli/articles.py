"""From an entry to the document it stands for, and from that to its reading."""

from __future__ import annotations

from functools import cache

import click
import msgspec

from grammar import Engine
from service.cli.inputs import Entry, Failure, Line
from service.documents import Document
from service.requests.languages import heeded
from service.requests.moments import normalized

_STRINGS = ("text", "html", "title", "url", "publisher", "author", "external_id", "language")


@cache
def engine() -> Engine:
    """The engine of this process, loaded when it is first needed."""
    try:
        return Engine()
    except ValueError as error:  # somebody edits its files: the message says which line is wrong
        raise click.ClickException(f"the grammar cannot be loaded: {error}") from error


def document(entry: Entry) -> Document | Failure:
    """The entry as a document: what the sender tells of it goes before what a page tells of itself.

    Fields that are empty are none.
    """
    line = entry.line
    if fault := _fault(line):
        return Failure(entry.id, fault, entry.size)
    found = Document(text=line.text) if line.text is not None else _extracted(line.html or "")
    if not found.text.strip():
        return Failure(entry.id, "there is no text in it", entry.size)
    return msgspec.structs.replace(
        found,
        title=line.title or found.title,
        url=line.url or None,
        publisher=line.publisher or None,
        author=line.author or found.author,
        published_at=normalized(line.published_at) if line.published_at else found.published_at,
        external_id=line.external_id or (None if line.id is None else str(line.id)),
        language=line.language or None,
    )


def read(entry: Entry | Failure, with_text: bool = False) -> bytes | Failure:
    """The output line of `claims parse`. No text makes it fail: an engine's fault is that line's error."""
    found = entry if isinstance(entry, Failure) else document(entry)
    if isinstance(found, Failure):
        return found
    line = reading(entry.id, found)
    if with_text and isinstance(line, bytes):
        return line[:-1] + b',"text":' + msgspec.json.encode(found.text) + b"}"
    return line


def reading(id: str, document: Document) -> bytes | Failure:
    """The reading of a document, encoded; what the engine trips over is told, not raised."""
    try:
        result = engine().read(document.text, id=id, title=document.title, published_at=document.published_at)
    except Exception as error:  # one article in a million must not stop the others
        return Failure(id, f"the engine failed: {type(error).__name__}: {error}")
    return msgspec.json.encode(heeded(result, document.language))


def _fault(line: Line) -> str | None:
    if (line.text is None) == (line.html is None):
        return "exactly one of text and html is needed"
    if line.published_at is not None and normalized(line.published_at) is None:
        return f"published_at is no ISO date or date-time: {line.published_at}"
    # NUL is a character to Unicode but the end of a string to much else; the API refuses it too.
    if name := next((name for name in _STRINGS if "\0" in (getattr(line, name) or "")), None):
        return f"there is a NUL character in {name}"
    return None


def _extracted(html: str) -> Document:
    from service.requests.extraction import extract  # trafilatura takes half a second to import

    page = extract(html)
    published_at = normalized(page.published_at) if page.published_at else None
    return Document(text=page.text, title=page.title, author=page.author, published_at=published_at)
