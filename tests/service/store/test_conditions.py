"""A deletion that depends on what is stored is decided in its own transaction."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from grammar.claim import MarkKind
from service.documents import StoredDocument
from service.requests.corrections import FiledMark, NewMark
from service.store import ConditionError, Store
from tests.service.filing import put

SAID = "Mary Lee said that it rains."


def is_locked(path: Path) -> bool:
    """Tell whether nobody else could change the file now."""
    other = sqlite3.connect(path, timeout=0)
    try:
        other.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return True
    finally:
        other.close()
    return False


def test_a_document_is_deleted_only_while_the_condition_holds(store: Store, tmp_path: Path) -> None:
    stored, _ = put(store, SAID)
    asked: list[StoredDocument] = []

    def refuses(found: StoredDocument) -> bool:
        asked.append(found)
        assert is_locked(tmp_path / "claims.db")
        return False

    with pytest.raises(ConditionError):
        store.delete(stored.id, refuses)
    assert asked == [stored] == [store.document(stored.id)]
    assert not is_locked(tmp_path / "claims.db")
    assert store.delete(stored.id, lambda found: found == stored)
    assert not store.delete(stored.id, refuses)


def test_a_mark_is_taken_away_only_while_the_condition_holds(store: Store, tmp_path: Path) -> None:
    stored, _ = put(store, SAID)
    marked = store.marks.add(stored.claims[0].id, NewMark(kind=MarkKind.REJECT, editor="J. Rivera"))
    assert marked
    mark = marked[0]

    def refuses(found: FiledMark) -> bool:
        assert found == mark
        assert is_locked(tmp_path / "claims.db")
        return False

    with pytest.raises(ConditionError):
        store.marks.delete(mark.id, refuses)
    assert store.marks.one(mark.id) == mark
    assert store.marks.delete(mark.id, lambda found: found == mark)
    assert not store.marks.delete(mark.id, refuses)
