from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import SAID, Call, line, lines


def test_a_copy_can_be_queried(claims: Call, database: Path, tmp_path: Path) -> None:
    claims("ingest", "--database", database, input=line(text=SAID))
    result = claims("backup", tmp_path / "copy.db", "--database", database)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "copy.db is whole" in result.stderr
    (claim,) = lines(claims("query", "--database", tmp_path / "copy.db").stdout)
    assert claim["actors"][0]["name"] == "Ann Lee"


def test_a_database_that_is_not_there_is_told_and_not_made(
    claims: Call, database: Path, tmp_path: Path
) -> None:
    result = claims("backup", tmp_path / "copy.db", "--database", database)
    assert result.exit_code == 1
    assert "there is no database" in result.stderr
    assert not list(tmp_path.iterdir())
