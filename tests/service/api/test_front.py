"""What every answer has: an id, safety headers, a media type that was asked for, a page for its problem."""

from __future__ import annotations

import pytest

from tests.service.callers import Client


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("abc-123._=+/", True),
        ("a" * 128, True),
        ("a" * 129, False),
        ("", False),
        ("a b", False),
        ("a\tb", False),
        ("{jndi:x}", False),
        ("é", False),
    ],
)
def test_a_request_id_is_kept_where_it_is_harmless(client: Client, given: str, kept: bool) -> None:
    headers = {"x-request-id": given.encode()}
    found = client.get("/v1/claims", headers=headers)  # type: ignore[arg-type] # bytes, as on the wire
    response = client.get("/nowhere", headers=headers)  # type: ignore[arg-type] # as above
    for answer in (found, response):
        assert (answer.headers["x-request-id"] == given) is kept
        assert len(answer.headers.get_list("x-request-id")) == 1
    assert response.json()["request_id"] == response.headers["x-request-id"]


@pytest.mark.parametrize("path", ["/v1/claims", "/docs", "/nowhere", "/health/live"])
def test_every_answer_has_its_safety_headers(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_no_cache_keeps_errors_and_answers_to_writing(client: Client) -> None:
    for response in (client.get("/nowhere"), client.post("/v1/documents", json={"text": "a"})):
        assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("accepted", "status"),
    [
        ("application/json", 200),
        ("*/*", 200),
        ("application/*;q=0.1", 200),
        ("text/html, application/json;q=0.5", 200),
        ("APPLICATION/JSON", 200),
        ("nonsense", 200),
        ("", 200),
        ("text/html", 406),
        ("application/json;q=0", 406),
        ("application/json;q=0, */*", 406),
        ("image/*", 406),
    ],
)
def test_what_is_not_accepted_is_not_given(client: Client, accepted: str, status: int) -> None:
    assert client.get("/v1/claims", headers={"accept": accepted}).status_code == status


def test_the_type_of_every_problem_leads_to_its_place_on_a_page(client: Client) -> None:
    path, _, anchor = client.get("/nowhere").json()["type"].partition("#")
    page = client.get(path)
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert f"<h2 id={anchor}>" in page.text
