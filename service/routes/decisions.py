"""Decisions on who is who: actors merged and split, names pinned, and all of it undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec
from litestar import Response, get, post
from litestar.params import JSONBody

from service.backend import Backend
from service.conventions.operations import Access, encoded, traits
from service.problems import conflict, not_found
from service.requests.corrections import Decision, Merge, Pin, Split, Undoing
from service.responses.links import following
from service.routes.parameters import Asking, Id, Served
from service.routes.queries.corrections import DecisionQuery
from service.routes.queries.decoding import decode
from service.routes.queries.values import only
from service.store import EditingError, Page

_TAGS = ["decisions"]
_MADE = "The decision; `Location` says where."
Wanted = TypeVar("Wanted", Merge, Split, Pin)


@post(
    "/decisions/merges",
    operation_id="merge_actors",
    tags=_TAGS,
    summary="Merge two actors",
    description="All that goes to the one goes to the other, in stored documents and in those to come.",
    response_description=_MADE,
    opt=traits(conflicts=True, access=Access.ADMIN),
    status_code=201,
)
async def merge_actors(data: JSONBody[Merge], backend: Served) -> Response[Decision]:
    """Make two actors one."""
    return await _decided(backend, backend.store.decisions.merge, data)


@post(
    "/decisions/splits",
    operation_id="split_actor",
    tags=_TAGS,
    summary="Split an actor",
    description="Claims, documents or names of one actor go to another, new or known. At least one of "
    "`claims`, `documents` and `names` must say what goes.",
    response_description=_MADE,
    opt=traits(conflicts=True, access=Access.ADMIN),
    status_code=201,
)
async def split_actor(data: JSONBody[Split], backend: Served) -> Response[Decision]:
    """Make one actor two."""
    return await _decided(backend, backend.store.decisions.split, data)


@post(
    "/decisions/pins",
    operation_id="pin_name",
    tags=_TAGS,
    summary="Pin a name to an actor",
    description="Where a source or a name in a content is written in these words, it is this actor.",
    response_description=_MADE,
    opt=traits(conflicts=True, access=Access.ADMIN),
    status_code=201,
)
async def pin_name(data: JSONBody[Pin], backend: Served) -> Response[Decision]:
    """Let a name always mean one actor."""
    return await _decided(backend, backend.store.decisions.pin, data)


@post(
    "/decisions/{id:str}/undo",
    operation_id="undo_decision",
    tags=_TAGS,
    summary="Undo a decision",
    description="Its effect goes; it stays on record with who undid it. One that is undone stays so.",
    response_description="The decision, undone.",
    opt=traits(access=Access.ADMIN),
    status_code=200,
)
async def undo_decision(id: Id, data: JSONBody[Undoing], backend: Served) -> Response[Decision]:
    """Take a decision back."""
    decision = await backend.write(backend.store.decisions.undo, id, data)
    if decision is None:
        raise not_found("decision")
    return encoded(msgspec.json.encode(decision))


@get(
    "/decisions",
    operation_id="list_decisions",
    tags=_TAGS,
    summary="List decisions",
    description="Newest first, those undone among them.",
    response_description="A page of decisions.",
    opt=traits(query=DecisionQuery),
)
async def list_decisions(request: Asking, backend: Served) -> Response[Page[Decision]]:
    """Give a page of decisions."""
    asked = decode(request, DecisionQuery)
    page = await backend.read(backend.store.decisions.page, only(asked.undone), asked.cursor, asked.limit)
    return encoded(msgspec.json.encode(page), 200, **following(request, page.next))


@get(
    "/decisions/{id:str}",
    operation_id="get_decision",
    tags=_TAGS,
    summary="Get a decision",
    description="What was decided, by whom, when and why, and whether it was undone.",
    response_description="The decision.",
)
async def get_decision(id: Id, backend: Served) -> Response[Decision]:
    """Give one decision."""
    decision = await backend.read(backend.store.decisions.one, id)
    if decision is None:
        raise not_found("decision")
    return encoded(msgspec.json.encode(decision))


async def _decided(
    backend: Backend, decide: Callable[[Wanted], Decision], wanted: Wanted
) -> Response[Decision]:
    try:
        decision = await backend.write(decide, wanted)
    except EditingError as error:
        raise conflict(str(error)) from error
    return encoded(msgspec.json.encode(decision), 201, Location=f"/v1/decisions/{decision.id}")


HANDLERS = [merge_actors, split_actor, pin_name, undo_decision, list_decisions, get_decision]
