"""What the routes say of themselves beyond what their signatures tell, read when the API is described."""

from __future__ import annotations

from typing import Any, cast

import msgspec
from litestar import Response

_NAME = "operation"


class Traits(msgspec.Struct, frozen=True, kw_only=True):
    """What an operation takes and may answer, for its description."""

    query: type[msgspec.Struct] | None = None
    parses: bool = False
    known: bool = False
    """Answers 200 where what was submitted is there already."""


def traits(**said: Any) -> dict[str, Any]:
    """Write traits as a handler's ``opt``."""
    return {_NAME: Traits(**said)}


def of(opt: dict[str, Any]) -> Traits:
    """Read the traits of a handler."""
    return cast(Traits, opt.get(_NAME, Traits()))


def encoded(body: bytes, status: int = 200, **headers: str) -> Response[Any]:
    """Answer with JSON that is encoded already: in a thread, so that the event loop need not."""
    return Response(body, status_code=status, media_type="application/json", headers=headers)
