from __future__ import annotations

import os
import pty
from pathlib import Path

import msgspec

from tests.cli.conftest import DENIED, SAID, Call, line, lines, start

FIELDS = ["id", "engine", "topics", "claims", "unread", "language", "note"]


def on_a_terminal(*arguments: str | Path) -> tuple[str, str, int]:
    """What a command prints where standard output, or else standard error, is a terminal; and its status."""
    shown = []
    status = 0
    for stream in ("stdout", "stderr"):
        ours, theirs = pty.openpty()
        with start(*arguments, **{stream: theirs}) as process:
            assert process.stdin
            process.stdin.close()
            os.close(theirs)
            read = b""
            while True:
                try:
                    piece = os.read(ours, 65536)
                except OSError:  # Linux says so when the other end is closed
                    break
                if not piece:
                    break
                read += piece
            status = process.wait()
        os.close(ours)
        shown.append(read.decode())
    return shown[0], shown[1], status


def test_piped_output_is_json_lines(claims: Call) -> None:
    result = claims("parse", input=line(id="a", text=SAID) + line(id="b", text=DENIED))
    assert [list(each) for each in lines(result.stdout)] == [FIELDS, FIELDS]
    assert result.stderr == ""


def test_json_is_one_array_of_the_same_items(claims: Call) -> None:
    given = line(id="a", text=SAID) + line(id="b") + line(id="c", text=DENIED)
    array = msgspec.json.decode(claims("parse", "--format", "json", input=given).stdout)
    assert array == lines(claims("parse", input=given).stdout)


def test_json_without_documents_is_an_empty_array(claims: Call) -> None:
    assert claims("parse", "--format", "json", input="").stdout == "[]\n"


def test_a_table_shows_who_and_what(claims: Call) -> None:
    shown = claims("parse", "--format", "table", input=line(id="a", text=DENIED) + line(id="b")).stdout
    assert "Bo Carver" in shown and "deny" in shown
    assert "exactly one of text and html" in shown


def test_a_table_says_not_only_where_the_act_does_not(claims: Call) -> None:
    given = "Bo Carver denied that the bridge would close. Ann Lee said that it would not."
    shown = claims("parse", "--format", "table", input=given).stdout
    assert "state not" in shown and "deny not" not in shown


def test_a_table_lets_nothing_through_that_a_terminal_would_obey(claims: Call) -> None:
    evil = DENIED.replace("hidden", "\x1b]0;hidden\x07\x9b31m")
    shown = claims("parse", "--format", "table", input=line(id="\x1b[2J", text=evil)).stdout
    assert not {"\x1b", "\x07", "\x9b"} & set(shown)


def test_a_terminal_gets_tables_and_a_pipe_does_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DENIED)
    shown, _, status = on_a_terminal("parse", tmp_path / "a.txt")
    assert "Bo Carver" in shown and '"claims"' not in shown
    assert status == 0


def test_long_work_shows_its_progress_on_a_terminal_only(
    tmp_path: Path, database: Path, claims: Call
) -> None:
    (tmp_path / "a.jsonl").write_text(line(text=SAID) + line(text=DENIED))
    assert "documents" not in claims("ingest", tmp_path / "a.jsonl", "-d", database).stderr
    ours, theirs = pty.openpty()
    with start("ingest", tmp_path / "a.jsonl", "-d", database, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        read = b""
        while True:
            try:
                read += os.read(ours, 65536)
            except OSError:
                break
        assert process.wait() == 0
    os.close(ours)
    assert "2 documents" in read.decode() and "100%" in read.decode()
