"""An answer has a tag: what has not changed is not sent again, and what has is not deleted unseen."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.service.callers import Client
from tests.service.filing import WARS

CACHED = [
    "/v1/claims",
    "/v1/documents",
    "/v1/actors",
    "/v1/topics",
    "/openapi.json",
    "/docs",
    "/docs/scalar.js",
]


@pytest.mark.parametrize("path", CACHED)
def test_an_answer_that_has_not_changed_is_not_sent_again(client: Client, path: str) -> None:
    first = client.get(path)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    for given in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(path, headers={"if-none-match": given})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
        assert again.headers["cache-control"] == first.headers["cache-control"]
        assert again.headers["vary"] == first.headers["vary"]
        assert "content-type" not in again.headers
    assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200


def test_a_tag_changes_with_what_it_names(client: Client) -> None:
    document = client.post("/v1/documents", json={"text": WARS}).json()
    paths = [*CACHED[:4], f"/v1/documents/{document['id']}", f"/v1/claims/{document['claims'][0]['id']}"]
    tags = {path: client.get(path).headers["etag"] for path in paths}
    assert len(set(tags.values())) == len(paths)
    client.delete(f"/v1/documents/{document['id']}")
    for path in CACHED[:4]:
        assert client.get(path, headers={"if-none-match": tags[path]}).status_code == 200


def test_a_deletion_that_names_another_state_is_not_done(client: Client) -> None:
    path = client.post("/v1/documents", json={"text": WARS}).headers["location"]
    tag = client.get(path, headers={"accept-encoding": "identity"}).headers["etag"]
    for stale in ('"stale"', f"W/{tag}", '"a", "b"', "no tag"):
        refused = client.delete(path, headers={"if-match": stale})
        assert (refused.status_code, refused.json()["type"]) == (412, "/docs/errors#precondition-failed")
    assert client.get(path).headers["etag"].strip('"').partition("-")[0] == tag.strip('"')
    assert client.delete(path, headers={"if-match": f'"other", {tag}'}).status_code == 204
    assert client.delete(path, headers={"if-match": tag}).status_code == 404


def test_the_tag_of_the_compressed_form_and_the_star_are_conditions_too(client: Client) -> None:
    for compressed in (True, False):
        path = client.post("/v1/documents", json={"text": WARS}).headers["location"]
        tag = client.get(path, headers={"accept-encoding": "gzip"}).headers["etag"]
        assert tag.endswith('-gzip"')
        assert client.delete(path, headers={"if-match": tag if compressed else "*"}).status_code == 204


def test_head_answers_304_as_get_does(client: Client) -> None:
    tag = client.get("/v1/claims").headers["etag"]
    assert client.head("/v1/claims", headers={"if-none-match": tag}).status_code == 304


def test_a_mark_that_has_changed_is_not_taken_away(client: Client) -> None:
    document = client.post("/v1/documents", json={"text": WARS}).json()
    claim = f"/v1/claims/{document['claims'][0]['id']}"
    path = client.post(f"{claim}/marks", json={"kind": "reject", "editor": "J. Rivera"}).headers["location"]
    tag = client.get(path).headers["etag"]
    client.delete(f"/v1/documents/{document['id']}")
    assert client.get(path).json()["orphaned"]
    assert client.delete(path, headers={"if-match": tag}).status_code == 412
    assert client.delete(path, headers={"if-match": client.get(path).headers["etag"]}).status_code == 204


def test_of_those_who_change_and_delete_at_once_one_alone_finds_its_tag(client: Client) -> None:
    for _ in range(5):
        path = client.post("/v1/documents", json={"text": WARS}).headers["location"]
        given = {"if-match": client.get(path).headers["etag"]}

        def amend(author: str) -> int:
            return client.patch(path, json={"author": author}, headers=given).status_code  # noqa: B023

        def delete(_: str) -> int:
            return client.delete(path, headers=given).status_code  # noqa: B023

        with ThreadPoolExecutor(4) as pool:
            asked = [pool.submit(change, "A. Lund") for change in (delete, amend, delete, amend)]
        statuses = sorted(each.result() for each in asked)
        assert statuses[0] < 300
        assert set(statuses[1:]) <= {404, 412}
        client.delete(path)
