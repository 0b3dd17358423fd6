"""The API's description is true, complete and committed."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
import yaml
from litestar import Litestar
from litestar.testing import TestClient

from service.description.openapi import render

ROOT = Path(__file__).parents[3]
SPEC: dict[str, Any] = yaml.safe_load(render())
OPERATIONS = [
    (f"{method.upper()} {path}", operation)
    for path, methods in SPEC["paths"].items()
    for method, operation in methods.items()
]


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """Every object in the description."""
    if isinstance(node, dict):
        yield node
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from parts(part)


def test_the_committed_description_is_the_app_s() -> None:
    assert (ROOT / "openapi.yaml").read_bytes() == render(), "run: make generate"


def test_the_description_is_the_same_for_any_hash_seed() -> None:
    run = [sys.executable, "-m", "service.description.openapi"]
    again = subprocess.run(run, cwd=ROOT, env={"PYTHONHASHSEED": "7"}, capture_output=True, check=True)
    assert again.stdout == render()


def test_json_and_yaml_say_the_same(client: TestClient[Litestar]) -> None:
    assert msgspec.json.decode(render(as_json=True)) == SPEC
    assert client.get("/openapi.json").json() == SPEC
    assert yaml.safe_load(client.get("/openapi.yaml").content) == SPEC


def test_the_paths_are_those_of_the_design() -> None:
    assert {name for name, _ in OPERATIONS} == {
        "POST /v1/documents",
        "GET /v1/documents",
        "GET /v1/documents/{id}",
        "GET /v1/documents/{id}/annotations",
        "GET /v1/documents/{id}/jsonld",
        "PATCH /v1/documents/{id}",
        "DELETE /v1/documents/{id}",
        "GET /v1/documents/{id}/revisions",
        "GET /v1/documents/{id}/difference",
        "GET /v1/claims",
        "GET /v1/claims/{id}",
        "POST /v1/claims/{id}/marks",
        "GET /v1/marks",
        "GET /v1/marks/{id}",
        "DELETE /v1/marks/{id}",
        "POST /v1/decisions/merges",
        "POST /v1/decisions/splits",
        "POST /v1/decisions/pins",
        "POST /v1/decisions/{id}/undo",
        "GET /v1/decisions",
        "GET /v1/decisions/{id}",
        "GET /v1/claims/{id}/related",
        "GET /v1/claims/export",
        "GET /v1/claims/facets",
        "GET /v1/actors",
        "GET /v1/actors/{id}",
        "GET /v1/topics",
        "GET /v1/topics/tree",
        "GET /v1/topics/{id}",
        "POST /v1/parse",
        "GET /health/live",
        "GET /health/ready",
    }


@pytest.mark.parametrize(("name", "operation"), OPERATIONS)
def test_every_operation_is_described(name: str, operation: dict[str, Any]) -> None:
    assert re.fullmatch("[a-z]+(_[a-z]+)*", operation["operationId"])
    assert operation["summary"]
    assert operation["description"]
    assert set(operation["tags"]) <= {tag["name"] for tag in SPEC["tags"]}
    keyed: dict[str, list[str]] = {"key": []}
    assert operation["security"] in ([], [{}, keyed], [keyed, {}])
    assert (operation["security"] == []) == ("/health/" in name)
    read = name.startswith("GET") or name == "POST /v1/parse"
    scope = "read" if read else "admin" if "/decisions" in name else "write"
    assert operation.get("x-scope", scope) == scope
    assert ("x-scope" in operation) == bool(operation["security"])
    statuses = set(operation["responses"])
    assert "500" in statuses
    assert ("400" in statuses) == ("parameters" in operation or "requestBody" in operation)
    cursor = any(parameter["name"] == "cursor" for parameter in operation.get("parameters", ()))
    assert ("404" in statuses) == ("{" in name or cursor)
    assert ({"413", "415"} <= statuses) == ("requestBody" in operation)


@pytest.mark.parametrize(("name", "operation"), OPERATIONS)
def test_headers_are_described_where_they_count(name: str, operation: dict[str, Any]) -> None:
    parameters = {parameter["name"] for parameter in operation.get("parameters", ())}
    assert ("If-Match" in parameters) == ("412" in operation["responses"])
    assert ("If-Match" in parameters) == name.startswith(("DELETE", "PATCH"))
    answered = operation["responses"].get("200", {}).get("headers", {})
    assert ("Link" in answered) == ("cursor" in parameters)
    streamed = name.endswith("/export")
    assert ("ETag" in answered) == (name.startswith(("GET", "PATCH")) and not streamed)
    assert ("304" in operation["responses"]) == (name.startswith("GET") and not streamed)
    assert ("Content-Disposition" in answered) == streamed
    assert ("429" in operation["responses"]) == ("/health/" not in name)


def test_what_the_introduction_names_is_there() -> None:
    introduction = SPEC["info"]["description"]
    named = re.findall(r"`((?:GET|POST) /v1[^`?]*)", introduction)
    assert len(named) > 6 and set(named) <= {name for name, _ in OPERATIONS}
    for what in (
        "First steps",
        "Filters",
        "Pages",
        "Errors",
        "Keys",
        "Limits and caching",
        "What stays as it is",
    ):
        assert f"\n## {what}\n" in introduction


def test_operation_ids_are_unique() -> None:
    ids = [operation["operationId"] for _, operation in OPERATIONS]
    assert len(ids) == len(set(ids))


def test_every_reference_leads_somewhere() -> None:
    for part in parts(SPEC):
        if "$ref" in part:
            kind, name = part["$ref"].removeprefix("#/components/").split("/")
            assert name in SPEC["components"][kind]


def test_every_integer_parameter_has_bounds_and_every_string_a_maximum() -> None:
    for name, operation in OPERATIONS:
        for parameter in operation.get("parameters", ()):
            schema = parameter["schema"].get("items", parameter["schema"])
            if schema.get("type") == "integer":
                assert {"minimum", "maximum"} <= set(schema), (name, parameter["name"])
            elif schema.get("type") == "string":
                assert "maxLength" in schema or "{54}$" in schema["pattern"], (name, parameter["name"])


def test_every_string_of_a_submission_has_a_maximum() -> None:
    schemas = SPEC["components"]["schemas"]
    for form in ("TextSubmission", "HtmlSubmission"):
        for name, schema in schemas[form]["properties"].items():
            choices = [schema, *schema.get("anyOf", ())]
            if name in {"text", "html"}:  # whose limit counts bytes, which no schema can say
                assert "MB" in schema["description"]
            else:
                assert any("maxLength" in choice for choice in choices), name


def test_every_parameter_has_a_description() -> None:
    for _, operation in OPERATIONS:
        for parameter in operation.get("parameters", ()):
            assert parameter["description"]


def test_answers_are_as_described(client: TestClient[Litestar]) -> None:
    text = "Mary Lee said that “the war” may end in 2024-03.\nRussia denied that Ukraine won.\nUnread said."
    submitted = client.post("/v1/documents", json={"text": text, "published_at": "2024-11-22"})
    stored = submitted.json()
    for path, url in (
        ("/v1/documents", "/v1/documents"),
        ("/v1/documents/{id}", f"/v1/documents/{stored['id']}"),
        ("/v1/claims", "/v1/claims"),
        ("/v1/claims/{id}", f"/v1/claims/{stored['claims'][0]['id']}"),
        ("/v1/claims/{id}/related", f"/v1/claims/{stored['claims'][0]['id']}/related"),
        ("/v1/claims/facets", "/v1/claims/facets?facet=month&facet=actor&q=war"),
        ("/v1/documents/{id}/jsonld", f"/v1/documents/{stored['id']}/jsonld"),
        ("/v1/documents/{id}/annotations", f"/v1/documents/{stored['id']}/annotations"),
        ("/v1/actors", "/v1/actors"),
        ("/v1/actors/{id}", f"/v1/actors/{stored['claims'][0]['actors'][0]['id']}"),
        ("/v1/topics", "/v1/topics"),
        ("/v1/topics/tree", "/v1/topics/tree"),
    ):
        content = SPEC["paths"][path]["get"]["responses"]["200"]["content"]
        ((_, described),) = content.items()
        schema = {**SPEC, **described["schema"]}
        jsonschema.validate(client.get(url).json(), schema, cls=jsonschema.Draft202012Validator)
