"""Whether the service is up, for those who watch it."""

from __future__ import annotations

from typing import Annotated

import msgspec
from litestar import Response, get
from msgspec import Meta

from service.operations import Access, encoded, traits
from service.problems import unavailable
from service.routes.parameters import Served
from service.store import StoreError


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
    description="It can if the store answers; the engine is loaded before the first request is taken.",
    response_description="It can work.",
    opt=traits(access=Access.OPEN),
)
async def ready(backend: Served) -> Response[Health]:
    """Ask the store for a sign of life."""
    try:
        await backend.read(backend.store.check)
    except StoreError as error:
        raise unavailable("The store does not answer.", 5) from error
    return encoded(_OK)


HANDLERS = [live, ready]
