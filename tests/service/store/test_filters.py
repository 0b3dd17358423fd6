"""Every filter, its negation and both orders find the same as reading all claims one by one would."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from grammar.claim import Claim
from service.store import CursorError, Facet, Filters, Order, Store, TooCostlyError, UnknownCursorError
from service.store.connections import Connections, Limit
from tests.service.filing import contents, put

DATES = ["2024-11-21", "2024-11-22T08:30:10Z", "2024-11-22T08:30:40+00:00", "2023-01-02", None, "1949-05-23"]
NAMES = ["Mary Lee", "Tom Shin", "Russia and North Korea", "Kremlin"]
PHRASES = [
    "the war may end in 2024-03",
    "ministers resigned in 2023",
    "Ukraine won the match",
    "it is “over” now",
]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Sixty documents of all kinds in no order of time."""
    with Store.open(tmp_path_factory.mktemp("asking") / "claims.db") as store:
        for number in range(60):
            lines = [
                f"{NAMES[(number + line) % 4]} {'denied' if (number + line) % 5 == 0 else 'said'} that"
                f" {PHRASES[(number * 3 + line) % 4]} {number}."
                for line in range(number % 4 + 1)
            ]
            put(
                store,
                "\n".join(lines),
                published_at=DATES[number % 6],
                publisher=[None, "The Quay", "Écho"][number % 3],
            )
        yield store


def asking(name: str, value: str) -> Filters:
    return msgspec.convert({name: (value,)}, Filters)


def everything(store: Store) -> list[Claim]:
    return store.claims(Filters(), limit=500).items


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


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"actor": ("Russia",)},
        {"q": ("war", "minister*")},
        {"q": ("the",), "actor": ("lee", "shin")},
        {"not_act": ("deny",)},
        {"publisher": ("echo",)},
        {"not_publisher": ("echo",)},
        {"topic": ("conflict",), "published_since": "2024-01-01"},
        {"said_since": "2023-01-01", "said_until": "2024-03-02"},
        {"said_since": "2024-02-28", "not_q": ("resigned",)},
        {"published_until": "2024-11-22T08:30:40Z"},
    ],
)
def test_pages_in_either_order_are_the_whole_list(full: Store, order: Order, asked: dict[str, Any]) -> None:
    filters = Filters(**asked)
    whole = full.claims(filters, limit=500, order=order).items
    assert whole
    paged, cursor = [], None
    while True:
        page = full.claims(filters, cursor, 3, order)
        paged += page.items
        if (cursor := page.next) is None:
            break
    assert paged == whole
    other = full.claims(filters, limit=500, order=Order.NEWEST).items
    assert {claim.id for claim in whole} == {claim.id for claim in other}


def test_oldest_first_has_the_undated_last_and_positions_rising(full: Store) -> None:
    claims = full.claims(Filters(), limit=500, order=Order.OLDEST).items
    documents = {document.id: document.published_at for document in full.documents(limit=500).items}
    dates = [documents[claim.document_id] for claim in claims]
    moments = [date and date.replace("+00:00", "Z") for date in dates]
    assert moments == sorted(moments, key=lambda date: (date is None, date or ""))
    assert [c.position for c in claims if documents[c.document_id] is None] == sorted(
        c.position for c in claims if documents[c.document_id] is None
    )


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


def test_a_token_serves_its_own_list_alone(full: Store) -> None:
    token = full.claims(Filters(act=("state",)), limit=2).next
    assert token
    with pytest.raises(CursorError):
        full.claims(Filters(act=("deny",)), token)
    with pytest.raises(CursorError):
        full.claims(Filters(act=("state",)), token, order=Order.OLDEST)
    with pytest.raises(CursorError):
        full.documents(token)
    damaged = ("0" if token[0] != "0" else "1") + token[1:]
    with pytest.raises(UnknownCursorError):
        full.claims(Filters(act=("state",)), damaged)
    assert full.claims(Filters(act=("state",)), token, 7).items


def test_a_page_token_outlives_the_claim_it_ended_with(store: Store) -> None:
    first, _ = put(store, "Tom Shin said that one.", published_at="2024-11-03")
    put(store, "Tom Shin said that two.", published_at="2024-11-02")
    token = store.claims(Filters(q=("shin",)), limit=1).next
    store.delete(first.id)
    assert [claim.content.text for claim in store.claims(Filters(q=("shin",)), token).items] == ["two"]


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


def test_a_question_that_takes_too_long_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Limit(1e-9, 1e-9, 1000)
    monkeypatch.setattr(Limit, "usual", lambda seconds: seconds and usual)
    with Store.open(tmp_path / "claims.db", query_seconds=1e-9) as store:
        for number in range(300):
            put(store, f"Mary Lee said that it is {number}.\nTom Shin said that it is {number}.")
        with pytest.raises(TooCostlyError):
            store.claims(Filters(q=("it",), not_actor=("lee", "shin")))
        assert store.document(store.documents().items[0].id)


def test_a_question_is_refused_for_its_cost_and_put_off_where_only_the_clock_ran_out(tmp_path: Path) -> None:
    counting = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 99999) SELECT max(i) FROM n"
    )
    connections = Connections(tmp_path / "claims.db")
    for limit, busy in ((Limit(0, 60, 1000), False), (Limit(60, 0, 1000), True)):
        with pytest.raises(TooCostlyError) as refused, connections.reading(limit) as db:
            db.execute(counting).fetchall()
        assert refused.value.busy is busy
    connections.close()


def test_in_a_small_store_words_beside_other_filters_are_sought_once_and_not_for_each_claim(
    full: Store,
) -> None:
    for filters in (Filters(q=("lee",), not_q=("war",)), Filters(actor=("Lee",), not_q=("war*",))):
        assert not [step for step in full.steps(filters) if "CORRELATED" in step]


def test_many_actors_of_one_name_are_not_looked_up_one_by_one_beside_each_claim(full: Store) -> None:
    steps = full.steps(Filters(actor=("Lee", "Shin"), q=("resigned",)))
    assert [step for step in steps if "claim_actors" in step and step.endswith("(claim=?)")]


def test_an_export_holds_every_claim_once_though_documents_arrive(full: Store) -> None:
    pieces = full.export(Filters(act=("state",)))
    exported = [msgspec.json.decode(item.claim, type=Claim).id for piece in pieces for item in piece]
    assert exported == [claim.id for claim in full.claims(Filters(act=("state",)), limit=500).items]


WALKED = {
    "act": ("deny", "claims_by_act"),
    "type": ("assertion", "claims_by_type"),
    "certainty": ("possible", "claims_by_certainty"),
    "polarity": ("negative", "claims_by_polarity"),
    "quotation": ("direct", "claims_by_quotation"),
    "anonymity": ("named", "claims_by_anonymity"),
    "publisher": ("echo", "claims_by_publisher"),
    "actor": ("lee", "actor=?"),
    "about": ("Ukraine", "actor=?"),
    "topic": ("conflict", "topic=?"),
    "q": ("war", "VIRTUAL TABLE"),
}


@pytest.mark.parametrize(("name", "value", "index"), [(name, *walked) for name, walked in WALKED.items()])
def test_every_filter_walks_its_own_index_and_sorts_nothing(
    full: Store, name: str, value: str, index: str
) -> None:
    steps = full.steps(asking(name, value))
    assert any(index in step for step in steps)
    assert not any("TEMP B-TREE" in step for step in steps)
