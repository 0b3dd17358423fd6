"""Live says that the process answers; ready, that it can do its work."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from service.app import create_app
from service.backend import Backend
from service.settings import Settings
from tests.service.callers import Client, calling
from tests.service.stub import StubEngine


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Client]:
    """An app for one test, which may break it."""
    settings = Settings(database=tmp_path / "claims.db", parsers=1, queue=0)
    with calling(create_app(settings, StubEngine)) as client:
        yield client


def backend(client: Client) -> Backend:
    found: Backend = client.app.state.backend
    return found


def test_it_is_live_and_ready_when_it_has_started(client: Client) -> None:
    for probe in ("live", "ready"):
        response = client.get(f"/health/{probe}")
        assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_it_is_not_ready_while_it_stops(own: Client) -> None:
    backend(own).stop()
    response = own.get("/health/ready")
    assert (response.status_code, response.json()["detail"]) == (503, "The service stops.")
    assert response.headers["retry-after"]
    assert own.get("/health/live").status_code == 200


def test_it_is_not_ready_while_parsers_are_lost_and_then_it_is(own: Client) -> None:
    (pid,) = (process.pid for process in backend(own)._parsing._pool._processes.values())
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 20
    while own.get("/health/ready").status_code == 200:
        assert time.monotonic() < deadline
    while own.get("/health/ready").status_code == 503:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert own.post("/v1/parse", json={"text": "Mary Lee said that it was over."}).status_code == 200


def test_it_is_not_ready_with_a_schema_of_another_version(own: Client, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "claims.db")) as connection:
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'totals_of_documents'")
        connection.commit()
    assert own.get("/health/ready").json()["detail"] == "The store does not answer."


def test_parsers_that_are_all_at_work_are_ready(own: Client) -> None:
    with ThreadPoolExecutor(1) as thread:
        slow = thread.submit(own.post, "/v1/parse", json={"text": "SLEEP 2"})
        while not backend(own)._parsing._taken:
            assert not slow.done()
        assert own.post("/v1/parse", json={"text": "Short."}).status_code == 503
        assert own.get("/health/ready").status_code == 200
        assert not slow.done()
        assert slow.result().status_code == 200
