"""``claims query``: stored claims that fit, newest first."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import msgspec

from grammar.claim import Claim
from service.cli import asking, options, outputs, tables
from service.cli.database import existing
from service.responses import exports
from service.responses.exports import Exported, Form
from service.store import Cited, Filters, Order, Store

_PAGE = 500


@click.command()
@asking.filters
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="How many; 0 means all.")
@options.database
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["jsonl", "json", "table", "csv", "spreadsheet"]),
    help="JSON lines, one JSON array, a table to look at, or one for a spreadsheet as `claims export` writes "
    "it.  [default: table on a terminal, else jsonl]",
)
def query(database: Path, output_format: str | None, limit: int, order: Order, **given: object) -> None:
    """Print stored claims, newest publication first.

    An option given twice means either value; different options all hold. Each claim is printed whole, as
    the API gives it. Nothing found is no error; names that nothing is stored of are told on standard error.

    \b
    Examples:
      claims query --actor "Shin Wonsik" --act decline --act deny
      claims query --topic "conflict, war and peace" --published-since 2024-11-01 --format jsonl
      claims query --text '"prime minister" resign*' --not-act state --order oldest
      claims query --actor "Shin Wonsik" --limit 0 --format csv > shin.csv
    """
    filters = asking.asked(given)
    kind = options.chosen_format(output_format)
    with existing(database) as store:
        asking.tell(store.unknown_in(filters))
        if kind in set(Form):
            _tabulate(store.export(filters, order), Form(kind), limit)
            return
        pages = _pages(store, filters, order, limit)
        if kind == "table":
            dated = ((claim, page.documents[claim.document_id]) for page in pages for claim in page.items)
            outputs.terminal().print(tables.published(dated))
            return
        output = outputs.writer(kind)
        for page in pages:
            for claim in page.items:
                output.write(msgspec.json.encode(claim))
        output.close()


def _tabulate(pieces: Iterator[Sequence[Exported]], form: Form, limit: int) -> None:
    """Write what is found as a table, a piece at a time, as many rows as are wanted."""
    left = limit or sys.maxsize
    sys.stdout.buffer.write(exports.head(form))
    for piece in pieces:
        sys.stdout.buffer.write(exports.body(form, piece[:left]))
        left -= len(piece)
        if left <= 0:
            break
    sys.stdout.buffer.flush()


def _pages(store: Store, filters: Filters, order: Order, limit: int) -> Iterator[Cited[Claim]]:
    """Page by page, so that all of a large store can be piped through."""
    cursor, left = None, limit or None
    while left is None or left > 0:
        page = store.claims(filters, cursor, _PAGE if left is None else min(left, _PAGE), order)
        yield page
        cursor = page.next
        if cursor is None:
            return
        left = None if left is None else left - len(page.items)
