"""Claims: found by who, about whom, about what, how and when."""

from __future__ import annotations

import msgspec
from litestar import Response, get

from grammar.claim import Claim
from service.operations import encoded, traits
from service.problems import not_found
from service.queries import ClaimQuery, decode
from service.routes.parameters import Asking, Id, Served
from service.store import Page

_TAGS = ["claims"]


@get(
    "/claims",
    operation_id="list_claims",
    tags=_TAGS,
    summary="Find claims",
    description="Newest `published_at` first, undated last, then by position in the document. A parameter "
    "given twice means either value; different parameters must all hold. Unknown names find nothing.",
    response_description="A page of claims.",
    opt=traits(query=ClaimQuery),
)
async def list_claims(request: Asking, backend: Served) -> Response[Page[Claim]]:
    """Give a page of claims."""
    asked = decode(request, ClaimQuery)
    return encoded(await backend.read(backend.store.claims_json, asked.filters(), asked.cursor, asked.limit))


@get(
    "/claims/{id:str}",
    operation_id="get_claim",
    tags=_TAGS,
    summary="Get a claim",
    description="Where several documents have the very same text, the claim of the one stored first.",
    response_description="The claim.",
)
async def get_claim(id: Id, backend: Served) -> Response[Claim]:
    """Give one claim."""
    found = await backend.read(backend.store.claim, id)
    if found is None:
        raise not_found("claim")
    return encoded(msgspec.json.encode(found))


HANDLERS = [list_claims, get_claim]
