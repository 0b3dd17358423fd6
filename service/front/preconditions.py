"""What a caller makes a deletion depend on: `If-Match` (RFC 9110, section 13.1.1)."""

from __future__ import annotations

from typing import Any

from service.front.asgi import App, Message, Receive, Scope, Send
from service.problems import ProblemError
from service.responses.tags import names

_NO_REPRESENTATION = {401, 403, 404, 405}
_NEGOTIATING = {b"accept", b"accept-encoding", b"if-match", b"if-none-match"}


class Preconditions:
    """Lets a DELETE with `If-Match` through only where it names what GET gives now; else 412.

    The tag is that of GET for the same caller, of its compressed form too. Between the comparison and the
    deletion another request may change what is stored. Where GET is refused, so is the deletion, by itself.
    PATCH looks at its condition in the moment of the change (``service.routes.amendments``).
    """

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check the condition, if there is one, then pass the request on."""
        if scope["method"] == "DELETE":
            given = b",".join(value for name, value in scope["headers"] if name == b"if-match")
            if given and not await self._holds(given, scope):
                raise ProblemError(412, "It is not, or no longer, what `If-Match` names.")
        await self._app(scope, receive, send)

    async def _holds(self, given: bytes, scope: Scope) -> bool:
        status, tag = await self._asked(scope)
        if status in _NO_REPRESENTATION:
            return True
        return status == 200 and names(given, tag)

    async def _asked(self, scope: Scope) -> tuple[int, bytes | None]:
        """The status and the tag of GET."""
        start: Any = {}

        async def nothing() -> Any:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)

        headers = [header for header in scope["headers"] if header[0] not in _NEGOTIATING]
        asking = {**scope, "method": "GET", "headers": headers, "state": {**scope["state"]}}
        try:
            await self._app(asking, nothing, noted)
        except ProblemError as error:
            return error.status_code, None
        return start["status"], dict(start["headers"]).get(b"etag")
