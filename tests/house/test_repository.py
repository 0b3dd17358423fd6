from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.conftest import ROOT, files, name

LONGEST = 300
MODULES = list(files(".py", folders=("grammar", "service")))
# Pieced together, so that this file does not name what it forbids.
A_MACHINE = re.compile("|".join(f"(?<![\\w.])/{folder}/" for folder in ("work", "root", "home", "Users")))
# mypyc sets "_" before an attribute's name, and "__real" is a word of C's: keywords of gcc's, or what headers
# define, here or on macOS. An engine with such a name does not compile.
WORDS_OF_C = """
    alignof asm attribute auto_type bitwise block complex const deprecated imag inline int128
    linux nonnull null packed ptr_t pure restrict signed size_t strong thread typeof unix unused
    used volatile weak wur real
"""
ATTRIBUTE = re.compile(r"\bself\._(\w+)|^    _(\w+):", re.M)
BANNED_NAMES = {"utils", "util", "helpers", "helper", "misc", "common"}


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_a_module_is_short_enough_to_be_read_at_a_sitting(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("file", MODULES, ids=name)
def test_a_module_is_named_for_what_it_is_about(file: Path) -> None:
    assert not BANNED_NAMES & {part.removesuffix(".py") for part in file.relative_to(ROOT).parts}


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    found = [
        f"{name(file)}:{number}: {line.strip()[:80]}"
        for file in files()
        for number, line in enumerate(_text(file).splitlines(), start=1)
        if len(line) < 2000 and A_MACHINE.search(line)
    ]
    assert not found


def test_every_module_says_what_it_is_about() -> None:
    assert not [
        name(file) for file in MODULES if (text := _text(file)) and not text.startswith(('"""', 'r"""'))
    ]


def test_no_attribute_of_the_engine_is_a_word_of_c() -> None:
    modules = [file for file in MODULES if "grammar" in file.relative_to(ROOT).parts]
    found = {word for file in modules for pair in ATTRIBUTE.findall(_text(file)) for word in pair}
    assert {"words", "codes"} <= found  # attributes are found at all
    assert found.isdisjoint(WORDS_OF_C.split())


def test_text_files_end_with_a_line_break_and_have_no_carriage_returns() -> None:
    checked = files(".py", ".md", ".toml", ".in", ".lark", ".rules", ".tsv", ".yaml")
    assert not [
        name(file) for file in checked if (text := _text(file)) and (text[-1] != "\n" or "\r" in text)
    ]


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
