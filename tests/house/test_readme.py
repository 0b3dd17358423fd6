from __future__ import annotations

import re
import shlex

import click
import pytest

from service.cli import cli
from tests.house.conftest import ROOT
from tests.house.readme import renewed

README = (ROOT / "README.md").read_text()
COMMANDS = [
    line
    for block in re.findall(r"```(?:sh|console)\n(.*?)```", README, re.S)
    for line in block.replace("\\\n", "").splitlines()
]
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.M))


def calls(program: str) -> list[list[str]]:
    """The arguments of each call of a program in the README's blocks of commands."""
    found = []
    for line in COMMANDS:
        for call in re.split(r"\s(?:\||&&|>)\s", line.removeprefix("$ ")):
            words = shlex.split(call, comments=True)
            if words[:1] and words[0].removeprefix(".venv/bin/") == program:
                found.append(words[1:])
    return found


def test_the_readme_shows_commands() -> None:
    assert ["serve"] in calls("make") and ["test"] in calls("make")
    assert len(calls("claims")) >= 4


@pytest.mark.parametrize("arguments", calls("make"), ids=" ".join)
def test_every_target_in_the_readme_can_be_made(arguments: list[str]) -> None:
    assert set(arguments) <= TARGETS


@pytest.mark.parametrize("arguments", calls("claims"), ids=" ".join)
def test_every_call_in_the_readme_is_one_that_the_command_line_takes(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    name, *rest = arguments
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    for parameter in command.params:
        if isinstance(parameter.type, click.Path):
            monkeypatch.setattr(parameter.type, "exists", False)
    command.make_context(name, rest)


def test_the_answer_in_the_readme_is_the_one_that_is_given() -> None:
    assert renewed(README) == README, "the README's answer is stale: make generate"


def test_every_file_that_the_documents_link_to_is_there() -> None:
    for document in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("fixtures/*.md")]:
        for target in re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", document.read_text()):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
