"""Revisions over HTTP: listed, and compared by the words of their claims."""

from __future__ import annotations

from typing import Any

import pytest

from tests.service.callers import Client

TEXTS = (
    "Mary Lee said that the war is over.\nRussia denied that Ukraine won.\nJohn Hill said that it rains.",
    "News of today.\nJohn Hill said that it rains.\nMary Lee said that the war goes on.\n"
    "Bo Ray said that all is well.",
    "Bo Ray said that all is well.",
)


@pytest.fixture
def ids(client: Client) -> list[str]:
    found = []
    for text in TEXTS:
        response = client.post("/v1/documents", json={"text": text, "url": "https://news.example/1"})
        assert response.status_code == 201
        found.append(response.json()["id"])
    return found


def get(client: Client, path: str) -> Any:
    response = client.get(path)
    assert response.status_code == 200, response.text
    return response.json()


def contents(claims: list[dict[str, Any]]) -> list[str]:
    return [claim["content"]["text"] for claim in claims]


def test_revisions_are_listed_in_pages_whichever_is_named(client: Client, ids: list[str]) -> None:
    for id in ids:
        page = get(client, f"/v1/documents/{id}/revisions")
        assert [(each["id"], each["revision"]) for each in page["items"]] == list(
            zip(ids, (1, 2, 3), strict=True)
        )
    first = get(client, f"/v1/documents/{ids[1]}/revisions?limit=2")
    rest = get(client, f"/v1/documents/{ids[1]}/revisions?limit=2&cursor={first['next']}")
    assert [each["id"] for each in first["items"] + rest["items"]] == ids
    assert rest["next"] is None


def test_a_revision_is_compared_with_the_one_before(client: Client, ids: list[str]) -> None:
    found = get(client, f"/v1/documents/{ids[1]}/difference")
    assert (found["id"], found["against"]) == (ids[1], ids[0])
    assert contents(found["appeared"]) == ["all is well"]
    assert contents(found["vanished"]) == ["Ukraine won"]
    ((changed,), (kept,)) = found["changed"], found["kept"]
    assert (changed["before"]["content"]["text"], changed["after"]["content"]["text"]) == (
        "the war is over",
        "the war goes on",
    )
    assert "content" in changed["fields"]
    before = get(client, f"/v1/documents/{ids[0]}")["claims"]
    assert kept["before"] == next(claim["id"] for claim in before if claim["content"]["text"] == "it rains")
    assert kept["id"] != kept["before"]


def test_a_revision_is_compared_with_any_other_of_the_document(client: Client, ids: list[str]) -> None:
    found = get(client, f"/v1/documents/{ids[2]}/difference?against={ids[0]}")
    assert contents(found["appeared"]) == ["all is well"]
    assert contents(found["vanished"]) == ["the war is over", "Ukraine won", "it rains"]
    assert found["changed"] == found["kept"] == []


def test_the_first_revision_is_compared_with_nothing(client: Client, ids: list[str]) -> None:
    found = get(client, f"/v1/documents/{ids[0]}/difference")
    assert found["against"] is None
    assert len(found["appeared"]) == 3


def test_other_documents_are_not_compared(client: Client, ids: list[str]) -> None:
    other = client.post("/v1/documents", json={"text": TEXTS[0]}).json()["id"]
    for path in (
        f"/v1/documents/{ids[0]}/difference?against={other}",
        f"/v1/documents/{ids[0]}/difference?against=none",
        "/v1/documents/none/difference",
        "/v1/documents/none/revisions",
    ):
        assert client.get(path).status_code == 404, path
