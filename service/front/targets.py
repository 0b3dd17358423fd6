"""Request targets in every form that a server must take (RFC 9112, section 3.2)."""

from __future__ import annotations

import re

from service.conventions.asgi import App, Receive, Scope, Send

_ABSOLUTE = re.compile(r"https?://([^/?#]*)(/.*)?", re.IGNORECASE | re.DOTALL)
_METHODS = b"DELETE, GET, HEAD, OPTIONS, PATCH, POST"


class Targets:
    """Takes ``GET http://host/path`` for ``GET /path`` of that host, and answers ``OPTIONS *``."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on as if its target were a path."""
        if scope["path"] == "*" and scope["method"] == "OPTIONS":
            await send(
                {
                    "type": "http.response.start",
                    "status": 204,
                    "headers": [(b"allow", _METHODS), (b"cache-control", b"no-store")],
                }
            )
            await send({"type": "http.response.body", "body": b""})
            return
        if absolute := _ABSOLUTE.fullmatch(scope["path"]):
            host, path = absolute.groups()
            others = [header for header in scope["headers"] if header[0] != b"host"]
            scope["headers"] = [(b"host", host.encode("latin-1", "replace")), *others]
            scope["path"] = path or "/"
            scope["raw_path"] = scope["path"].encode()
        await self._app(scope, receive, send)
