"""Every filter and its negation find the same as reading all claims one by one would."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grammar.claim import Claim
from service.store import Facet, Filters, Store
from tests.service.filing import contents, put
from tests.service.store.conftest import asking, everything

Test = Callable[[Claim], bool]
SINGLE: list[tuple[str, str, Test]] = [
    ("actor", "lee", lambda claim: claim.actors[0].name == "Mary Lee"),
    ("actor", "Russia", lambda claim: claim.actors[0].name in {"Russia", "Kremlin"}),
    ("about", "Ukraine", lambda claim: any(about.name == "Ukraine" for about in claim.about)),
    ("q", "resigning", lambda claim: "resigned" in claim.content.text),
    ("q", "ministe*", lambda claim: "ministers" in claim.content.text),
    ("q", '"war may"', lambda claim: "war may" in claim.content.text),
    ("q", "wa* may", lambda claim: "war may" in claim.content.text),
    ("act", "deny", lambda claim: claim.act == "deny"),
    ("polarity", "negative", lambda claim: claim.polarity == "negative"),
    ("certainty", "possible", lambda claim: claim.certainty == "possible"),
    ("quotation", "direct", lambda claim: claim.quotation == "direct"),
    ("anonymity", "named", lambda claim: claim.source is not None and claim.source.anonymity == "named"),
    ("type", "assertion", lambda claim: claim.type == "assertion"),
]


@pytest.mark.parametrize(("name", "value", "fits"), SINGLE)
def test_a_filter_and_its_negation_part_the_claims(full: Store, name: str, value: str, fits: Test) -> None:
    whole = everything(full)
    wanted = [claim.id for claim in whole if fits(claim)]
    found = full.claims(asking(name, value), limit=500).items
    rest = full.claims(asking(f"not_{name}", value), limit=500).items
    assert wanted
    assert [claim.id for claim in found] == wanted
    assert [claim.id for claim in rest] == [claim.id for claim in whole if not fits(claim)]


@pytest.mark.parametrize(("one", "two"), list(itertools.combinations(SINGLE, 2)))
def test_two_filters_find_what_both_find(
    full: Store, one: tuple[str, str, Test], two: tuple[str, str, Test]
) -> None:
    if one[0] == two[0]:
        asked: dict[str, Any] = {one[0]: (one[1], two[1])}
        wanted = [claim.id for claim in everything(full) if one[2](claim) or two[2](claim)]
    else:
        asked = {one[0]: (one[1],), f"not_{two[0]}": (two[1],)}
        wanted = [claim.id for claim in everything(full) if one[2](claim) and not two[2](claim)]
    assert [claim.id for claim in full.claims(Filters(**asked), limit=500).items] == wanted


@pytest.mark.parametrize(("publisher", "found"), [("the quay", 50), ("ECHO", 50), ("quay", 0)])
def test_a_publisher_is_found_by_its_whole_name_in_any_case(full: Store, publisher: str, found: int) -> None:
    assert len(full.claims(Filters(publisher=(publisher,)), limit=500).items) == found


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2024-03-01", None, ["in 2024-03-05", "in 2024-04", "in 2025"]),
        ("2024-03-05", "2024-04-01", ["in 2024-03-05"]),
        ("2024-03-06", "2025-01-01", ["in 2024-04"]),
        (None, "2024-03-05", ["in 2023-12-31", "in 2024-01"]),
        ("2023-01-01", "2024-01-01", ["in 2023-12-31"]),
        ("2026-01-01", None, []),
    ],
)
def test_ranges_of_days_hold_years_months_and_days(
    store: Store, since: str | None, until: str | None, found: list[str]
) -> None:
    whens = ("2023-12-31", "2024-01", "2024-03-05", "2024-04", "2025")
    put(store, "\n".join(f"Ann Poe said that in {when}." for when in whens))
    assert contents(store, said_since=since, said_until=until) == found


def test_kept_counts_are_those_that_counting_gives_after_any_change(full: Store, tmp_path: Path) -> None:
    with Store.open(tmp_path / "claims.db") as store:
        for number, document in enumerate(full.documents(limit=500).items):
            text = full.document(document.id)
            assert text
            assert text.text
            put(store, text.text, published_at=document.published_at, publisher=document.publisher)
            if number % 3 == 0:
                store.delete(store.documents().items[0].id)
        kept = store.facets(Filters(), list(Facet), 500)
        counted = store.facets(Filters(type=("assertion",)), list(Facet), 500)
        assert kept.claims == counted.claims == len(everything(store))

        def as_sets(facets: dict[str, Any]) -> dict[str, set[Any]]:
            return {name: set(counts) for name, counts in facets.items()}

        assert as_sets(kept.facets) == as_sets(counted.facets)
        for document in store.documents(limit=500).items:
            store.delete(document.id)
        empty = store.facets(Filters(), list(Facet))
        assert empty.claims == 0
        assert not any(empty.facets.values())


def test_a_count_s_value_is_a_filter_that_finds_as_many(full: Store) -> None:
    facets = full.facets(Filters(), [Facet.ACTOR, Facet.TOPIC, Facet.ACT, Facet.PUBLISHER], 500)
    for name, counts in facets.facets.items():
        for count in counts:
            assert len(full.claims(asking(name, count.value), limit=500).items) == count.claims
