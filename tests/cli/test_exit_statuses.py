from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.conftest import COMMAND, SAID, Call, line, start

USAGE = {
    "no such command": ["pars"],
    "no such option": ["parse", "--fast"],
    "no such file": ["parse", "nowhere.txt"],
    "no such form": ["parse", "--from", "pdf"],
    "no such act": ["query", "--act", "sing"],
    "no such format": ["query", "--format", "xml"],
    "a date in words": ["query", "--published-since", "yesterday"],
    "an impossible date": ["query", "--said-until", "2024-02-30"],
    "a name that is no UTF-8": ["query", "--actor", "\udcff"],
    "less than nothing": ["query", "--limit", "-1"],
    "no such port": ["serve", "--port", "70000"],
    "no sentence": ["explain", ""],
    "a sentence that is no UTF-8": ["explain", "said caf\udce9"],
    "no database yet": ["query", "--database", "nowhere.db"],
}


@pytest.mark.parametrize("arguments", USAGE.values(), ids=USAGE)
def test_wrong_usage_ends_with_2_and_says_why_on_standard_error(claims: Call, arguments: list[str]) -> None:
    result = claims(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr and "Traceback" not in result.stderr


def test_a_process_ends_with_the_same_statuses() -> None:
    def status(*arguments: str, input: str = "") -> int:
        return subprocess.run(
            [*COMMAND, *arguments], input=input.encode(), capture_output=True, check=False
        ).returncode

    assert status("--help") == 0
    assert status("parse", input=SAID) == 0
    assert status("parse", input=line(id="no text")) == 1
    assert status("parse", "nowhere.txt") == 2


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line(text=SAID) * 2000)
    with start("parse", tmp_path / "a.jsonl") as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_ctrl_c_ends_it_without_a_traceback() -> None:
    with start("parse") as process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(line(text=SAID).encode())
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert b"Traceback" not in process.stderr.read()
        assert process.wait() == 130


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ingest_stops_between_documents_and_goes_on_when_started_again(
    claims: Call, tmp_path: Path, database: Path, number: signal.Signals, status: int
) -> None:
    count = 3000
    file = tmp_path / "a.jsonl"
    file.write_text("".join(line(id=str(n), text=f"{SAID}\n\nNumber {n}") for n in range(count)))
    with start("ingest", file, "--database", database) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        time.sleep(0.1)
        process.send_signal(number)
        told = process.stdout.read().count(b"\n") + 1
        errors = process.stderr.read()
        assert process.wait() == status
    assert b"Traceback" not in errors
    assert 0 < told < count
    result = claims("ingest", file, "--database", database)
    assert result.exit_code == 0
    assert result.stderr == f"claims: {count - told} added, {told} known, 0 not readable\n"


@pytest.mark.parametrize("command", ["query", "serve", "ingest"])
def test_a_file_that_is_no_database_is_told_in_a_line(claims: Call, tmp_path: Path, command: str) -> None:
    (tmp_path / "notes.db").write_text(
        "This is no database at all, though it is long enough to be one." * 100
    )
    options = ["--port", "0"] if command == "serve" else []
    result = claims(command, "--database", tmp_path / "notes.db", *options, input=SAID)
    assert result.exit_code == 1
    assert "cannot use the database" in result.stderr


FAILING = {
    "no such folder": ["openapi", "--output", "nowhere/api.yaml"],
    "no right to write there": ["openapi", "--output", "/proc/api.yaml"],
}


@pytest.mark.parametrize("arguments", FAILING.values(), ids=FAILING)
def test_a_file_that_cannot_be_written_is_told_in_a_line(claims: Call, arguments: list[str]) -> None:
    result = claims(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: cannot use ") and result.stderr.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_told_in_a_line() -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [*COMMAND, "parse"], input=SAID.encode(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (run.returncode, run.stderr.count(b"\n")) == (1, 1)
    assert b"No space left" in run.stderr


def test_a_pipe_of_bytes_that_are_no_text_is_told_where(claims: Call) -> None:
    result = claims("explain", input=b"said caf\xe9")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "at byte 8" in result.stderr
