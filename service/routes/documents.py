"""Documents: submitted, listed, fetched and deleted."""

from __future__ import annotations

import msgspec
from litestar import Response, delete, get, post
from litestar.params import JSONBody

from grammar.claim import Reading
from service import visibility
from service.backend import Backend
from service.documents import Document, DocumentSummary, StoredDocument
from service.links import following
from service.operations import encoded, traits
from service.problems import not_found
from service.queries import Paging, decode
from service.routes.parameters import Asking, Id, Served, Visible
from service.settings import Shown
from service.store import Page
from service.submissions import Submission

_TAGS = ["documents"]


@post(
    "/documents",
    operation_id="submit_document",
    tags=_TAGS,
    summary="Submit a document",
    description="Reads the document, stores it with its claims and answers with all of it. One that is "
    "known (same `external_id`, else same `url` and text, else same text where neither has a `url`) is "
    "neither read nor changed, and answered with status 200.",
    response_description="It is stored; `Location` says where.",
    opt=traits(parses=True, known=True),
    status_code=201,
)
async def submit_document(
    data: JSONBody[Submission], backend: Served, shown: Visible
) -> Response[StoredDocument]:
    """Store a document and what was read in it."""
    document = await backend.document(data)
    if known := await backend.read(_known, backend, document, shown):
        return encoded(known)
    reading = await backend.parse(document)
    body, location, created = await backend.write(_put, backend, document, reading, shown)
    return encoded(body, 201, Location=location) if created else encoded(body)


def _known(backend: Backend, document: Document, shown: Shown) -> bytes | None:
    known = backend.store.find(document)
    return msgspec.json.encode(visibility.document(known, shown)) if known else None


def _put(backend: Backend, document: Document, reading: Reading, shown: Shown) -> tuple[bytes, str, bool]:
    stored, created = backend.store.put(document, reading)
    return msgspec.json.encode(visibility.document(stored, shown)), f"/v1/documents/{stored.id}", created


@get(
    "/documents",
    operation_id="list_documents",
    tags=_TAGS,
    summary="List documents",
    description="Newest `published_at` first, undated last; without texts and claims.",
    response_description="A page of documents.",
    opt=traits(query=Paging),
)
async def list_documents(request: Asking, backend: Served) -> Response[Page[DocumentSummary]]:
    """List what is stored."""
    asked = decode(request, Paging)
    page = await backend.read(backend.store.documents, asked.cursor, asked.limit)
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
    return msgspec.json.encode(visibility.document(found, shown)) if found else None


@delete(
    "/documents/{id:str}",
    operation_id="delete_document",
    tags=_TAGS,
    summary="Delete a document",
    description="Its text and claims go, and so do the actors and topics that nothing else mentions.",
    response_description="It is gone.",
    opt=traits(produces=()),
)
async def delete_document(id: Id, backend: Served) -> None:
    """Delete one document."""
    if not await backend.write(backend.store.delete, id):
        raise not_found("document")


HANDLERS = [submit_document, list_documents, get_document, delete_document]
