"""Texts by the line are read and answered in order, and nothing of them is stored."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from tests.service.callers import Client

SAID = "Mary Lee said that it is {}."


def line(**fields: Any) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def read(
    client: Client, body: bytes, kind: str = "application/x-ndjson", **headers: str
) -> list[dict[str, Any]]:
    response = client.post("/v1/parse", content=body, headers={"content-type": kind} | headers)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/x-ndjson"
    return [json.loads(each) for each in response.text.splitlines()]


def test_each_line_has_its_reading_in_order_as_it_would_alone(client: Client) -> None:
    answers = read(client, b"".join(line(text=SAID.format(n), external_id=f"a-{n}") for n in range(100)))
    assert [answer["line"] for answer in answers] == list(range(1, 101))
    assert [answer["external_id"] for answer in answers] == [f"a-{n}" for n in range(100)]
    assert {answer["status"] for answer in answers} == {200}
    assert answers[7]["reading"] == client.post("/v1/parse", json={"text": SAID.format(7)}).json()
    assert client.get("/v1/documents").json()["items"] == []


def test_a_bad_line_has_its_problem_and_the_others_go_on(client: Client) -> None:
    bad = [b"no JSON\n", line(text=3), line(text="a", foo=1), line(text="FAIL"), line(text="a" * 10_001)]
    bad.append(line(text="a", title="b" * 50_000))
    answers = read(client, b"".join(line(text=SAID.format(n)) + each for n, each in enumerate(bad)))
    assert [answer["status"] for answer in answers[::2]] == [200] * len(bad)
    assert [answer["status"] for answer in answers[1::2]] == [400, 400, 400, 500, 413, 413]
    assert all(set(answer) == {"line", "status", "problem"} for answer in answers[1::2])


def test_web_pages_and_declared_languages_are_heeded(client: Client) -> None:
    page = f"<html><body><article><p>{SAID.format(1)}</p></article></body></html>"
    first, second = read(client, line(html=page) + line(text=SAID.format(2), language="sv"))
    assert len(first["reading"]["claims"]) == 1
    assert second["reading"]["claims"] == [] and second["reading"]["note"]


@pytest.mark.parametrize("kind", ["application/x-ndjson", "application/jsonl", "application/ndjson"])
def test_lines_may_be_compressed_and_blank_ones_count(client: Client, kind: str) -> None:
    body = gzip.compress(b"\n" + line(text=SAID.format(1)) + b"\n" + line(text=SAID.format(2)).strip())
    answers = read(client, body, kind, **{"content-encoding": "gzip"})
    assert [answer["line"] for answer in answers] == [2, 4]
    assert read(client, body[:-4], kind, **{"content-encoding": "gzip"})[-1]["status"] == 400


def test_a_body_is_wanted(client: Client) -> None:
    response = client.post("/v1/parse", content=b"", headers={"content-type": "application/x-ndjson"})
    assert response.status_code == 400


def test_a_service_that_stops_says_at_which_line_it_does(client: Client) -> None:
    backend = client.app.state.backend
    backend.stop()
    try:
        answers = read(client, line(text=SAID.format(1)) * 3)
    finally:
        backend.stopping = False
    assert [(answer["line"], answer["status"]) for answer in answers] == [(1, 503)]
