"""Inputs that break naive services. Whatever comes, the answer is no fault of ours and has the one shape."""

from __future__ import annotations

import json

import pytest

from tests.service.callers import Client

JSON = {"content-type": "application/json"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"{",
        b'{"text": "a"',
        b'{"text": "a"} x',
        b'{"text": "\xff\xfe"}',
        b'{"text": "\xc3("}',
        b'{"text": "\xed\xa0\x80"}',
        b'{"text": "\\ud800"}',
        b'{"text": "\\u0000"}',
        b'{"text": "a\\u0000b"}',
        b'{"title": "\\u0000", "text": "a"}',
        b"[" * 20_000,
        b'{"text": ' + b"[" * 20_000,
        b'{"a": ' * 8_000,
        b'{"text": "a", "foo": ' + b"[" * 10_000 + b"]" * 10_000 + b"}",
        b'{"text": 1e999}',
        b'{"text": NaN}',
        b"\xef\xbb\xbf\xef\xbb\xbf" + b'{"text": "a"}',
        b'{"text": "a"}'.decode().encode("utf-16"),
        b'{"text": ""}',
        b'{"text": "\\u2028 \\u00a0"}',
        b'{"published_at": "9999-99-99", "text": "a"}',
        b'{"published_at": 20241122, "text": "a"}',
        b'{"language": "' + b"a" * 40 + b'", "text": "a"}',
    ],
)
def test_a_body_that_is_no_document_is_refused(client: Client, body: bytes) -> None:
    for path in ("/v1/documents", "/v1/parse"):
        response = client.post(path, content=body, headers=JSON)
        assert response.status_code == 400, response.text
        assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "text",
    [
        "💥" * 1000,
        "\u202eabc\u202c said that it rains.",
        "a\u0300" * 2000,
        "\r\n" * 10 + "a",
        "\ufeffMary Lee said that it rains.",
        "\x01\x02\x1b[31m",
        "'; DROP TABLE documents; --",
        "<script>alert(1)</script>",
        "%s %n {} {0}",
        "\ufffe\uffff\U0010ffff",
    ],
)
def test_any_text_is_kept_to_the_letter(client: Client, text: str) -> None:
    stored = client.post("/v1/documents", json={"text": text})
    assert stored.status_code == 201
    assert client.get(stored.headers["location"]).json()["text"] == text


@pytest.mark.parametrize(
    "query",
    [
        "q=%22",
        "q=%22%22",
        "q=*",
        "q=a*",
        "q=%5E",
        "q=NEAR(a%20b)",
        "q=a%20AND",
        "q=-a",
        "q=content%3Aa",
        "q=%F0%9F%92%A5",
        "q=%20",
        "actor=%25",
        "actor=_",
        "actor=%27%20OR%201%3D1",
        "actor=%F0%9F%92%A5",
        "actor=-",
        "about=..",
        "topic=%25",
        "topic=,",
        "topic=%20",
        "document=%27",
        "published_since=0001-01-01",
        "published_until=9999-12-31T23:59:59-23:59",
        "said_until=9999-12-31T23:59:59Z",
        "&".join(f"actor=a{number}" for number in range(50)),
    ],
)
def test_any_search_is_safe(client: Client, query: str) -> None:
    client.post("/v1/documents", json={"text": "Mary Lee said that it rains.", "published_at": "2024-11-22"})
    response = client.get(f"/v1/claims?{query}")
    assert response.status_code == 200, response.text


@pytest.mark.parametrize(
    "query",
    [
        "q=%FF",
        "%FF=1",
        "q=%00",
        "limit=",
        "limit=-1",
        "limit=1.5",
        "limit=%D9%A1",
        "limit=" + "9" * 5000,
        "cursor=" + "g" * 54,
        "cursor=" + "0" * 53,
        "&".join(f"a{number}=1" for number in range(500)),
        "&".join(f"actor=a{number}" for number in range(51)),
        "published_since=2024-11-22T10:00:00%2B99:00",
    ],
)
def test_a_query_that_makes_no_sense_is_refused(client: Client, query: str) -> None:
    response = client.get(f"/v1/claims?{query}")
    assert response.status_code == 400, response.text
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "id", ["%FF", "..", "%2e%2e", "a%2Fb", "💥", "9" * 100, "-1", "9223372036854775808", "%20"]
)
def test_any_id_is_safe(client: Client, id: str) -> None:
    for path in (f"/v1/documents/{id}", f"/v1/claims/{id}"):
        response = client.get(path)
        assert response.status_code in {200, 400, 404}
        assert response.status_code == 200 or response.headers["content-type"] == "application/problem+json"


def test_a_charset_in_the_content_type_is_no_other_type(client: Client) -> None:
    headers = {"content-type": "application/json; charset=utf-8"}
    assert client.post("/v1/parse", content=b'{"text": "a"}', headers=headers).status_code == 200


def test_the_last_of_two_same_keys_counts(client: Client) -> None:
    """As docs/submitting.md has it."""
    sent = b'{"text": "a", "text": "b", "title": null, "title": "Rain"}'
    stored = client.post("/v1/documents", content=sent, headers=JSON)
    assert (stored.json()["text"], stored.json()["title"]) == ("b", "Rain")
    lines = client.post("/v1/documents", content=sent, headers={"content-type": "application/x-ndjson"})
    assert lines.json()["id"] == stored.json()["id"]
    amended = client.patch(
        stored.headers["location"],
        content=b'{"title": "Sun", "title": null}',
        headers={"content-type": "application/merge-patch+json"},
    )
    assert (amended.status_code, amended.json()["title"]) == (200, None)


@pytest.mark.parametrize("sent", [b'{"text": 1, "text": "b"}', b'{"text": "a", "text": 1}'])
def test_each_of_two_same_keys_is_checked(client: Client, sent: bytes) -> None:
    response = client.post("/v1/documents", content=sent, headers=JSON)
    assert response.status_code == 400
    assert [fault["field"] for fault in response.json()["errors"]] == ["/text"]


def test_a_body_may_come_in_any_escapes(client: Client) -> None:
    body = json.dumps({"text": "é💥"}, ensure_ascii=True).encode()
    assert client.post("/v1/documents", content=body, headers=JSON).json()["text"] == "é💥"
