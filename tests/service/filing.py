"""Putting texts into a store, and asking it, in one line each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from service.documents import Document, StoredDocument
from service.store import Filters, Store
from tests.service.stub import StubEngine


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
