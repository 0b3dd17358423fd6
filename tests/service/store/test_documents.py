"""Documents are stored once, found again, and leave nothing behind."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from service.documents import Document
from service.store import Filters, Store
from tests.service.filing import contents, put
from tests.service.stub import StubEngine

TEXT = "Mary Lee said that the war is over.\nRussia and North Korea denied that Ukraine won."


def test_a_stored_document_is_given_back_whole(store: Store) -> None:
    known = {"title": "War", "url": "u", "publisher": "p", "author": "a", "language": "en"}
    stored, created = put(store, TEXT, published_at="2024-11-22T08:00:00+09:00", external_id="x", **known)
    assert created
    assert store.document(stored.id) == stored
    assert stored.text == TEXT
    assert stored.published_at == "2024-11-22T08:00:00+09:00"
    assert [claim.document_id for claim in stored.claims] == [stored.id, stored.id]
    assert {name: getattr(stored, name) for name in known} == known


def test_the_claims_are_those_that_the_engine_gave(store: Store) -> None:
    stored, _ = put(store, TEXT)
    assert stored.claims == StubEngine().read(TEXT, id=stored.id).claims
    assert store.claim(stored.claims[1].id) == stored.claims[1]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ({"text": TEXT}, {"text": TEXT}, True),
        ({"text": TEXT}, {"text": TEXT, "title": "another"}, True),
        ({"text": TEXT}, {"text": TEXT + " "}, False),
        ({"text": TEXT, "url": "u"}, {"text": TEXT, "url": "u"}, True),
        ({"text": TEXT, "url": "u"}, {"text": TEXT, "url": "v"}, False),
        ({"text": TEXT, "url": "u"}, {"text": TEXT}, False),
        ({"text": TEXT, "url": "u"}, {"text": TEXT + " ", "url": "u"}, False),
        ({"text": TEXT, "external_id": "x"}, {"text": "Other.", "external_id": "x"}, False),
        ({"text": TEXT, "external_id": "x"}, {"text": TEXT}, True),
        ({"text": TEXT, "external_id": "x"}, {"text": TEXT, "external_id": "y"}, False),
        ({"text": TEXT}, {"text": TEXT, "external_id": "y"}, False),
        ({"text": TEXT, "external_id": "x", "url": "u"}, {"text": TEXT, "url": "u"}, True),
        ({"text": TEXT, "url": "u"}, {"text": TEXT, "external_id": "x", "url": "u"}, False),
        (
            {"text": TEXT, "external_id": "x", "url": "u"},
            {"text": TEXT, "external_id": "y", "url": "u"},
            False,
        ),
    ],
)
def test_the_same_document_is_stored_once(
    store: Store, first: dict[str, Any], second: dict[str, Any], same: bool
) -> None:
    one, _ = put(store, **first)
    assert (store.find(Document(**second)) is not None) is same
    other, created = put(store, **second)
    assert created is not same
    assert (other == one) is same


def test_deleting_a_document_leaves_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with Store.open(path) as store:
        stored, _ = put(store, TEXT)
        assert store.delete(stored.id)
        assert not store.delete(stored.id)
        assert store.document(stored.id) is None
        assert contents(store, q="war") == []
        assert set(store.counts().values()) == {0}
    connection = sqlite3.connect(path)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    searched = ("claims_fts", "claims_words", "titles")
    inner = ("_sqlite", *(f"{table}_{part}" for table in searched for part in ("config", "data", "idx")))
    left = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    assert {name: count for name, count in left.items() if count and not name.startswith(inner)} == {}
    connection.execute("INSERT INTO claims_fts(claims_fts) VALUES ('integrity-check')")
    connection.close()


def test_deleting_a_document_leaves_the_others_counts_right(store: Store) -> None:
    first, _ = put(store, TEXT)
    put(store, "Russia said that it rains.")
    before = store.actors("russia").items[0]
    assert (before.claims, before.documents) == (2, 2)
    store.delete(first.id)
    assert [(actor.name, actor.claims, actor.documents) for actor in store.actors().items] == [
        ("Russia", 1, 1)
    ]
    assert store.topics().items == []


def test_documents_are_listed_newest_first_and_undated_last(store: Store) -> None:
    days = ["2024-11-21", None, "2024-11-22T01:00:00+09:00", "2024-11-22", "2024-11-21T20:00:00-05:00"]
    for number, day in enumerate(days):
        put(store, f"Text {number}.", published_at=day)
    listed, cursor = [], None
    while True:
        page = store.documents(cursor, limit=2)
        listed += [document.published_at for document in page.items]
        if (cursor := page.next) is None:
            break
    # 20:00 in New York is 01:00 of the next day in UTC; 01:00 in Seoul is 16:00 of the day before.
    assert listed == [
        "2024-11-21T20:00:00-05:00",
        "2024-11-22",
        "2024-11-22T01:00:00+09:00",
        "2024-11-21",
        None,
    ]


def test_a_failing_write_changes_nothing(store: Store) -> None:
    reading = StubEngine().read(TEXT)
    twice = type(reading)("", reading.engine, (), (reading.claims[0], reading.claims[0]), ())
    with pytest.raises(sqlite3.IntegrityError):
        store.put(Document(text=TEXT), twice)
    assert set(store.counts().values()) == {0}
    assert put(store, TEXT)[1]


def test_threads_that_submit_the_same_documents_store_each_once(store: Store) -> None:
    created: list[bool] = []

    def submit() -> None:
        for number in range(20):
            created.append(put(store, f"Mary Lee said that it is {number}.")[1])
            store.claims(Filters())

    threads = [Thread(target=submit) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert created.count(True) == 20
    assert store.counts() == {"documents": 20, "claims": 20, "actors": 1, "topics": 0}


def test_a_file_opened_again_has_everything(tmp_path: Path) -> None:
    with Store.open(tmp_path / "claims.db") as store:
        stored, _ = put(store, TEXT)
    with Store.open(tmp_path / "claims.db") as store:
        store.migrate()
        assert store.document(stored.id) == stored
        found = store.find(Document(text=TEXT))
        assert found is not None
        assert found.id == stored.id
