"""The engine is compiled from a copy, with constants final; where that fails, what stood stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from deploy import compiled

HEAD = "from __future__ import annotations\n"
TYPING = "from typing import Final\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("ROWS = (1, 2)\n", "ROWS: Final = (1, 2)\n"),
        ("_END = 1\n", "_END: Final = 1\n"),
        ("ROWS: tuple[int, ...] = ()\n", "ROWS: tuple[int, ...] = ()\n"),
        ("ROWS = {}\nROWS |= {}\n", "ROWS = {}\nROWS |= {}\n"),
        ("def f():\n    ROWS = 1\n", "def f():\n    ROWS = 1\n"),
        ("Row = 1\nrow = 2\n", "Row = 1\nrow = 2\n"),
    ],
)
def test_a_constant_that_is_set_once_is_final(source: str, expected: str) -> None:
    assert compiled.final(HEAD + source) == HEAD + TYPING + expected


def test_a_build_that_fails_says_why_and_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "grammar"
    broken.mkdir()
    (broken / "chunks.py").write_text(HEAD + "def cut(:\n")
    before = tmp_path / "build" / "grammar" / "chunks.py"
    before.parent.mkdir(parents=True)
    before.write_text(HEAD)
    monkeypatch.setattr(compiled, "SOURCES", broken)
    with pytest.raises(SystemExit, match=r"could not be compiled(?s:.*)chunks\.py"):
        compiled.build(tmp_path / "build")
    assert before.read_text() == HEAD
    assert {path.name for path in tmp_path.iterdir()} == {"grammar", "build"}


def test_where_the_modules_are_as_they_were_the_data_alone_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = tmp_path / "grammar"
    sources.mkdir()
    (sources / "chunks.py").write_text(HEAD)
    (sources / "cues.tsv").write_text("say\n")
    monkeypatch.setattr(compiled, "SOURCES", sources)
    built = tmp_path / "build"
    (built / "grammar").mkdir(parents=True)
    (built / "grammar" / "chunks.cpython-311.so").write_bytes(b"")
    (built / "grammar" / "nouns.tsv").write_text("claim\n")
    (built / "modules.digest").write_text(compiled.digest())
    assert not compiled.build(built)
    there = {path.name for path in (built / "grammar").iterdir()}
    assert there == {"chunks.cpython-311.so", "chunks.py", "cues.tsv"}
    (sources / "chunks.py").write_text(HEAD + "cue = 1\n")
    assert compiled.digest() != (built / "modules.digest").read_text()


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        ("chunks.py", HEAD, True),
        ("terms.py", HEAD, False),
        ("short_names.py", HEAD + "from functools import cached_property\n", False),
    ],
)
def test_a_module_whose_meaning_the_compiler_would_change_stays_plain(
    name: str, source: str, expected: bool, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(source)
    assert compiled.may_be_compiled(tmp_path / name) is expected
