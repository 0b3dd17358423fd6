"""Claims, actors and topics are found over HTTP as they are in the store."""

from __future__ import annotations

import pytest

from tests.service.callers import Client

ARTICLE = (
    "Shin Wonsik said that the war may spread.\n"
    "Russia and North Korea denied that Ukraine won.\n"
    "Shin Wonsik denied that he would resign."
)


def found(client: Client, query: str) -> list[str]:
    response = client.get(f"/v1/claims?{query}")
    assert response.status_code == 200, response.text
    return [claim["content"]["text"] for claim in response.json()["items"]]


@pytest.mark.parametrize(
    ("query", "contents"),
    [
        ("actor=Shin%20Wonsik", ["the war may spread", "he would resign"]),
        ("actor=shin+wonsik&act=deny", ["he would resign"]),
        ("act=deny&actor=Russia", ["Ukraine won"]),
        ("actor=Russia&actor=Shin", ["the war may spread", "Ukraine won", "he would resign"]),
        ("act=deny&act=state", ["the war may spread", "Ukraine won", "he would resign"]),
        ("about=ukraine", ["Ukraine won"]),
        ("topic=conflict%2C%20war%20and%20peace", ["the war may spread", "Ukraine won", "he would resign"]),
        ("topic=conflict%2C%20war%20and%20peace&q=resign", ["he would resign"]),
        ("certainty=possible", ["the war may spread"]),
        ("polarity=negative&limit=1", ["Ukraine won"]),
        ("published_since=2024-11-22&published_until=2024-11-23&q=war", ["the war may spread"]),
        ("published_since=2024-11-23", []),
        ("actor=nobody", []),
        ("topic=nothing", []),
    ],
)
def test_filters_find_what_they_say(client: Client, query: str, contents: list[str]) -> None:
    client.post("/v1/documents", json={"text": ARTICLE, "published_at": "2024-11-22"})
    assert found(client, query) == contents


def test_one_claim_is_the_one_in_the_list(client: Client) -> None:
    client.post("/v1/documents", json={"text": ARTICLE})
    for claim in client.get("/v1/claims").json()["items"]:
        alone = client.get(f"/v1/claims/{claim['id']}").json()
        assert {name: alone[name] for name in claim} == claim


def test_next_leads_through_all_claims(client: Client) -> None:
    client.post("/v1/documents", json={"text": ARTICLE})
    contents, url = [], "/v1/claims?limit=1"
    while True:
        page = client.get(url).json()
        contents += [claim["content"]["text"] for claim in page["items"]]
        if page["next"] is None:
            break
        url = f"/v1/claims?limit=1&cursor={page['next']}"
    assert contents == ["the war may spread", "Ukraine won", "he would resign"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=501", "limit"),
        ("limit=many", "limit"),
        ("limit=99999999999999999999", "limit"),
        ("limit=1&limit=2", "limit"),
        ("cursor=x", "cursor"),
        ("cursor=", "cursor"),
        ("act=shout", "act"),
        ("act=deny,state", "act"),
        ("actor=", "actor"),
        ("actor=%00", "actor"),
        ("q=" + "a" * 201, "q"),
        ("published_since=yesterday", "published_since"),
        ("said_until=2024-02-30", "said_until"),
        ("actress=Shin", "actress"),
    ],
)
def test_an_invalid_parameter_is_refused_by_name(client: Client, query: str, field: str) -> None:
    response = client.get(f"/v1/claims?{query}")
    assert response.status_code == 400
    assert [(error["location"], error["field"]) for error in response.json()["errors"]] == [("query", field)]


def test_every_invalid_parameter_is_named_at_once(client: Client) -> None:
    errors = client.get("/v1/claims?limit=0&act=x&foo=1").json()["errors"]
    assert {error["field"] for error in errors} == {"limit", "act", "foo"}


def test_actors_and_topics_are_listed_and_searched(client: Client) -> None:
    client.post("/v1/documents", json={"text": ARTICLE})
    actors = client.get("/v1/actors").json()["items"]
    assert [(actor["name"], actor["kind"], actor["claims"]) for actor in actors] == [
        ("Shin Wonsik", "person", 2),
        ("Russia", "country", 1),
        ("North Korea", "country", 1),
        ("Ukraine", "country", 0),
    ]
    assert [actor["name"] for actor in client.get("/v1/actors?q=shi").json()["items"]] == ["Shin Wonsik"]
    assert found(client, f"actor={actors[0]['id']}") == ["the war may spread", "he would resign"]
    topics = client.get("/v1/topics?q=conf").json()["items"]
    assert {topic["label"] for topic in topics} == {"armed conflict", "conflict, war and peace"}


def test_a_page_tells_of_its_documents_once_each(client: Client) -> None:
    known = {
        "title": "War",
        "url": "https://quay.example/1",
        "publisher": "The Quay",
        "published_at": "2024-11-22",
    }
    first = client.post("/v1/documents", json={"text": ARTICLE, **known}).json()["id"]
    second = client.post("/v1/documents", json={"text": "Mary Lee said that it rains."}).json()["id"]
    page = client.get("/v1/claims").json()
    assert list(page["documents"]) == [first, second]
    assert page["documents"][first] == {"id": first, "author": None, **known}
    assert page["documents"][second]["published_at"] is None
    assert list(client.get("/v1/claims?limit=1").json()["documents"]) == [first]
    related = client.get(f"/v1/claims/{page['items'][0]['id']}/related").json()
    assert list(related["documents"]) == [first]
    assert client.get("/v1/claims?actor=nobody").json()["documents"] == {}
