from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import DENIED, SAID, Call, line, lines

KNOWN = {"published_at": "2024-03-05", "publisher": "The Quay"}
ARTICLES = line(id="a", text=SAID, **KNOWN) + line(id="b", text=DENIED)


@pytest.fixture
def stored(claims: Call, database: Path) -> Path:
    assert claims("ingest", "--database", database, input=ARTICLES).exit_code == 0
    return database


def test_lines_are_those_of_a_query(claims: Call, stored: Path) -> None:
    exported = claims("export", "--database", stored).stdout
    assert exported == claims("query", "--limit", "0", "--database", stored).stdout
    assert len(lines(exported)) == 2


@pytest.mark.parametrize(("form", "encoding"), [("csv", "utf-8"), ("spreadsheet", "utf-8-sig")])
def test_a_table_has_a_head_and_a_row_a_claim(
    claims: Call, stored: Path, tmp_path: Path, form: str, encoding: str
) -> None:
    file = tmp_path / "claims.csv"
    result = claims("export", "--format", form, "--output", file, "--act", "deny", "--database", stored)
    assert (result.exit_code, result.stdout) == (0, "")
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding))))
    assert [row["actors"] for row in rows] == ["Bo Carver"]


NARROWED = {
    "by a word that is begun": (["--text", "harb*"], 1),
    "without an act": (["--not-act", "deny"], 1),
    "without words": (["--not-text", "ferry"], 1),
    "by publisher": (["--publisher", "the quay"], 1),
    "without a publisher": (["--not-publisher", "the quay"], 1),
    "by named sources": (["--anonymity", "named"], 2),
    "oldest first": (["--order", "oldest"], 2),
}


@pytest.mark.parametrize(("options", "count"), NARROWED.values(), ids=NARROWED)
@pytest.mark.parametrize("command", ["export", "query"])
def test_both_take_every_filter(
    claims: Call, stored: Path, command: str, options: list[str], count: int
) -> None:
    result = claims(command, "--database", stored, *options)
    assert result.exit_code == 0
    assert len(lines(result.stdout)) == count


def test_an_export_makes_no_database(claims: Call, database: Path) -> None:
    assert claims("export", "--database", database).exit_code == 2
    assert not database.exists()
