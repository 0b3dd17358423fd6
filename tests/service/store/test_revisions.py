"""New texts of a known document: all kept, the latest listed and counted, the older ones found by id."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from service.documents import Document, DocumentSummary
from service.store import Facet, Filters, Revisions, Store
from tests.service.filing import contents, put

OLD = "Mary Lee said that the war is over.\nRussia denied that Ukraine won."
NEW = "Mary Lee said that the war goes on.\nJohn Hill said that it rains."
NEWEST = "John Hill said that the match is lost."


def listed(store: Store, id: str) -> list[DocumentSummary]:
    page = store.history.revisions(id)
    assert page is not None
    return page.items


@pytest.mark.parametrize(
    ("first", "second", "revision"),
    [
        ({"url": "u"}, {"url": "u"}, 2),
        ({"external_id": "x"}, {"external_id": "x"}, 2),
        ({"external_id": "x", "url": "u"}, {"external_id": "x", "url": "v"}, 2),
        ({"external_id": "x", "url": "u"}, {"url": "u"}, 2),
        ({"url": "u"}, {"external_id": "x", "url": "u"}, 2),
        ({"external_id": "x", "url": "u"}, {"external_id": "y", "url": "u"}, 1),
        ({"url": "u"}, {"url": "v"}, 1),
        ({"url": "u"}, {}, 1),
        ({}, {}, 1),
    ],
)
def test_a_new_text_under_a_known_name_is_a_revision(
    store: Store, first: dict[str, Any], second: dict[str, Any], revision: int
) -> None:
    put(store, OLD, **first)
    stored, created = put(store, NEW, **second)
    assert created
    assert stored.revision == revision


def test_both_texts_are_kept_whole_and_lead_to_each_other(store: Store) -> None:
    ids = [put(store, text, url="u")[0].id for text in (OLD, NEW, NEWEST)]
    kept = [store.document(id) for id in ids]
    assert [document.text for document in kept if document] == [OLD, NEW, NEWEST]
    assert [document.superseded_by for document in kept if document] == [ids[1], ids[2], None]
    for id in ids:
        assert [summary.id for summary in listed(store, id)] == ids
    assert store.history.revisions("none") is None


def test_a_text_that_was_there_before_is_known_even_if_superseded(store: Store) -> None:
    first, _ = put(store, OLD, url="u")
    put(store, NEW, url="u")
    again, created = put(store, OLD, url="u")
    assert (again.id, created) == (first.id, False)
    found = store.find(Document(text=OLD, url="u"))
    assert found is not None
    assert (found.id, found.revision) == (first.id, 1)


@pytest.mark.parametrize("name", [{"external_id": "y", "publisher": "The Pier"}, {"publisher": "The Pier"}])
def test_a_superseded_text_that_comes_under_another_name_or_none_is_a_document_of_its_own(
    store: Store, name: dict[str, str]
) -> None:
    first, _ = put(store, OLD, external_id="x", publisher="The Quay")
    put(store, NEW, external_id="x")
    other, created = put(store, OLD, **name)
    assert (created, other.revision, other.publisher) == (True, 1, "The Pier")
    assert contents(store, publisher="The Pier") == ["the war is over", "Ukraine won"]
    assert [document.superseded_by is None for document in listed(store, first.id)] == [False, True]
    assert [put(store, OLD, **each)[1] for each in (name, {"external_id": "x"})] == [False, False]


def test_another_external_id_never_continues_a_document_whose_url_it_shares(store: Store) -> None:
    ids = [{"url": "u"}, {"url": "u", "external_id": "x"}, {"url": "u", "external_id": "y"}]
    revisions = [put(store, text, **id)[0].revision for text, id in zip((OLD, NEW, NEWEST), ids, strict=True)]
    assert revisions == [1, 2, 1]


def test_a_document_known_by_its_url_is_given_its_external_id_by_the_first_that_has_one(store: Store) -> None:
    put(store, OLD, url="u")
    named, created = put(store, OLD, url="u", external_id="x")
    assert (created, named.revision, named.external_id) == (True, 2, "x")
    for again in ({"url": "u"}, {"url": "u", "external_id": "x"}):
        assert put(store, OLD, **again) == (named, False)
    assert contents(store) == ["the war is over", "Ukraine won"]


def test_the_latest_text_is_what_is_listed_and_counted(store: Store) -> None:
    old, _ = put(store, OLD, url="u", publisher="The Quay")
    new, _ = put(store, NEW, url="u", publisher="The Quay")
    assert contents(store) == ["the war goes on", "it rains"]
    assert contents(store, q="Ukraine") == []
    assert contents(store, act="deny") == []
    assert contents(store, actor="Russia") == []
    assert [document.id for document in store.documents().items] == [new.id]
    assert [(actor.name, actor.claims, actor.documents) for actor in store.actors().items] == [
        ("Mary Lee", 1, 1),
        ("John Hill", 1, 1),
    ]
    (counted,) = store.facets(Filters(), (Facet.ACT,)).facets.values()
    assert [(count.value, count.claims) for count in counted] == [("state", 2)]
    assert {old.id, new.id} == {document.id for document in store.documents(revisions=Revisions.ALL).items}


def test_the_older_ones_are_found_when_they_are_asked_for(store: Store) -> None:
    old, _ = put(store, OLD, url="u", publisher="The Quay")
    put(store, NEW, url="u", publisher="The Quay")
    assert contents(store, document=old.id) == ["the war is over", "Ukraine won"]
    assert contents(store, document=old.id, act="deny") == ["Ukraine won"]
    assert contents(store, document=old.id, not_act="deny") == ["the war is over"]
    asked: dict[str, tuple[dict[str, Any], int]] = {
        "all": ({}, 4),
        "act": ({"act": "deny"}, 1),
        "not_act": ({"not_act": "deny"}, 3),
        "actor": ({"actor": "Russia"}, 1),
        "publisher": ({"publisher": "the quay"}, 4),
        "q": ({"q": "Ukraine"}, 1),
    }
    for name, (filters, count) in asked.items():
        assert len(contents(store, revisions=Revisions.ALL, **filters)) == count, name
    assert store.claim(old.claims[1].id) == old.claims[1]


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_deleted_revision_leaves_the_others_in_order(store: Store, gone: int) -> None:
    ids = [put(store, text, url="u")[0].id for text in (OLD, NEW, NEWEST)]
    store.delete(ids.pop(gone))
    assert [summary.id for summary in listed(store, ids[0])] == ids
    assert [summary.superseded_by for summary in listed(store, ids[0])] == [ids[1], None]
    latest = store.document(ids[1])
    assert latest is not None
    assert contents(store) == [claim.content.text for claim in latest.claims]
    assert store.counts()["documents"] == 2
    put(store, "Somebody said that all is new.", url="u")
    assert len(listed(store, ids[0])) == 3


def test_after_all_are_deleted_nothing_is_left(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with Store.open(path) as store:
        for text in (OLD, NEW, NEWEST):
            put(store, text, url="u", publisher="The Quay")
        before = store.counts()
        for document in store.documents(revisions=Revisions.ALL).items:
            assert store.delete(document.id)
        assert before["documents"] == 3
        assert set(store.counts().values()) == {0}
    connection = sqlite3.connect(path)
    for table in ("breakdowns", "claim_counts", "actor_names", "actor_words", "publishers", "claims"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    for table in ("claims_fts", "claims_words"):
        connection.execute(f"INSERT INTO {table}({table}) VALUES ('integrity-check')")
    connection.close()


def test_the_counts_are_those_of_a_store_that_never_had_the_older_texts(tmp_path: Path) -> None:
    with Store.open(tmp_path / "one.db") as revised, Store.open(tmp_path / "other.db") as plain:
        for text in (OLD, NEW, NEWEST):
            put(revised, text, url="u")
            put(revised, text + "\nBob Ray said that it is so.", url="v")
        put(plain, NEWEST, url="u")
        put(plain, NEWEST + "\nBob Ray said that it is so.", url="v")
        for filters in (Filters(), Filters(actor=("Hill",))):
            assert revised.facets(filters, tuple(Facet)) == plain.facets(filters, tuple(Facet))
        assert revised.actors().items == plain.actors().items
        assert revised.topics().items == plain.topics().items
