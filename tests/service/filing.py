"""Putting texts into a store, and asking it, in one line each."""

from __future__ import annotations

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
        name: (value,) if isinstance(value, str) and not name.endswith(("since", "until")) else value
        for name, value in filters.items()
    }
    return [claim.content.text for claim in store.claims(Filters(**as_tuples)).items]
