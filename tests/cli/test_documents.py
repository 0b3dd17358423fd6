"""`claims documents` lists what is stored, and `claims delete` removes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import DENIED, SAID, Call, line, lines

ARTICLES = (
    line(id="a-1", text=SAID, publisher="The Quay", published_at="2024-11-22", title="Harbour")
    + line(id="a-2", text=DENIED, publisher="The Pier", published_at="2024-11-23")
    + line(id="a-2", text=f"{DENIED} {SAID}", publisher="The Pier", published_at="2024-11-23")
)


@pytest.fixture
def stored(claims: Call, database: Path) -> Path:
    assert claims("ingest", "-d", database, input=ARTICLES).exit_code == 0
    return database


def listed(claims: Call, database: Path, *arguments: str) -> list[dict[str, Any]]:
    return lines(claims("documents", *arguments, "-d", database).stdout)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ((), ["a-2", "a-1"]),
        (("--revisions", "ALL"), ["a-2", "a-2", "a-1"]),
        (("--limit", "1"), ["a-2"]),
        (("--limit", "0"), ["a-2", "a-1"]),
        (("--publisher", "the quay"), ["a-1"]),
        (("--external-id", "a-1", "--external-id", "a-2"), ["a-2", "a-1"]),
        (("--published-since", "2024-11-23"), ["a-2"]),
        (("--published-until", "2024-11-23"), ["a-1"]),
        (("--url", "https://news.example/1"), []),
    ],
)
def test_documents_are_listed(
    claims: Call, stored: Path, arguments: tuple[str, ...], found: list[str]
) -> None:
    documents = listed(claims, stored, *arguments)
    assert [document["external_id"] for document in documents] == found
    assert all("text" not in document for document in documents)


def test_a_table_shows_what_they_are(claims: Call, stored: Path) -> None:
    shown = claims("documents", "--revisions", "all", "--format", "table", "-d", stored).stdout.splitlines()
    ids = [document["id"] for document in listed(claims, stored, "--revisions", "all")]
    assert [row.split()[0] for row in shown] == ids
    assert "2024-11-22  1 claims  The Quay  Harbour" in shown[2]
    assert sum(f"superseded by {ids[0]}" in row or f"superseded by {ids[1]}" in row for row in shown) == 1


def test_a_publisher_of_whom_nothing_is_stored_is_told(claims: Call, stored: Path) -> None:
    result = claims("documents", "--publisher", "Quay", "-d", stored)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "claims: nothing is stored of --publisher 'Quay'; like it: 'The Quay'\n"


def test_a_topic_of_which_nothing_is_stored_is_told(claims: Call, stored: Path) -> None:
    result = claims("topics", "xyz", "-d", stored)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "claims: nothing is stored of 'xyz'\n"


def test_a_range_that_can_hold_nothing_is_wrong_usage(claims: Call, stored: Path) -> None:
    asked = ("--published-since", "2024-11", "--published-until", "2024-11")
    assert claims("documents", *asked, "-d", stored).exit_code == 2


def test_documents_are_deleted_and_those_that_are_not_there_told(claims: Call, stored: Path) -> None:
    (document,) = listed(claims, stored, "--external-id", "a-1")
    result = claims("delete", document["id"], "none", document["id"], "-d", stored)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == ["claims: there is no document 'none'", "claims: 1 deleted"]
    assert [left["external_id"] for left in listed(claims, stored)] == ["a-2"]
    assert claims("delete", "-d", stored).exit_code == 2


def test_of_revisions_the_one_before_takes_the_place(claims: Call, stored: Path) -> None:
    (latest,) = listed(claims, stored, "--external-id", "a-2")
    result = claims("delete", latest["id"], "-d", stored)
    assert (result.exit_code, result.stderr) == (0, "claims: 1 deleted\n")
    (before,) = listed(claims, stored, "--external-id", "a-2")
    assert (latest["revision"], before["revision"]) == (2, 1)
