"""Inputs that are not UTF-8 are read by the encoding that `--encoding` names."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.cli.conftest import Call, line, lines

TEXT = "Zoë Lindström said that the café would “reopen” in spring."
ODD = "Zoë Lindström said that the café would reopen in spring."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("cp1252", TEXT), ("latin-1", ODD), ("utf-16", TEXT), ("UTF-8", TEXT), ("utf-32-be", TEXT)],
)
def test_a_text_is_read_in_its_encoding(claims: Call, tmp_path: Path, encoding: str, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (read,) = lines(claims("parse", "--with-text", "--encoding", encoding, tmp_path / "a.txt").stdout)
    assert read["text"] == text
    assert read["claims"][0]["source"]["text"] == "Zoë Lindström"


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_lines_of_json_are_too(claims: Call, database: Path, encoding: str) -> None:
    given = (line(id="a", text=TEXT) + line(id="b", text=ODD)).encode(encoding)
    stored = lines(claims("ingest", "-d", database, "--encoding", encoding, input=given).stdout)
    assert [(each["id"], each["status"]) for each in stored] == [("a", "added"), ("b", "added")]
    assert lines(claims("query", "-d", database, "--actor", "Zoë Lindström").stdout)


def test_a_web_page_is_too(claims: Call, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(
        f"<html><body><article><p>{TEXT}</p></article></body></html>".encode("cp1252")
    )
    (read,) = lines(claims("parse", "--with-text", "--encoding", "cp1252", tmp_path / "a.html").stdout)
    assert read["text"] == TEXT


def test_bytes_that_are_not_in_it_are_that_input_s_error(claims: Call, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x81 she said")
    (tmp_path / "b.txt").write_bytes(TEXT.encode("cp1252"))
    result = claims("parse", "--encoding", "cp1252", tmp_path)
    first, second = lines(result.stdout)
    assert first["error"].startswith("not cp1252: ")
    assert second["claims"] and result.exit_code == 1


def test_what_is_compressed_is_told_apart_from_another_encoding(claims: Call, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(line(id="a", text=TEXT).encode()))
    result = claims("parse", tmp_path / "a.jsonl.gz")
    assert "zcat" in lines(result.stdout)[0]["error"] and result.exit_code == 1


@pytest.mark.parametrize("encoding", ["nonsense", "rot13", "base64", ""])
def test_what_is_no_encoding_is_wrong_usage(claims: Call, encoding: str) -> None:
    result = claims("parse", "--encoding", encoding, input=TEXT)
    assert result.exit_code == 2
    assert "is no encoding of text" in result.stderr
