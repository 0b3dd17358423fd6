"""Marks: an editor confirms, rejects, annotates or reassigns a claim."""

from __future__ import annotations

import msgspec
from litestar import Response, delete, get, post
from litestar.params import JSONBody

from service.conventions.operations import encoded, traits
from service.problems import bad_request, conflict, not_found
from service.requests.corrections import FiledMark, NewMark
from service.responses.links import following
from service.routes import conditions
from service.routes.parameters import Asking, Id, Served
from service.routes.queries.corrections import MarkQuery
from service.routes.queries.decoding import decode
from service.store import ConditionError, EditingError, Page

_TAGS = ["marks"]


@post(
    "/claims/{id:str}/marks",
    operation_id="mark_claim",
    tags=_TAGS,
    summary="Mark a claim",
    description="A mark hangs on the claim's id, which a new reading of the same words keeps, and outlives "
    "the document. To reassign a claim, or to reject one of its actors, changes whose claim it is at once. "
    "What the same editor has said already, with no other mark of effect since, is answered with status 200 "
    "and the mark that says it: to send a mark again is harmless.",
    response_description="The mark; `Location` says where.",
    opt=traits(conflicts=True, known=True),
    status_code=201,
)
async def mark_claim(id: Id, data: JSONBody[NewMark], backend: Served) -> Response[FiledMark]:
    """Put a mark on a claim."""
    if fault := data.fault():
        raise bad_request("body", *fault)
    try:
        found = await backend.write(backend.store.marks.add, id, data)
    except EditingError as error:
        raise conflict(str(error)) from error
    if found is None:
        raise not_found("claim")
    mark, made = found
    body = msgspec.json.encode(mark)
    return encoded(body, 201, Location=f"/v1/marks/{mark.id}") if made else encoded(body)


@get(
    "/marks",
    operation_id="list_marks",
    tags=_TAGS,
    summary="List marks",
    description="Newest first. An orphan's claim is in no stored document, deleted as it may be or read "
    "otherwise now.",
    response_description="A page of marks.",
    opt=traits(query=MarkQuery),
)
async def list_marks(request: Asking, backend: Served) -> Response[Page[FiledMark]]:
    """Give a page of marks."""
    asked = decode(request, MarkQuery)
    page = await backend.read(backend.store.marks.page, asked.filters(), asked.cursor, asked.limit)
    return encoded(msgspec.json.encode(page), 200, **following(request, page.next))


@get(
    "/marks/{id:str}",
    operation_id="get_mark",
    tags=_TAGS,
    summary="Get a mark",
    description="What it says, who made it and when, and whether its claim is stored.",
    response_description="The mark.",
)
async def get_mark(id: Id, backend: Served) -> Response[FiledMark]:
    """Give one mark."""
    mark = await backend.read(backend.store.marks.one, id)
    if mark is None:
        raise not_found("mark")
    return encoded(msgspec.json.encode(mark))


@delete(
    "/marks/{id:str}",
    operation_id="delete_mark",
    tags=_TAGS,
    summary="Take a mark away",
    description="Its effect goes with it: the claim is as it was read, with the marks that are left. With "
    "`If-Match`, only while it is what its ETag names (else 412).",
    response_description="It is gone.",
    opt=traits(produces=()),
)
async def delete_mark(request: Asking, id: Id, backend: Served) -> None:
    """Take one mark away."""
    condition = conditions.if_match(request, msgspec.json.encode)
    try:
        if not await backend.write(backend.store.marks.delete, id, condition):
            raise not_found("mark")
    except ConditionError as error:
        raise conditions.failed() from error


HANDLERS = [mark_claim, list_marks, get_mark, delete_mark]
