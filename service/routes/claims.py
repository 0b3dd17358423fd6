"""Claims: found by who, about whom, about what, how and when; counted, and written out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence

import msgspec
from litestar import Response, get
from litestar.response import Stream

from grammar.claim import Claim
from service.backend import Backend
from service.conventions.operations import encoded, traits
from service.problems import not_found
from service.requests import media_types
from service.responses import exports, visibility
from service.responses.explanations import ExplainedClaim, explained
from service.responses.exports import Exported, Form
from service.responses.links import following
from service.routes.parameters import Asking, Id, Served, Visible
from service.routes.queries.claims import ClaimQuery, ExportQuery, FacetQuery
from service.routes.queries.decoding import decode
from service.routes.queries.paging import Paging
from service.settings import Shown
from service.store import Cited, Facets

_TAGS = ["claims"]


@get(
    "/claims",
    operation_id="list_claims",
    tags=_TAGS,
    summary="Find claims",
    description="Newest `published_at` first, undated last, then by position in the document; `documents` "
    "has, by their ids, the documents that they stand in, with title, address and date. A parameter "
    "given twice means either value; different parameters must all hold; `not_…` leaves out what the "
    "parameter of that name would find. Names that nothing is stored of find nothing: `unknown` tells them, "
    "with those like them. A question that takes too long is cut "
    "off with 400.",
    response_description="A page of claims.",
    opt=traits(query=ClaimQuery),
)
async def list_claims(request: Asking, backend: Served) -> Response[Cited[Claim]]:
    """Give a page of claims."""
    asked = decode(request, ClaimQuery)
    filters = asked.filters()
    page = await backend.read_promptly(
        lambda prompt: backend.store.claims_raw(filters, asked.cursor, asked.limit, asked.order, prompt)
    )
    if page.unknown:
        unknown = await backend.read(backend.store.unknown, page.unknown)
        page = msgspec.structs.replace(page, unknown=unknown)
    return encoded(msgspec.json.encode(page), 200, **following(request, page.next))


@get(
    "/claims/facets",
    operation_id="count_claims",
    tags=_TAGS,
    summary="Count claims by actor, topic, act, publisher, month ...",
    description="The filters are those of `/v1/claims`. A count's `value` goes back into the parameter that "
    "has the facet's name (for a month, into `published_since` and `published_until`). What takes too long "
    "to count is cut off with 400.",
    response_description="The counts.",
    opt=traits(query=FacetQuery),
)
async def count_claims(request: Asking, backend: Served) -> Response[Facets]:
    """Count claims."""
    asked = decode(request, FacetQuery)
    return encoded(
        msgspec.json.encode(await backend.read(backend.store.facets, asked.filters(), asked.facet, asked.top))
    )


@get(
    "/claims/export",
    operation_id="export_claims",
    tags=_TAGS,
    summary="Write claims out",
    description="All claims that the filters of `/v1/claims` find, streamed: a claim a line, or a table. "
    "What is stored meanwhile may be in it or not; nothing is in it twice.",
    response_description="The claims.",
    opt=traits(query=ExportQuery, produces=exports.PRODUCED, streams=True),
)
async def export_claims(request: Asking, backend: Served) -> Stream:
    """Stream claims, a page at a time."""
    asked = decode(request, ExportQuery)
    form = asked.format
    if form is msgspec.UNSET:
        accepted = request.headers.getall("accept", [])
        form = exports.form_of(media_types.preferred(accepted, exports.PRODUCED))
    pages = backend.store.export(asked.filters(), asked.order)
    # Before the answer begins, so that what is wrong can still be said.
    first: Sequence[Exported] = await backend.read(next, pages, [])
    return Stream(
        _written(backend, form, first, pages),
        media_type=exports.MEDIA_TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="{exports.FILES[form]}"'},
    )


async def _written(
    backend: Backend, form: Form, first: Sequence[Exported], pages: Iterator[Sequence[Exported]]
) -> AsyncIterator[bytes]:
    yield exports.head(form)
    page = first
    while page:
        yield await backend.read(exports.body, form, page)
        page = await backend.read(next, pages, [])


@get(
    "/claims/{id:str}",
    operation_id="get_claim",
    tags=_TAGS,
    summary="Get a claim",
    description="With its document, its place in the text and the rule that read it. Who is not shown the "
    "text, by the operator's settings, gets null for it. Where several documents have the very same text, "
    "the claim of the one stored first.",
    response_description="The claim.",
)
async def get_claim(id: Id, backend: Served, shown: Visible) -> Response[ExplainedClaim]:
    """Give one claim."""
    body = await backend.read(_explained, backend, id, shown)
    if body is None:
        raise not_found("claim")
    return encoded(body)


def _explained(backend: Backend, id: str, shown: Shown) -> bytes | None:
    found = backend.store.claim_in_document(id)
    return msgspec.json.encode(visibility.explained(explained(*found), shown)) if found else None


@get(
    "/claims/{id:str}/related",
    operation_id="list_related_claims",
    tags=_TAGS,
    summary="Find what the same actor said on the same matter",
    description="Claims of any of the claim's actors that name an actor it names, or stand under one of its "
    "topics (its document's, where it has none of its own). Newest first.",
    response_description="A page of claims.",
    opt=traits(query=Paging),
)
async def list_related_claims(request: Asking, id: Id, backend: Served) -> Response[Cited[Claim]]:
    """Give a page of related claims."""
    asked = decode(request, Paging)
    page = await backend.read(backend.store.related, id, asked.cursor, asked.limit)
    if page is None:
        raise not_found("claim")
    return encoded(msgspec.json.encode(page), 200, **following(request, page.next))


HANDLERS = [list_claims, count_claims, export_claims, get_claim, list_related_claims]
