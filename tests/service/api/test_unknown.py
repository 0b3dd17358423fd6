"""Names that nothing is stored of are told, with those like them, and not passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.service.api.conftest import submitted
from tests.service.callers import Client, calling, stubbed


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with calling(stubbed(tmp_path_factory.mktemp("unknown"))) as client:
        submitted(client, publisher="The Quay Herald", published_at="2024-11-22")
        yield client


def told(answer: dict[str, Any]) -> dict[str, list[str]]:
    """The names told, each with the values that are like it."""
    return {
        f"{each['parameter']}={each['value']}": [near["value"] for near in each["near"]]
        for each in answer.get("unknown", ())
    }


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("actor=Mery%20Lee", ["mary-lee"]),
        ("actor=Shin%20Wonsick", ["shin-wonsik"]),
        ("actor=Prime%20Minister%20Wonsick", ["shin-wonsik"]),
        ("actor=person:mary-leo", ["mary-lee"]),
        ("actor=Rusia", ["country:russia"]),
        ("actor=Wons", ["shin-wonsik"]),
        ("actor=Xyz", []),
        ("actor=Shin%20Wonnsick", ["shin-wonsik"]),  # two letters away
        ("about=Ukraeini", ["country:ukraine"]),
        ("actor=Ukrane", []),  # is spoken about, and says nothing
        ("about=Ukrane", ["country:ukraine"]),
        ("not_actor=Rusia", ["country:russia"]),
        ("topic=footbal", ["medtop:20001065"]),
        ("topic=conflicts", ["medtop:20000056", "medtop:16000000"]),
        ("topic=handball", ["medtop:20000822"]),  # a topic that no claim has: what is broader
        ("topic=handbal", ["medtop:20000822"]),
        ("not_topic=footbal", ["medtop:20001065"]),
        ("publisher=quay", ["The Quay Herald"]),
        ("not_publisher=The%20Quay%20Harald", ["The Quay Herald"]),
        ("q=mathc", ["match"]),
        ("q=Ukrane", ["ukraine"]),
        ("q=xyz", []),
        ("not_q=mathc", ["match"]),
        ("document=none", []),
        ("not_document=none", []),
        ("id=none", []),
    ],
)
def test_a_name_that_means_nothing_is_told_with_those_like_it(
    filled: Client, query: str, near: list[str]
) -> None:
    page = filled.get(f"/v1/claims?{query}").json()
    ((name, found),) = told(page).items()
    assert name == query.replace("%20", " ")
    assert set(found) == set(near) if "conflicts" in query else found == near
    assert bool(page["items"]) == query.startswith("not_")
    counted = filled.get(f"/v1/claims/facets?{query}").json()
    assert counted["unknown"] == page["unknown"]
    parameter = query.partition("=")[0]
    for value in found:
        assert "unknown" not in filled.get("/v1/claims", params={parameter: value}).json()


def test_a_name_that_means_something_is_not_told(filled: Client) -> None:
    for query in (
        "",
        "actor=Lee",
        "q=war&actor=Lee",
        "q=wars",
        "q=%22war+goes%22",
        "q=wa*",
        "q=%3F",
        "topic=war",
        "act=praise",
    ):
        assert "unknown" not in filled.get(f"/v1/claims?{query}").json()
        assert "unknown" not in filled.get(f"/v1/claims/facets?{query}").json()


def test_of_a_query_each_word_that_no_claim_has_is_told(filled: Client) -> None:
    page = filled.get("/v1/claims", params={"q": ['war mathc "ovr the"', "match"]}).json()
    assert told(page) == {"q=mathc": ["match"], "q=ovr": ["over"]}
    assert [claim["content"]["text"] for claim in page["items"]] == ["“all of it, = a match” is over"]


def test_names_are_told_beside_what_others_find_and_on_the_first_page_alone(filled: Client) -> None:
    query = "actor=Shin&actor=Mery&not_topic=xyz&limit=1"
    first = filled.get(f"/v1/claims?{query}").json()
    assert told(first) == {"actor=Mery": ["mary-lee"], "not_topic=xyz": []}
    assert [claim["actors"][0]["name"] for claim in first["items"]] == ["Shin Wonsik"]
    assert "unknown" not in filled.get(f"/v1/claims?{query}&cursor={first['next']}").json()


def test_of_very_many_names_the_first_ten_have_what_is_like_them(filled: Client) -> None:
    names = [f"Mery{number} Lee" for number in range(40)]
    page = filled.get("/v1/claims", params={"actor": names}).json()
    assert [each["value"] for each in page["unknown"]] == names
    assert [bool(each["near"]) for each in page["unknown"]] == [True] * 10 + [False] * 30


def test_publishers_of_documents_and_roots_of_the_tree_are_told_too(filled: Client) -> None:
    documents = filled.get("/v1/documents?publisher=quay").json()
    assert told(documents) == {"publisher=quay": ["The Quay Herald"]}
    assert "unknown" not in filled.get("/v1/documents?publisher=the+quay+herald").json()
    tree = filled.get("/v1/topics/tree?root=footbal").json()
    assert (tree["topics"], told(tree)) == ([], {"root=footbal": ["medtop:20001065"]})
    assert "unknown" not in filled.get("/v1/topics/tree?root=football").json()


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("actors?q=Mery+Lee", ["mary-lee"]),
        ("actors?q=Ukrane", ["country:ukraine"]),
        ("actors?q=Xyz", []),
        ("topics?q=fotball", ["medtop:20001065"]),
        ("topics?q=xyz", []),
    ],
)
def test_who_searches_for_actors_or_topics_is_told_what_is_like_it(
    filled: Client, query: str, near: list[str]
) -> None:
    page = filled.get(f"/v1/{query}").json()
    ((name, found),) = told(page).items()
    assert (page["items"], name, found) == ([], query.partition("?")[2].replace("+", " "), near)
    for each in found:
        assert "unknown" not in filled.get(f"/v1/{query.partition('?')[0]}", params={"q": each}).json()


def test_of_actors_that_kind_or_role_leave_out_nothing_is_told(filled: Client) -> None:
    for query in ("q=Mary&kind=medium", "q=Mary&role=mayor", "role=mayor"):
        assert filled.get(f"/v1/actors?{query}").json() == {"items": [], "next": None}
