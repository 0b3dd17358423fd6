"""Options that several commands share, so that they are called and explained alike."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from service.cli.inputs import STDIN, Form

DEFAULT_DATABASE = "data/claims.db"

database = click.option(
    "--database",
    "-d",
    type=click.Path(dir_okay=False, path_type=Path),
    default=DEFAULT_DATABASE,
    envvar="CLAIMS_DATABASE",
    show_default=True,
    show_envvar=True,
    help="The file that holds documents and claims.",
)
form = click.option(
    "--from",
    "form",
    type=click.Choice([form.value for form in Form]),
    callback=lambda ctx, parameter, value: Form(value) if value else None,
    help="What the input is. Otherwise the suffix tells (.txt .html .jsonl); without one, what starts with"
    ' "{" is JSON lines and all else is one plain text.',
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
