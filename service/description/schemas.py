"""Bodies and parameters as OpenAPI describes them, from the structs that they are decoded into."""

from __future__ import annotations

from typing import Any

import msgspec

from service.requests.media_types import NDJSON

Description = dict[str, Any]


def body(struct: type[msgspec.Struct], media_type: str) -> Description:
    """A request's body that must be there."""
    return {"required": True, "content": {media_type: {"schema": _named(struct)}}}


def add_lines(part: Description, struct: type[msgspec.Struct]) -> None:
    """Let a body be lines, too, each of which is one of these."""
    # OpenAPI has a word for a stream of items only since 3.2 (itemSchema).
    schema = {"type": "string", "contentMediaType": "application/json", "contentSchema": _named(struct)}
    part["content"] = {**part["content"], NDJSON: {"schema": schema}}


def _named(struct: type[msgspec.Struct]) -> Description:
    return {"$ref": f"#/components/schemas/{struct.__name__}"}


def parameters(query: type[msgspec.Struct]) -> list[Description]:
    """Describe a query struct's fields as parameters."""
    (_, components) = msgspec.json.schema_components((query,), ref_template="#/components/schemas/{name}")
    parameters = []
    for name, declared in components[query.__name__]["properties"].items():
        schema = dict(declared)
        described = {"name": name, "in": "query", "description": schema.pop("description")}
        examples = schema.pop("examples", None)
        if not schema.get("default"):
            schema.pop("default", None)
        if {"type": "null"} in schema.get("anyOf", ()):
            # A query cannot say null: to leave the parameter out is the way.
            schema |= schema.pop("anyOf")[0]
        described["schema"] = schema
        if examples:
            described["examples"] = {"example": {"value": examples[0]}}
        parameters.append(described)
    return parameters
