"""Structs that have several forms, described as a choice of schemas that are each whole.

Generators of clients make a type of each, with all its fields; of conditions laid on one schema (`oneOf` with
`required` alone, `not`, `if`) they make types without the fields, or nothing.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

_NULL = {"type": "null"}


def part(schemas: dict[str, Schema], name: str, forms: dict[str, dict[str, Schema]]) -> None:
    """Put in a struct's place the choice of its forms; each says which of its fields are what there.

    A field that is a string or has certain values there must be given; one that is null is left out of it,
    though the service takes the null: to some generators a field that is only null is none that can be.
    """
    whole = schemas[name]
    for form, fields in forms.items():
        given = [field for field, narrowed in fields.items() if narrowed != _NULL]
        schemas[form] = {
            **whole,
            "title": form,
            "properties": {
                field: _narrowed(schema, fields[field]) if field in fields else schema
                for field, schema in whole["properties"].items()
                if fields.get(field) != _NULL
            },
            "required": [*dict.fromkeys([*whole.get("required", ()), *given])],
        }
    schemas[name] = {
        "title": name,
        "description": whole["description"],
        "anyOf": [{"$ref": f"#/components/schemas/{form}"} for form in forms],
    }


def _narrowed(schema: Schema, to: Schema) -> Schema:
    """The schema of a field that is only one kind of what it may be."""
    kept = {key: value for key, value in schema.items() if key in {"description", "examples"}}
    if to != {"type": "string"}:
        return {**kept, "type": "string", **to}
    (text,) = (choice for choice in schema["anyOf"] if choice.get("type") == "string")
    rest = {key: value for key, value in schema.items() if key not in {"anyOf", "default"}}
    return {**rest, **text}
