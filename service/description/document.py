"""The API's own description: what Litestar knows of the routes, with the rest that is true of them.

Litestar describes paths, bodies and answers. The structs' schemas are taken from msgspec instead, which
keeps docstrings, constraints and closed objects; query parameters come from their structs, and error
responses from what an operation takes.
"""

from __future__ import annotations

import re
from functools import cache
from inspect import cleandoc
from typing import Any

import msgspec
from litestar import Litestar
from litestar.di import Provide
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.spec import Contact, License, Server, Tag
from litestar.routes import HTTPRoute

from grammar.claim import Claim, Reading
from service.backend import Backend
from service.backend.bulk import LineResult
from service.backend.parsed import LineReading
from service.description import examples, forms, relations
from service.description.completion import Description, complete
from service.description.introduction import INTRODUCTION
from service.documents import DocumentSummary, StoredDocument
from service.problems import MEANINGS, MEDIA_TYPE, TITLES, Problem, kind
from service.requests import corrections, submissions
from service.requests.amendments import Amendment
from service.requests.corrections import Decision, FiledMark, Merge, NewMark, Pin, Split, Undoing
from service.requests.submissions import Submission
from service.responses.explanations import ExplainedClaim
from service.responses.exports import Form
from service.responses.linked_data import AnnotationCollection, Article
from service.routes import API, HEALTH
from service.routes.health import Health
from service.settings import Shown
from service.store import (
    ActorCount,
    ActorProfile,
    Cited,
    Difference,
    Facet,
    Facets,
    Found,
    Order,
    Page,
    Revisions,
    TopicCount,
    TopicProfile,
    TopicTree,
)


def _header(description: str, **schema: Any) -> Description:
    return {"description": description, "required": True, "schema": {"type": "string"} | schema}


_RETRY = _header("seconds to wait", type="integer", minimum=0, maximum=86400)
_TAKEN: Description = {"required": False, "schema": {"type": "string", "maxLength": 300}}
_HEADERS: dict[int, Description] = {
    401: {"WWW-Authenticate": _header("how to bring a key (RFC 6750)")},
    403: {"WWW-Authenticate": _header("the scope that is needed (RFC 6750)")},
    415: {
        "Accept": _TAKEN | {"description": "the media types that are taken (RFC 9110, 12.5.1)"},
        "Accept-Patch": _TAKEN | {"description": "the same for PATCH (RFC 5789)"},
        "Accept-Encoding": _TAKEN | {"description": "the codings that are taken, where it was the coding"},
    },
    429: {
        "Retry-After": _RETRY,
        "RateLimit": _header("what is left, and for how many seconds"),
        "RateLimit-Policy": _header("how many requests in how many seconds"),
    },
    503: {"Retry-After": _RETRY},
}

VERSION = "0.1.0"
CONFIG = OpenAPIConfig(
    title="Claims API",
    version=VERSION,
    summary="News text in, attributed claims out.",
    description=INTRODUCTION,
    contact=Contact(name="Claims API contributors"),
    license=License(name="MIT", identifier="MIT"),
    servers=[Server(url="/", description="this server")],
    tags=[
        Tag(name="documents", description="Articles, stored with what was read in them."),
        Tag(name="claims", description="Who said what."),
        Tag(name="actors", description="Who speaks, and who is spoken about."),
        Tag(name="marks", description="What editors say of claims; it outlives the documents."),
        Tag(name="decisions", description="What editors decide on who is who; each can be undone."),
        Tag(name="topics", description="IPTC Media Topics."),
        Tag(name="parse", description="Reading without storing."),
        Tag(name="health", description="For those who watch the service."),
    ],
    render_plugins=[],
)

