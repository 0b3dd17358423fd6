"""What Litestar does not know of an operation: errors, headers and keys, bodies that it decodes itself."""

from __future__ import annotations

from typing import Any

from litestar.handlers import HTTPRouteHandler

from service.access import authorization
from service.conventions import operations
from service.conventions.operations import Access, Traits
from service.description import schemas

Description = dict[str, Any]
_ETAG = {
    "description": "names this answer to the byte; in `If-None-Match` it asks for another only",
    "schema": {"type": "string"},
}


_LINK = {
    "description": 'where something follows: the address of the next page, as `<...>; rel="next"` (RFC 8288)',
    "schema": {"type": "string"},
}
_DISPOSITION = {
    "description": 'that it is a file to save, and its name: `attachment; filename="claims.csv"` (RFC 6266)',
    "required": True,
    "schema": {"type": "string", "maxLength": 300},
}
_IF_MATCH: Description = {
    "name": "If-Match",
    "in": "header",
    "description": "the `ETag` of what the caller has seen: where it is something else by now, nothing is "
    "changed (412)",
    "required": False,
    "schema": {"type": "string", "maxLength": 1000},
}


def complete(operation: Description, handler: HTTPRouteHandler, method: str) -> None:
    """Add to an operation what Litestar does not know of it."""
    traits = operations.of(dict(handler.opt))
    wanted = authorization.access(traits, method)
    if traits.query:
        operation["parameters"] = [*operation.get("parameters", ()), *schemas.parameters(traits.query)]
    if traits.body:
        operation["requestBody"] = schemas.body(traits.body, traits.takes[0])
    responses = operation["responses"]
    responses.pop("400", None)
    statuses = _refusals(operation, traits, open=wanted is Access.OPEN)
    if handler.paths == {"/health/ready"}:
        statuses.add(503)
    if method in {"DELETE", "PATCH"}:
        statuses.add(412)
        operation["parameters"] = [*operation.get("parameters", ()), dict(_IF_MATCH)]
    for status in statuses:
        responses[str(status)] = {"$ref": f"#/components/responses/{status}"}
    _complete_answers(operation, traits, method)
    operation.pop("deprecated")
    for parameter in operation.get("parameters", ()):
        parameter.pop("deprecated", None)
        parameter["schema"].pop("description", None)
    operation["responses"] = dict(sorted(responses.items()))
    operation["security"] = _security(wanted)
    if wanted is not Access.OPEN:
        operation["x-scope"] = str(authorization.NEEDED[wanted])


def _refusals(operation: Description, traits: Traits, *, open: bool) -> set[int]:
    """The statuses of the errors that an operation may answer with; all errors have one shape."""
    # What is open to everybody is probes, which are not counted, and answer by any name.
    statuses = {500} if open else {401, 403, 421, 429, 500, 503}
    parameters = operation.get("parameters", ())
    if traits.produces != ():
        statuses.add(406)
    if parameters:
        statuses.add(400)
    if any(parameter["in"] == "path" or parameter["name"] == "cursor" for parameter in parameters):
        statuses.add(404)
    if "requestBody" in operation:
        statuses |= {400, 413, 415}
    if traits.conflicts:
        statuses.add(409)
    return statuses


def _complete_answers(operation: Description, traits: Traits, method: str) -> None:
    """Add media types, headers, and the answers 304 and 200 where Litestar does not tell of them."""
    responses = operation["responses"]
    if traits.produces and "application/json" not in traits.produces:
        responses["200"]["content"] = {
            media_type: {"schema": {"type": "string"}} for media_type in traits.produces
        }
    if traits.streams:
        responses["200"]["headers"] = {"Content-Disposition": _DISPOSITION}
    elif method == "GET":
        responses["304"] = {
            "description": "It is still what `If-None-Match` names.",
            "headers": {"ETag": _ETAG},
        }
        if "200" in responses:
            headers = responses["200"].setdefault("headers", {})
            headers["ETag"] = _ETAG
            if any(parameter["name"] == "cursor" for parameter in operation.get("parameters", ())):
                headers["Link"] = _LINK
    if traits.known:
        made = responses["201"]
        responses["200"] = {"description": "It was there already.", "content": made["content"]}
    if method == "PATCH":
        responses["200"]["headers"] = {"ETag": _ETAG}
    if "201" in responses:
        responses["201"]["headers"] = {
            "Location": {
                "description": "its path",
                "required": True,
                "schema": {"type": "string", "maxLength": 300},
            }
        }
    if traits.body and traits.lines:
        schemas.add_lines(operation["requestBody"], traits.body)
        schemas.add_lines(responses["200"], traits.lines)
        told = responses["200"]["description"].rstrip(".")
        responses["200"]["description"] = f"{told}; or, for lines, one result a line."
    for response in responses.values():
        if not response.get("headers"):
            response.pop("headers", None)


def _security(wanted: Access) -> list[Description]:
    """What an operation asks for, the usual way first; `{}` is without a key, where that is allowed."""
    if wanted is Access.OPEN:
        return []
    # Without the scope, though OpenAPI 3.1 would allow it: to most tools only OAuth has scopes.
    keyed: Description = {"key": []}
    return [{}, keyed] if wanted is Access.READ else [keyed, {}]
