"""Documents are submitted, answered whole, listed and deleted."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from service.documents import StoredDocument
from tests.service.callers import Client

TEXT = "Mary Lee said that the war is over.\nRussia and North Korea denied that it rains.\nUnread said."


def submit(client: Client, **body: Any) -> dict[str, Any]:
    answer: dict[str, Any] = client.post("/v1/documents", json=body).json()
    return answer


def test_a_new_document_is_created_and_answered_whole(client: Client) -> None:
    response = client.post("/v1/documents", json={"text": TEXT, "title": "War", "published_at": "2024-11-22"})
    assert response.status_code == 201
    body = response.json()
    assert response.headers["location"] == f"/v1/documents/{body['id']}"
    assert client.get(response.headers["location"]).json() == body
    assert msgspec.convert(body, StoredDocument).text == TEXT
    assert [claim["content"]["text"] for claim in body["claims"]] == ["the war is over", "it rains"]
    assert {claim["document_id"] for claim in body["claims"]} == {body["id"]}
    assert [unread["text"] for unread in body["unread"]] == ["Unread said."]
    assert [topic["label"] for topic in body["topics"]] == ["armed conflict"]
    assert set(body["engine"]) == {"version", "grammar", "lexicon"}


def test_a_known_document_is_answered_again_and_not_changed(client: Client) -> None:
    first = client.post("/v1/documents", json={"text": TEXT})
    second = client.post("/v1/documents", json={"text": TEXT, "title": "Later"})
    assert (first.status_code, second.status_code) == (201, 200)
    assert first.json() == second.json()
    assert len(client.get("/v1/documents").json()["items"]) == 1


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2024-11-22", "2024-11-22"),
        ("2024-11-22T08:30:00+09:00", "2024-11-22T08:30:00+09:00"),
        ("2024-11-22T08:30:00Z", "2024-11-22T08:30:00Z"),
        ("2024-11-22T08:30:00.25-03:30", "2024-11-22T08:30:00.25-03:30"),
        ("2024-11-22t08:30:60z", "2024-11-22T08:30:59Z"),
        ("2024-11-22 08:30", "2024-11-22T08:30:00"),
        ("0001-01-01T00:00:00+23:59", "0001-01-01T00:00:00+23:59"),
        ("9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59-23:59"),
        (None, None),
    ],
)
def test_published_at_keeps_its_offset(client: Client, given: str | None, kept: str | None) -> None:
    assert submit(client, text=TEXT, published_at=given)["published_at"] == kept
    assert client.get("/v1/documents").json()["items"][0]["published_at"] == kept
    assert len(client.get("/v1/claims").json()["items"]) == 2


@pytest.mark.parametrize(
    "given",
    ["22 November 2024", "2024-13-01", "2024-02-30", "2024-11", "2024-11-22T25:00:00Z", "２０２４-11-22", ""],
)
def test_what_is_no_date_is_refused(client: Client, given: str) -> None:
    response = client.post("/v1/documents", json={"text": TEXT, "published_at": given})
    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == "/published_at"


def test_documents_are_listed_without_their_texts(client: Client) -> None:
    stored = submit(client, text=TEXT, title="War")
    (listed,) = client.get("/v1/documents").json()["items"]
    assert (listed["id"], listed["title"], listed["length"]) == (stored["id"], "War", len(TEXT))
    assert (listed["claim_count"], listed["unread_count"]) == (2, 1)
    assert "text" not in listed
    assert "claims" not in listed


def test_a_deleted_document_is_gone_with_its_claims(client: Client) -> None:
    stored = submit(client, text=TEXT)
    path = f"/v1/documents/{stored['id']}"
    assert client.delete(path).status_code == 204
    assert client.delete(path).status_code == 404
    assert client.get(path).status_code == 404
    assert client.get(f"/v1/claims/{stored['claims'][0]['id']}").status_code == 404
    for collection in ("documents", "claims", "actors", "topics"):
        beside: dict[str, object] = {"documents": {}} if collection == "claims" else {}
        assert client.get(f"/v1/{collection}").json() == {"items": [], "next": None} | beside


def test_exactly_one_of_text_and_html_is_wanted(client: Client) -> None:
    for body in (
        {},
        {"title": "War"},
        {"text": "a", "html": "b"},
        {"text": None},
        {"text": None, "html": None},
    ):
        assert client.post("/v1/documents", json=body).status_code == 400
    assert client.post("/v1/documents", json={"text": "a", "html": None}).status_code == 201


def test_a_web_page_is_stored_as_the_text_that_is_in_it(client: Client) -> None:
    paragraphs = "".join(
        f"<p>Mary Lee said that the bridge over river number {number} would be closed for repairs.</p>"
        for number in range(8)
    )
    head = "<head><title>Bridges</title></head>"
    page = f"<html>{head}<body><nav>Menu</nav><article>{paragraphs}</article></body></html>"
    stored = submit(client, html=page, published_at="2024-11-22")
    assert "<p>" not in stored["text"]
    assert len(stored["claims"]) == 8
    for claim in stored["claims"]:
        ((start, end),) = claim["content"]["spans"]
        assert stored["text"][start:end] == claim["content"]["text"]


def test_too_long_texts_and_bodies_are_refused(client: Client) -> None:
    assert client.post("/v1/documents", json={"text": "a" * 10_000}).status_code == 201
    assert client.post("/v1/documents", json={"text": "a" * 10_001}).status_code == 413
    assert client.post("/v1/documents", json={"text": "é" * 5_001}).status_code == 413
    assert client.post("/v1/documents", json={"text": "a" * 50_000}).status_code == 413
    assert client.post("/v1/parse", json={"text": "a" * 10_001}).status_code == 413


def test_parse_reads_and_stores_nothing(client: Client) -> None:
    response = client.post("/v1/parse", json={"text": TEXT})
    assert response.status_code == 200
    assert set(response.json()) == {"id", "engine", "topics", "claims", "unread", "language", "note"}
    assert [claim["content"]["text"] for claim in response.json()["claims"]] == [
        "the war is over",
        "it rains",
    ]
    assert client.get("/v1/documents").json()["items"] == []
    stored = submit(client, text=TEXT)
    assert [claim["id"] for claim in stored["claims"]] == [claim["id"] for claim in response.json()["claims"]]


def test_documents_are_found_by_their_senders_names_by_publisher_and_by_date(
    client: Client,
) -> None:
    known = [
        {"external_id": "a", "url": "https://news.example/1", "publisher": "Écho"},
        {"external_id": "b", "publisher": "The Quay", "published_at": "2024-12-01T00:30:00+09:00"},
        {"url": "https://news.example/1", "publisher": "The Quay", "published_at": "2025-01-01"},
        {},
    ]
    ids = [submit(client, text=f"{TEXT} {number}", **each)["id"] for number, each in enumerate(known)]
    assert ids[2] != ids[0]  # a revision of it, which has its url and not its external id
    for query, expected in (
        ("external_id=a", [2]),
        ("external_id=a&revisions=all", [2, 0]),
        ("external_id=b&external_id=a", [2, 1]),
        ("external_id=A", []),
        ("url=https://news.example/1", [2]),
        ("publisher=echo&revisions=all", [0]),
        ("publisher=nobody", []),
        ("published_since=2024-12", [2, 1]),
        ("published_until=2025", [1]),
        ("published_since=2024-11-30T15:30:00Z&published_until=2024-12-02", [1]),
        ("published_until=2024-11-30T15:30:00Z", []),
    ):
        found = client.get(f"/v1/documents?{query}").json()["items"]
        assert [ids.index(document["id"]) for document in found] == expected, query
    assert client.get("/v1/documents?published_since=May").json()["errors"][0]["field"] == "published_since"


def test_the_pages_of_a_list_keep_to_its_filters(client: Client) -> None:
    for number in range(5):
        submit(client, text=f"{TEXT} {number}", publisher=("Quay", "Pier")[number % 2])
    first = client.get("/v1/documents?publisher=quay&limit=2").json()
    second = client.get(f"/v1/documents?publisher=quay&limit=2&cursor={first['next']}").json()
    assert [each["publisher"] for each in first["items"] + second["items"]] == ["Quay"] * 3
    assert client.get(f"/v1/documents?limit=2&cursor={first['next']}").status_code == 400
