"""Callers of the app in tests, who come from where they say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from litestar import Litestar
from litestar.testing import TestClient

from service.app import create_app
from service.settings import Settings
from tests.service.stub import StubEngine

Client = TestClient[Litestar]

LOCAL = "127.0.0.1"
STRANGER = "203.0.113.7"


def stubbed(folder: Path, **given: Any) -> Litestar:
    """The app with the stub for its engine and a store in this folder; ``given`` are further settings."""
    return create_app(Settings(database=folder / "claims.db", parsers=1, **given), StubEngine)


def calling(app: Litestar, address: str = LOCAL, **options: Any) -> TestClient[Litestar]:
    """A client that calls from an address: from the machine itself unless another is said."""
    inner: Any = app.asgi_handler

    async def from_there(scope: Any, receive: Any, send: Any) -> None:
        scope["client"] = (_given(scope) or address, 50_000)
        await inner(scope, receive, send)

    app.asgi_handler = from_there
    options = {"raise_server_exceptions": False} | options
    return TestClient(app, base_url=f"http://{LOCAL}:8000", **options)


def _given(scope: Any) -> str | None:
    """The address that a test gives for one request."""
    return next((value.decode() for name, value in scope["headers"] if name == b"x-test-address"), None)
