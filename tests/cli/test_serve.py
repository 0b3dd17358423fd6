from __future__ import annotations

import signal
import socket
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import DENIED, Call, line, lines, served, start


def test_it_makes_the_database_answers_and_stops_cleanly(database: Path) -> None:
    with served(database) as (process, address):
        assert database.exists()
        assert httpx.get(f"{address}/health/ready").status_code == 200
        assert httpx.get(f"{address}/v1/claims").json() == {"items": [], "next": None, "documents": {}}
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
        assert process.stderr and process.stdout
        told = [event.get("path", event["event"]) for event in lines(process.stderr.read())]
        assert told == ["/v1/claims", "stopping", "stopped"]
        assert process.stdout.read() == b""


def test_it_says_whether_the_database_is_new(database: Path) -> None:
    for new in (True, False):
        with start("serve", "--port", "0", "--database", database) as process:
            assert process.stderr
            assert ("new and empty" in process.stderr.readline().decode()) is new
            process.terminate()
            process.wait(30)


def test_it_serves_what_the_command_line_stored(claims: Call, database: Path) -> None:
    claims("ingest", "--database", database, input=line(text=DENIED))
    with served(database) as (process, address):
        (item,) = httpx.get(f"{address}/v1/claims", params={"actor": "Bo Carver"}).json()["items"]
        assert item["act"] == "deny"
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0


def test_a_port_in_use_is_told_in_a_line(claims: Call, database: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = claims("serve", "--port", str(taken.getsockname()[1]), "--database", database)
    assert result.exit_code == 1
    assert "cannot listen on 127.0.0.1" in result.stderr


@pytest.mark.parametrize("name", ["deep/er/claims.db"])
def test_folders_that_are_missing_are_made(tmp_path: Path, name: str) -> None:
    with served(tmp_path / name):
        assert (tmp_path / name).exists()