_STRUCTS = (
    StoredDocument,
    Found[DocumentSummary],
    Cited[Claim],
    Found[ActorCount],
    Found[TopicCount],
    TopicProfile,
    TopicTree,
    ActorProfile,
    Page[FiledMark],
    Page[Decision],
    Amendment,
    NewMark,
    Merge,
    Split,
    Pin,
    Undoing,
    ExplainedClaim,
    Facets,
    Article,
    AnnotationCollection,
    Order,
    Facet,
    Form,
    Revisions,
    Difference,
    Reading,
    Submission,
    LineReading,
    LineResult,
    Health,
    Problem,
)
_PAGE = re.compile(rb"(?:Page|Found|Cited)_(?:[a-z_]+\.)*(\w+)_(?=\")")
_UNUSED = {
    405,
    408,
    431,
}  # of no operation: the first says that there is none, the others come before it is looked for
_KEY = {
    "type": "http",
    "scheme": "bearer",
    "description": "An API key, `claims_...`, that the operator makes by `claims keys add`. Its scope is "
    "`read`, `write`, which includes reading, or `admin`, which includes both; each operation's `x-scope` is "
    "the one it needs. While no key has been made, "
    "the machine that the service runs on may do everything without one; nobody else may write. Whether "
    "reading needs a key is a setting.",
}
_METHODS = ("get", "post", "patch", "delete")


@cache
def describe() -> Description:
    """Describe the API as an OpenAPI 3.1 document; the same version gives the same document."""
    # An app of its own: in the one that serves, this configuration would add routes.
    app = Litestar([API, *HEALTH], openapi_config=CONFIG, logging_config=None, dependencies=_DEPENDENCIES)
    description: Description = msgspec.to_builtins(app.openapi_schema.to_schema())
    _, schemas = msgspec.json.schema_components(_STRUCTS, ref_template="#/components/schemas/{name}")
    forms.part(schemas, "Submission", submissions.FORMS)
    forms.part(schemas, "NewMark", corrections.FORMS)
    components = description["components"]
    components["schemas"] = dict(sorted(schemas.items()))
    components["securitySchemes"] = {"key": _KEY}
    components["responses"] = {str(status): _problem(status) for status in MEANINGS if status not in _UNUSED}
    for schema in components["schemas"].values():
        if "description" in schema:
            schema["description"] = cleandoc(schema["description"]).replace("``", "`")
        for field in schema.get("properties", {}).values():
            if field.get("default", ...) is None:
                del field["default"]  # what is left out is null anyhow, and clients need not send it
    _simplify_pairs(components["schemas"])
    for route in app.routes:
        if isinstance(route, HTTPRoute) and route.path_format in description["paths"]:
            operations_there = description["paths"][route.path_format]
            for method in _METHODS:
                if method in operations_there:
                    handler, _ = route.route_handler_map[method.upper()]  # type: ignore[index] # a str to it
                    complete(operations_there[method], handler, method.upper())
    # Page[Claim] has one name with Litestar and another with msgspec; clients get a third that reads well.
    # The way through JSON also undoes shared parts, which YAML would write as references.
    named = _PAGE.sub(rb"\1Page", msgspec.json.encode(description))
    described = {"openapi": description["openapi"], **msgspec.json.decode(named)}
    for name, schema in described["components"]["schemas"].items():
        if "title" in schema:
            schema["title"] = name
    relations.add(described)
    examples.add(described)
    return described


def _simplify_pairs(node: Any) -> None:
    """Write a pair of two of a kind as a list of two, which all generators of clients understand."""
    if isinstance(node, dict) and "prefixItems" in node:
        kind, *others = node.pop("prefixItems")
        assert all(other == kind for other in others)
        node["items"] = kind
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _simplify_pairs(part)


async def _no_backend() -> Backend:
    raise NotImplementedError("this app is described, not run")


async def _nothing_shown() -> Shown:
    raise NotImplementedError("this app is described, not run")


_DEPENDENCIES = {"backend": Provide(_no_backend), "shown": Provide(_nothing_shown)}


def _problem(status: int) -> Description:
    example = {
        "type": kind(status),
        "title": TITLES[status],
        "status": status,
        "detail": MEANINGS[status].replace("`", ""),
        "errors": [],
        "request_id": "6f1d2a0c6b7e4f6f8f0f3f5f9a0b1c2d",
    }
    response: Description = {
        "description": MEANINGS[status],
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "example": example}},
    }
    if headers := _HEADERS.get(status):
        response["headers"] = headers
    return response
