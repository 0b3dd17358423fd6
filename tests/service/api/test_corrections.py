"""Editors correct over HTTP: marks on claims, decisions on actors."""

from __future__ import annotations

from typing import Any

import pytest

from tests.service.callers import Client

TEXT = "Mary Lee said that one.\nTom Shin said that two."
EDITOR = {"editor": "J. Rivera"}


def submit(client: Client) -> list[dict[str, Any]]:
    claims: list[dict[str, Any]] = client.post("/v1/documents", json={"text": TEXT}).json()["claims"]
    return claims


def found(client: Client, query: str) -> list[str]:
    return [claim["content"]["text"] for claim in client.get(f"/v1/claims?{query}").json()["items"]]


def test_a_mark_is_made_shown_listed_and_taken_away(client: Client) -> None:
    claim = submit(client)[0]
    made = client.post(f"/v1/claims/{claim['id']}/marks", json=EDITOR | {"kind": "reject", "note": "no"})
    assert made.status_code == 201
    mark = made.json()
    assert client.get(made.headers["location"]).json() == mark
    assert client.get(f"/v1/marks?claim={claim['id']}").json()["items"] == [mark]
    shown = client.get(f"/v1/claims/{claim['id']}").json()["marks"]
    assert [each["id"] for each in shown] == [mark["id"]]
    assert found(client, "rejected=exclude") == ["two"]
    assert found(client, "marked=reject") == ["one"]
    assert client.delete(f"/v1/marks/{mark['id']}").status_code == 204
    assert client.delete(f"/v1/marks/{mark['id']}").status_code == 404
    assert found(client, "rejected=exclude") == ["one", "two"]


def test_orphans_are_listed(client: Client) -> None:
    claim = submit(client)[0]
    mark = client.post(f"/v1/claims/{claim['id']}/marks", json=EDITOR | {"kind": "confirm"}).json()
    assert mark["id"] not in str(client.get("/v1/marks?orphaned=only").json())
    client.delete(f"/v1/documents/{claim['document_id']}")
    orphans = client.get("/v1/marks?orphaned=only").json()["items"]
    assert {"id": mark["id"], "orphaned": True}.items() <= orphans[0].items()
    client.delete(f"/v1/marks/{mark['id']}")


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        ({"kind": "reject"}, 400, "/editor"),
        (EDITOR | {"kind": "praise"}, 400, "/kind"),
        (EDITOR | {"kind": "annotate"}, 400, "/note"),
        (EDITOR | {"kind": "reassign"}, 400, "/to"),
        (EDITOR | {"kind": "confirm", "to": "Tom Shin"}, 400, "/to"),
        ({"editor": " ", "kind": "confirm"}, 400, "/editor"),
        (EDITOR | {"kind": "reassign", "to": "Nobody"}, 409, None),
        (EDITOR | {"kind": "reject", "actor": "country:russia"}, 409, None),
    ],
)
def test_a_mark_that_makes_no_sense_is_refused(
    client: Client, body: dict[str, Any], status: int, pointer: str | None
) -> None:
    claim = submit(client)[0]
    answer = client.post(f"/v1/claims/{claim['id']}/marks", json=body)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert [error["field"] for error in answer.json()["errors"]] == ([] if pointer is None else [pointer])


def test_there_is_no_mark_without_a_claim(client: Client) -> None:
    assert client.post("/v1/claims/none/marks", json=EDITOR | {"kind": "confirm"}).status_code == 404
    assert client.get("/v1/marks/none").status_code == 404


@pytest.mark.parametrize(
    ("path", "body", "query", "claims"),
    [
        ("merges", {"actor": "Tom Shin", "into": "Mary Lee"}, "actor=Mary%20Lee", ["one", "two"]),
        ("splits", {"actor": "Tom Shin", "to": "Bo", "names": ["Tom Shin"]}, "actor=Bo", ["two"]),
        ("pins", {"name": "Mary Lee", "actor": "Tom Shin"}, "actor=tom-shin", ["one", "two"]),
    ],
)
def test_decisions_are_made_listed_and_undone(
    client: Client, path: str, body: dict[str, Any], query: str, claims: list[str]
) -> None:
    submit(client)
    made = client.post(f"/v1/decisions/{path}", json=EDITOR | body)
    assert made.status_code == 201, made.text
    decision = made.json()
    assert client.get(made.headers["location"]).json() == decision
    assert client.get("/v1/decisions?undone=exclude").json()["items"] == [decision]
    assert found(client, query) == claims
    undone = client.post(f"/v1/decisions/{decision['id']}/undo", json=EDITOR | {"reason": "wrong"}).json()
    assert undone["undone_by"] == "J. Rivera"
    assert client.get("/v1/decisions?undone=exclude").json()["items"] == []
    assert found(client, query) != claims


def test_what_cannot_be_decided_is_a_conflict(client: Client) -> None:
    submit(client)
    answer = client.post("/v1/decisions/merges", json=EDITOR | {"actor": "Nobody", "into": "Mary Lee"})
    assert answer.status_code == 409
    assert "Nobody" in answer.json()["detail"]
    assert client.post("/v1/decisions/none/undo", json=EDITOR).status_code == 404
