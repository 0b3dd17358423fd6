"""Who calls: found out once for each request, before anything is counted or done."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import ip_address, ip_network
from typing import Any

from service.access.authorization import Caller, is_loopback, set_caller
from service.backend import Backend
from service.conventions.asgi import App, Receive, Scope, Send
from service.front.keyring import Keyring
from service.settings import Settings

_FORWARDING = (b"forwarded", b"x-forwarded", b"via", b"x-real-ip", b"client-ip", b"true-client-ip", b"cf-")
_IPV6_NETWORK = 64


class Callers:
    """Notes who makes a request: the key it brings, the address it comes from, whether it is local."""

    def __init__(self, app: App, settings: Settings) -> None:
        self._app = app
        self._bound_to_loopback = is_loopback(settings.host)
        self._origins = settings.cors_origins
        self._keyring = Keyring()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Find out, note it, and pass the request on."""
        set_caller(scope, await self._caller(scope))
        await self._app(scope, receive, send)

    async def _caller(self, scope: Any) -> Caller:
        client = scope.get("client")
        address = client[0] if client else ""
        backend: Backend = scope["litestar_app"].state.backend
        given = [value for name, value in scope["headers"] if name == b"authorization"]
        local = (
            self._bound_to_loopback and is_loopback(address) and not _is_from_elsewhere(scope, self._origins)
        )
        if given:
            key = await self._keyring.find(backend, given[0]) if len(given) == 1 else None
            return Caller(address=network(address), key=key, local=local, unknown=key is None)
        trusted = local and not await self._keyring.is_in_use(backend)
        return Caller(address=network(address), local=local, trusted=trusted)


@lru_cache(maxsize=4096)
def network(address: str) -> str:
    """The address that stands for a caller: for IPv6 its /64, since one household has 2^64 addresses."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((found, _IPV6_NETWORK), strict=False)) if found.version == 6 else address


def _is_from_elsewhere(scope: Any, origins: tuple[str, ...]) -> bool:
    """Tell whether a proxy passed it on, or a page of another site made the browser send it."""
    headers = scope["headers"]
    if any(name.startswith(_FORWARDING) for name, _ in headers):
        return True
    origin = next((value.decode("latin-1") for name, value in headers if name == b"origin"), None)
    host = next((value.decode("latin-1") for name, value in headers if name == b"host"), "")
    return origin is not None and origin not in origins and origin.partition("://")[2] != host
