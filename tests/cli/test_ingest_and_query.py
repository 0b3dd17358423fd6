from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import DENIED, SAID, Call, line, lines

ARTICLES = (
    line(id="harbour", text=SAID, published_at="2024-03-05", title="Harbour", publisher="The Quay")
    + line(id="ferry", text=DENIED, published_at="2024-03-07T09:30:00+01:00")
    + line(text=f"{DENIED}\n\n{SAID}")
)


@pytest.fixture
def stored(claims: Call, database: Path) -> Path:
    assert claims("ingest", "--database", database, input=ARTICLES).exit_code == 0
    return database


def test_each_document_is_answered_with_the_stores_id(claims: Call, database: Path) -> None:
    found = lines(claims("ingest", "--database", database, input=ARTICLES).stdout)
    assert [each["id"] for each in found] == ["harbour", "ferry", "-:3"]
    assert [each["status"] for each in found] == ["added"] * 3
    assert len({each["document_id"] for each in found}) == 3
    assert all(each["claims"] for each in found)


def test_what_is_known_is_not_stored_again(claims: Call, stored: Path) -> None:
    result = claims("ingest", "--database", stored, input=ARTICLES)
    assert [each["status"] for each in lines(result.stdout)] == ["known"] * 3
    assert result.stderr == "claims: 0 added, 3 known, 0 not readable\n"


def test_the_order_of_the_answers_holds_with_several_processes(claims: Call, database: Path) -> None:
    many = "".join(line(id=str(number), text=f"{SAID}\n\n{number}") for number in range(30))
    result = claims("ingest", "--jobs", "2", "--database", database, input=many + ARTICLES)
    assert [each["id"] for each in lines(result.stdout)][:30] == [str(number) for number in range(30)]
    assert result.stderr == "claims: 33 added, 0 known, 0 not readable\n"


def test_a_bad_line_does_not_stop_the_others(claims: Call, database: Path) -> None:
    result = claims("ingest", "--database", database, input=line(id="bad", text=3) + ARTICLES)
    assert "error" in lines(result.stdout)[0]
    assert result.stderr == "claims: 3 added, 0 known, 1 not readable\n"
    assert result.exit_code == 1


def test_claims_are_printed_whole_newest_first_and_undated_last(claims: Call, stored: Path) -> None:
    found = lines(claims("query", "--database", stored).stdout)
    assert [each["cue"]["text"] for each in found] == ["denied", "said", "denied", "said"]
    assert {"id", "document_id", "rule", "act", "source", "content", "actors", "topics"} <= set(found[0])


ASKED = {
    "by whom": (["--actor", "Bo Carver"], 2),
    "by whom, in small letters": (["--actor", "bo carver"], 2),
    "either of two": (["--actor", "Bo Carver", "--actor", "Ann Lee"], 4),
    "by act": (["--act", "deny"], 2),
    "both of two": (["--act", "deny", "--actor", "Ann Lee"], 0),
    "by words": (["--text", "harbour"], 2),
    "published since": (["--published-since", "2024-03-06"], 1),
    "published until": (["--published-until", "2024-03-06"], 1),
    "nobody": (["--actor", "Nobody Atall"], 0),
    "limited": (["--limit", "3"], 3),
    "all": (["--limit", "0"], 4),
}


@pytest.mark.parametrize(("options", "count"), ASKED.values(), ids=ASKED)
def test_a_query_finds(claims: Call, stored: Path, options: list[str], count: int) -> None:
    result = claims("query", "--database", stored, *options)
    assert len(lines(result.stdout)) == count
    assert result.exit_code == 0


def test_all_claims_come_though_they_fill_many_pages(
    claims: Call, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = "".join(line(id=str(number), text=f"{SAID}\n\n{number}") for number in range(25))
    claims("ingest", "--database", database, input=many)
    monkeypatch.setattr("service.cli.commands.query._PAGE", 4)
    for limit, count in (("0", 25), ("10", 10), ("25", 25), ("100", 25)):
        found = lines(claims("query", "--limit", limit, "--database", database).stdout)
        assert len({each["id"] for each in found}) == count


def test_the_database_may_be_named_by_the_environment(
    claims: Call, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMS_DATABASE", str(stored))
    assert len(lines(claims("query").stdout)) == 4


def test_a_query_makes_no_database(claims: Call, database: Path) -> None:
    assert claims("query", "--database", database).exit_code == 2
    assert not database.exists()
