"""Links between operations (OpenAPI's `links`): where an answer's ids lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Description = dict[str, Any]

_JSON = "application/json"
_PARTS = re.compile(r"/([a-z_-]+)(?=/|$)")
# Ids of something else than the answer is: the property, and the list in which that something stands.
_OTHERS = {"document_id": "/v1/documents", "claim_id": "/v1/claims"}


def add(description: Description) -> None:
    """Have each answer say which operations take the ids in it.

    - an answer with an ``id`` leads to all that takes this id in its path;
    - a page leads to what takes the id of its first item;
    - ``document_id`` and the like lead to what they name.
    """
    paths, schemas = description["paths"], description["components"]["schemas"]
    for path, operations in paths.items():
        for operation in operations.values():
            for status in ("200", "201"):
                response = operation["responses"].get(status, {})
                schema = response.get("content", {}).get(_JSON, {}).get("schema", {})
                links = dict(_links(paths, path, _fields(schema, schemas), schemas))
                links.pop(operation["operationId"], None)
                if links:
                    response["links"] = links


def _fields(schema: Description, schemas: Description) -> Description:
    """The fields of a struct."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    fields: Description = schema.get("properties", {})
    return fields


def _links(
    paths: Description, path: str, fields: Description, schemas: Description
) -> Iterator[tuple[str, Description]]:
    place, own = "/", fields
    if "items" in fields and "next" in fields:
        place, own = "/items/0/", _fields(fields["items"]["items"], schemas)
    whose = _collection(paths, path)
    if "id" in own and whose:
        for taken, operations in paths.items():
            takes_one = taken == f"{whose}/{{id}}"
            # Of a page only its items themselves: what can be done with them stands there.
            if takes_one or (place == "/" and taken.startswith(f"{whose}/{{id}}/")):
                for method, operation in operations.items():
                    if place == "/" or method == "get":
                        yield _link(operation, f"{place}id")
    for field, collection in _OTHERS.items():
        if field in own and (operations := paths.get(f"{collection}/{{id}}")) and "get" in operations:
            yield _link(operations["get"], f"{place}{field}")


def _collection(paths: Description, path: str) -> str | None:
    """The list in which what a path gives stands: for /v1/claims/{id}/marks that is /v1/marks."""
    for part in reversed(_PARTS.findall(path)):
        if f"/v1/{part}/{{id}}" in paths:
            return f"/v1/{part}"
    return None


def _link(operation: Description, pointer: str) -> tuple[str, Description]:
    return operation["operationId"], {
        "operationId": operation["operationId"],
        "parameters": {"id": f"$response.body#{pointer}"},
        "description": operation["summary"],
    }
