"""From an entry to the document it stands for, and from that to its reading."""

from __future__ import annotations

from datetime import datetime
from functools import cache

import msgspec

from grammar import Engine
from service.cli.inputs import Entry, Failure
from service.documents import Document


@cache
def engine() -> Engine:
    """The engine of this process, loaded when it is first needed."""
    return Engine()


def document(entry: Entry) -> Document | Failure:
    """The entry as a document: for HTML the article in the page, with what the page tells about itself."""
    line = entry.line
    if line.text is not None:
        return _document(entry, line.text)
    from service.extraction import extract  # trafilatura takes half a second to import

    assert line.html is not None
    article = extract(line.html, url=line.url)
    return _document(entry, article.text, title=article.title, published_at=article.published_at)


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
    return msgspec.json.encode(result)


def _document(
    entry: Entry, text: str, title: str | None = None, published_at: str | None = None
) -> Document | Failure:
    """What the sender says goes before what the page says."""
    line = entry.line
    if line.published_at is not None and not _is_moment(line.published_at):
        return Failure(entry.id, f"published_at is no ISO date or date-time: {line.published_at}", entry.size)
    return Document(
        text=text,
        title=line.title or title,
        url=line.url,
        publisher=line.publisher,
        author=line.author,
        published_at=line.published_at or published_at,
        external_id=line.external_id or (None if line.id is None else str(line.id)),
        language=line.language,
    )


def _is_moment(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
