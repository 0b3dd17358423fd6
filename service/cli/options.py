"""Options that several commands share, so that they are called and explained alike."""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from service import configuration
from service.cli.inputs import STDIN, Form
from service.conventions.wording import worded

Command = TypeVar("Command", bound=Callable[..., object])


def configured(options: Mapping[str, Any], file: Path | None = None) -> configuration.Configured:
    """The settings from options, environment and file; what is wrong with them is wrong usage (status 2)."""
    try:
        return configuration.configure(options, os.environ, file)
    except configuration.SettingsError as error:
        raise click.UsageError(str(error)) from error


database = click.option(
    "--database",
    "-d",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=lambda ctx, parameter, value: value or configured({}).settings.database,
    help="The file that holds documents and claims.  [env var: CLAIMS_DATABASE; default: data/claims.db]",
)


def settings(command: Command) -> Command:
    """Give a command ``--config`` and an option for each setting: None where it is not given."""
    for name in reversed(configuration.FIELDS):
        wide = configuration.is_list(name)
        told = configuration.description(name).replace("`", "").replace("\n", " ")
        short = ("-d",) if name == "database" else ()
        command = click.option(
            configuration.option(name),
            *short,
            name,
            multiple=wide,
            metavar="VALUE",
            help=f"{told}  [env var: {configuration.variable(name)}; default: {configuration.default(name)}]",
        )(command)
    return click.option(
        "--config",
        type=click.Path(dir_okay=False, path_type=Path),
        help="A TOML file with settings; options and the environment go before it.  [env var: CLAIMS_CONFIG]",
    )(command)


form = click.option(
    "--from",
    "form",
    type=click.Choice([form.value for form in Form]),
    callback=lambda ctx, parameter, value: Form(value) if value else None,
    help="What the input is. Otherwise the suffix tells (.txt .html .jsonl); without one, what starts with"
    ' "{" is JSON lines and all else is one plain text.',
)


def _encoding(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """The name of an encoding as Python has it; None for UTF-8, which is read without recoding."""
    if value is None:
        return None
    try:
        "".encode(value)
        found = codecs.lookup(value).name
    except (LookupError, ValueError) as error:
        raise click.BadParameter(f"{value!r} is no encoding of text", context, parameter) from error
    return None if found == "utf-8" else found


encoding = click.option(
    "--encoding",
    metavar="NAME",
    callback=_encoding,
    help="What the input's bytes are, such as cp1252, latin-1 or utf-16.  [default: utf-8]",
)
output_format = click.option(
    "--format",
    "output_format",
    type=click.Choice(["jsonl", "json", "table"]),
    help="JSON lines, one JSON array, or tables to look at.  [default: table on a terminal, else jsonl]",
)
jobs = click.option(
    "--jobs",
    "-j",
    type=click.IntRange(0, 256),
    default=1,
    show_default=True,
    callback=lambda ctx, parameter, value: value or os.cpu_count() or 1,
    help="Processes that read; 0 means one for each core. The output's order stays the input's.",
)


editor = click.option(
    "--editor",
    envvar=configuration.EDITOR_VARIABLE,
    required=True,
    show_envvar=True,
    help="Who says so: your name.",
)
reason = click.option("--reason", help="Why.")
Wanted = TypeVar("Wanted", bound=msgspec.Struct)


def told(error: msgspec.ValidationError, wanted: type[msgspec.Struct]) -> str:
    """What does not fit, in the words of the option that it came from."""
    message, _, path = str(error).partition(" - at `$.")
    option = path.rstrip("`").replace("_", "-")
    return f"--{option}: {worded(message, wanted)}" if option else worded(message, wanted)


def submitted(wanted: type[Wanted], given: dict[str, object]) -> Wanted:
    """What was given as the struct that the store takes; what does not fit is wrong usage."""
    try:
        return msgspec.convert({name: value for name, value in given.items() if value is not None}, wanted)
    except msgspec.ValidationError as error:
        raise click.UsageError(str(error)) from error


def optioned(message: str) -> str:
    """What is wrong with a field, named as the API names it, with the option that fills it in its place."""
    return re.sub(
        r"`(\w+)`|^/(\w+)(?=: )", lambda field: f"--{(field[1] or field[2]).replace('_', '-')}", message
    )


def chosen_format(output_format: str | None) -> str:
    """The format asked for, else a table on a terminal and JSON lines in a pipe."""
    return output_format or ("table" if sys.stdout.isatty() else "jsonl")


def sources(paths: tuple[str, ...], context: click.Context) -> tuple[str, ...]:
    """The inputs named; without any, what is piped in. On a bare terminal there is nothing to read: usage."""
    if paths:
        return paths
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError("Name a file, or pipe text in; - is standard input.", context)
    return (STDIN,)
