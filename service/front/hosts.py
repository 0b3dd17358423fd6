"""The names by which the service may be called: protection against DNS rebinding."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address

from service.conventions.asgi import App, Receive, Scope, Send
from service.problems import Fault, ProblemError
from service.settings import Settings

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::\d{1,5})?")
# Probes come from whoever watches, by whatever address; they tell nothing that depends on who asks.
_FOR_ANY_HOST = frozenset({"/health/live", "/health/ready"})


class Hosts:
    """Refuses a request by a name that is not the service's: 421, or 400 where there is no proper name.

    Allowed are ``localhost``, loopback addresses, the host that is listened on, the address that the request
    came in on (another site's script can make a browser send another *name* here, but not an address), and
    what ``allowed_hosts`` says. Ports are not looked at.
    """

    def __init__(self, app: App, settings: Settings) -> None:
        self._app = app
        self._own = {"localhost", settings.host.lower()}
        self._patterns = [pattern.lower() for pattern in settings.allowed_hosts]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check the host, then pass the request on."""
        if scope["path"] not in _FOR_ANY_HOST:
            given = [value for name, value in scope["headers"] if name == b"host"]
            host = _HOST.fullmatch(given[0].decode("latin-1").lower()) if len(given) == 1 else None
            if host is None:
                detail = "There must be one Host header, a name or an address with or without a port."
                raise ProblemError(400, detail, (Fault("header", "Host", "Expected one host"),))
            server = scope.get("server")
            if not self._is_allowed(host[1].strip("[]").rstrip("."), server[0] if server else None):
                raise ProblemError(
                    421,
                    "The service is not known by this name; the setting `allowed_hosts` names those it has.",
                )
        await self._app(scope, receive, send)

    def _is_allowed(self, host: str, server: str | None) -> bool:
        if host in self._own or any(fnmatchcase(host, pattern) for pattern in self._patterns):
            return True
        address = _address(host)
        return address is not None and (address.is_loopback or address == _address(server or ""))


@lru_cache(maxsize=1024)
def _address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None
