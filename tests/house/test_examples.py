"""The examples in openapi.yaml are what the service answers now, and every operation has one."""

from __future__ import annotations

from typing import Any

import jsonschema
import msgspec
import pytest

from service.description.document import describe
from service.description.examples import kept
from tests.house.examples import FILE, TABLE, encoded

SPEC = describe()
OPERATIONS: dict[str, dict[str, Any]] = {
    operation["operationId"]: operation for there in SPEC["paths"].values() for operation in there.values()
}
HOW = f"`make generate` asks for one; where it cannot know what to ask, name it in tests/house/{TABLE.name}"


def test_what_the_service_answers_is_what_the_examples_say() -> None:
    now = msgspec.json.decode(encoded())
    then = msgspec.json.decode(FILE.read_bytes())
    for part, answers in now.items():
        for name, answer in answers.items():
            assert then[part].get(name) == answer, f"the example of {name} is stale: make generate"
    assert now == then, "examples are stale: make generate"


@pytest.mark.parametrize("id", OPERATIONS)
def test_every_operation_has_an_example(id: str) -> None:
    assert id in kept()["operations"], f"{id} has no example: {HOW}"


@pytest.mark.parametrize("id", OPERATIONS)
def test_bodies_answers_and_ids_have_examples(id: str) -> None:
    operation = OPERATIONS[id]
    for parameter in operation.get("parameters", ()):
        assert parameter["in"] != "path" or "example" in parameter, f"{id}: {parameter['name']}: {HOW}"
    if "requestBody" in operation:
        contents = operation["requestBody"]["content"].values()
        assert any("example" in content for content in contents), f"{id}: no example of a body: {HOW}"
    answered = operation["responses"][str(kept()["operations"][id]["status"])]
    if "content" in answered:
        assert any("example" in content for content in answered["content"].values()), f"{id}: {HOW}"


@pytest.mark.parametrize("status", SPEC["components"]["responses"])
def test_every_problem_has_an_example_from_life(status: str) -> None:
    assert status in kept()["problems"] or status == "500", status


@pytest.mark.parametrize("id", OPERATIONS)
def test_examples_are_as_the_schemas_say(id: str) -> None:
    operation = OPERATIONS[id]
    bodies = [operation["requestBody"]] if "requestBody" in operation else []
    for described in [*bodies, *operation["responses"].values()]:
        for media_type, content in described.get("content", {}).items():
            if "example" in content and media_type.endswith("json") and "nd" not in media_type:
                schema = {**SPEC, **content["schema"]}
                jsonschema.validate(content["example"], schema, cls=jsonschema.Draft202012Validator)


def test_links_lead_from_the_examples_to_operations_that_take_what_they_give() -> None:
    led = set()
    for id, operation in OPERATIONS.items():
        for response in operation["responses"].values():
            for name, link in response.get("links", {}).items():
                taken = {parameter["name"] for parameter in OPERATIONS[link["operationId"]]["parameters"]}
                assert set(link["parameters"]) <= taken, (id, name)
                content = response["content"]["application/json"]
                for expression in link["parameters"].values():
                    value = content.get("example")
                    for step in expression.removeprefix("$response.body#/").split("/"):
                        value = value[int(step) if isinstance(value, list) else step] if value else None
                    assert value is None or isinstance(value, str), (id, name)
                    assert value or "example" not in content or content["example"].get("items") == []
                led.add((id, name))
    assert {
        ("submit_document", "get_document"),
        ("submit_document", "delete_document"),
        ("list_documents", "get_document"),
        ("list_claims", "get_claim"),
        ("get_claim", "get_document"),
    } <= led
