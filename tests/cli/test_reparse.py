"""`claims reparse`: stored documents are read anew, and what that changes is shown."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace
from sqlite_utils import Database

from benchmarks.consistency import faults
from grammar.claim import Act, EngineVersion, Reading
from service.cli import articles
from service.store.entities import breakdowns
from tests.cli.conftest import DENIED, SAID, Call, line, lines, served, start

ENGINE = articles.engine()
TEXT = f"{SAID}\n\n{DENIED}"
FRENCH = "Le maire a dit que la ville ne va pas vendre le pont et que les travaux sont dans le plan."
ARTICLES = (
    line(id="both", text=TEXT, publisher="The Quay", published_at="2024-03-05")
    + line(id="said", text=SAID, published_at="2024-03-06")
    + line(id="French", text=FRENCH)
)
MANY, SOME = 150, 30
RIVERA = ("--editor", "J. Rivera")


class Older:
    """An engine of before, which knew no denials, took what is said for a warning, and did not see French."""

    version = EngineVersion("0", "older", "older")

    def read(
        self, text: str, *, id: str = "", title: object = None, published_at: str | None = None
    ) -> Reading:
        if "FAIL" in text:
            raise RuntimeError("the engine has a fault")
        reading = ENGINE.read(text, id=id, published_at=published_at)
        said = [replace(claim, act=Act.WARN) for claim in reading.claims if claim.act is not Act.DENY]
        placed = tuple(replace(claim, position=place) for place, claim in enumerate(said))
        return replace(reading, engine=self.version, claims=placed, language=None, note=None)


@pytest.fixture
def old(claims: Call, database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database that an older engine filled; the present one reads from now on."""
    with monkeypatch.context() as before:
        before.setattr(articles, "engine", Older)
        assert claims("ingest", "-d", database, input=ARTICLES).exit_code == 0
    return database


def ids(claims: Call, database: Path) -> list[str]:
    return [each["id"] for each in lines(claims("query", "-d", database).stdout)]


def test_what_appears_and_changes_is_told_by_document(claims: Call, old: Path) -> None:
    result = claims("reparse", "-d", old)
    both, said, french = lines(result.stdout)
    assert (both["status"], said["status"], french["status"]) == ("changed",) * 3
    assert [claim["act"] for claim in both["appeared"]] == ["deny"]
    assert [changed["fields"] for changed in both["changed"]] == [["act"]]
    assert (both["vanished"], both["claims"], both["orphaned_marks"]) == ([], 2, [])
    assert french["fields"] == ["note", "language"]
    assert result.exit_code == 0
    assert result.stderr == (
        "claims: 3 documents read anew, 3 differ (claims: 1 appeared, 0 vanished, 2 changed);"
        " 0 passed over, 0 failed\n"
    )
    acts = [each["act"] for each in lines(claims("query", "-d", old).stdout)]
    assert acts == ["announce", "announce", "deny"] or sorted(acts) == sorted(
        claim.act for text in (TEXT, SAID) for claim in ENGINE.read(text).claims
    )
    assert faults(old) == []


def test_what_was_read_by_an_equal_grammar_is_passed_over_unless_forced(claims: Call, old: Path) -> None:
    claims("reparse", "-d", old)
    again = claims("reparse", "-d", old)
    assert again.stdout == ""
    assert again.stderr.endswith("3 passed over, 0 failed\n")
    forced = lines(claims("reparse", "-d", old, "--force").stdout)
    assert [each["status"] for each in forced] == ["unchanged"] * 3


def test_a_dry_run_shows_the_same_and_changes_nothing(claims: Call, old: Path) -> None:
    before = ids(claims, old)
    tried = claims("reparse", "-d", old, "--dry-run")
    assert tried.stderr.endswith("nothing was changed\n")
    assert ids(claims, old) == before
    assert claims("reparse", "-d", old).stdout == tried.stdout


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (("--publisher", "the quay"), 1),
        (("--publisher", "the quay", "--publisher", "nobody"), 1),
        (("--since", "2024-03-05"), 2),
        (("--since", "2024-03-06"), 1),
        (("--until", "2024-03-06"), 1),
        (("--publisher", "nobody"), 0),
    ],
)
def test_documents_are_chosen(claims: Call, old: Path, options: tuple[str, ...], count: int) -> None:
    assert len(lines(claims("reparse", "-d", old, "--dry-run", *options).stdout)) == count


def test_documents_are_chosen_by_id_and_missing_ones_are_errors(claims: Call, old: Path) -> None:
    chosen = lines(claims("reparse", "-d", old, "--dry-run").stdout)[1]["id"]
    result = claims("reparse", "-d", old, "--document", chosen, "--document", "none")
    assert lines(result.stdout)[0] == {"id": "none", "error": "there is no such document"}
    assert [each["id"] for each in lines(result.stdout)[1:]] == [chosen]
    assert result.exit_code == 1


@pytest.mark.parametrize(
    "options", [("--since", "yesterday"), ("--jobs", "-1"), ("extra",), ("--database", "missing.db")]
)
def test_wrong_usage_is_status_2(claims: Call, old: Path, options: tuple[str, ...]) -> None:
    assert claims("reparse", "-d", old, *options).exit_code == 2


