"""Lines over a connection: answered while they come, taken while the queue is full, safe when it breaks."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator

import pytest

from service.settings import Settings
from tests.service.serving import serving

HEAD = (
    "POST /v1/{} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-ndjson\r\n"
    "Transfer-Encoding: chunked\r\n{}\r\n"
)


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A server with one process that reads and no queue before it."""
    database = tmp_path_factory.mktemp("wire") / "claims.db"
    with serving(Settings(database=database, parsers=1, queue=0)) as address:
        yield int(address.rpartition(":")[2])


def line(number: int) -> bytes:
    return json.dumps({"text": f"Mary Lee said that it is {number}."}).encode() + b"\n"


def chunk(content: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(content), content)


def until(connection: socket.socket, wanted: bytes) -> bytes:
    connection.settimeout(20)
    seen = b""
    while wanted not in seen:
        more = connection.recv(65536)
        assert more, seen
        seen += more
    return seen


@pytest.mark.parametrize(("path", "status"), [("documents", 201), ("parse", 200)])
def test_a_line_is_answered_before_the_next_one_is_sent(port: int, path: str, status: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(HEAD.format(path, "Expect: 100-continue\r\n").encode())
        until(connection, b"100 Continue")
        for number in range(3):
            connection.sendall(chunk(line(number)))
            until(connection, b'"line":%d,"status":%d' % (number + 1, status))
        connection.sendall(b"0\r\n\r\n")
        until(connection, b"0\r\n\r\n")


def test_what_was_answered_before_the_connection_broke_is_stored_and_half_a_line_is_not(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(
            HEAD.format("documents", "").encode() + chunk(line(100) + line(101) + line(102)[:-1])
        )
        until(connection, b'"line":2,"status":201')
    time.sleep(0.5)
    assert answer(port, line(100) + line(101)) == [200, 200]
    assert answer(port, line(102)) == [201]


def answer(port: int, body: bytes) -> list[int]:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(HEAD.format("documents", "").encode() + chunk(body) + b"0\r\n\r\n")
        answers = until(connection, b"\r\n0\r\n\r\n")
    return [json.loads(each)["status"] for each in answers.splitlines() if each.startswith(b'{"line"')]


def test_a_full_queue_makes_lines_wait_and_not_fail(port: int) -> None:
    assert answer(port, b"".join(map(line, range(200, 260)))) == [201] * 60
