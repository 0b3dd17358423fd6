"""``claims export``: all stored claims that fit, as JSON lines or as a table for a spreadsheet."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from service.cli import asking, options
from service.cli.database import existing
from service.responses import exports
from service.responses.exports import Form
from service.store import Order


@click.command()
@asking.filters
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "spreadsheet"]),
    default="jsonl",
    show_default=True,
    callback=lambda context, parameter, value: Form.NDJSON if value == "jsonl" else Form(value),
    help="A claim a line as the API gives it, or a table with a head (RFC 4180): csv with the text as it is, "
    "spreadsheet with an apostrophe before what would be taken for a formula.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write.  [default: standard output]",
)
@options.database
def export(database: Path, form: Form, output: Path | None, order: Order, **given: object) -> None:
    """Write out all claims that fit, however many.

    The options are those of `claims query`; without any, every claim is written. It may be done while the
    database is served. In a table, values that are several are parted by "; ".

    \b
    Examples:
      claims export --output claims.jsonl
      claims export --format csv --topic politics --published-since 2024-11-01 > politics.csv
    """
    filters = asking.asked(given)
    with existing(database) as store:
        asking.tell(store.unknown_in(filters))
        stream = output.open("wb") if output else sys.stdout.buffer
        try:
            stream.write(exports.head(form))
            for piece in store.export(filters, order):
                stream.write(exports.body(form, piece))
            stream.flush()
        finally:
            if output:
                stream.close()
