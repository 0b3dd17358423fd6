"""Answers and streams are compressed for who accepts it, always to the same bytes."""

from __future__ import annotations

import gzip

import pytest

from tests.service.callers import Client
from tests.service.filing import WARS


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip", "gzip"),
        ("br, gzip;q=0.5", "gzip"),
        ("*", "gzip"),
        ("GZIP", "gzip"),
        ("gzip;q=0", None),
        ("gzip; q=0.000", None),
        ("*;q=0", None),
        ("gzip;q=0, *", None),
        ("identity", None),
        ("br", None),
        ("", None),
        ("agzipb", None),
    ],
)
def test_an_answer_is_compressed_for_who_accepts_it(
    client: Client, accepted: str, coding: str | None
) -> None:
    client.post("/v1/documents", json={"text": WARS})
    plain = client.get("/v1/claims", headers={"accept-encoding": "identity"})
    response = client.get("/v1/claims", headers={"accept-encoding": accepted})
    assert response.headers.get("content-encoding") == coding
    assert response.json() == plain.json()
    assert "Accept-Encoding" in response.headers["vary"]
    assert (response.headers["etag"] == plain.headers["etag"]) == (coding is None)


def test_the_same_answer_is_compressed_to_the_same_bytes(client: Client) -> None:
    client.post("/v1/documents", json={"text": WARS})
    headers = {"accept-encoding": "gzip"}
    with client.stream("GET", "/v1/claims", headers=headers) as one:
        first = b"".join(one.iter_raw())
    with client.stream("GET", "/v1/claims", headers=headers) as other:
        second = b"".join(other.iter_raw())
    assert first == second
    assert len(first) == int(one.headers["content-length"]) < len(gzip.decompress(first))
    assert (
        client.get("/v1/claims", headers=headers | {"if-none-match": one.headers["etag"]}).status_code == 304
    )


def test_a_small_answer_is_left_as_it_is(client: Client) -> None:
    assert "content-encoding" not in client.get("/v1/claims", headers={"accept-encoding": "gzip"}).headers


def test_a_stream_is_compressed_and_has_no_tag(client: Client) -> None:
    client.post("/v1/documents", json={"text": WARS})
    plain = client.get("/v1/claims/export", headers={"accept-encoding": "identity"})
    packed = client.get("/v1/claims/export", headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert "etag" not in packed.headers
    assert packed.text == plain.text
    assert plain.text.count("\n") == 20
