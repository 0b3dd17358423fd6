"""A bare ASGI app that answers every request with one page: what is left without the service around it."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import msgspec

from service.store import Filters, Store

_STORE = Store.open(Path(os.environ["BARE_DATABASE"]))
_FILTERS = Filters(actor=(os.environ["BARE_ACTOR"],))
_HEADERS = [(b"content-type", b"application/json")]


async def app(
    scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Awaitable[None]]
) -> None:
    """Answer with the newest 50 claims of the actor, asked for in the event loop itself."""
    if scope["type"] != "http":
        return
    body = msgspec.json.encode(_STORE.claims_raw(_FILTERS))
    length = (b"content-length", str(len(body)).encode())
    await send({"type": "http.response.start", "status": 200, "headers": [*_HEADERS, length]})
    await send({"type": "http.response.body", "body": body})
