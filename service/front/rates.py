"""How often somebody may ask, with the headers of draft-ietf-httpapi-ratelimit-headers-10."""

from __future__ import annotations

from collections import OrderedDict
from math import ceil
from time import monotonic

from service.access.authorization import Caller, caller_of
from service.conventions.asgi import App, Message, Receive, Scope, Send
from service.problems import ProblemError
from service.settings import Settings

DEFAULT = 600
_MOST_CALLERS = 100_000
_FREE = frozenset({"/health/live", "/health/ready"})


class Rates:
    """Counts the requests of each key, or of each address without a valid one; one too many is 429.

    A caller's window begins with its first request and has a fixed length. Counts are kept in this process:
    several workers count each for itself. At most 100,000 callers are remembered, the first forgotten first.
    Without ``rate_limit`` set, callers on the machine itself are not counted; probes never are.
    """

    def __init__(self, app: App, settings: Settings) -> None:
        self._app = app
        self._limit = DEFAULT if settings.rate_limit is None else settings.rate_limit
        self._counts_local = settings.rate_limit is not None
        self._seconds = settings.rate_seconds
        self._policy = (b"ratelimit-policy", f'"default";q={self._limit};w={self._seconds}'.encode())
        self._windows: OrderedDict[str, tuple[float, int]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a request and pass it on, or refuse it."""
        # A page that may not ask whether it may ask is told nothing of limits: the browser hides the 429.
        if not self._limit or scope["path"] in _FREE or scope["method"] == "OPTIONS":
            await self._app(scope, receive, send)
            return
        caller = caller_of(scope)
        if caller.local and not self._counts_local:
            await self._app(scope, receive, send)
            return
        count, left = self._count(caller)
        state = f'"default";r={max(0, self._limit - count)};t={left}'
        if count > self._limit:
            raise ProblemError(
                429,
                f"At most {self._limit} requests in {self._seconds} seconds.",
                headers={
                    "RateLimit-Policy": self._policy[1].decode(),
                    "RateLimit": state,
                    "Retry-After": str(left),
                },
            )

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], self._policy, (b"ratelimit", state.encode())]
            await send(message)

        await self._app(scope, receive, told)

    def _count(self, caller: Caller) -> tuple[int, int]:
        """Count one more request; gives how many it makes, and the seconds until they are forgotten."""
        now = monotonic()
        end, count = self._windows.get(caller.id, (0.0, 0))
        if end <= now:
            end, count = now + self._seconds, 0
            self._windows.pop(caller.id, None)
            if len(self._windows) >= _MOST_CALLERS:
                self._windows.popitem(last=False)
        self._windows[caller.id] = (end, count + 1)
        return count + 1, max(1, ceil(end - now))
