from __future__ import annotations

import shlex

import click
import pytest

from service.cli import cli
from tests.cli.conftest import Call

COMMANDS = cli.list_commands(click.Context(cli))


def test_the_list_of_commands_is_whole(claims: Call) -> None:
    shown = claims("--help").stdout
    assert all(f"  {command} " in shown for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples(claims: Call, command: str) -> None:
    shown = claims(command, "--help").stdout
    assert shown.startswith(f"Usage: claims {command}")
    assert f"claims {command}" in shown.partition("Examples:")[2]
    found = cli.get_command(click.Context(cli), command)
    assert found is not None
    assert all(option.help for option in found.params if isinstance(option, click.Option))


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_in_the_help_are_right(
    claims: Call, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for example in examples(claims(command, "--help").stdout):
        name, *arguments = example
        found = cli.get_command(click.Context(cli), name)
        assert found is not None
        for parameter in found.params:
            if isinstance(parameter.type, click.Path):
                monkeypatch.setattr(parameter.type, "exists", False)
        found.make_context(name, arguments)


def examples(shown: str) -> list[list[str]]:
    """The arguments of each call of claims, without pipes and redirections."""
    found = []
    for each in shown.partition("Examples:")[2].partition("Options:")[0].splitlines():
        call: list[str] = []
        for word in shlex.split(each):
            if word in {"|", "&&", ">", ">>"}:
                found.append(call)
                call = []
            else:
                call.append(word)
        found.append(call)
    return [call[1:] for call in found if call[:1] == ["claims"]]
