"""A mark sent again makes no second one: who had no answer may send it anew."""

from __future__ import annotations

from typing import Any

import pytest

from tests.service.callers import Client

NOTE = {"kind": "annotate", "note": "see page 3"}


@pytest.fixture
def path(client: Client) -> str:
    document = client.post("/v1/documents", json={"text": "Mary Lee said that one."}).json()
    for mark in client.get("/v1/marks?limit=500").json()["items"]:
        client.delete(f"/v1/marks/{mark['id']}")
    return f"/v1/claims/{document['claims'][0]['id']}/marks"


def sent(client: Client, path: str, *, editor: str = "J. Rivera", **fields: Any) -> tuple[int, str]:
    response = client.post(path, json={"editor": editor, **fields})
    return response.status_code, response.json()["id"]


@pytest.mark.parametrize(
    "mark",
    [
        {"kind": "confirm"},
        {"kind": "reject", "note": "in jest"},
        NOTE,
        {"kind": "reject", "actor": "mary-lee"},
        {"kind": "reassign", "actor": "mary-lee", "to": "Ann Holm", "to_kind": "person"},
    ],
)
def test_what_was_said_already_is_answered_with_the_mark_that_says_it(
    client: Client, path: str, mark: dict[str, Any]
) -> None:
    status, id = sent(client, path, **mark)
    assert status == 201
    assert sent(client, path, **mark) == (200, id)
    assert len(client.get("/v1/marks").json()["items"]) == 1


def test_another_editor_or_note_says_something_else(client: Client, path: str) -> None:
    sent(client, path, kind="confirm")
    assert sent(client, path, kind="confirm", editor="A. Holm")[0] == 201
    assert sent(client, path, kind="confirm", note="sure")[0] == 201


def test_a_verdict_counts_again_where_another_came_between(client: Client, path: str) -> None:
    _, first = sent(client, path, kind="confirm")
    sent(client, path, kind="reject", editor="A. Holm")
    status, again = sent(client, path, kind="confirm")
    assert status == 201 and again != first
    assert len(client.get("/v1/claims?rejected=exclude").json()["items"]) == 1


def test_a_note_between_changes_no_verdict(client: Client, path: str) -> None:
    _, first = sent(client, path, kind="confirm")
    _, note = sent(client, path, **NOTE)
    assert sent(client, path, kind="confirm") == (200, first)
    sent(client, path, kind="reject")
    assert sent(client, path, **NOTE) == (200, note)
