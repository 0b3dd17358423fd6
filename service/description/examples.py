"""The examples in the API's description: what the service answered, as `make generate` kept it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from service.problems import MEDIA_TYPE

Description = dict[str, Any]

_FILE = Path(__file__).with_suffix(".json")


@cache
def kept() -> Description:
    """Requests with their answers by operation id, and problems by status."""
    found: Description = msgspec.json.decode(_FILE.read_bytes()) if _FILE.exists() else {}
    return {"operations": {}, "problems": {}, **found}


def add(description: Description) -> None:
    """Put the examples where they belong: parameters, bodies, answers and problems.

    An operation without one is left as it is, so that a new one can be described before it can be asked.
    """
    for operations in description["paths"].values():
        for operation in operations.values():
            if found := kept()["operations"].get(operation["operationId"]):
                _add(operation, found)
    for status, problem in kept()["problems"].items():
        if response := description["components"]["responses"].get(status):
            response["content"][MEDIA_TYPE]["example"] = problem


def _add(operation: Description, found: Description) -> None:
    for parameter in operation.get("parameters", ()):
        given = found[parameter["in"]] if parameter["in"] in {"path", "query"} else {}
        if parameter["name"] in given:
            value = given[parameter["name"]]
            is_list = parameter["schema"].get("type") == "array"
            parameter.pop("examples", None)
            parameter["example"] = [value] if is_list and not isinstance(value, list) else value
    for sent in operation.get("requestBody", {}).get("content", {}).items():
        media_type, described = sent
        if media_type.endswith(("/json", "+json")) and "body" in found:
            described["example"] = found["body"]
        elif "lines" in found and media_type.endswith(("ndjson", "jsonl")):
            lines = (msgspec.json.encode(line).decode() for line in found["lines"])
            described["example"] = "\n".join(lines)
    # What was there already (200) is answered as what was made (201) is.
    for status in {str(found["status"]), "200"}:
        content = operation["responses"].get(status, {}).get("content", {})
        if found.get("media_type") in content:
            content[found["media_type"]]["example"] = found["answer"]
