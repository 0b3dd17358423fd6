"""What goes with a document's text is put right by a JSON merge patch; its text and its marks stay."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.service.callers import Client

MERGE = {"content-type": "application/merge-patch+json"}
TEXT = "Mary Lee said that it rains.\nTom Shin denied that it snows in 2023."
KNOWN = {
    "title": "Rain",
    "url": "https://news.example/1",
    "publisher": "The Quay",
    "author": "A. Holm",
    "published_at": "2024-11-22",
    "external_id": "a-1",
}


def submitted(client: Client, **known: Any) -> dict[str, Any]:
    document: dict[str, Any] = client.post("/v1/documents", json={"text": TEXT, **KNOWN, **known}).json()
    return document


def amend(client: Client, id: str, fields: Any, **headers: str) -> Any:
    return client.patch(f"/v1/documents/{id}", json=fields, headers=MERGE | headers)


def found(client: Client, query: str) -> int:
    return len(client.get(f"/v1/claims?{query}").json()["items"])


def test_a_field_is_put_right_and_the_others_stay(client: Client) -> None:
    before = submitted(client)
    answer = amend(client, before["id"], {"published_at": "2023-05-01T10:00:00+02:00", "title": "Snow"})
    assert answer.status_code == 200
    after = {**before, "published_at": "2023-05-01T10:00:00+02:00", "title": "Snow"}
    assert answer.json() == after == client.get(f"/v1/documents/{before['id']}").json()
    assert [(item["id"], item["revision"]) for item in client.get("/v1/documents").json()["items"]] == [
        (before["id"], 1)
    ]


def test_null_takes_a_field_away_and_nothing_changes_nothing(client: Client) -> None:
    before = submitted(client)
    assert amend(client, before["id"], {}).json() == before
    gone = dict.fromkeys(("title", "url", "publisher", "author", "published_at"))
    assert amend(client, before["id"], gone).json() == before | gone
    assert found(client, "published_since=1900") == found(client, "publisher=the+quay") == 0
    assert found(client, "actor=Lee") == 1


def test_claims_are_found_and_counted_by_what_is_right(client: Client) -> None:
    other = submitted(client, external_id="a-2", published_at="2024-01-01")
    id = submitted(client)["id"]
    assert client.get("/v1/claims").json()["items"][0]["document_id"] == id
    amend(client, id, {"published_at": "2023-05-01", "publisher": "The Pier"})
    assert client.get("/v1/claims").json()["items"][0]["document_id"] == other["id"]
    assert found(client, "published_until=2024") == found(client, "publisher=the+pier") == 2
    assert found(client, "published_until=2024&q=rains") == 1
    facets = client.get("/v1/claims/facets").json()["facets"]
    counts = {each["value"]: each["claims"] for each in (*facets["publisher"], *facets["month"])}
    assert counts == {"The Pier": 2, "The Quay": 2, "2023-05": 2, "2024-01": 2}
    amend(client, other["id"], {"publisher": None})
    assert [each["value"] for each in client.get("/v1/claims/facets").json()["facets"]["publisher"]] == [
        "The Pier"
    ]


def test_marks_stay_on_claims_of_a_document_put_right(client: Client) -> None:
    document = submitted(client)
    claim = document["claims"][0]["id"]
    client.post(f"/v1/claims/{claim}/marks", json={"kind": "reject", "editor": "J. Rivera"})
    amended = amend(client, document["id"], {"published_at": "2020-02-29", "publisher": "X"}).json()
    assert [each["id"] for each in amended["claims"]] == [each["id"] for each in document["claims"]]
    assert amended["claims"][0]["marks"][0]["kind"] == "reject"
    assert found(client, "rejected=exclude") == 1


def test_a_text_said_to_be_in_another_language_has_no_claims(client: Client) -> None:
    id = submitted(client)["id"]
    foreign = amend(client, id, {"language": "sv"}).json()
    assert (foreign["claims"], foreign["language"]) == ([], "sv") and foreign["note"]
    again = amend(client, id, {"language": None}).json()
    assert (len(again["claims"]), again["language"], again["note"]) == (2, None, None)


def test_a_superseded_revision_is_put_right_and_stays_superseded(client: Client) -> None:
    old = submitted(client)
    new = client.post("/v1/documents", json={"text": "Mary Lee said that it snows.", **KNOWN}).json()
    amended = amend(client, old["id"], {"title": "Once", "published_at": "2024-11-20"}).json()
    assert (amended["title"], amended["superseded_by"]) == ("Once", new["id"])
    assert found(client, "actor=Lee") == 1
    assert found(client, "actor=Lee&revisions=all") == 2
    client.delete(f"/v1/documents/{new['id']}")
    assert found(client, "published_until=2024-11-21") == 2


@pytest.mark.parametrize(
    ("fields", "pointer"),
    [
        ({"text": "another"}, "/text"),
        ({"external_id": "a-2"}, "/external_id"),
        ({"id": "x"}, "/id"),
        ({"title": ""}, "/title"),
        ({"title": 3}, "/title"),
        ({"url": "javascript:alert(1)"}, "/url"),
        ({"published_at": "yesterday"}, "/published_at"),
        ({"language": "?"}, "/language"),
        ([], ""),
        (None, ""),
        ("title", ""),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(client: Client, fields: Any, pointer: str) -> None:
    before = submitted(client)
    answer = amend(client, before["id"], fields)
    assert answer.status_code == 400, answer.text
    assert [fault["field"] for fault in answer.json()["errors"]] == [pointer]
    assert client.get(f"/v1/documents/{before['id']}").json() == before


def test_other_media_types_are_refused_and_the_right_one_is_named(client: Client) -> None:
    path = f"/v1/documents/{submitted(client)['id']}"
    refused = client.patch(path, content=b"title=x", headers={"content-type": "text/plain"})
    taken = "application/merge-patch+json, application/json"
    assert (refused.status_code, refused.headers["accept-patch"]) == (415, taken)
    assert client.patch(path, json={"title": "Snow"}).json()["title"] == "Snow"
    assert client.patch("/v1/documents/none", json={"title": "Snow"}).status_code == 404
    options = client.options(path).headers
    assert "PATCH" in options["allow"] and options["accept-patch"] == taken


def test_of_two_who_change_it_at_once_the_second_is_told(client: Client) -> None:
    id = submitted(client)["id"]
    tag = client.get(f"/v1/documents/{id}").headers["etag"]
    first = amend(client, id, {"title": "Snow"}, **{"If-Match": tag})
    assert first.status_code == 200
    now = client.get(f"/v1/documents/{id}", headers={"Accept-Encoding": "identity"}).headers["etag"]
    assert first.headers["etag"] == now != tag
    second = amend(client, id, {"title": "Hail"}, **{"If-Match": tag})
    assert second.status_code == 412
    assert second.headers["content-type"] == "application/problem+json"
    assert (
        amend(client, id, {"title": "Hail"}, **{"If-Match": f'"x", {first.headers["etag"]}'}).status_code
        == 200
    )
    assert amend(client, id, {"title": "Fog"}, **{"If-Match": "*"}).json()["title"] == "Fog"


def test_of_many_who_change_it_at_once_one_alone_finds_its_tag(client: Client) -> None:
    id = submitted(client)["id"]
    tag = client.get(f"/v1/documents/{id}").headers["etag"]

    def change(number: int) -> int:
        fields = {"title": f"Title {number}", "published_at": f"2024-11-{number + 1:02}"}
        return int(amend(client, id, fields, **{"If-Match": tag}).status_code)

    with ThreadPoolExecutor(8) as pool:
        statuses = sorted(pool.map(change, range(8)))
    assert statuses[0] == 200
    assert set(statuses[1:]) <= {412, 503}  # the stub's queue is short


def test_without_a_condition_every_change_of_another_field_holds(client: Client) -> None:
    id = submitted(client)["id"]
    fields = [
        {"title": "Snow"},
        {"author": "B. Lund"},
        {"publisher": "The Pier"},
        {"url": "https://news.example/2"},
    ]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda each: amend(client, id, each), fields))
    assert [answer.status_code for answer in answers] == [200] * 4
    after = client.get(f"/v1/documents/{id}").json()
    assert all(after.items() >= each.items() for each in fields)
