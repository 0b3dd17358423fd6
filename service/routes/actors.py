"""Actors: who speaks and who is spoken about."""

from __future__ import annotations

import msgspec
from litestar import Response, get

from service.links import following
from service.operations import encoded, traits
from service.queries import Searching, decode
from service.routes.parameters import Asking, Served
from service.store import ActorCount, Page


@get(
    "/actors",
    operation_id="list_actors",
    tags=["actors"],
    summary="List or search actors",
    description="Those with most claims first. Their ids serve as `actor` and `about` of `/v1/claims`.",
    response_description="A page of actors.",
    opt=traits(query=Searching),
)
async def list_actors(request: Asking, backend: Served) -> Response[Page[ActorCount]]:
    """Give a page of actors."""
    asked = decode(request, Searching)
    page = await backend.read(backend.store.actors, asked.q, asked.cursor, asked.limit)
    return encoded(msgspec.json.encode(page), 200, **following(request, page.next))


HANDLERS = [list_actors]
