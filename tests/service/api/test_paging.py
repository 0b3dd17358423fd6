"""Lists in pages: what follows is linked, and a token serves its own list alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from service.description.document import describe
from tests.service.api.conftest import TEXT, submitted
from tests.service.callers import Client, calling, stubbed


def test_the_link_header_leads_where_next_does(client: Client) -> None:
    submitted(client)
    url, contents = "/v1/claims?limit=1&act=deny&actor=Shin&actor=Russia", []
    while url:
        response = client.get(url)
        contents += [claim["content"]["text"] for claim in response.json()["items"]]
        following = response.json()["next"]
        assert ("next" in response.links) == (following is not None)
        url = response.links["next"]["url"] if following else ""
        assert following is None or f"cursor={following}" in url
    assert contents == ["Ukraine won", "the war goes on"]


LISTS = [
    path
    for path, operations in describe()["paths"].items()
    if any(parameter["name"] == "cursor" for parameter in operations.get("get", {}).get("parameters", ()))
]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, dict[str, Any]]]:
    """A service of its own with two of everything, and a document of two revisions in it."""
    with calling(stubbed(tmp_path_factory.mktemp("lists"))) as client:
        submitted(client, url="https://news.example/1")
        submitted(client, url="https://news.example/2")
        document = client.post(
            "/v1/documents", json={"text": f"{TEXT}\n", "url": "https://news.example/1"}
        ).json()
        for number in range(2):
            mark = {"kind": "reject", "editor": "J. Rivera"}
            client.post(f"/v1/claims/{document['claims'][number]['id']}/marks", json=mark)
            pin = {"name": f"the mayor of {number}", "actor": "Mary Lee", "editor": "J. Rivera"}
            client.post("/v1/decisions/pins", json=pin)
        yield client, document


@pytest.mark.parametrize("path", LISTS)
def test_every_list_links_to_its_next_page(filled: tuple[Client, dict[str, Any]], path: str) -> None:
    client, document = filled
    id = document["claims"][0]["id"] if path.startswith("/v1/claims") else document["id"]
    response = client.get(path.replace("{id}", id), params={"limit": 1})
    assert client.get(response.links["next"]["url"]).json()["items"] != response.json()["items"]


@pytest.mark.parametrize(
    ("change", "status"), [("&act=deny", 400), ("&order=oldest", 400), ("&limit=2", 200), ("", 200)]
)
def test_a_token_is_refused_with_other_filters(client: Client, change: str, status: int) -> None:
    submitted(client)
    token = client.get("/v1/claims?limit=1").json()["next"]
    response = client.get(f"/v1/claims?cursor={token}{change}")
    assert response.status_code == status
    if status == 400:
        assert response.json()["errors"][0]["field"] == "cursor"


def test_a_token_that_no_page_gave_out_is_not_found(client: Client) -> None:
    response = client.get(f"/v1/claims?cursor={'0' * 54}")
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
