"""Filters, counts, one claim in its place, and related claims over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from grammar.claim import Certainty, Marker, MarkerKind, MarkerPlace, Polarity, Type
from service.responses.explanations import because
from tests.service.api.conftest import TEXT, submitted
from tests.service.callers import Client
from tests.service.stub import StubEngine

DENIED = Marker("denied", ((9, 15),), MarkerKind.NEGATION, MarkerPlace.CUE)


def test_negations_and_orders_are_parameters(client: Client) -> None:
    submitted(client, published_at="2024-11-22", publisher="The Quay")
    client.post("/v1/documents", json={"text": "Mary Lee said that it rains.", "published_at": "2024-11-21"})
    items = client.get("/v1/claims?not_act=deny&order=oldest&anonymity=named").json()["items"]
    assert items[0]["content"]["text"] == "it rains"
    assert len(items) == 3
    assert len(client.get("/v1/claims?publisher=the+quay").json()["items"]) == 4


def test_a_claim_shows_its_place_and_its_rule(client: Client) -> None:
    document = submitted(client, title="Late", publisher="The Quay")
    claim = client.get(f"/v1/claims/{document['claims'][1]['id']}").json()
    context = claim["context"]
    (span,) = context["spans"]
    assert context["sentence"] == "Russia and North Korea denied that Ukraine won."
    assert TEXT[slice(*span)] == context["sentence"]
    assert context["before"].endswith("the war may spread.\n")
    assert context["after"].startswith("\nNobody objected.")
    assert claim["document"]["title"] == "Late"
    assert claim["explanation"]["rule"] == "said_that"
    assert "said" in claim["explanation"]["example"]
    assert claim["explanation"]["engine"] == document["engine"]
    assert claim["explanation"]["because"].startswith("negative, certain: ")


def test_related_claims_are_the_same_actor_s_on_the_same_matter(client: Client) -> None:
    document = submitted(client)
    for text in ("Shin Wonsik said that it rains.", "Mary Lee said that a war is on."):
        client.post("/v1/documents", json={"text": text})
    found = client.get(f"/v1/claims/{document['claims'][0]['id']}/related").json()["items"]
    assert [claim["content"]["text"] for claim in found] == ["the war goes on"]
    assert client.get("/v1/claims/nothing/related").status_code == 404


def test_facets_count_what_the_filters_find(client: Client) -> None:
    submitted(client, published_at="2024-11-22", publisher="The Quay")
    counts = client.get("/v1/claims/facets?facet=act&facet=month&not_actor=Lee").json()
    assert counts["claims"] == 3
    assert counts["facets"] == {
        "act": [
            {"value": "deny", "label": "deny", "claims": 2},
            {"value": "state", "label": "state", "claims": 1},
        ],
        "month": [{"value": "2024-11", "label": "2024-11", "claims": 3}],
    }
    everything = client.get("/v1/claims/facets?top=1").json()["facets"]
    assert list(everything) == ["actor", "topic", "act", "publisher", "month"]
    assert everything["publisher"] == [{"value": "The Quay", "label": "The Quay", "claims": 4}]
    assert client.get("/v1/claims/facets?facet=colour").status_code == 400


@pytest.mark.parametrize(
    "since", ["2024-11-22T10:00:00+05:30", "2024-11-22T10:00+05:30", "2024-11-22 10:00:00.5+05:30"]
)
def test_an_offset_may_begin_with_a_plus_as_it_is(client: Client, since: str) -> None:
    submitted(client, published_at="2024-11-22T04:45:00Z")
    found = client.get(f"/v1/claims?published_since={since}").json()["items"]
    assert len(found) == len(client.get("/v1/claims").json()["items"]) > 0
    later = since.replace("10:00", "11:00")
    assert client.get(f"/v1/claims?published_since={later}").json()["items"] == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "positive, certain: no word marks it, and so it is as the cue's act, `state`, has it"),
        (
            {"polarity": Polarity.NEGATIVE, "markers": (DENIED,)},
            'negative, certain: "denied" is a negation on the cue',
        ),
        (
            {"type": Type.EVENTUALITY, "certainty": Certainty.UNSPECIFIED},
            "positive, unspecified: an eventuality is not said to be so",
        ),
    ],
)
def test_a_claim_says_why_it_is_as_sure_as_it_is(changed: dict[str, Any], told: str) -> None:
    (claim,) = StubEngine().read("Mary Lee said that it rained.").claims
    assert because(replace(claim, **changed)) == told


def test_a_month_or_a_year_bounds_a_range_by_its_first_day(client: Client) -> None:
    dates = ("2024-12-31", "2025-01-01", "2025-03-05")
    days_of = {
        submitted(client, url=f"https://news.example/{day}", published_at=day)["id"]: day for day in dates
    }
    for query, days in (
        ("published_since=2025", {"2025-01-01", "2025-03-05"}),
        ("published_since=2025-01&published_until=2025-03", {"2025-01-01"}),
        ("published_until=2025", {"2024-12-31"}),
    ):
        found = client.get(f"/v1/claims?{query}").json()["items"]
        assert {days_of[claim["document_id"]] for claim in found} == days
    for wrong in ("2025-13", "25", "2025-1", "0000"):
        refused = client.get(f"/v1/claims?said_since={wrong}").json()
        assert "2024-11-22" in refused["errors"][0]["message"]
