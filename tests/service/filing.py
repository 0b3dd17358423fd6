"""Putting texts into a store, and asking it, in one line each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from service.documents import Document, StoredDocument
from service.store import Facet, Filters, Revisions, Store
from tests.service.stub import StubEngine

WARS = "\n".join(f"Mary Lee said that the war is {day} days old." for day in range(20))
"""A text with twenty claims: long enough to be compressed."""


def put(store: Store, text: str, **known: Any) -> tuple[StoredDocument, bool]:
    """Read a text with the stub and store it."""
    return store.put(Document(text=text, **known), StubEngine().read(text))


def contents(store: Store, **filters: Any) -> list[str]:
    """The contents of the claims that these filters find, in order; one value stands for a tuple of it."""
    as_tuples: dict[str, Any] = {
        name: (value,)
        if isinstance(value, str) and not name.endswith(("since", "until", "rejected", "revisions"))
        else value
        for name, value in filters.items()
    }
    return [claim.content.text for claim in store.claims(Filters(**as_tuples)).items]


def fill(path: Path, documents: int) -> int:
    """Submit so many documents, the same in every process; tells how many were new."""
    created = 0
    with Store.open(path) as store:
        for number in range(documents):
            created += put(store, f"Mary Lee said that the war is {number} days old.")[1]
            assert store.claims(Filters(actor=("Lee",))).items
    return created


def whole(store: Store) -> object:
    """All that can be asked, but for the moment of storing, and the order of what counts are equal of."""
    summaries = store.documents(revisions=Revisions.ALL).items
    actors, topics = store.actors().items, store.topics().items
    return (
        [replace(summary, added_at="") for summary in summaries],
        [replace(document, added_at="") for each in summaries if (document := store.document(each.id))],
        store.claims(Filters(revisions=Revisions.ALL)).items,
        store.claims(Filters(q=("war",))).items,
        unordered([store.facets(Filters(), tuple(Facet)), actors, topics]),
        unordered([store.actor(actor.id) for actor in actors]),
    )


def unordered(value: object) -> object:
    """The same with every list sorted."""
    plain = msgspec.to_builtins(value)
    if isinstance(plain, dict):
        return {name: unordered(each) for name, each in plain.items()}
    if isinstance(plain, list | tuple):
        return sorted((unordered(each) for each in plain), key=repr)
    return plain
