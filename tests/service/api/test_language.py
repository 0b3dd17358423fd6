"""Texts in other languages are stored as they are, without claims, and said to be so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.app import create_app
from service.settings import Settings
from tests.cli.conftest import Call, claims, line, lines
from tests.service.callers import Client, calling

__all__ = ["claims"]


ENGLISH = (
    "The mayor said on Friday that the bridge would close, and that there was no other way to repair it."
)
FRENCH = (
    "Le maire a dit vendredi que le pont serait fermé pour des travaux, et qu'il n'y avait pas d'autre moyen"
    " de le réparer avant la fin de l'année."
)
GERMAN = (
    "Der Bürgermeister sagte, dass die Brücke gesperrt wird, und dass es für die Arbeit nicht anders geht."
)
SHORT = "Ann Lee said that it was over."


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The app with the engine itself."""
    settings = Settings(database=tmp_path_factory.mktemp("languages") / "claims.db", parsers=1)
    with calling(create_app(settings)) as running:
        yield running


@pytest.mark.parametrize(
    ("text", "declared", "language", "read"),
    [
        (ENGLISH, None, "en", True),
        (ENGLISH, "en-GB", "en-GB", True),
        (ENGLISH, "fr", "fr", True),
        (FRENCH, None, "fr", False),
        (FRENCH, "fr", "fr", False),
        (FRENCH, "en", "en", False),
        (GERMAN, None, "de", False),
        (SHORT, None, None, True),
        (SHORT + " ", "en", "en", True),
        (SHORT + "  ", "fr-CA", "fr-CA", False),
    ],
)
def test_a_text_is_read_if_it_may_be_english(
    client: Client, text: str, declared: str | None, language: str | None, read: bool
) -> None:
    marked = f"{text}\n{declared}"
    stored = client.post("/v1/documents", json={"text": marked, "language": declared}).json()
    assert stored["text"] == marked
    assert stored["language"] == language
    assert bool(stored["claims"]) is read
    assert (stored["note"] is None) is read
    parsed = client.post("/v1/parse", json={"text": marked, "language": declared}).json()
    assert parsed["note"] == stored["note"]
    assert bool(parsed["claims"]) is read


def test_the_note_names_the_language(client: Client) -> None:
    body = json.dumps({"text": FRENCH}).encode() + b"\n" + json.dumps({"text": ENGLISH}).encode()
    response = client.post("/v1/documents", content=body, headers={"content-type": "application/x-ndjson"})
    other, english = (json.loads(each) for each in response.text.splitlines())
    assert other["note"] == "The text is in French; only English is read."
    assert (other["claims"], other["unread"]) == (0, 0)
    assert "note" not in english
    listed = client.get("/v1/documents").json()["items"]
    assert other["note"] in [document["note"] for document in listed]


@pytest.mark.parametrize("language", ["english", "e", "en_GB", "en-", "", "en-GB-x-y-z-a"])
def test_what_is_no_language_tag_is_refused(client: Client, language: str) -> None:
    response = client.post("/v1/documents", json={"text": ENGLISH, "language": language})
    assert response.status_code == 400
    assert response.json()["errors"][0]["field"] == "/language"


def test_the_command_line_tells_it_too(claims: Call, tmp_path: Path) -> None:
    texts = line(id="fr", text=FRENCH) + line(id="en", text=ENGLISH)
    parsed: list[dict[str, Any]] = lines(claims("parse", input=texts).stdout)
    assert [(each["language"], bool(each["claims"])) for each in parsed] == [("fr", False), ("en", True)]
    for _ in range(2):
        stored = lines(claims("ingest", "--database", tmp_path / "claims.db", input=texts).stdout)
        assert stored[0]["note"] == parsed[0]["note"]
        assert "note" not in stored[1]
    for command in (("parse",), ("ingest", "--database", tmp_path / "claims.db")):
        shown = claims(*command, "--format", "table", input=texts).stdout
        assert "only English is read." in " ".join(shown.split())
