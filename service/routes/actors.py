"""Actors: who speaks and who is spoken about."""

from __future__ import annotations

import msgspec
from litestar import Response, get

from service.conventions.operations import encoded, traits
from service.problems import not_found
from service.responses.links import following
from service.routes.parameters import Asking, Id, Served
from service.routes.queries.actors import ActorQuery
from service.routes.queries.decoding import decode
from service.store import ActorCount, ActorProfile, Found


@get(
    "/actors",
    operation_id="list_actors",
    tags=["actors"],
    summary="List or search actors",
    description="Those with most claims first; found by each name by which they go (`q`), and by what "
    "documents call them beside it (`role`). Their ids serve as `actor` and `about` of `/v1/claims`. Where "
    "`q` alone finds nobody, `unknown` tells those like it.",
    response_description="A page of actors.",
    opt=traits(query=ActorQuery),
)
async def list_actors(request: Asking, backend: Served) -> Response[Found[ActorCount]]:
    """Give a page of actors."""
    asked = decode(request, ActorQuery)
    page = await backend.read(
        backend.store.actors, asked.q, asked.cursor, asked.limit, asked.kind, asked.role
    )
    return encoded(msgspec.json.encode(page), 200, **following(request, page.next))


@get(
    "/actors/{id:str}",
    operation_id="get_actor",
    tags=["actors"],
    summary="Get an actor",
    description="Names, roles and affiliations with the documents and dates that they come from, what the "
    "actor does by speaking, topics, and who stands for whom. The id of one merged into another gives "
    "the other.",
    response_description="The actor.",
)
async def get_actor(id: Id, backend: Served) -> Response[ActorProfile]:
    """Give one actor."""
    found = await backend.read(backend.store.actor, id)
    if found is None:
        raise not_found("actor")
    return encoded(msgspec.json.encode(found))


HANDLERS = [list_actors, get_actor]
