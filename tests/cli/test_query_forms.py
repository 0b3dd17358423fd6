"""`claims query` gives tables to keep, takes values in any case, and refuses ranges that can hold nothing."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import DENIED, SAID, Call, lines


@pytest.fixture
def stored(claims: Call, database: Path) -> Path:
    assert claims("ingest", "--database", database, input=f"{SAID} {DENIED} {SAID}").exit_code == 0
    return database


@pytest.mark.parametrize("form", ["csv", "spreadsheet"])
def test_a_table_is_that_of_the_export(claims: Call, stored: Path, form: str) -> None:
    asked = ("--format", form, "--act", "state", "--database", stored)
    assert claims("query", *asked).stdout_bytes == claims("export", *asked).stdout_bytes


@pytest.mark.parametrize(("limit", "rows"), [("1", 1), ("2", 2), ("0", 3), ("9", 3)])
def test_a_table_has_as_many_rows_as_are_wanted(claims: Call, stored: Path, limit: str, rows: int) -> None:
    shown = claims("query", "--format", "csv", "--limit", limit, "--database", stored).stdout
    assert len(list(csv.DictReader(io.StringIO(shown)))) == rows


@pytest.mark.parametrize("command", ["query", "export"])
def test_a_closed_list_may_be_in_any_case(claims: Call, stored: Path, command: str) -> None:
    found = lines(claims(command, "--act", "DENY", "--order", "Oldest", "--database", stored).stdout)
    assert [claim["act"] for claim in found] == ["deny"]


@pytest.mark.parametrize("since", ["2025", "2024-11"])
@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("query", "published-"),
        ("query", "said-"),
        ("export", "published-"),
        ("export", "said-"),
        ("reparse", ""),
    ],
)
def test_a_range_that_can_hold_nothing_is_wrong_usage(
    claims: Call, stored: Path, command: str, name: str, since: str
) -> None:
    asked = (f"--{name}since", since, f"--{name}until", "2024-11")
    result = claims(command, *asked, "--database", stored)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"--{name}since must be earlier than --{name}until" in result.stderr


@pytest.mark.parametrize("command", ["query", "export"])
def test_a_name_that_nothing_is_stored_of_is_told_apart_from_what_is_found(
    claims: Call, stored: Path, command: str
) -> None:
    result = claims(command, "--actor", "Anne Lee", "--not-actor", "\N{SNOWMAN}", "--database", stored)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines() == [
        "claims: nothing is stored of --actor 'Anne Lee'; like it: 'Ann Lee' (person:ann-lee)",
        "claims: nothing is stored of --not-actor '\N{SNOWMAN}'",
    ]
    assert claims(command, "--actor", "Ann Lee", "--database", stored).stderr == ""
