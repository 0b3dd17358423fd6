"""Query strings are read as people write them, and what cannot be meant is told."""

from __future__ import annotations

import pytest

from service.description.document import describe
from tests.service.callers import Client

TEXT = "Mary Lee denied that the pier sank.\nTom Shin said that it may sink."


def found(client: Client, query: str) -> list[str]:
    response = client.get(f"/v1/claims?{query}")
    assert response.status_code == 200, response.text
    return [claim["content"]["text"] for claim in response.json()["items"]]


@pytest.mark.parametrize(
    "query",
    [
        "act=DENY",
        "not_act=State",
        "polarity=Negative",
        "certainty=CERTAIN",
        "act=Deny&order=OLDEST&type=Assertion",
    ],
)
def test_a_value_of_a_closed_list_may_be_in_any_case(client: Client, query: str) -> None:
    client.post("/v1/documents", json={"text": TEXT})
    assert found(client, query) == ["the pier sank"]


def test_the_case_of_a_value_is_not_part_of_a_page_token(client: Client) -> None:
    client.post("/v1/documents", json={"text": TEXT})
    token = client.get("/v1/claims?type=assertion&limit=1").json()["next"]
    assert found(client, f"type=ASSERTION&cursor={token}") == ["it may sink"]


def test_facets_and_forms_are_closed_lists_too(client: Client) -> None:
    client.post("/v1/documents", json={"text": TEXT})
    assert list(client.get("/v1/claims/facets?facet=Act&facet=MONTH").json()["facets"]) == ["act", "month"]
    assert client.get("/v1/claims/export?format=CSV").headers["content-type"].startswith("text/csv")
    assert client.get("/v1/documents?revisions=ALL").status_code == 200


RANGED = [
    (path, parameter["name"].removesuffix("_since"))
    for path, operations in describe()["paths"].items()
    for parameter in operations.get("get", {}).get("parameters", ())
    if parameter["name"].endswith("_since")
]


@pytest.mark.parametrize(("path", "name"), RANGED)
@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("2024-11-23", "2024-11-22"),
        ("2025", "2024"),
        ("2024-12", "2024-11-30"),
        ("2024-11-22T10:00:00Z", "2024-11-22T11:30:00%2B02:00"),
        ("2024-11-25", "2024-11-22T23:00:00Z"),
        ("2024-11-22", "2024-11-22"),
        ("2024", "2024-01"),
        ("2024-11-22T10:00:00Z", "2024-11-22T12:00:00%2B02:00"),
    ],
)
def test_a_range_that_can_hold_nothing_is_told(
    client: Client, path: str, name: str, since: str, until: str
) -> None:
    response = client.get(f"{path}?{name}_since={since}&{name}_until={until}")
    assert response.status_code == 400
    assert [fault["field"] for fault in response.json()["errors"]] == [f"{name}_since", f"{name}_until"]


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("2024-11-22", "2024-11-23"),
        ("2024", "2024-01-01T00:00:00Z"),
        ("2024-11-22T10:00:00Z", "2024-11-22T13:30:00%2B02:00"),
        # A day is one at each document's own offset.
        ("2024-11-22", "2024-11-21T23:00:00Z"),
        ("2024-11-22T00:30:00%2B09:00", "2024-11-21"),
    ],
)
def test_a_range_that_may_hold_something_is_none_such(client: Client, since: str, until: str) -> None:
    assert found(client, f"published_since={since}&published_until={until}") == []


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("2024", "2025"),
        ("2024-12", "2025-01"),
        ("2024-02", "2024-03"),
        ("2024-02-29", "2024-03-01"),
        ("9999-12-31", None),
        ("2024-11-22T10:00:00Z", None),
    ],
)
def test_it_is_told_what_would_take_in_the_last_day_month_or_year(
    client: Client, given: str, told: str | None
) -> None:
    detail = client.get(f"/v1/claims?said_since={given}&said_until={given}").json()["detail"]
    assert detail.endswith(f"`said_until={told}`." if told else "from `said_until` on.")


def test_there_are_ranges_to_be_tried() -> None:
    assert len(RANGED) == 7
