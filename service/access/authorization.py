"""Who may do what: API keys with scopes, and the trust in who sits at the machine itself (docs/access.md)."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import ip_address
from typing import Any

import msgspec
from litestar.connection import ASGIConnection
from litestar.handlers.base import BaseRouteHandler

from service.access.keys import Key, Scope
from service.conventions import operations
from service.conventions.operations import Access
from service.problems import ProblemError
from service.requests import media_types
from service.settings import Settings, Shown


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """Who makes a request.

    ``local``: from the machine itself to an address that only it can reach, through no proxy that says so.
    ``trusted``: local, without a key and while nobody has ever made one, which allows everything.
    ``unknown``: an Authorization header came, but no valid key in it, which makes nobody trusted.
    """

    address: str
    key: Key | None = None
    local: bool = False
    trusted: bool = False
    unknown: bool = False

    @property
    def id(self) -> str:
        """What stands for the caller in counts and logs: never the key itself."""
        return f"key:{self.key.id}" if self.key else self.address


NEEDED = {
    Access.READ: Scope.READ,
    Access.KEYED: Scope.READ,
    Access.WRITE: Scope.WRITE,
    Access.ADMIN: Scope.ADMIN,
}
_CHALLENGE = 'Bearer realm="claims"'
_BROUGHT = "`Authorization: Bearer claims_...`"
_STATE = "caller"


def set_caller(scope: Any, caller: Caller) -> None:
    """Note who makes a request."""
    scope["state"][_STATE] = caller


def caller_of(scope: Any) -> Caller:
    """Tell who makes a request; before anybody has found out, that is nobody."""
    found = scope.get("state", {}).get(_STATE)
    return found if isinstance(found, Caller) else Caller(address="")


def shown_to(caller: Caller, settings: Settings) -> Shown:
    """How much of the articles' text this caller is given."""
    return settings.text_with_key if caller.key or caller.local else settings.text_without_key


async def admit(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Let a request through to its operation: a guard. Raises 401, 403 and 406."""
    # OPTIONS has a handler of Litestar's own.
    if connection.scope["method"] == "OPTIONS":  # type: ignore[typeddict-item] # guards are for HTTP here
        return
    traits = operations.of(dict(handler.opt))
    public = connection.app.state.backend.settings.public_reads
    check(caller_of(connection.scope), access(traits, str(connection.scope["method"])), public_reads=public)  # type: ignore[typeddict-item] # as above
    media_types.check(connection.headers.getall("accept", []), media_types.offered(handler, traits))


def access(traits: operations.Traits, method: str) -> Access:
    """What an operation asks for: what it says, else reading for GET and HEAD, and writing for the rest."""
    return traits.access or (Access.READ if method in {"GET", "HEAD"} else Access.WRITE)


def check(caller: Caller, wanted: Access, *, public_reads: bool) -> None:
    """Raise 401 for who needs a key and has no valid one, 403 for a key that does not allow it."""
    if wanted is Access.OPEN:
        return
    if caller.unknown:
        raise _unauthorized(
            f"The key is not valid: unknown, expired or revoked, or not brought as {_BROUGHT}.",
            ', error="invalid_token"',
        )
    needed = NEEDED[wanted]
    if caller.key:
        if not caller.key.allows(needed):
            raise ProblemError(
                403,
                f"The key does not have the scope `{needed}`.",
                headers={"WWW-Authenticate": f'{_CHALLENGE}, error="insufficient_scope", scope="{needed}"'},
            )
        return
    if (
        caller.trusted
        or (wanted is Access.KEYED and caller.local)
        or (wanted is Access.READ and public_reads)
    ):
        return
    raise _unauthorized(f"This needs a key: {_BROUGHT}.")


@lru_cache(maxsize=4096)
def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach an address."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def openness(host: str, *, has_keys: bool) -> str:
    """Say what it means that there is no key, to whoever starts the service; nothing where there is one."""
    if has_keys:
        return ""
    if is_loopback(host):
        return "; NO KEY has been made: whoever is on this machine may read and write everything"
    return "; NO KEY has been made: NOBODY may write, `claims keys add` makes one"


def _unauthorized(detail: str, error: str = "") -> ProblemError:
    return ProblemError(401, detail, headers={"WWW-Authenticate": _CHALLENGE + error})
