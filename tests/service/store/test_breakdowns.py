"""Counts kept of each topic are those that counting their claims gives, whatever changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from benchmarks.consistency import faults
from service.requests.corrections import Merge, Undoing
from service.store import Facet, Filters, Held, Store
from tests.service.filing import put
from tests.service.store.conftest import asking
from tests.service.stub import StubEngine

TEXTS = [
    "Mary Lee said that the war is over.\nTom Shin denied that Russia won.",
    "Russia and North Korea said that the war goes on.\nLee denied that it is over.",
    "Tom Shin said that the match is “over”.\nMary Lee said that it is not.",
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


def held(store: Store) -> Held:
    found = store.held(store.documents().items[0].id)
    assert found is not None
    return found


def supersede(store: Store) -> None:
    put(store, "Tom Shin said that the war is lost.", url="u0")


def revive(store: Store) -> None:
    supersede(store)
    store.delete(store.documents().items[-1].id)


def rename_publisher(store: Store) -> None:
    before = held(store)
    assert store.amend(before, replace(before.document, publisher="The Pier"), None)


def move_in_time(store: Store) -> None:
    before = held(store)
    document = replace(before.document, published_at="2020-01-02")
    assert store.amend(before, document, StubEngine().read(document.text))


def merge(store: Store) -> None:
    store.decisions.merge(Merge(actor="tom-shin", into="mary-lee", editor="J. Rivera", reason="same"))


def merge_and_undo(store: Store) -> None:
    merge(store)
    (decision,) = store.decisions.page().items
    store.decisions.undo(decision.id, Undoing(editor="J. Rivera", reason="a mistake"))


def remove(store: Store) -> None:
    store.delete(store.documents().items[1].id)


@pytest.mark.parametrize(
    "change", [supersede, revive, rename_publisher, move_in_time, merge, merge_and_undo, remove]
)
def test_they_hold_after_a_change(path: Path, change: Callable[[Store], None]) -> None:
    with Store.open(path) as store:
        for number, text in enumerate(TEXTS):
            put(store, text, url=f"u{number}", publisher="The Quay", published_at=f"2024-1{number}-21")
        change(store)
    assert faults(path) == []


def test_they_are_told_as_claims_counted_one_by_one_are(full: Store) -> None:
    found = full.facets(Filters(), (Facet.ACTOR, Facet.TOPIC), 500).facets
    for facet, counts in found.items():
        for count in counts:
            kept = asking(facet, count.value)
            counted = replace(kept, type=("assertion",))
            for top in (2, 500):
                assert full.facets(kept, list(Facet), top) == full.facets(counted, list(Facet), top)
            assert full.facets(kept, (Facet.ACT,)).claims == count.claims


def test_several_are_counted_once_where_they_speak_together(full: Store) -> None:
    both = full.facets(Filters(actor=("Russia", "North Korea")), (Facet.ACTOR,))
    assert both.claims < sum(count.claims for count in both.facets["actor"])


def test_a_name_that_means_nothing_is_told_beside_one_that_means_somebody(full: Store) -> None:
    found = full.facets(Filters(actor=("Mary Lee", "Mary Leee")), (Facet.ACT,))
    assert found == replace(full.facets(Filters(actor=("Mary Lee",)), (Facet.ACT,)), unknown=found.unknown)
    assert [unknown.value for unknown in found.unknown] == ["Mary Leee"]
