"""Editors correct by the command line: `claims mark` and `claims actors`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import DENIED, SAID, Call, lines

RIVERA = ("--editor", "J. Rivera")


@pytest.fixture
def stored(claims: Call, database: Path) -> Path:
    assert claims("ingest", "--database", database, input=f"{SAID}\n\n{DENIED}").exit_code == 0
    return database


def said_by(claims: Call, database: Path, name: str, *more: str) -> int:
    return len(lines(claims("query", "--database", database, "--actor", name, *more).stdout))


def claim(claims: Call, database: Path) -> str:
    return str(lines(claims("query", "--database", database, "--actor", "Ann Lee").stdout)[0]["id"])


def test_a_rejected_claim_can_be_left_out(claims: Call, stored: Path) -> None:
    made = claims("mark", "add", "reject", claim(claims, stored), *RIVERA, "--database", stored)
    assert made.exit_code == 0
    assert said_by(claims, stored, "Ann Lee") == 1
    assert said_by(claims, stored, "Ann Lee", "--rejected", "exclude") == 0
    assert said_by(claims, stored, "Ann Lee", "--marked", "reject") == 1
    listed = lines(claims("mark", "list", "--database", stored).stdout)
    assert listed == lines(made.stdout)
    assert claims("mark", "remove", listed[0]["id"], "--database", stored).exit_code == 0
    assert claims("mark", "remove", listed[0]["id"], "--database", stored).exit_code == 1
    assert claims("mark", "list", "--database", stored).stdout == ""


def test_a_claim_is_reassigned(claims: Call, stored: Path) -> None:
    to = ("--to", "Bo Carver", "--note", "see the recording")
    assert claims("mark", "add", "reassign", claim(claims, stored), *to, *RIVERA, "-d", stored).exit_code == 0
    assert said_by(claims, stored, "Bo Carver") == 2


def test_actors_are_merged_and_the_merge_undone(claims: Call, stored: Path) -> None:
    made = claims("actors", "merge", "Ann Lee", "Bo Carver", *RIVERA, "--reason", "one", "-d", stored)
    assert said_by(claims, stored, "Bo Carver") == 2
    (decision,) = lines(made.stdout)
    assert lines(claims("actors", "decisions", "--holding", "-d", stored).stdout) == [decision]
    assert claims("actors", "undo", decision["id"], *RIVERA, "-d", stored).exit_code == 0
    assert claims("actors", "decisions", "--holding", "-d", stored).stdout == ""
    assert said_by(claims, stored, "Bo Carver") == 1


def test_names_are_pinned_and_actors_split(claims: Call, stored: Path) -> None:
    assert claims("actors", "pin", "Ann Lee", "Bo Carver", *RIVERA, "-d", stored).exit_code == 0
    assert said_by(claims, stored, "Bo Carver") == 2
    taken = ("--to", "Bo Carver", "--name", "Bo Carver")
    assert claims("actors", "split", "person:bo-carver", *taken, *RIVERA, "-d", stored).exit_code == 0
    listed = lines(claims("actors", "list", "carver", "-d", stored).stdout)
    assert {actor["id"]: actor["claims"] for actor in listed} == {
        "person:bo-carver": 1,
        "person:bo-carver-2": 1,
    }


def test_lists_are_lines_for_the_eye_too(claims: Call, stored: Path) -> None:
    claims("mark", "add", "annotate", claim(claims, stored), "--note", "\x1b[1mbold", *RIVERA, "-d", stored)
    shown = claims("mark", "list", "--format", "table", "-d", stored).stdout
    assert "J. Rivera" in shown and "\x1b" not in shown
    assert "Ann Lee" in claims("actors", "list", "--format", "table", "-d", stored).stdout


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("mark", "add", "annotate", "x", *RIVERA), 2),
        (("mark", "add", "confirm", "x"), 2),
        (("mark", "add", "confirm", "x", *RIVERA), 1),
        (("mark", "add", "confirm", "x", "--editor", ""), 2),
        (("actors", "merge", "Nobody", "Ann Lee", *RIVERA), 1),
        (("actors", "split", "Ann Lee", "--to", "Bo", *RIVERA), 1),
        (("actors", "undo", "x", *RIVERA), 1),
    ],
)
def test_what_makes_no_sense_is_refused(
    claims: Call, stored: Path, arguments: tuple[str, ...], status: int
) -> None:
    result = claims(*arguments, "--database", stored)
    assert (result.exit_code, result.stdout) == (status, "")


def test_without_a_database_there_is_nothing_to_correct(claims: Call, tmp_path: Path) -> None:
    result = claims("mark", "list", "--database", tmp_path / "none.db")
    assert result.exit_code == 2
    assert not (tmp_path / "none.db").exists()


def test_what_is_missing_is_told_by_the_option_that_takes_it(claims: Call, stored: Path) -> None:
    at = ("--database", stored)
    reassigned = claims("mark", "add", "reassign", claim(claims, stored), "--to", "Uma Noor", *RIVERA, *at)
    assert "--to-kind says what kind" in reassigned.stderr
    assert "--actor-kind says" in claims("actors", "pin", "the Agency", "Uma Noor", *RIVERA, *at).stderr
