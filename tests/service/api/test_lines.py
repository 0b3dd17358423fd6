"""Documents by the line: one answer for each, in order, whatever becomes of the others."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from tests.service.callers import Client

LINES = {"content-type": "application/x-ndjson"}
SAID = "Mary Lee said that it is {}."


def line(**fields: Any) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def send(client: Client, body: bytes, **headers: str) -> list[dict[str, Any]]:
    response = client.post("/v1/documents", content=body, headers=LINES | headers)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/x-ndjson"
    return [json.loads(each) for each in response.text.splitlines()]


def stored(client: Client) -> int:
    return len(client.get("/v1/documents?limit=500&revisions=all").json()["items"])


def test_each_line_is_answered_in_order_as_it_would_be_alone(client: Client) -> None:
    body = b"".join(line(text=SAID.format(number), external_id=str(number)) for number in range(100))
    answers = send(client, body)
    assert [answer["line"] for answer in answers] == list(range(1, 101))
    assert [answer["external_id"] for answer in answers] == [str(number) for number in range(100)]
    assert {(answer["status"], answer["claims"], answer["revision"]) for answer in answers} == {(201, 1, 1)}
    assert client.get(f"/v1/documents/{answers[7]['id']}").json()["text"] == SAID.format(7)


def test_to_submit_everything_again_changes_nothing(client: Client) -> None:
    body = b"".join(line(text=SAID.format(number)) for number in range(20))
    first, second = send(client, body), send(client, body)
    assert [answer["id"] for answer in first] == [answer["id"] for answer in second]
    assert {answer["status"] for answer in second} == {200}
    assert stored(client) == 20


def test_the_same_line_twice_in_one_request_is_stored_once(client: Client) -> None:
    answers = send(client, line(text=SAID.format(1)) * 3)
    assert [answer["status"] for answer in answers] == [201, 200, 200]
    assert len({answer["id"] for answer in answers}) == 1


def test_a_bad_line_is_answered_with_its_problem_and_the_others_go_on(client: Client) -> None:
    bad = [
        b'{"text": "\xff\xfe"}\n',
        b"no JSON\n",
        b"[" * 5_000 + b"\n",
        line(text=3),
        line(text="a", html="b"),
        line(text="a", foo=1),
        line(text="a", published_at="yesterday"),
        line(text="FAIL"),
        line(text="a" * 10_001),
        line(text="a", title="b" * 50_000),
    ]
    answers = send(client, b"".join(line(text=SAID.format(n)) + each for n, each in enumerate(bad)))
    assert [answer["status"] for answer in answers[::2]] == [201] * len(bad)
    assert [answer["status"] for answer in answers[1::2]] == [400] * 7 + [500, 413, 413]
    for answer in answers[1::2]:
        assert answer["problem"]["status"] == answer["status"]
        assert set(answer["problem"]) == {"type", "title", "status", "detail", "errors", "request_id"}
    assert answers[7]["problem"]["errors"][0]["field"] == "/text"
    assert stored(client) == len(bad)


@pytest.mark.parametrize(
    "body",
    [
        line(text=SAID.format(1)) + b"\n  \n\r\n" + line(text=SAID.format(2)).strip(),
        b"\xef\xbb\xbf" + line(text=SAID.format(1)) + b"\n\n\n" + line(text=SAID.format(2)),
        line(text=SAID.format(1)).strip() + b"\r\n\r\n\r\n\r\n" + line(text=SAID.format(2)).strip() + b"\r\n",
    ],
)
def test_blank_lines_count_and_have_no_answer_and_the_last_line_needs_no_end(
    client: Client, body: bytes
) -> None:
    assert [answer["line"] for answer in send(client, body)] == [1, 5]


def test_a_body_is_wanted(client: Client) -> None:
    response = client.post("/v1/documents", content=b"", headers=LINES)
    assert (response.status_code, response.json()["detail"]) == (400, "A body is wanted, and there is none.")


@pytest.mark.parametrize("body", [b"\n", b" \r\n\n"])
def test_blank_lines_alone_give_nothing(client: Client, body: bytes) -> None:
    assert send(client, body) == []


def test_lines_may_be_compressed_in_several_members(client: Client) -> None:
    body = b"".join(gzip.compress(line(text=SAID.format(number) + " " * 5_000)) for number in range(5))
    assert [answer["status"] for answer in send(client, body, **{"content-encoding": "gzip"})] == [201] * 5


def test_what_stands_before_broken_compression_is_stored_and_the_break_is_told(client: Client) -> None:
    whole = gzip.compress(b"".join(line(text=SAID.format(number)) for number in range(3)))
    for body in (whole[:-4], whole + b"\x00garbage"):
        answers = send(client, body, **{"content-encoding": "gzip"})
        assert answers[-1]["status"] == 400
        assert all(answer["status"] in {200, 201} for answer in answers[:-1])


@pytest.mark.parametrize("kind", ["application/x-ndjson", "application/json"])
def test_other_codings_are_refused(client: Client, kind: str) -> None:
    headers = {"content-type": kind, "content-encoding": "br"}
    response = client.post("/v1/documents", content=line(text="a"), headers=headers)
    assert response.status_code == 415
    assert response.headers["accept-encoding"] == "gzip"
    assert response.headers["content-type"] == "application/problem+json"


def test_one_document_may_be_compressed_but_not_to_more_than_the_limit(client: Client) -> None:
    headers = {"content-type": "application/json", "content-encoding": "gzip"}
    small = gzip.compress(line(text=SAID.format(1)))
    large = gzip.compress(line(text=" " * 5_000_000))
    assert client.post("/v1/documents", content=small, headers=headers).status_code == 201
    assert client.post("/v1/documents", content=large, headers=headers).status_code == 413
    assert client.post("/v1/documents", content=small[:-6], headers=headers).status_code == 400


def test_a_new_text_under_the_same_url_within_one_request_is_the_later_revision(client: Client) -> None:
    body = b"".join(line(text=SAID.format(number), url="https://news.example/1") for number in range(30))
    assert [answer["revision"] for answer in send(client, body)] == list(range(1, 31))


def test_a_known_text_that_a_newer_one_superseded_says_so(client: Client) -> None:
    old, new = (line(text=SAID.format(number), external_id="x") for number in (1, 2))
    answers = send(client, old + new + old)
    assert [answer["status"] for answer in answers] == [201, 201, 200]
    assert [answer.get("superseded_by") for answer in answers] == [None, None, answers[1]["id"]]


def test_another_external_id_has_an_answer_of_its_own(client: Client) -> None:
    answers = send(client, b"".join(line(text=SAID.format(1), external_id=name) for name in "xyx"))
    assert [answer["status"] for answer in answers] == [201, 201, 200]
    assert [answer["id"] == answers[0]["id"] for answer in answers] == [True, False, True]
    assert stored(client) == 2


def test_a_service_that_stops_says_at_which_line_it_does(client: Client) -> None:
    backend = client.app.state.backend
    backend.stop()
    try:
        answers = send(client, b"\n" + b"".join(line(text=SAID.format(number)) for number in range(3)))
    finally:
        backend.stopping = False
    assert [(answer["line"], answer["status"]) for answer in answers] == [(2, 503)]
    assert "sent again" in answers[0]["problem"]["detail"]
