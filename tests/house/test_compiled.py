"""The engine is compiled from a copy, with constants final; where that fails, what stood stays."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from deploy import compiled
from grammar import compiled as package
from tests.sentences import rows

ARTICLES = Path(__file__).resolve().parents[2] / "fixtures" / "articles"
HEAD = "from __future__ import annotations\n"
TYPING = "from typing import Final\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("ROWS = (1, 2)\n", "ROWS: Final = (1, 2)\n"),
        ("_END = 1\n", "_END: Final = 1\n"),
        ("ROWS: tuple[int, ...] = ()\n", "ROWS: tuple[int, ...] = ()\n"),
        ("_A1, _B1 = 1, (2,\n    3)\n", "_A1: Final = 1\n_B1: Final = (2,\n    3)\n"),
        (
            "A1, B1 = f(0)\n",
            "_all_from_A1 = list(f(0))\nA1: Final = _all_from_A1[0]\nB1: Final = _all_from_A1[1]\n",
        ),
        ("T = 1\n", "T = 1\n"),
        ("_A1, row = 1, 2\n", "_A1, row = 1, 2\n"),
        ("ROWS = {}\nROWS |= {}\n", "ROWS = {}\nROWS |= {}\n"),
        ("def f():\n    ROWS = 1\n", "def f():\n    ROWS = 1\n"),
        ("Row = 1\nrow = 2\n", "Row = 1\nrow = 2\n"),
    ],
)
def test_a_constant_that_is_set_once_is_final(source: str, expected: str) -> None:
    assert compiled.final(HEAD + source) == HEAD + TYPING + expected


def test_members_of_enumerations_that_functions_name_are_constants_of_their_module() -> None:
    source = (
        "from a import Act, Kind\nKINDS = (Kind.ONE, Act.DO)\n"
        "def f(é=Kind.ONE): 'é'; return Kind.TWO, Act.DO\n"
    )
    assert compiled.final(source, frozenset(("Kind",))) == (
        "from a import Act, Kind\n_Kind_TWO: Final = Kind.TWO\n"
        "KINDS: Final = (Kind.ONE, Act.DO)\ndef f(é=Kind.ONE): 'é'; return _Kind_TWO, Act.DO\n"
    )


def test_a_build_that_fails_says_why_and_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "grammar"
    broken.mkdir()
    (broken / "chunks.py").write_text(HEAD + "def cut(:\n")
    before = tmp_path / "build" / "grammar" / "chunks.py"
    before.parent.mkdir(parents=True)
    before.write_text(HEAD)
    monkeypatch.setattr(package, "SOURCES", broken)
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
    monkeypatch.setattr(package, "SOURCES", sources)
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


def test_a_copy_is_taken_only_while_no_file_of_the_package_was_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources, copy = tmp_path / "grammar", tmp_path / "copy"
    sources.mkdir()
    copy.mkdir()
    (sources / "cues.tsv").write_text("say\n")
    monkeypatch.setattr(package, "SOURCES", sources)
    monkeypatch.setattr(package, "COPY", copy)
    monkeypatch.delenv(package.PLAIN, raising=False)
    assert package.found() is None
    (copy / package.STAMP).write_text(package.digest())
    assert package.found() == copy
    for edit in ("say\ntell\n", ""):
        (sources / "cues.tsv").write_text(edit)
        assert package.found() is None
    (sources / "cues.tsv").write_text("say\n")
    assert package.found() == copy
    monkeypatch.setenv(package.PLAIN, "1")
    assert package.found() is None


@pytest.mark.skipif(package.found() is None, reason="the engine is not compiled here, or was edited since")
def test_plain_python_reads_every_fixture_and_every_sentence_alike() -> None:
    articles = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    texts = articles + [row.sentence.text for row in rows()]
    given = b"".join(
        msgspec.json.encode({"id": f"{at}", "text": text}) + b"\n" for at, text in enumerate(texts)
    )
    command = [sys.executable, "-m", "service.cli", "parse", "--format", "jsonl", "-"]

    def readings(**environment: str) -> list[bytes]:
        there = {name: value for name, value in os.environ.items() if name != package.PLAIN} | environment
        run = subprocess.run(command, input=given, capture_output=True, check=True, env=there)
        return run.stdout.splitlines()

    compiled_copy, plain = readings(), readings(**{package.PLAIN: "1"})
    assert len(plain) == len(texts)
    assert [pair for pair in zip(compiled_copy, plain, strict=True) if pair[0] != pair[1]] == []


def test_what_is_read_comes_from_the_copy_where_there_is_one() -> None:
    from grammar.cascade.patterns import driver

    copy = package.found()
    assert driver.__file__ is not None
    assert Path(driver.__file__).is_relative_to(copy or package.SOURCES)


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        ("cascade/chunks.py", HEAD, True),
        ("grammar/terms.py", HEAD, False),
        ("topics/terms.py", HEAD, True),
        ("topics/__init__.py", HEAD, False),
        ("recognition/short_names.py", HEAD + "from functools import cached_property\n", False),
    ],
)
def test_a_module_whose_meaning_the_compiler_would_change_stays_plain(
    name: str, source: str, expected: bool, tmp_path: Path
) -> None:
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_text(source)
    assert compiled.may_be_compiled(tmp_path / name) is expected
