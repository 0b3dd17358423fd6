"""No route says more of an article's text than its caller is to see."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.app import create_app
from service.description.document import describe
from service.settings import Settings, Shown
from tests.service.callers import STRANGER, Client, calling
from tests.service.stub import StubEngine

HIDDEN = ("Xylophone", "Zeppelin", "Unread")
TEXT = "Xylophone players met.\nMary Lee said that the war is over.\nZeppelin pilots left.\nUnread said."
READS = sorted(path for path, operations in describe()["paths"].items() if "get" in operations)


@pytest.fixture(scope="module", params=["sentence", "none"])
def stored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A service that keeps texts from strangers, with one document."""
    settings = Settings(
        database=tmp_path_factory.mktemp("visibility") / "claims.db",
        parsers=1,
        text_without_key=Shown(request.param),
        rate_limit=0,
    )
    with calling(create_app(settings, StubEngine)) as client:
        document = client.post("/v1/documents", json={"text": TEXT, "url": "https://news.example/1"}).json()
        yield client, document


def ask(client: Client, path: str, document: dict[str, Any], **headers: str) -> str:
    ids = {"documents": document["id"], "claims": document["claims"][0]["id"]}
    ids["actors"] = document["claims"][0]["actors"][0]["id"]
    known = ids.get(path.split("/")[2], "") if path.count("/") > 2 else ""
    name = path[path.find("{") : path.find("}") + 1]
    response = client.get(path.replace(name, known) if name else path, headers=headers)
    assert response.status_code in {200, 400, 401, 404}, response.text
    return response.text


@pytest.mark.parametrize("path", READS)
def test_a_stranger_is_told_nothing_beyond_the_claims(stored: Any, path: str) -> None:
    client, document = stored
    told = ask(client, path, document, **{"x-test-address": STRANGER})
    assert not [word for word in HIDDEN if word in told]


def test_a_stranger_is_told_the_claims_whole(stored: Any) -> None:
    client, document = stored
    headers = {"x-test-address": STRANGER}
    answer = client.get(f"/v1/documents/{document['id']}", headers=headers).json()
    assert answer["text"] is None
    assert answer["claims"] == document["claims"]
    assert [(each["text"], each["cue"]) for each in answer["unread"]] == [("", "said")]
    found = client.get("/v1/claims?q=war", headers=headers).json()["items"]
    assert [claim["content"]["text"] for claim in found] == ["the war is over"]


@pytest.mark.parametrize("word", HIDDEN)
def test_no_search_finds_what_is_not_shown(stored: Any, word: str) -> None:
    client, _ = stored
    for parameter in ("q", "actor", "about", "topic"):
        found = client.get(f"/v1/claims?{parameter}={word}", headers={"x-test-address": STRANGER})
        assert found.json()["items"] == []


def test_the_machine_itself_is_told_all_and_may_be_told_nothing(stored: Any, tmp_path: Path) -> None:
    client, document = stored
    assert client.get(f"/v1/documents/{document['id']}").json()["text"] == TEXT
    settings = Settings(database=tmp_path / "claims.db", parsers=1, text_with_key=Shown.NONE)
    with calling(create_app(settings, StubEngine)) as other:
        assert other.post("/v1/documents", json={"text": TEXT}).json()["text"] is None


def test_what_is_shown_to_the_one_is_not_taken_for_what_is_shown_to_the_other(stored: Any) -> None:
    client, document = stored
    path = f"/v1/documents/{document['id']}"
    whole, part = client.get(path), client.get(path, headers={"x-test-address": STRANGER})
    assert whole.headers["etag"] != part.headers["etag"]
    assert whole.headers["cache-control"] == "private, no-cache"
    assert "Authorization" in part.headers["vary"]
