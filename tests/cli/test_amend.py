"""`claims amend` puts right what goes with a stored text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call, line, lines

TEXT = "Ann Lee said on Friday that the harbour would reopen in spring."
KNOWN = {"id": "a", "text": TEXT, "title": "Harbour", "author": "B. Lund", "published_at": "2024-11-25"}


@pytest.fixture
def document(claims: Call, database: Path) -> str:
    (told,) = lines(claims("ingest", "-d", database, input=line(**KNOWN)).stdout)
    return str(told["document_id"])


def claim(claims: Call, database: Path) -> dict[str, Any]:
    (found,) = lines(claims("query", "-d", database).stdout)
    return found


def test_times_are_reckoned_from_the_right_date(claims: Call, database: Path, document: str) -> None:
    before = claim(claims, database)
    assert before["time"]["value"] == "2024-11-22"
    result = claims("amend", document, "--published-at", "2024-11-18", "--author", "", "-d", database)
    (told,) = lines(result.stdout)
    assert (told["id"], told["title"], told["author"], told["published_at"]) == (
        document, "Harbour", None, "2024-11-18",
    )  # fmt: skip
    after = claim(claims, database)
    assert (after["id"], after["time"]["value"]) == (before["id"], "2024-11-15")


def test_what_ingest_was_told_otherwise_it_names(claims: Call, database: Path, document: str) -> None:
    again = line(**KNOWN | {"published_at": "2024-11-18", "publisher": "The Quay"})
    (told,) = lines(claims("ingest", "-d", database, input=again).stdout)
    assert (told["status"], told["ignored"]) == ("known", ["publisher", "published_at"])
    claims("amend", document, "--published-at", "2024-11-18", "--publisher", "The Quay", "-d", database)
    (told,) = lines(claims("ingest", "-d", database, input=again).stdout)
    assert (told["status"], told.get("ignored")) == ("known", None)


@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        ((), 2, "Say what is to be put right"),
        (("--url", "ftp://news.example/1"), 2, "--url: Expected an address"),
        (("--published-at", "2024-02-30"), 2, "--published-at: Expected an ISO date"),
        (("--language", "?"), 2, "--language: Expected a BCP 47 tag"),
    ],
)
def test_what_cannot_be_is_wrong_usage(
    claims: Call, database: Path, document: str, given: tuple[str, ...], status: int, told: str
) -> None:
    result = claims("amend", document, *given, "-d", database)
    assert (result.exit_code, result.stdout) == (status, "")
    assert told in result.stderr


def test_what_is_not_there_is_told(claims: Call, database: Path, document: str) -> None:
    missing = claims("amend", "none", "--title", "x", "-d", database)
    assert missing.exit_code == 1 and "there is no document none" in missing.stderr


def test_another_document_is_not_made(claims: Call, database: Path) -> None:
    page = "https://news.example/"
    given = line(text=TEXT, url=page + "1") + line(text=TEXT, url=page + "2")
    first, second = lines(claims("ingest", "-d", database, input=given).stdout)
    result = claims("amend", first["document_id"], "--url", page + "2", "-d", database)
    assert result.exit_code == 1 and second["document_id"] in result.stderr
