"""Claims are found by every filter, in one order, page by page."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from grammar.claim import Claim
from service.store import Cited, Filters, Store
from tests.service.filing import contents, put


def fill(store: Store) -> None:
    """Four articles: two dated, one of them with an offset, and one without a date."""
    put(store, "Mary Lee said that it rains.\nTom Shin denied that “it” may pour.", published_at="2024-11-21")
    put(
        store,
        "Mary Lee said that resigning in 2024-03-05 was right.",
        published_at="2024-11-22T23:30:00-05:00",
    )
    put(store, "Tom Shin said that 2023 was good.")


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["resigning in 2024-03-05 was right", "it rains", "“it” may pour", "2023 was good"]),
        ({"act": "deny"}, ["“it” may pour"]),
        (
            {"act": ("deny", "state")},
            ["resigning in 2024-03-05 was right", "it rains", "“it” may pour", "2023 was good"],
        ),
        ({"polarity": "negative"}, ["“it” may pour"]),
        ({"certainty": "possible"}, ["“it” may pour"]),
        ({"quotation": "direct"}, ["“it” may pour"]),
        ({"type": "belief"}, []),
        ({"actor": "lee", "act": "deny"}, []),
        ({"actor": "shin", "act": "deny"}, ["“it” may pour"]),
        ({"q": "resigned"}, ["resigning in 2024-03-05 was right"]),
        ({"q": "RAINS it"}, ["it rains"]),
        ({"q": '"it rains"'}, ["it rains"]),
        ({"q": '"rains it"'}, []),
        ({"q": ("rains", "good")}, ["it rains", "2023 was good"]),
        ({"q": "mary rains"}, ["it rains"]),
        ({"published_since": "2024-11-22"}, ["resigning in 2024-03-05 was right"]),
        ({"published_until": "2024-11-22"}, ["it rains", "“it” may pour"]),
        ({"published_since": "2024-11-21", "published_until": "2024-11-22"}, ["it rains", "“it” may pour"]),
        ({"published_since": "2024-11-23"}, []),
        ({"published_since": "2024-11-23T04:30:00Z"}, ["resigning in 2024-03-05 was right"]),
        ({"published_since": "2024-11-23T04:30:01Z"}, []),
        ({"published_until": "2024-11-23T04:30:00Z"}, ["it rains", "“it” may pour"]),
        ({"said_since": "2024-01-01"}, ["resigning in 2024-03-05 was right"]),
        ({"said_since": "2024-03-05", "said_until": "2024-03-06"}, ["resigning in 2024-03-05 was right"]),
        ({"said_until": "2024-03-05"}, ["2023 was good"]),
        ({"said_since": "2024-03-05T00:00:01Z"}, []),
        ({"document": "no such"}, []),
    ],
)
def test_filters_find_what_they_say(store: Store, filters: dict[str, Any], found: list[str]) -> None:
    fill(store)
    assert contents(store, **filters) == found


@pytest.mark.parametrize(
    "q",
    ['"', "''", "*", "AND", "NEAR(", "a OR", "col:x", "-", "^", "(", "\\", "💥", "x" * 5000, "rains" * 900],
)
def test_any_text_is_safe_to_search_for(store: Store, q: str) -> None:
    fill(store)
    assert contents(store, q=q) == []


def test_a_document_s_claims_are_found_by_its_id(store: Store) -> None:
    fill(store)
    stored, _ = put(store, "Ann Poe said that it snows.")
    assert contents(store, document=stored.id) == ["it snows"]


def test_claims_of_one_day_are_in_the_order_of_their_positions(store: Store) -> None:
    for name in ("Ann Poe", "Bob Ray"):
        put(store, f"{name} said that one.\n{name} said that two.", published_at="2024-11-22")
    positions = [claim.position for claim in store.claims(Filters()).items]
    assert positions == [0, 0, 1, 1]


@pytest.mark.parametrize(
    "filters", [{}, {"actor": ("Tom",)}, {"topic": ("conflict",)}, {"q": ("it",)}, {"act": ("state",)}]
)
def test_pages_have_neither_gap_nor_repetition(store: Store, filters: dict[str, Any]) -> None:
    for day in (1, 2, None, None):
        lines = [f"Tom Shin said that it is war {day} {number}." for number in range(7)]
        put(
            store,
            "\n".join(lines) + f"\n{day}",
            url=str(store.counts()),
            published_at=day and f"2024-11-0{day}",
        )
    whole = store.claims(Filters(**filters)).items
    assert len(whole) == 28
    paged, cursor = [], None
    while True:
        page = store.claims(Filters(**filters), cursor, limit=3)
        paged += page.items
        if (cursor := page.next) is None:
            break
    assert paged == whole


def test_paging_stays_right_while_documents_arrive(store: Store) -> None:
    put(store, "Tom Shin said that one.\nTom Shin said that two.", published_at="2024-11-02")
    page = store.claims(Filters(), limit=1)
    put(store, "Tom Shin said that three.", published_at="2024-11-03")
    rest = store.claims(Filters(), page.next)
    assert [claim.content.text for claim in (*page.items, *rest.items)] == ["one", "two"]


def test_the_page_as_raw_json_is_the_page(store: Store) -> None:
    fill(store)
    page = store.claims(Filters(), limit=2)
    raw = msgspec.json.encode(store.claims_raw(Filters(), limit=2))
    assert msgspec.json.decode(raw, type=Cited[Claim]) == page
