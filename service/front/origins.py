"""Cross-origin requests from browsers (CORS, Fetch standard): unreadable unless a setting allows them."""

from __future__ import annotations

from service.conventions.asgi import App, Message, Receive, Scope, Send
from service.settings import Settings

_METHODS = b"GET, HEAD, POST, PUT, PATCH, DELETE"
_SENT = b"Authorization, Content-Type, Content-Encoding, If-None-Match, If-Match, X-Request-Id"
_READ = (
    b"Content-Disposition, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate, "
    b"X-Request-Id"
)
_REMEMBERED = b"600"


class Origins:
    """Tells browsers which other sites' pages may read the answers. Keys go in a header, never in cookies.

    An origin that is not allowed gets the answer without leave to read it; nothing is refused, since only
    browsers send origins, and they keep to it.
    """

    def __init__(self, app: App, settings: Settings) -> None:
        self._app = app
        self._any = "*" in settings.cors_origins
        self._origins = {origin.encode("latin-1", "replace") for origin in settings.cors_origins}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a preflight request, or add leave to the answer."""
        if not self._origins:
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        origin = headers.get(b"origin")
        allowed = origin is not None and (self._any or origin in self._origins)
        leave = [(b"vary", b"Origin")]
        if allowed and origin is not None:
            leave += [
                (b"access-control-allow-origin", b"*" if self._any else origin),
                (b"access-control-expose-headers", _READ),
            ]

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *leave]
                if allowed and scope["method"] == "OPTIONS" and b"access-control-request-method" in headers:
                    message["headers"] += [
                        (b"access-control-allow-methods", _METHODS),
                        (b"access-control-allow-headers", _SENT),
                        (b"access-control-max-age", _REMEMBERED),
                    ]
            await send(message)

        await self._app(scope, receive, marked)
