"""What a caller submits and what the service gives back for it."""

from __future__ import annotations

from typing import Self

import msgspec

from grammar.claim import Claim, EngineVersion, Topic, Unread


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A text and what its sender knows of it; ``published_at``, an ISO date or date-time, stays as given."""

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published_at: str | None = None
    external_id: str | None = None
    language: str | None = None


class Receipt(msgspec.Struct, frozen=True):
    """What became of a document that was put into the store: added, a new revision of one, or known."""

    id: str
    revision: int
    claims: int
    unread: int
    note: str | None
    superseded_by: str | None
    added: bool
    ignored: tuple[str, ...] = ()
    """Fields that came with other values than are stored: what is known stays as it is."""


class DocumentHead(msgspec.Struct, frozen=True):
    """What a document is known by."""

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    author: str | None
    published_at: str | None

    @classmethod
    def of(cls, document: DocumentHead) -> Self:
        """The head of a stored document."""
        return cls(*(getattr(document, name) for name in cls.__struct_fields__))


class Known(DocumentHead, frozen=True, kw_only=True):
    """A stored document as it is known to its sender and among its revisions."""

    external_id: str | None
    language: str | None
    added_at: str
    revision: int
    superseded_by: str | None
    note: str | None


class DocumentSummary(Known, frozen=True, kw_only=True):
    """A stored document without its text and its reading, as it stands in a list.

    ``revision`` counts from 1 the texts that came for the same ``external_id`` or ``url``; ``superseded_by``
    is the id of the one that came next. ``note`` says why nothing was read, where that is so.
    """

    length: int
    claim_count: int
    unread_count: int
    topics: tuple[Topic, ...]


class StoredDocument(Known, frozen=True, kw_only=True):
    """A stored document, whole: its text, and what the engine named in ``engine`` read in it.

    ``text`` is null, and the text of each sentence under ``unread`` empty, for who is not shown it.
    ``added_at`` is the moment of storing in UTC. Every span counts code points of ``text``. ``revision``
    counts from 1 the texts that came for the same ``external_id`` or ``url``; ``superseded_by`` is the id of
    the one that came next. ``note`` says why nothing was read, where that is so.
    """

    text: str | None
    engine: EngineVersion
    topics: tuple[Topic, ...]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
