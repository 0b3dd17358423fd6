from __future__ import annotations

import os
import threading
import time
from operator import length_hint
from pathlib import Path

import click
import pytest

from service.cli.workers import ordered
from tests.cli.conftest import DENIED, SAID, Call, line, lines, start


def test_a_line_is_answered_before_the_next_one_is_sent() -> None:
    with start("parse") as process:
        assert process.stdin and process.stdout
        watchdog = threading.Timer(60, process.kill)
        watchdog.start()
        for id in ("first", "second", "third"):
            process.stdin.write(line(id=id, text=SAID).encode())
            process.stdin.flush()
            assert lines(process.stdout.readline())[0]["id"] == id
        process.stdin.close()
        assert process.wait() == 0
        watchdog.cancel()


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_output_is_in_the_order_of_the_input(claims: Call, jobs: int) -> None:
    texts = [SAID * (40 if number % 7 == 0 else 1) for number in range(60)]
    given = "".join(line(id=str(number), text=text) for number, text in enumerate(texts))
    result = claims("parse", "--jobs", str(jobs), input=given)
    assert [each["id"] for each in lines(result.stdout)] == [str(number) for number in range(60)]


def test_more_processes_give_the_same_bytes(claims: Call) -> None:
    given = "".join(
        line(id=str(number), text=text) for number, text in enumerate([SAID, DENIED, "", "{"] * 5)
    )
    assert (
        claims("parse", "--jobs", "2", input=given).stdout_bytes == claims("parse", input=given).stdout_bytes
    )


def test_files_are_read_in_the_order_given_and_folders_by_name(claims: Call, tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "notes.md"):
        (tmp_path / name).write_text(SAID)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.jsonl").write_text(line(text=SAID) * 2)
    last = tmp_path / "b.txt"
    found = [each["id"] for each in lines(claims("parse", tmp_path, last).stdout)]
    assert found == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.txt"),
        f"{tmp_path / 'deep' / 'c.jsonl'}:1",
        f"{tmp_path / 'deep' / 'c.jsonl'}:2",
        str(last),
    ]


def same(item: int) -> int:
    return item


def test_processes_are_given_more_while_what_they_did_is_handed_out() -> None:
    given = iter(range(1000))
    results = ordered(same, given, 2)
    assert next(results) == 0
    time.sleep(0.5)  # time enough for all that is under way
    before = length_hint(given)
    assert [next(results) for _ in range(40)] == list(range(1, 41))
    assert length_hint(given) <= before - 18
    assert list(results) == list(range(41, 1000))


def die(item: int) -> int:
    os._exit(3)


def test_a_process_that_is_lost_is_told_in_a_line() -> None:
    with pytest.raises(click.ClickException, match="a process that reads was lost"):
        list(ordered(die, range(3), 2))
