"""The server as those see it who run it: its log, its workers, and how it stops."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.cli.conftest import SAID, lines, served

ROOT = Path(__file__).parents[2]
LONG = " ".join(f"Ann Lee said on Monday that {number} bridges would close." for number in range(8_000))
DRAINING = """
import socket, sys
from pathlib import Path
from service.serving import server
from service.settings import Settings

if __name__ == "__main__":
    listening = socket.create_server(("127.0.0.1", 0))
    settings = Settings(database=Path(sys.argv[1]), drain_seconds=60, parsers=1)
    port = listening.getsockname()[1]
    server.run(settings, listening, lambda: print(port, flush=True))
"""


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What is logged of some requests, as JSON since nobody looks on at a terminal."""
    with served(tmp_path_factory.mktemp("log") / "claims.db") as (process, address):
        with httpx.Client(base_url=address) as client:
            client.get("/v1/claims?q=hidden-words", headers={"X-Request-ID": "from-the-caller"})
            client.post("/v1/documents", json={"text": SAID})
            client.get("/v1/documents/hidden-id", headers={"X-Request-ID": "a b\x7f"})
            client.get("/hidden/path?token=hidden-token")
            client.get("/openapi.json", headers={"Authorization": "Bearer hidden-key"})
            client.post("/v1/documents", json={}, headers={"Authorization": "Bearer hidden-key"})
            client.get("/health/live")
            client.get("/metrics")
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
        assert process.stderr
        return lines(process.stderr.read())


def requests(log: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [event for event in log if event["event"] == "request"]


def test_the_log_ends_with_the_end(log: list[dict[str, Any]]) -> None:
    assert [event["event"] for event in log[-2:]] == ["stopping", "stopped"]
    assert {event["event"] for event in log[:-2]} == {"request"}


def test_each_request_is_an_event_with_its_template_status_and_time(log: list[dict[str, Any]]) -> None:
    assert [(event["method"], event["path"], event["status"]) for event in requests(log)] == [
        ("GET", "/v1/claims", 200),
        ("POST", "/v1/documents", 201),
        ("GET", "/v1/documents/{id}", 404),
        ("GET", "unmatched", 404),
        ("GET", "/openapi.json", 200),
        ("POST", "/v1/documents", 401),
    ]
    for event in requests(log):
        assert list(event)[:3] == ["timestamp", "level", "event"]
        assert (event["level"], event["event"]) == ("info", "request")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", event["timestamp"])
        assert 0 < event["seconds"] < 30
        assert event["caller"] == "127.0.0.1"


def test_the_caller_s_request_id_is_kept_where_it_is_harmless(log: list[dict[str, Any]]) -> None:
    assert log[0]["request_id"] == "from-the-caller"
    assert all(re.fullmatch("[0-9a-f]{32}", event["request_id"]) for event in requests(log)[1:])


def test_nothing_secret_is_logged(log: list[dict[str, Any]]) -> None:
    assert "hidden" not in str(log)


def test_a_log_that_nobody_reads_holds_up_no_answer(tmp_path: Path) -> None:
    with served(tmp_path / "claims.db") as (process, address), httpx.Client(base_url=address) as client:
        for _ in range(700):  # a pipe holds some 400 such lines
            assert client.get("/v1/topics", timeout=5).status_code == 200
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    with served(tmp_path_factory.mktemp("workers") / "claims.db", "--workers", "2") as running:
        yield running
        process, _ = running
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


def test_several_workers_share_an_address_and_tell_of_all_that_was_asked(
    workers: tuple[subprocess.Popen[bytes], str],
) -> None:
    _, address = workers
    assert httpx.post(f"{address}/v1/documents", json={"text": SAID}).status_code == 201
    for _ in range(40):
        # A new connection each, so that both workers have a share.
        assert len(httpx.get(f"{address}/v1/claims").json()["items"]) == 1
    for _ in range(4):
        exposed = httpx.get(f"{address}/metrics").text
        assert 'claims_api_http_requests_total{method="GET",path="/v1/claims",status="200"} 40.0' in exposed
        assert "claims_api_parse_seconds_count 1.0" in exposed
        assert "claims_api_documents 1.0" in exposed
        assert "claims_api_http_requests_running 1.0" in exposed


def test_a_worker_that_is_lost_is_replaced(workers: tuple[subprocess.Popen[bytes], str]) -> None:
    process, address = workers
    before = children(process.pid)
    os.kill(before[0], signal.SIGKILL)
    deadline = time.monotonic() + 30
    while len(after := children(process.pid)) < len(before) or before[0] in after:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    while before:
        try:
            assert httpx.get(f"{address}/health/ready", timeout=10).status_code == 200
            break
        except httpx.TransportError:  # it went down with the worker
            assert time.monotonic() < deadline


def children(pid: int) -> list[int]:
    """The workers among the processes of a server: those that have started processes themselves."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,stat="], capture_output=True, text=True, check=True)
    rows = [line.split() for line in listed.stdout.splitlines()]
    alive = [(int(child), int(parent)) for child, parent, state in rows if not state.startswith("Z")]
    return [child for child, parent in alive if parent == pid and child in {parent for _, parent in alive}]


def test_a_running_request_is_finished_and_a_new_one_refused(tmp_path: Path) -> None:
    with served(tmp_path / "claims.db") as (process, address), ThreadPoolExecutor(1) as thread:
        answer = thread.submit(httpx.post, f"{address}/v1/parse", json={"text": LONG}, timeout=60)
        while "claims_api_http_requests_running 2.0" not in httpx.get(f"{address}/metrics").text:
            assert not answer.done()
        process.send_signal(signal.SIGTERM)
        refused = False
        while not refused and not answer.done():
            try:
                httpx.get(f"{address}/health/live", timeout=5)
            except httpx.TransportError:
                refused = True
        assert refused
        assert answer.result().status_code == 200
        assert process.wait(30) == 0


def test_while_it_drains_it_answers_but_is_not_ready(tmp_path: Path) -> None:
    script = tmp_path / "server.py"
    script.write_text(DRAINING)
    command = [sys.executable, str(script), str(tmp_path / "claims.db")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as run:
        assert run.stdout
        address = f"http://127.0.0.1:{int(run.stdout.readline())}"
        assert httpx.get(f"{address}/health/ready").status_code == 200
        run.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + 10
        while (ready := httpx.get(f"{address}/health/ready")).status_code == 200:
            assert time.monotonic() < deadline
        assert ready.status_code == 503
        assert ready.headers["retry-after"]
        assert httpx.get(f"{address}/health/live").status_code == 200
        assert httpx.get(f"{address}/v1/claims").status_code == 200
        run.send_signal(signal.SIGTERM)  # said twice, it means at once
        assert run.wait(30) == 0


def test_a_server_that_cannot_start_says_so(tmp_path: Path) -> None:
    script = tmp_path / "server.py"
    script.write_text(
        "import socket\nfrom pathlib import Path\nfrom service.serving import server\n"
        "from service.settings import Settings\n"
        "if __name__ == '__main__':\n"
        "    for workers in (1, 2):\n"
        "        listening = socket.create_server(('127.0.0.1', 0))\n"
        "        settings = Settings(database=Path('/nowhere/claims.db'), workers=workers)\n"
        "        try:\n"
        "            server.run(settings, listening, lambda: print('ready'))\n"
        "        except server.ServerError:\n"
        "            print('did not start')\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, str(script)], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert run.stdout.splitlines() == ["did not start"] * 2
    assert "unable to open database file" in run.stderr
