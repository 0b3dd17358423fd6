"""The command line: reads, stores, queries and serves claims.

Exit statuses: 0 all went well, 1 some input could not be read or the work failed, 2 the command was
used wrongly, 130 interrupted, 141 the reader of the output went away.
"""

from __future__ import annotations

import importlib
import os
import sys
from contextlib import suppress
from typing import NoReturn

import click

__all__ = ["cli", "main"]

_COMMANDS = {
    "parse": "Read articles and print their claims; stores nothing.",
    "ingest": "Read articles and store them with their claims.",
    "reparse": "Read stored documents anew, and show what that changes.",
    "amend": "Put right the title, date, address ... of a stored document.",
    "documents": "List stored documents, newest first.",
    "delete": "Remove stored documents.",
    "query": "Print stored claims, newest first.",
    "export": "Write out all stored claims that fit.",
    "mark": "Confirm, reject, annotate or reassign stored claims.",
    "actors": "List actors; merge, split and pin them by hand.",
    "topics": "Print the tree of topics with its counts.",
    "serve": "Serve the HTTP API, its documentation and the store.",
    "backup": "Copy the database, also while it is served.",
    "keys": "Make, list and revoke API keys.",
    "settings": "Print the settings in force, and where each came from.",
    "explain": "Show how the grammar reads one sentence.",
    "openapi": "Print the OpenAPI description of the API.",
}
INTERRUPTED = 130
READER_GONE = 141


class LazyGroup(click.Group):
    """Commands are imported when they are called, so that `claims parse` starts without the web."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order in which a newcomer meets them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(importlib.import_module(f"service.cli.commands.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; that nobody reads its output any more is told by the exit status alone."""
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _write_no_more()
            ctx.exit(READER_GONE)
        except OSError as error:  # no such folder, no space left, no rights
            _write_no_more()
            what = error.filename or "the output"
            raise click.ClickException(f"cannot use {what}: {error.strerror or error}") from error
        return result

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in `claims --help`, without importing a single command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _write_no_more() -> None:
    """Whatever is still buffered must not be written at exit, or Python complains on stderr."""
    with suppress(OSError):  # a test's standard output is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _version(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from grammar import Engine

    engine = Engine().version
    click.echo(f"claims {engine.version} (grammar {engine.grammar}, lexicon {engine.lexicon})")
    ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show which engine reads.",
)
def cli() -> None:
    """News text in, attributed claims out: who said what, to whom, how surely, about what.

    \b
    Examples:
      claims parse article.txt
      claims ingest articles/ && claims query --actor "Shin Wonsik" --act deny
      claims serve

    Results go to standard output, everything else to standard error. Exit status: 0 all went well,
    1 some input could not be read or the work failed, 2 wrong usage, 130 interrupted.
    """


def main() -> NoReturn:
    """Run the command line and end the process with its exit status."""
    try:
        status = cli.main(standalone_mode=False, prog_name="claims")
    except (click.exceptions.Abort, KeyboardInterrupt):
        status = INTERRUPTED
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    sys.exit(status if isinstance(status, int) else 0)
