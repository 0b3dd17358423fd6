"""`claims ingest` refuses what the API refuses, and for the same reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.cli.conftest import SAID, Call, line, lines, served

LIMITS = ("--text-bytes", "5000", "--body-bytes", "20000")
PAGE = f"<html><body><article><p>{SAID}</p></article></body></html>"
REFUSED: dict[str, dict[str, Any]] = {
    "a long title": {"text": SAID, "title": "a" * 1001},
    "a long url": {"text": SAID, "url": "https://news.example/" + "a" * 980},
    "a script for a url": {"text": SAID, "url": "javascript:alert(1)"},
    "a file for a url": {"text": SAID, "url": "file:///etc/hosts"},
    "a url without a host": {"text": SAID, "url": "https:///etc/hosts"},
    "no url at all": {"text": SAID, "url": "our archive"},
    "a url with a line break": {"text": SAID, "url": "https://news.example/\n"},
    "a language with a line break": {"text": SAID, "language": "en\n"},
    "a long publisher": {"text": SAID, "publisher": "a" * 1001},
    "a long author": {"text": SAID, "author": "a" * 1001},
    "a long external id": {"text": SAID, "external_id": "a" * 1001},
    "a NUL in the author": {"text": SAID, "author": "a\0"},
    "no language tag": {"text": SAID, "language": "English language"},
    "a long text": {"text": SAID * 200},
    "a text long in bytes": {"text": "é" * 2501},
    "a long page": {"html": PAGE + " " * 20_000},
    "a page with a long text": {"html": PAGE.replace(SAID, SAID * 200)},
    "an impossible day": {"text": SAID, "published_at": "2024-02-30"},
    "blanks": {"text": " \n"},
}
TAKEN: dict[str, dict[str, Any]] = {
    "a title of the greatest length": {"text": SAID, "title": "é" * 1000},
    "a text of the greatest length": {"text": f"{SAID} {'x' * 5000}"[:5000]},
    "a url in capitals with blanks and letters": {"text": SAID, "url": "HTTPS://news.example/é ü?a=b#c"},
    "a page": {"html": PAGE, "language": "en-GB"},
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with served(tmp_path_factory.mktemp("limits") / "claims.db", *LIMITS) as (_, found):
        yield found


@pytest.mark.parametrize("given", [*REFUSED.values(), *TAKEN.values()], ids=[*REFUSED, *TAKEN])
def test_the_command_line_and_the_api_take_the_same(
    claims: Call, database: Path, address: str, given: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMS_TEXT_BYTES", LIMITS[1])
    monkeypatch.setenv("CLAIMS_BODY_BYTES", LIMITS[3])
    answer = httpx.post(f"{address}/v1/documents", json=given)
    (told,) = lines(claims("ingest", "-d", database, input=line(**given)).stdout)
    assert ("error" not in told) == (answer.status_code in {200, 201}) == (given in TAKEN.values())


def test_an_id_is_as_long_as_an_external_id_may_be(claims: Call, database: Path) -> None:
    given = line(id="a" * 1001, text=SAID) + line(id="a" * 1000, text=SAID)
    refused, taken = lines(claims("ingest", "-d", database, input=given).stdout)
    assert "external_id" in refused["error"] and taken["status"] == "added"


def test_empty_fields_are_none(claims: Call, database: Path) -> None:
    given = line(text=SAID, title="", url="", publisher="", language="", external_id="")
    (told,) = lines(claims("ingest", "-d", database, input=given).stdout)
    assert told["status"] == "added"
    (kept,) = lines(claims("export", "-d", database).stdout)
    assert kept["document_id"] == told["document_id"]
