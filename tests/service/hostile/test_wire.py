"""Bytes that are no proper HTTP, over a real socket: answered in the one shape, and the service lives on."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import msgspec
import pytest

from service.problems import Problem
from service.serving import protocol
from service.settings import Settings
from tests.service.serving import serving

SILENCE = 0.5  # seconds behind an answer: a smuggled request's would come at once
HOST = b"Host: 127.0.0.1\r\n"
JSON = b"Content-Type: application/json\r\n"
BODY = b'{"text": "a"}'
POST = b"POST /v1/parse HTTP/1.1\r\n" + HOST + JSON


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    database: Path = tmp_path_factory.mktemp("wire") / "claims.db"
    with serving(Settings(database=database, parsers=1, text_bytes=10_000, body_bytes=50_000)) as running:
        yield running


def exchange(address: str, sent: bytes) -> list[tuple[int, dict[str, str], bytes]]:
    """What comes back until the service closes or falls silent: status, headers and body of each answer."""
    place = urlsplit(address)
    assert place.hostname and place.port
    with socket.create_connection((place.hostname, place.port), timeout=2) as connection:
        with suppress(OSError):  # it may close before all is sent
            connection.sendall(sent)
        came = b""
        with suppress(OSError):
            while piece := connection.recv(65536):
                came += piece
                connection.settimeout(SILENCE)
    return list(answers(came))


def answers(came: bytes) -> Iterator[tuple[int, dict[str, str], bytes]]:
    while came:
        head, _, came = came.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = int(headers.get("content-length", "0"))
        yield int(first.split()[1]), headers, came[:length]
        came = came[length:]


HOSTILE = {
    "no HTTP": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    "nonsense": b"HELO there\r\n\r\n",
    "a header without a colon": b"GET /v1/claims HTTP/1.1\r\n" + HOST + b"Bad\r\n\r\n",
    "a header with a blank before the colon": b"GET / HTTP/1.1\r\n" + HOST + b"X : 1\r\n\r\n",
    "a NUL in a header": b"GET /v1/claims HTTP/1.1\r\n" + HOST + b"X: a\x00b\r\n\r\n",
    "a folded header": b"GET /v1/claims?limit=0 HTTP/1.1\r\n" + HOST + b"X: a\r\n b\r\n\r\n",
    "no host": b"GET /v1/claims HTTP/1.1\r\n\r\n",
    "two hosts": b"GET /v1/claims HTTP/1.1\r\n" + HOST + HOST + b"\r\n",
    "an empty host": b"GET /v1/claims HTTP/1.1\r\nHost:\r\n\r\n",
    "no host and HTTP/1.0": b"GET /v1/claims HTTP/1.0\r\n\r\n",
    "a host with a path": b"GET /v1/claims HTTP/1.1\r\nHost: 127.0.0.1/x\r\n\r\n",
    "a host with a user": b"GET /v1/claims HTTP/1.1\r\nHost: 127.0.0.1@evil.example\r\n\r\n",
    "another's host": b"GET /v1/claims HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "another's address": b"GET /v1/claims HTTP/1.1\r\nHost: 192.0.2.1\r\n\r\n",
    "a target with a host": b"GET http://evil.example/v1/claims HTTP/1.1\r\n" + HOST + b"\r\n",
    "HTTP/2 in clear": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "CONNECT": b"CONNECT evil.example:443 HTTP/1.1\r\n" + HOST + b"\r\n",
    "TRACE": b"TRACE /v1/claims HTTP/1.1\r\n" + HOST + b"\r\n",
    "an unknown method": b"BREW /v1/claims HTTP/1.1\r\n" + HOST + b"\r\n",
    "a method in small letters": b"get /v1/claims HTTP/1.1\r\n" + HOST + b"\r\n",
    "two lengths": POST + b"Content-Length: 13\r\nContent-Length: 5\r\n\r\n" + BODY,
    "a list of lengths": POST + b"Content-Length: 13, 5\r\n\r\n" + BODY,
    "a negative length": POST + b"Content-Length: -1\r\n\r\n" + BODY,
    "a signed length": POST + b"Content-Length: +13\r\n\r\n" + BODY,
    "a length that is no number": POST + b"Content-Length: 0x0d\r\n\r\n" + BODY,
    "a huge length": POST + b"Content-Length: " + b"9" * 40 + b"\r\n\r\n" + BODY,
    "both a length and chunks": POST
    + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /v1/nowhere HTTP/1.1\r\n"
    + HOST
    + b"\r\n",
    "an unknown coding": POST + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "two codings": POST + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    "a disguised coding": POST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "a broken chunk": POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n" + BODY,
    "a chunk longer than it says": POST
    + b"Transfer-Encoding: chunked\r\n\r\n2\r\n"
    + BODY
    + b"\r\n0\r\n\r\n",
    "a long header": b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 1_000_000 + b"\r\n\r\n",
    "many headers": b"GET / HTTP/1.1\r\n" + HOST + b"X: a\r\n" * 200_000 + b"\r\n",
    "a long target": b"GET /v1/claims?q=" + b"a" * 100_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "a target in Latin-1": b"GET /v1/claims?q=\xe9 HTTP/1.1\r\n" + HOST + b"\r\n",
    "a target with a NUL": b"GET /v1/\x00 HTTP/1.1\r\n" + HOST + b"\r\n",
    "a body on DELETE": b"DELETE /v1/documents/none HTTP/1.1\r\n" + HOST + b"Content-Length: 5\r\n\r\nhello",
}


@pytest.mark.parametrize("sent", HOSTILE.values(), ids=HOSTILE)
def test_it_is_answered_in_the_one_shape(address: str, sent: bytes) -> None:
    came = exchange(address, sent)
    assert came
    for status, headers, body in came:
        assert 400 <= status < 500, body
        assert headers["content-type"] == "application/problem+json"
        problem = msgspec.json.decode(body, type=Problem)
        assert (problem.status, problem.request_id) == (status, headers["x-request-id"])
    assert httpx.get(f"{address}/health/ready").status_code == 200


def test_headers_that_are_too_large_are_told_so(address: str) -> None:
    [(status, _, _)] = exchange(address, HOSTILE["a long header"])
    assert status == 431


def headed(size: int) -> bytes:
    """A request whose head has just so many bytes."""
    begun, end = b"GET /health/live HTTP/1.1\r\n" + HOST + b"X: ", b"\r\n\r\n"
    return begun + b"a" * (size - len(begun) - len(end)) + end


def in_pieces(address: str, sent: bytes, pieces: int) -> list[int]:
    """The statuses of what comes back for bytes that are sent with pauses."""
    place = urlsplit(address)
    assert place.hostname and place.port
    with socket.create_connection((place.hostname, place.port), timeout=2) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        step = -(-len(sent) // pieces)
        for start in range(0, len(sent), step):
            connection.sendall(sent[start : start + step])
            time.sleep(0.02)
        came = b""
        with suppress(OSError):
            while piece := connection.recv(65536):
                came += piece
                connection.settimeout(SILENCE)
    return [status for status, _, _ in answers(came)]


@pytest.mark.parametrize("pieces", [1, 8])
@pytest.mark.parametrize(("size", "status"), [(60_000, 200), (65_536, 200), (65_537, 431), (70_000, 431)])
def test_a_head_has_one_limit_whether_it_comes_whole_or_in_pieces(
    address: str, size: int, status: int, pieces: int
) -> None:
    assert in_pieces(address, headed(size), pieces) == [status]


def test_a_head_that_is_too_large_is_told_so_in_the_one_shape_and_to_head_too(address: str) -> None:
    for sent in (headed(90_000), headed(70_000).replace(b"GET", b"HEAD", 1), headed(70_000)[:-2]):
        [(status, headers, body)] = exchange(address, sent)
        assert (status, headers["connection"]) == (431, "close")
        problem = msgspec.json.decode(body, type=Problem)
        assert (problem.status, problem.request_id) == (431, headers["x-request-id"])
        assert "65,536" in problem.detail


@pytest.mark.parametrize("pieces", [1, 8])
def test_each_request_on_a_connection_has_a_head_of_its_own(address: str, pieces: int) -> None:
    assert in_pieces(address, headed(60_000) * 2 + headed(100), pieces) == [200, 200, 200]
    assert in_pieces(address, headed(60_000) + headed(70_000), pieces) == [200, 431]


@pytest.mark.parametrize("pieces", [1, 8])
def test_a_body_is_no_part_of_a_head(address: str, pieces: int) -> None:
    body = b'{"text": "a"' + b" " * 40_000 + b"}"
    sent = POST + b"Content-Length: %d\r\n\r\n" % len(body) + body
    assert in_pieces(address, sent * 2 + headed(60_000), pieces) == [200, 200, 200]


def test_a_second_request_on_a_kept_connection_works(address: str) -> None:
    with httpx.Client(base_url=address) as client:
        for _ in range(3):
            assert client.get("/health/live", headers={"X": "a" * 60_000}).status_code == 200


def test_what_is_smuggled_behind_a_request_is_answered_as_a_request_of_its_own_or_not_at_all(
    address: str,
) -> None:
    smuggled = b"GET /v1/nowhere HTTP/1.1\r\n" + HOST + b"\r\n"
    sent = POST + b"Content-Length: 13\r\n\r\n" + BODY + smuggled
    assert [status for status, _, _ in exchange(address, sent)] == [200, 404]


def test_a_body_that_never_comes_holds_up_nobody(address: str) -> None:
    place = urlsplit(address)
    assert place.hostname and place.port
    with socket.create_connection((place.hostname, place.port), timeout=2) as connection:
        connection.sendall(POST + b"Content-Length: 1000\r\n\r\n" + BODY)
        assert httpx.get(f"{address}/health/ready").status_code == 200
    assert httpx.get(f"{address}/health/ready").status_code == 200


@pytest.mark.parametrize("half", [b"G", b"GET / HT", POST, POST + b"Content-Length: 9\r\n\r\n{"])
def test_a_caller_that_goes_away_half_way_does_no_harm(address: str, half: bytes) -> None:
    place = urlsplit(address)
    assert place.hostname and place.port
    with socket.create_connection((place.hostname, place.port), timeout=2) as connection:
        connection.sendall(half)
    assert httpx.get(f"{address}/health/ready").status_code == 200


@pytest.mark.parametrize("begun", [b"", b"G", b"GET / HTTP/1.1\r\n" + HOST + b"X: a\r\n"])
def test_a_head_that_does_not_come_is_told_so_and_waited_for_no_longer(
    address: str, begun: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.5)
    [(status, headers, body)] = exchange(address, begun)
    assert (status, headers["connection"]) == (408, "close")
    assert msgspec.json.decode(body, type=Problem).status == 408


def test_a_head_that_trickles_in_is_waited_for_no_longer_either(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.5)
    place = urlsplit(address)
    assert place.hostname and place.port
    with socket.create_connection((place.hostname, place.port), timeout=2) as connection:
        connection.sendall(b"GET /health/live HTTP/1.1\r\n" + HOST + b"\r\n")
        answer = b""
        while not answer.endswith(b"}"):  # its head and its body may come apart
            answer += connection.recv(65536)
        assert answer.startswith(b"HTTP/1.1 200")
        begun = time.monotonic()
        with suppress(OSError):
            for _ in range(20):
                connection.sendall(b"G")
                time.sleep(0.1)
        assert connection.recv(65536).startswith(b"HTTP/1.1 408")
    assert time.monotonic() - begun < 5


def test_a_body_may_take_longer_than_a_head(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.3)
    place = urlsplit(address)
    assert place.hostname and place.port
    with socket.create_connection((place.hostname, place.port), timeout=5) as connection:
        connection.sendall(POST + b"Content-Length: %d\r\n\r\n" % len(BODY))
        for byte in BODY:
            connection.sendall(bytes([byte]))
            time.sleep(0.05)
        assert connection.recv(65536).startswith(b"HTTP/1.1 200")


def test_a_target_may_name_its_host(address: str) -> None:
    for target in (
        b"http://localhost/v1/claims?limit=1",
        b"HTTP://127.0.0.1:80/v1/claims?limit=1",
        b"http://localhost",
    ):
        ((status, _, _),) = exchange(
            address, b"GET " + target + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        )
        assert status == 200
    evil = b"GET http://evil.example/v1/claims HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"
    assert [status for status, _, _ in exchange(address, evil)] == [421]


def test_options_may_be_asked_of_the_whole_service(address: str) -> None:
    ((status, headers, _),) = exchange(
        address, b"OPTIONS * HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"
    )
    assert status == 204
    assert {"GET", "HEAD", "POST"} <= set(headers["allow"].split(", "))
    assert headers["x-request-id"]
    ((status, _, _),) = exchange(address, b"GET * HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n")
    assert status == 404
