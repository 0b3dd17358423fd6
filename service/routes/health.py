"""Whether the service is up, for those who watch it."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar import Response, get
from msgspec import Meta

from service.conventions.operations import Access, encoded, traits
from service.routes.parameters import Served


class Health(msgspec.Struct, frozen=True):
    """All is well."""

    status: Annotated[str, Meta(examples=["ok"])]


_OK = msgspec.json.encode(Health("ok"))


@get(
    "/health/live",
    operation_id="live",
    tags=["health"],
    summary="Tell whether the service runs",
    description="Answers at once, whatever else is going on.",
    response_description="It runs.",
    opt=traits(access=Access.OPEN),
)
async def live() -> Response[Health]:
    """Answer at once, whatever else is going on."""
    return encoded(_OK)


@get(
    "/health/ready",
    operation_id="ready",
    tags=["health"],
    summary="Tell whether the service can work",
    description="It can if the store answers and is of this version, and the parsers live. Once the service "
    "is told to stop it cannot, though it still answers what it has begun.",
    response_description="It can work.",
    opt=traits(access=Access.OPEN),
)
async def ready(backend: Served) -> Response[Health]:
    """Look at the store, the parsers, and whether the service stops."""
    await backend.check()
    return encoded(_OK)


HANDLERS = [live, ready]
