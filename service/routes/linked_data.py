"""Documents for the web of data."""

from __future__ import annotations

from typing import Any

import msgspec
from litestar import Response, get

from service.backend import Backend
from service.problems import not_found
from service.responses import linked_data, visibility
from service.responses.linked_data import AnnotationCollection, Article
from service.routes.parameters import Id, Served, Visible
from service.settings import Shown

_TAGS = ["documents"]


@get(
    "/documents/{id:str}/jsonld",
    operation_id="get_document_as_jsonld",
    tags=_TAGS,
    summary="Get a document as schema.org",
    description="A `NewsArticle` with its claims as `Claim`, and as `Quotation` too where all of one stands "
    "in quotation marks. Addresses are relative to the service's root.",
    response_description="The article as JSON-LD.",
    media_type=linked_data.MEDIA_TYPE,
)
async def get_document_as_jsonld(id: Id, backend: Served) -> Response[Article]:
    """Give a document to those who read schema.org."""
    return _answer(await backend.read(_article, backend, id), linked_data.MEDIA_TYPE)


@get(
    "/documents/{id:str}/annotations",
    operation_id="get_document_annotations",
    tags=_TAGS,
    summary="Get a document's claims as Web Annotations",
    description="One annotation a claim (W3C Web Annotation Data Model). Positions count code points of "
    "the text as the service keeps it; the page at the document's `url` is marked by quotation.",
    response_description="The annotations as JSON-LD.",
    media_type=linked_data.MEDIA_TYPE,
)
async def get_document_annotations(id: Id, backend: Served, shown: Visible) -> Response[AnnotationCollection]:
    """Give a document's claims to those who mark texts."""
    return _answer(await backend.read(_annotations, backend, id, shown), linked_data.ANNOTATION_MEDIA_TYPE)


def _article(backend: Backend, id: str) -> bytes | None:
    document = backend.store.document(id)
    return msgspec.json.encode(linked_data.article(document)) if document else None


def _annotations(backend: Backend, id: str, shown: Shown) -> bytes | None:
    document = backend.store.document(id)
    if document is None:
        return None
    return msgspec.json.encode(visibility.annotated(linked_data.annotated(document), shown))


def _answer(body: bytes | None, media_type: str) -> Response[Any]:
    if body is None:
        raise not_found("document")
    return Response(body, media_type=media_type)


HANDLERS = [get_document_as_jsonld, get_document_annotations]
