from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from service.app import create_app
from service.settings import Settings
from service.store import Store
from tests.service.callers import calling
from tests.service.stub import StubEngine


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a new file."""
    with Store.open(tmp_path / "claims.db") as opened:
        yield opened


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """One worker, room for two texts to wait, and three seconds a text."""
    database = tmp_path_factory.mktemp("api") / "claims.db"
    return Settings(
        database=database, parsers=1, queue=2, parse_seconds=3, text_bytes=10_000, body_bytes=50_000
    )


@pytest.fixture(scope="session")
def running(settings: Settings) -> Iterator[TestClient[Litestar]]:
    """The app with the stub for its engine, started once for all tests."""
    with calling(create_app(settings, StubEngine)) as client:
        yield client


@pytest.fixture
def client(running: TestClient[Litestar]) -> TestClient[Litestar]:
    """The running app with an empty store."""
    while documents := running.get("/v1/documents").json()["items"]:
        for document in documents:
            running.delete(f"/v1/documents/{document['id']}")
    return running
