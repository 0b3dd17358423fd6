"""What a known document was sent with, and is stored otherwise, is told by the line."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.service.callers import Client

KNOWN = {
    "text": "Mary Lee said that it rains.",
    "external_id": "a",
    "title": "Rain",
    "published_at": "2024-11-22",
}


def answers(client: Client, *documents: dict[str, Any]) -> list[dict[str, Any]]:
    body = "\n".join(map(json.dumps, documents))
    response = client.post("/v1/documents", content=body, headers={"content-type": "application/x-ndjson"})
    return [json.loads(line) for line in response.text.splitlines()]


@pytest.mark.parametrize(
    ("changed", "ignored"),
    [
        ({}, None),
        ({"title": None, "published_at": None}, None),
        ({"published_at": "2024-11-22T00:00:00"}, ["published_at"]),
        ({"title": "Snow", "url": "https://news.example/2", "author": "A. Holm"}, ["title", "url", "author"]),
        ({"publisher": "The Quay", "language": "en"}, ["publisher", "language"]),
    ],
)
def test_fields_that_are_not_taken_are_named(
    client: Client, changed: dict[str, Any], ignored: list[str] | None
) -> None:
    added, known = answers(client, KNOWN, KNOWN | changed)
    assert (added["status"], added.get("ignored")) == (201, None)
    assert (known["status"], known.get("ignored")) == (200, ignored)


def test_what_was_put_right_is_ignored_no_more(client: Client) -> None:
    (added,) = answers(client, KNOWN)
    client.patch(f"/v1/documents/{added['id']}", json={"title": "Snow"})
    again, right = answers(client, KNOWN, KNOWN | {"title": "Snow"})
    assert (again["ignored"], right.get("ignored")) == (["title"], None)
