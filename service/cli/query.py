"""``claims query``: stored claims that fit, newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import click
import msgspec

from grammar.claim import Act, Certainty, Claim, MarkKind, Polarity, Quotation, Type
from service.cli import options, outputs, tables
from service.cli.database import existing
from service.moments import normalized
from service.store import Filters, Store

_PAGE = 500
Command = TypeVar("Command", bound=Callable[..., object])


def _several(name: str, help: str, values: type[StrEnum] | None = None) -> Callable[[Command], Command]:
    kind = click.Choice([value.value for value in values]) if values else click.STRING
    return click.option(f"--{name}", multiple=True, type=kind, callback=_words, help=help)


def _date(name: str, help: str) -> Callable[[Command], Command]:
    return click.option(f"--{name}", metavar="DATE", callback=_moment, help=help)


def _words(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Arguments are bytes; those that are no UTF-8 stand for no text."""
    if not all(value.isprintable() for value in values):
        raise click.BadParameter("expected plain text in UTF-8", context, parameter)
    return values


def _moment(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    moment = normalized(value) if value else None
    if value and moment is None:
        raise click.BadParameter(f"{value!r} is no ISO date or date-time", context, parameter)
    return moment


@click.command()
@_several("actor", "Who says it: a name as people write it, or an actor's id.")
@_several("about", "Who is spoken of in what is said.")
@_several("topic", "An IPTC Media Topic: its label, a word of it or its id; finds narrower ones too.")
@_several("text", "Words of what is said or of its source.")
@_several("act", "What the source does by saying it.", Act)
@_several("type", "What kind of attribution it is.", Type)
@_several("certainty", "How sure the source presents it to be.", Certainty)
@_several("polarity", "Whether it is affirmed or denied.", Polarity)
@_several("quotation", "How much of it stands in quotation marks.", Quotation)
@_several("document", "The id of the document it stands in.")
@_several("marked", "That bear an editor's mark of this kind.", MarkKind)
@click.option(
    "--rejected",
    type=click.Choice(["include", "exclude", "only"]),
    default="include",
    show_default=True,
    help="Whether claims count that an editor rejected and none confirmed since.",
)
@_date("published-since", "Published on this day or moment or later.")
@_date("published-until", "Published before this day or moment.")
@_date("said-since", "Said on this day or later.")
@_date("said-until", "Said before this day.")
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="How many; 0 means all.")
@options.database
@options.output_format
def query(
    database: Path,
    output_format: str | None,
    limit: int,
    text: tuple[str, ...],
    **given: object,
) -> None:
    """Print stored claims, newest publication first.

    An option given twice means either value; different options all hold. Each claim is printed whole, as
    the API gives it. Nothing found is no error.

    \b
    Examples:
      claims query --actor "Shin Wonsik" --act decline --act deny
      claims query --topic "conflict, war and peace" --published-since 2024-11-01 --format jsonl
    """
    filters = msgspec.convert(given | {"q": text}, Filters)
    kind = options.chosen_format(output_format)
    with existing(database) as store:
        found = _found(store, filters, limit)
        if kind == "table":
            outputs.terminal().print(tables.claims(found))
            return
        output = outputs.writer(kind)
        for claim in found:
            output.write(msgspec.json.encode(claim))
        output.close()


def _found(store: Store, filters: Filters, limit: int) -> Iterator[Claim]:
    """Page by page, so that all of a large store can be piped through."""
    cursor, left = None, limit or None
    while left is None or left > 0:
        page = store.claims(filters, cursor, _PAGE if left is None else min(left, _PAGE))
        yield from page.items
        cursor = page.next
        if cursor is None:
            return
        left = None if left is None else left - len(page.items)
