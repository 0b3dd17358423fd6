"""One shape of error, whatever goes wrong and wherever."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from service.problems import TITLES, Problem
from tests.service.callers import Client

JSON = {"content-type": "application/json"}

ERRORS: list[tuple[int, str, str, dict[str, Any]]] = [
    (400, "GET", "/v1/claims?limit=0", {}),
    (400, "GET", "/v1/documents?limit=x", {}),
    (400, "GET", "/v1/actors?cursor=x", {}),
    (400, "GET", "/v1/topics?foo=1", {}),
    (400, "GET", "/v1/documents/%00", {}),
    (400, "GET", "/v1/claims/" + "a" * 201, {}),
    (400, "POST", "/v1/documents", {"json": {}}),
    (400, "POST", "/v1/parse", {"json": {"text": 1}}),
    (400, "POST", "/v1/parse", {"headers": JSON}),
    (404, "GET", "/nowhere", {}),
    (404, "GET", "/v1", {}),
    (404, "GET", "/v1/nowhere", {}),
    (404, "POST", "/nowhere", {"json": {}}),
    (404, "GET", "/docs/nowhere.js", {}),
    (404, "GET", "/docs/..%2Findex.html", {}),
    (404, "GET", "/v1/documents/none", {}),
    (404, "DELETE", "/v1/documents/none", {}),
    (404, "GET", "/v1/claims/none", {}),
    (405, "PUT", "/v1/documents", {"json": {}}),
    (405, "DELETE", "/v1/claims", {}),
    (405, "POST", "/health/live", {}),
    (405, "POST", "/openapi.json", {}),
    (413, "POST", "/v1/documents", {"json": {"text": "a" * 60_000}}),
    (413, "POST", "/v1/parse", {"json": {"text": "a" * 20_000}}),
    (415, "POST", "/v1/documents", {"content": b"{}", "headers": {"content-type": "text/plain"}}),
    (415, "POST", "/v1/parse", {"content": b"{}"}),
    (500, "POST", "/v1/parse", {"json": {"text": "FAIL"}}),
    (503, "POST", "/v1/parse", {"json": {"text": "CRASH"}}),
]


@pytest.mark.parametrize(("status", "method", "path", "sent"), ERRORS)
def test_every_error_is_a_problem(
    client: Client, status: int, method: str, path: str, sent: dict[str, Any]
) -> None:
    response = client.request(method, path, **sent)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    assert list(response.json()) == ["type", "title", "status", "detail", "errors", "request_id"]
    problem = msgspec.convert(response.json(), Problem, strict=True)
    assert (problem.status, problem.title) == (status, TITLES[status])
    assert problem.type == "/docs/errors#" + TITLES[status].lower().replace(" ", "-")
    assert problem.request_id == response.headers["x-request-id"]
    assert problem.detail
    assert (status == 400) == bool(problem.errors)


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("/v1/documents", "application/json, application/x-ndjson"),
        ("/v1/parse", "application/json, application/x-ndjson"),
        ("/v1/decisions/merges", "application/json"),
    ],
)
def test_a_415_names_the_media_types_that_are_taken(client: Client, path: str, taken: str) -> None:
    refused = client.post(path, content=b"text=a", headers={"content-type": "text/plain"})
    assert (refused.status_code, refused.headers["accept"]) == (415, taken)
    assert taken.replace(", ", " or ") in refused.json()["detail"]


def test_a_405_names_the_methods_that_there_are(client: Client) -> None:
    allowed = client.put("/v1/documents", json={}).headers["allow"]
    assert {"GET", "POST"} <= {method.strip() for method in allowed.split(",")}


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"text": 1}, "/text"),
        ({"text": "a", "title": ""}, "/title"),
        ({"text": "a", "foo": 1}, "/foo"),
        ({"text": "a", "published_at": "x"}, "/published_at"),
        ({"text": "a\x00b"}, "/text"),
        ({"text": " \n"}, "/text"),
        ([], ""),
        ("a", ""),
        (None, ""),
    ],
)
def test_a_pointer_leads_to_what_is_wrong_in_the_body(client: Client, body: Any, pointer: str) -> None:
    errors = client.post("/v1/documents", json=body).json()["errors"]
    assert [(error["location"], error["field"]) for error in errors] == [("body", pointer)]


@pytest.mark.parametrize(
    ("method", "path", "sent", "location", "field", "message"),
    [
        ("GET", "/v1/claims/%00", {}, "path", "id", "May hold no NUL character"),
        ("GET", "/v1/claims?actor=%00", {}, "query", "actor", "May hold no NUL character"),
        ("GET", "/v1/claims?cursor=x", {}, "query", "cursor", "Expected `next` of a page"),
        ("GET", "/v1/claims?order=x", {}, "query", "order", "expected one of newest, oldest"),
        (
            "GET",
            "/v1/claims?not_polarity=x",
            {},
            "query",
            "not_polarity",
            "of positive, negative, unspecified",
        ),
        ("GET", "/v1/claims?rejected=x", {}, "query", "rejected", "expected one of include, exclude, only"),
        ("POST", "/v1/parse", {"json": {"text": " "}}, "body", "/text", "May not be blank"),
        ("POST", "/v1/parse", {"json": {"text": "a", "language": "?"}}, "body", "/language", "BCP 47"),
        ("POST", "/v1/parse", {}, "body", "", "A body is wanted"),
        ("POST", "/v1/parse", {"headers": JSON}, "body", "", "A body is wanted"),
        ("POST", "/v1/documents", {"headers": JSON}, "body", "", "A body is wanted"),
        ("POST", "/v1/decisions/merges", {"headers": JSON}, "body", "", "A body is wanted"),
        ("POST", "/v1/claims/none/marks", {"headers": JSON}, "body", "", "A body is wanted"),
    ],
)
def test_a_fault_says_where_it_is_and_what_would_do(
    client: Client, method: str, path: str, sent: dict[str, Any], location: str, field: str, message: str
) -> None:
    (fault,) = client.request(method, path, **sent).json()["errors"]
    assert (fault["location"], fault["field"]) == (location, field)
    assert message in fault["message"]


@pytest.mark.parametrize(
    ("body", "field", "told"),
    [
        ({"text": 1}, "/text", "Expected `string | null`, got `integer`"),
        ({"text": "a", "title": True}, "/title", "Expected `string | null`, got `boolean`"),
    ],
)
def test_a_fault_is_told_in_the_words_of_json(
    client: Client, body: dict[str, Any], field: str, told: str
) -> None:
    (fault,) = client.post("/v1/documents", json=body).json()["errors"]
    assert (fault["field"], fault["message"]) == (field, told)


def test_a_value_of_a_body_that_is_none_of_a_list_is_told_the_list(client: Client) -> None:
    (fault,) = client.post("/v1/claims/x/marks", json={"kind": "nope", "editor": "a"}).json()["errors"]
    assert fault["field"] == "/kind"
    assert fault["message"].endswith("expected one of confirm, reject, annotate, reassign")


def test_a_byte_order_mark_before_json_is_passed_over(client: Client) -> None:
    body = "\N{ZERO WIDTH NO-BREAK SPACE}" + '{"text": "It rained, she said."}'
    assert client.post("/v1/parse", content=body.encode(), headers=JSON).status_code == 200


def test_a_path_that_is_not_there_is_told_apart_from_a_thing_that_is_not(client: Client) -> None:
    assert "/openapi.json" in client.get("/v1/claim").json()["detail"]
    assert client.get("/v1/claims/none").json()["detail"] == "There is no such claim."


def test_all_that_is_wrong_in_a_body_is_told_at_once(client: Client) -> None:
    body = {"text": 5, "title": ["x"], "Publisher": "a", "language": "english!", "author": "Ann Lee"}
    problem = client.post("/v1/documents", json=body).json()
    fields = [fault["field"] for fault in problem["errors"]]
    assert sorted(fields) == ["/Publisher", "/language", "/text", "/title"]
    assert all(field in problem["detail"] for field in fields)
    faults = client.post("/v1/claims/none/marks", json={}).json()["errors"]
    assert [(fault["field"], fault["message"]) for fault in faults] == [
        ("/kind", "This field is required"),
        ("/editor", "This field is required"),
    ]


def test_of_a_body_with_a_thousand_faults_twenty_are_told(client: Client) -> None:
    body = {f"field{number}": number for number in range(1000)}
    assert len(client.post("/v1/documents", json=body).json()["errors"]) == 20


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"editor": "a"}, "/kind"),
        ({"kind": "x", "editor": "a"}, "/kind"),
        ({"kind": "reject"}, "/editor"),
        ([], ""),
    ],
)
def test_a_fault_in_a_body_is_told_by_its_place_in_detail_too(
    client: Client, body: object, field: str
) -> None:
    problem = client.post("/v1/claims/none/marks", json=body).json()
    (fault,) = problem["errors"]
    assert (fault["location"], fault["field"]) == ("body", field)
    assert problem["detail"] == (f"{field}: {fault['message']}" if field else fault["message"])
