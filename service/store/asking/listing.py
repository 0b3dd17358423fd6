"""Which documents a list of documents holds."""

from __future__ import annotations

import msgspec
from sqlite_utils import Database

from service.store.asking.filters import Revisions
from service.store.asking.plans import marks
from service.store.entities import publishers, titles
from service.store.values import dates

_NAMES = ("external_id", "url")


class DocumentFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which documents are wanted. Values of one field mean either; fields that are set must all hold.

    ``title`` are words and "phrases" of it. A document is found by every ``external_id`` and ``url`` that
    one of its revisions came with. The moments are ISO dates or date-times; a range holds its start and not
    its end.
    """

    title: tuple[str, ...] = ()
    external_id: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    published_since: str | None = None
    published_until: str | None = None
    revisions: Revisions = Revisions.LATEST


def conditions(db: Database, filters: DocumentFilters) -> tuple[list[str], list[int | str]]:
    """What the filters ask of a row of documents, and the values for it."""
    asked: list[str] = []
    values: list[int | str] = []
    if filters.revisions is Revisions.LATEST:
        asked.append("superseded_by IS NULL")
    if filters.title:
        titled = [titles.having(title) for title in filters.title]
        asked.append(f"({' OR '.join(where for where, _ in titled)})")
        values += [value for _, bound in titled for value in bound]
    for name in _NAMES:
        if given := getattr(filters, name):
            asked.append(f"series IN (SELECT series FROM documents WHERE {name} IN ({marks(given)}))")
            values += given
    if filters.publisher:
        rows = [row for value in filters.publisher for row in publishers.resolve(db, value)]
        asked.append(f"publisher IN (SELECT name FROM publishers WHERE id IN ({marks(rows)}))")
        values += rows
    for bound, since in ((filters.published_since, True), (filters.published_until, False)):
        if bound is not None:
            found, value = _published(bound, since)
            asked.append(found)
            values.append(value)
    return asked, values


def unknown(db: Database, filters: DocumentFilters) -> list[tuple[str, str]]:
    """The publishers asked for of whom nothing is stored."""
    return [("publisher", value) for value in filters.publisher if not publishers.resolve(db, value)]


def _published(bound: str, since: bool) -> tuple[str, int | str]:
    """A bare date is compared with the day at the document's own offset, a date-time as a moment."""
    if dates.is_day(bound):
        return f"day {'>=' if since else '<'} ?", bound
    # Ranks rise as moments fall; the undated have the highest.
    return ("rank <= ?" if since else f"rank > ? AND rank < {dates.UNDATED}"), dates.rank(bound)