def test_a_table_shows_claims_in_words(claims: Call, old: Path) -> None:
    shown = claims("reparse", "-d", old, "--format", "table").stdout
    assert "+ Bo Carver: deny" in shown
    assert "~ Ann Lee" in shown and "(act)" in shown
    assert "was: Ann Lee: warn" in shown
    assert claims("reparse", "-d", old, "--format", "table", "--force").stdout == ""
    assert claims("reparse", "-d", old, "--format", "json").stdout == "[]\n"


def test_a_document_that_makes_the_engine_fail_stays_as_it_was(
    claims: Call, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims("reparse", "-d", old)
    claims("ingest", "-d", old, input=line(id="bad", text=f"FAIL {SAID}"))
    before = lines(claims("query", "-d", old).stdout)
    with monkeypatch.context() as patched:
        patched.setattr(articles, "engine", Older)
        patched.setattr("service.cli.commands.reparse.engine", Older)
        result = claims("reparse", "-d", old)
    assert ["error" in each for each in lines(result.stdout)] == [False, False, False, True]
    assert result.stderr.endswith("1 failed\n")
    assert result.exit_code == 1
    kept = lines(claims("query", "-d", old, "--text", "FAIL").stdout)
    assert kept == [
        each for each in before if each["document_id"] in {claim["document_id"] for claim in kept}
    ]


def test_marks_stay_and_orphans_are_told(claims: Call, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    claims("reparse", "-d", old)
    denied, announced = (
        lines(claims("query", "-d", old, "--document", document, *by).stdout)[0]
        for document in [lines(claims("query", "-d", old, "--act", "deny").stdout)[0]["document_id"]]
        for by in (("--act", "deny"), ("--not-act", "deny"))
    )
    for claim in (denied, announced):
        assert claims("mark", "add", "confirm", claim["id"], *RIVERA, "-d", old).exit_code == 0
    with monkeypatch.context() as patched:
        patched.setattr(articles, "engine", Older)
        patched.setattr("service.cli.commands.reparse.engine", Older)
        result = claims("reparse", "-d", old)
    (orphan,) = lines(result.stdout)[0]["orphaned_marks"]
    assert orphan["claim_id"] == denied["id"]
    assert "claims: 1 mark is on a claim that is gone: `claims mark list --orphaned`\n" in result.stderr
    listed = lines(claims("mark", "list", "--orphaned", "-d", old).stdout)
    assert [mark["claim_id"] for mark in listed] == [denied["id"]]
    marked = lines(claims("query", "-d", old, "--marked", "confirm").stdout)
    assert [(claim["id"], claim["act"]) for claim in marked] == [(announced["id"], "warn")]


def filled(claims: Call, database: Path, number: int) -> Path:
    """A database of documents that an older grammar has read, so far as its digest tells."""
    texts = "".join(line(text=f"{TEXT}\n\n{each}") for each in range(number))
    claims("ingest", "-d", database, input=texts)
    with closing(sqlite3.connect(database)) as db:
        db.execute("UPDATE documents SET engine = json_set(engine, '$.grammar', 'older')")
        db.execute("UPDATE claims SET act = 'warn', json = json_set(json, '$.act', 'warn')")
        db.execute("DELETE FROM breakdowns")
        breakdowns.fill(Database(db))
        db.commit()
    return database


@pytest.fixture
def many(claims: Call, database: Path) -> Path:
    return filled(claims, database, MANY)


def test_several_processes_give_the_same_output(claims: Call, database: Path) -> None:
    many = filled(claims, database, SOME)
    tried = claims("reparse", "-d", many, "--dry-run")
    assert claims("reparse", "-d", many, "--jobs", "2").stdout == tried.stdout


def test_it_goes_on_where_it_was_interrupted(claims: Call, many: Path) -> None:
    with start("reparse", "-d", many) as process:
        assert process.stdout and process.stderr
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        begun = lines(first + process.stdout.read())
        assert process.wait() == 130
        assert f"claims: {len(begun)} documents read anew".encode() in process.stderr.read()
    assert 0 < len(begun) < MANY
    rest = lines(claims("reparse", "-d", many).stdout)
    assert len({each["id"] for each in begun + rest}) == len(begun) + len(rest) == MANY
    assert faults(many) == []


def test_it_works_while_the_database_is_served_and_written_to(claims: Call, database: Path) -> None:
    many = filled(claims, database, SOME)
    with served(many) as (_, address), httpx.Client(base_url=address) as client:
        with start("reparse", "-d", many, stdout=subprocess.DEVNULL) as process:
            sent = 0
            while process.poll() is None:
                answer = client.post("/v1/documents", json={"text": f"{TEXT}\n\nserved {sent}"})
                sent += 1
                assert answer.status_code == 201
                assert client.get("/v1/claims", params={"actor": "Bo Carver"}).status_code == 200
            assert process.stderr
            assert process.wait() == 0, process.stderr.read()
        assert client.get("/v1/claims", params={"act": "warn"}).json()["items"] == []
        facets = client.get("/v1/claims/facets", params={"facet": "act"}).json()["facets"]["act"]
    assert {each["value"]: each["claims"] for each in facets}["deny"] == SOME + sent
    assert faults(many) == []
