"""Revisions of a document, and how they differ."""

from __future__ import annotations

import msgspec
from litestar import Response, get

from service.conventions.operations import encoded, traits
from service.documents import DocumentSummary
from service.problems import not_found
from service.responses.links import following
from service.routes.parameters import Asking, Id, Served
from service.routes.queries.decoding import decode
from service.routes.queries.documents import DifferenceQuery
from service.routes.queries.paging import Paging
from service.store import Difference, Found

_TAGS = ["documents"]


@get(
    "/documents/{id:str}/revisions",
    operation_id="list_revisions",
    tags=_TAGS,
    summary="List a document's revisions",
    description="All texts that came under its `external_id` or `url`, oldest first, whichever of them `id` "
    "names.",
    response_description="A page of revisions.",
    opt=traits(query=Paging),
)
async def list_revisions(id: Id, request: Asking, backend: Served) -> Response[Found[DocumentSummary]]:
    """List the revisions of a document."""
    asked = decode(request, Paging)
    page = await backend.read(backend.store.history.revisions, id, asked.cursor, asked.limit)
    if page is None:
        raise not_found("document")
    return encoded(msgspec.json.encode(page), 200, **following(request, page.next))


@get(
    "/documents/{id:str}/difference",
    operation_id="get_difference",
    tags=_TAGS,
    summary="Compare a document's claims with an earlier text's",
    description="Claims are the same where their source, cue and content have the same words, wherever these "
    "stand; one that shares its cue and its source or content with another is that one changed.",
    response_description="What appeared, vanished, changed and was kept.",
    opt=traits(query=DifferenceQuery),
)
async def get_difference(id: Id, request: Asking, backend: Served) -> Response[Difference]:
    """Compare two revisions."""
    asked = decode(request, DifferenceQuery)
    found = await backend.read(backend.store.history.difference, id, asked.against)
    if found is None:
        raise not_found("document" if asked.against is None else "revision of a document")
    return encoded(msgspec.json.encode(found))


HANDLERS = [list_revisions, get_difference]
