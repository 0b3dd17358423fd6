"""``claims parse``: read, print, store nothing."""

from __future__ import annotations

from functools import partial

import click

from service.cli import options, outputs, tables
from service.cli.articles import read
from service.cli.inputs import Failure, Form, entries
from service.cli.workers import ordered


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, allow_dash=True), metavar="[PATH|-]...")
@options.form
@options.encoding
@options.output_format
@options.jobs
@click.option(
    "--with-text", is_flag=True, help="Add the text that was read: for HTML, what the offsets count."
)
@click.pass_context
def parse(
    context: click.Context,
    files: tuple[str, ...],
    form: Form | None,
    encoding: str | None,
    output_format: str | None,
    jobs: int,
    with_text: bool,
) -> None:
    """Read articles and print their claims; stores nothing.

    Takes files, folders (all .txt .html .jsonl in them but the hidden ones) and - for standard input.

    An input line {"id", "text" or "html", "title", "url", "publisher", "author", "published_at",
    "external_id", "language"} gives an output line {"id", "engine", "topics", "claims", "unread", "language",
    "note"}, at once and in the input's order. All fields but the text are optional, others are passed over. A
    text that is clearly not English has no claims, and "note" says so. A line that is no document gives
    {"id", "error"} in its place; the rest goes on and the exit status is 1.

    \b
    Examples:
      claims parse article.txt
      echo '"It will rain," Ann Lee said.' | claims parse --format table
      zcat archive.jsonl.gz | claims parse --jobs 0 > claims.jsonl
    """
    paths = options.sources(files, context)
    output = outputs.writer(options.chosen_format(output_format), tables.reading)
    total = failed = 0
    for line in ordered(partial(read, with_text=with_text), entries(paths, form, encoding), jobs):
        total += 1
        failed += isinstance(line, Failure)
        output.write(line.encoded() if isinstance(line, Failure) else line)
    output.close()
    if failed:
        click.echo(f"claims: {failed} of {total} documents could not be read", err=True)
        context.exit(1)
