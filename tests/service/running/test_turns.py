"""Whoever sends little that grows large keeps nobody else waiting, and is told what was wrong with it."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator

import httpx
import pytest

from service.settings import Settings
from tests.service.serving import serving

LARGE = gzip.compress(b" " * 300_000_000, compresslevel=6)  # a thousandth of it
HEAD = (
    "{} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Encoding: gzip\r\n"
    "Content-Type: {}\r\nContent-Length: {}\r\n\r\n"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    database = tmp_path_factory.mktemp("turns") / "claims.db"
    with serving(Settings(database=database, parsers=1)) as found:
        yield found


def answer(address: str, request: str, kind: str) -> bytes:
    with socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])), timeout=60) as connection:
        connection.sendall(HEAD.format(request, kind, len(LARGE)).encode() + LARGE)
        seen = b""
        while piece := connection.recv(65536):
            seen += piece
    return seen


@pytest.mark.parametrize("path", ["/v1/parse", "/v1/documents"])
def test_others_have_their_turns_while_a_body_is_inflated(address: str, path: str) -> None:
    sending = threading.Thread(target=answer, args=(address, f"POST {path}", "application/x-ndjson"))
    waits = []
    with httpx.Client(base_url=address, timeout=60) as client:
        client.get("/health/live")
        sending.start()
        while sending.is_alive():
            began = time.monotonic()
            client.get("/health/live")
            waits.append(time.monotonic() - began)
    assert len(waits) > 20, waits


@pytest.mark.parametrize(
    ("request_line", "kind"),
    [
        ("PATCH /v1/documents/x", "application/merge-patch+json"),
        ("POST /v1/documents", "application/json"),
        ("POST /v1/parse", "application/json"),
    ],
)
def test_a_body_that_grows_too_large_is_told_so(address: str, request_line: str, kind: str) -> None:
    assert answer(address, request_line, kind).startswith(b"HTTP/1.1 413 ")
