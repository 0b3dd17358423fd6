"""The store: documents and their claims in one SQLite file. Nobody else speaks SQL."""

from __future__ import annotations

from pathlib import Path
from typing import Self

import msgspec

from grammar.claim import ActorKind, Claim, Reading
from service.documents import Document, DocumentSummary, StoredDocument
from service.store.filters import Filters
from service.store.paging import DEFAULT, InvalidCursor, Page

__all__ = ["ActorCount", "Filters", "InvalidCursor", "Page", "Store", "TopicCount"]


class ActorCount(msgspec.Struct, frozen=True):
    """An actor, how many claims are theirs, how many speak about them, and in how many documents."""

    id: str
    name: str
    kind: ActorKind
    claims: int
    about: int
    documents: int


class TopicCount(msgspec.Struct, frozen=True):
    """A Media Topic, and how many claims and documents fall under it or a narrower one."""

    id: str
    label: str
    claims: int
    documents: int


class Store:
    """One SQLite file. Safe to use from several threads: each reads by its own connection, one writes at a time.

    Several processes may share the file. Use as a context manager, or call ``close``.
    """

    def __init__(self, path: Path) -> None: ...

    @classmethod
    def open(cls, path: Path | str) -> Self:
        """Open the file, make it if it is not there, and bring its schema up to date under a lock."""
        raise NotImplementedError

    def close(self) -> None:
        """Close every connection; the store cannot be used afterwards."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def migrate(self) -> None:
        """Bring the schema up to date; does nothing where it is. ``open`` has done it."""

    def find(self, document: Document) -> StoredDocument | None:
        """The stored document that ``document`` is: same external_id, else url and text, else text without url."""
        raise NotImplementedError

    def put(self, document: Document, reading: Reading) -> tuple[StoredDocument, bool]:
        """Store a document with its reading; (the stored one, True), or (the known one, False) and no change.

        All or nothing. The ids in ``reading`` are replaced by the stored document's id.
        """
        raise NotImplementedError

    def document(self, id: str) -> StoredDocument | None:
        """One document, whole."""
        raise NotImplementedError

    def documents(self, cursor: str | None = None, limit: int = DEFAULT) -> Page[DocumentSummary]:
        """Documents, newest ``published_at`` first, undated last. Raises InvalidCursor."""
        raise NotImplementedError

    def delete(self, id: str) -> bool:
        """Remove a document and all that was there for its sake alone; False if there is no such document."""
        raise NotImplementedError

    def claims(self, filters: Filters, cursor: str | None = None, limit: int = DEFAULT) -> Page[Claim]:
        """Claims, newest ``published_at`` first, undated last, then by position. Raises InvalidCursor."""
        raise NotImplementedError

    def claims_json(self, filters: Filters, cursor: str | None = None, limit: int = DEFAULT) -> bytes:
        """The same page as JSON, without building the structs in between."""
        raise NotImplementedError

    def claim(self, id: str) -> Claim | None:
        """One claim. Where two documents have the same text, the one stored first."""
        raise NotImplementedError

    def actors(self, q: str | None = None, cursor: str | None = None, limit: int = DEFAULT) -> Page[ActorCount]:
        """Actors, those with most claims first; ``q`` is an id, a name or the beginning of its words."""
        raise NotImplementedError

    def topics(self, q: str | None = None, cursor: str | None = None, limit: int = DEFAULT) -> Page[TopicCount]:
        """Topics, those with most claims first; ``q`` is an id, a label or the beginning of its words."""
        raise NotImplementedError

    def counts(self) -> dict[str, int]:
        """How many documents, claims, actors and topics are stored."""
        raise NotImplementedError
