"""Documents are found by the words of their titles, whatever comes, changes and goes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from service.store import DocumentFilters, Store
from tests.service.filing import put
from tests.service.stub import StubEngine

TITLES = ["Hospitals to close", "Ferry fares rise, minister says", "Écho of the ferries", None]


def found(store: Store, *title: str) -> list[str | None]:
    page = store.documents(filters=DocumentFilters(title=title))
    return [document.title for document in page.items]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("hospital", TITLES[:1]),
        ("FERRY", TITLES[1:3]),
        ("ferry minister", TITLES[1:2]),
        ('"fares rise"', TITLES[1:2]),
        ('"rise fares"', []),
        ("echo", TITLES[2:3]),
        ("minis*", TITLES[1:2]),
        ("rains", []),  # in a text, in no title
        ("?", []),
        ('" AND ferry OR NOT', []),
    ],
)
def test_titles_have_all_of_the_words(store: Store, asked: str, expected: list[str | None]) -> None:
    for number, title in enumerate(TITLES):
        put(store, f"Mary Lee said that it rains {number} days.", title=title)
    assert found(store, asked) == expected


def test_several_mean_either_and_pages_lead_through_all(store: Store) -> None:
    for number, title in enumerate(TITLES):
        put(store, f"It rains {number} days.", title=title)
    filters = DocumentFilters(title=("hospital", "echo"))
    first = store.documents(None, 1, filters=filters)
    second = store.documents(first.next, 1, filters=filters)
    assert [page.items[0].title for page in (first, second)] == [TITLES[0], TITLES[2]]
    assert second.next is None


def test_a_title_that_is_put_right_or_goes_is_found_no_more(store: Store) -> None:
    stored, _ = put(store, "It rains.", title="Ferry fares")
    held = store.held(stored.id)
    assert held is not None
    changed = replace(held.document, title="Bridge tolls")
    assert store.amend(held, changed, StubEngine().read(changed.text))
    assert (found(store, "ferry"), found(store, "bridge")) == ([], ["Bridge tolls"])
    assert store.delete(stored.id)
    assert found(store, "bridge") == []


def test_a_text_that_is_superseded_is_not_found_by_its_title(store: Store) -> None:
    put(store, "It rains.", title="Ferry fares", external_id="a")
    put(store, "It pours.", title="Ferry fares again", external_id="a")
    assert found(store, "ferry") == ["Ferry fares again"]
