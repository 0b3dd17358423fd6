"""Documents: submitted, listed, fetched and deleted."""

from __future__ import annotations

from functools import partial

import msgspec
from litestar import Response, delete, get, post

from service.backend import Backend
from service.backend.bulk import Bulk, LineResult
from service.conventions.operations import encoded, traits
from service.conventions.request_ids import request_id
from service.documents import DocumentSummary, StoredDocument
from service.problems import not_found, unavailable
from service.requests.decoding import StrictRequest
from service.requests.media_types import LINES, NDJSON
from service.requests.submissions import Submission
from service.responses import visibility
from service.responses.links import following
from service.routes import conditions, lines
from service.routes.parameters import Asking, Id, Served, Visible
from service.routes.queries.decoding import decode
from service.routes.queries.documents import DocumentQuery
from service.settings import Shown
from service.store import ConditionError, Found

_TAGS = ["documents"]


@post(
    "/documents",
    operation_id="submit_document",
    tags=_TAGS,
    summary="Submit a document, or many by the line",
    description="One document as `application/json` is read, stored with its claims and answered whole. One "
    "that is known (its text under its `external_id`, else under its `url`; without either, its text) is "
    "neither read nor changed, and answered with status 200; `superseded_by` tells where a newer text has "
    "taken its place. A new text under a known `external_id`, else a known `url`, is a new revision: both "
    "are kept, and the claims of the latest are listed. A new `external_id` is a new document, whoever else "
    "has its text.\n\n"
    "Many documents as `application/x-ndjson`, one `Submission` a line, are answered by the line with status "
    "200: each gives a `LineResult`, in order, as soon as its document is on disk, errors included, so that "
    "what was answered is never lost and sending everything again is harmless. Lines are read while they "
    "come; a full queue makes them wait. Blank lines are passed over. A line may have 10 MB, the body any "
    "length; above 100,000 lines, read while you send.\n\n"
    "`Content-Encoding: gzip` is understood for both.",
    response_description="It is stored; `Location` says where.",
    opt=traits(
        known=True,
        body=Submission,
        lines=LineResult,
        produces=("application/json", NDJSON),
    ),
    status_code=201,
)
async def submit_document(request: Asking, backend: Served, shown: Visible) -> Response[StoredDocument]:
    """Store a document and what was read in it, or many by the line."""
    assert isinstance(request, StrictRequest), "the app's request class"
    if request.content_type[0] in LINES:
        return await lines.answered(request, Bulk(backend, request_id(request.scope)))
    document = await backend.document(await request.decoded(Submission))
    receipt = await backend.read(backend.store.find, document)
    if receipt is None:
        receipt = await backend.put(document, await backend.parse(document))
    body = await backend.read(_document, backend, receipt.id, shown)
    if body is None:
        raise unavailable("The document was deleted while it was submitted.", 1)
    return encoded(body, 201, Location=f"/v1/documents/{receipt.id}") if receipt.added else encoded(body)


@get(
    "/documents",
    operation_id="list_documents",
    tags=_TAGS,
    summary="List documents",
    description="Newest `published_at` first, undated last; without texts and claims. `external_id` finds a "
    "document by your own id.",
    response_description="A page of documents.",
    opt=traits(query=DocumentQuery),
)
async def list_documents(request: Asking, backend: Served) -> Response[Found[DocumentSummary]]:
    """List what is stored."""
    asked = decode(request, DocumentQuery)
    page = await backend.read(backend.store.documents, asked.cursor, asked.limit, filters=asked.filters())
    return encoded(msgspec.json.encode(page), 200, **following(request, page.next))


@get(
    "/documents/{id:str}",
    operation_id="get_document",
    tags=_TAGS,
    summary="Get a document",
    description="Its text, topics, claims and the sentences that were not read. Who is not shown the text, "
    "by the operator's settings, gets null for it.",
    response_description="The document.",
)
async def get_document(id: Id, backend: Served, shown: Visible) -> Response[StoredDocument]:
    """Give one document, whole."""
    body = await backend.read(_document, backend, id, shown)
    if body is None:
        raise not_found("document")
    return encoded(body)


def _document(backend: Backend, id: str, shown: Shown) -> bytes | None:
    found = backend.store.document(id)
    return visibility.encoded(found, shown) if found else None


@delete(
    "/documents/{id:str}",
    operation_id="delete_document",
    tags=_TAGS,
    summary="Delete a document",
    description="Its text and claims go, and so do the actors and topics that nothing else mentions. With "
    "`If-Match`, only while it is what its ETag names (else 412).",
    response_description="It is gone.",
    opt=traits(produces=()),
)
async def delete_document(request: Asking, id: Id, backend: Served, shown: Visible) -> None:
    """Delete one document."""
    condition = conditions.if_match(request, partial(visibility.encoded, shown=shown))
    try:
        if not await backend.write(backend.store.delete, id, condition):
            raise not_found("document")
    except ConditionError as error:
        raise conditions.failed() from error


HANDLERS = [submit_document, list_documents, get_document, delete_document]
