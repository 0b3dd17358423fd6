"""Every request seen from outside: one line in the log, and its share in the metrics."""

from __future__ import annotations

from time import perf_counter

import structlog

from service.access.authorization import caller_of
from service.conventions.asgi import App, Message, Receive, Scope, Send
from service.conventions.request_ids import request_id
from service.telemetry import metrics

UNMATCHED = "unmatched"
GONE = 499
"""What the log and the metrics say where the client went away before it was answered (nginx's number)."""

_QUIET = ("/health/", "/metrics")
_log = structlog.get_logger("service.requests")


class Observation:
    """Counts and logs requests: method, path template, status, seconds, who called; nothing that they said.

    Paths are told by their templates and without query strings, callers by the id of their key or their
    address. A request for no path that there is has the path "unmatched".
    """

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and tell of it once it is answered."""
        start = perf_counter()
        status = GONE

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        structlog.contextvars.bind_contextvars(request_id=request_id(scope))
        metrics.started()
        try:
            await self._app(scope, receive, noted)
        finally:
            seconds = perf_counter() - start
            method, path = scope["method"], scope.get("path_template") or UNMATCHED
            metrics.ended(method, path, status, seconds)
            # Where nobody has set up the log, as in an app within another, nothing is said.
            if structlog.is_configured():
                say = _log.debug if path.startswith(_QUIET) else _log.info
                caller = caller_of(scope).id or None
                say(
                    "request",
                    method=method,
                    path=path,
                    status=status,
                    seconds=round(seconds, 6),
                    caller=caller,
                )
