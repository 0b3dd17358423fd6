"""The outermost wall: every answer has its id and its safety headers, every error the one shape."""

from __future__ import annotations

from typing import Any, cast

from litestar import Request
from litestar.exceptions import HTTPException

from service.conventions import request_ids
from service.conventions.asgi import App, Message, Receive, Scope, Send
from service.problems import on_exception, on_http_exception

_ALWAYS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
]
# JSON is no page: where a browser is made to show it as one, it may do nothing at all.
_POLICY = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; sandbox")


class Boundary:
    """Answers what the parts within raise before they answer; what comes later ends the connection."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and see to its answer."""
        request_id = request_ids.request_id(scope).encode("ascii")
        started = False

        async def guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = list(message["headers"])
                names = {name for name, _ in headers}
                headers += [header for header in (*_ALWAYS, _POLICY) if header[0] not in names]
                if request_ids.HEADER not in names:
                    headers.append((request_ids.HEADER, request_id))
                message["headers"] = headers
            await send(message)

        try:
            await self._app(scope, receive, guarded)
        except Exception as error:
            if started:
                raise
            request: Request[Any, Any, Any] = Request(scope, receive, send)
            response = (
                on_http_exception(request, error)
                if isinstance(error, HTTPException)
                else on_exception(request, error)
            )
            answer = cast(App, response.to_asgi_response(app=None, request=request))
            await answer(scope, receive, guarded)
