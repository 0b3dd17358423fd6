"""Options that say which claims are wanted, for all commands that look for claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import reduce
from typing import Any, TypeVar

import click
import msgspec

from grammar.claim import Act, Anonymity, Certainty, MarkKind, Polarity, Quotation, Type
from service.requests.moments import hollow, queried
from service.store import Filters, Order, Unknown

Command = TypeVar("Command", bound=Callable[..., object])
Decorator = Callable[[Command], Command]

_VALUED: tuple[tuple[str, str, type[StrEnum] | None], ...] = (
    ("actor", "Who says it: a name as people write it, or an actor's id.", None),
    ("about", "Who is spoken of in what is said.", None),
    ("topic", "An IPTC Media Topic: its label, a word of it or its id; finds narrower ones too.", None),
    ("text", 'Words of what is said or of its source, "a phrase", or the beginning* of a word.', None),
    ("act", "What the source does by saying it.", Act),
    ("type", "What kind of attribution it is.", Type),
    ("certainty", "How sure the source presents it to be.", Certainty),
    ("polarity", "Whether it is affirmed or denied.", Polarity),
    ("quotation", "How much of it stands in quotation marks.", Quotation),
    ("anonymity", "Whether the source has a name.", Anonymity),
    ("publisher", "Who published the document, by the whole name.", None),
    ("document", "The id of the document it stands in.", None),
)
_OPTIONS = {"q": "text", "not_q": "not_text"}
"""Parameters that are options of another name."""
_OF_THEMSELVES = ("id", "The id of the claim itself.")
_DATED = (
    ("published-since", "Published on this day or moment or later."),
    ("published-until", "Published before this day or moment."),
    ("said-since", "Said on this day or later."),
    ("said-until", "Said before this day."),
)


def filters(command: Command) -> Command:
    """All filters, and for each that has values the one that leaves out what it finds: --not-actor."""
    options = [_several(*valued) for valued in _VALUED]
    options.append(_several(*_OF_THEMSELVES))
    options.append(_several("marked", "That bear an editor's mark of this kind.", MarkKind))
    options.append(
        click.option(
            "--rejected",
            type=click.Choice(["include", "exclude", "only"], case_sensitive=False),
            default="include",
            show_default=True,
            help="Whether claims count that an editor rejected and none confirmed since.",
        )
    )
    options.append(
        click.option(
            "--namesakes",
            type=click.Choice(["include", "exclude"], case_sensitive=False),
            default="exclude",
            show_default=True,
            help="Whether persons count that go by a shorter form of the name elsewhere; they may be others.",
        )
    )
    options += [
        _several(f"not-{name}", f"Leave out what --{name} would find.", values) for name, _, values in _VALUED
    ]
    options += [
        click.option(f"--{name}", metavar="DATE", callback=moment, help=help) for name, help in _DATED
    ]
    options.append(
        click.option(
            "--order",
            type=click.Choice([order.value for order in Order], case_sensitive=False),
            default=Order.NEWEST.value,
            show_default=True,
            callback=lambda context, parameter, value: Order(value),
            help="By publication; undated claims come last either way.",
        )
    )
    return reduce(lambda decorated, option: option(decorated), reversed(options), command)


def asked(given: dict[str, Any]) -> Filters:
    """The filters that the options said; a range that can hold nothing is wrong usage."""
    for name in ("published-", "said-"):
        check_range(given, name)
    named = {parameter: given.pop(option) for parameter, option in _OPTIONS.items()}
    return msgspec.convert(given | named, Filters)


def check_range(given: dict[str, Any], prefix: str = "") -> None:
    """Have a range that can hold nothing, since it ends where it begins or before, be wrong usage."""
    since, until = (given[f"{prefix}{bound}".replace("-", "_")] for bound in ("since", "until"))
    if since and until and hollow(since, until):
        raise click.UsageError(
            f"--{prefix}since must be earlier than --{prefix}until, which the range does not hold."
        )


def tell(unknown: Iterable[Unknown], of: str | None = None) -> None:
    """Say on standard error which names nothing is stored of, and what is like them.

    ``of`` stands for the options that they came from, where they came from none.
    """
    for each in unknown:
        # Quoted, since a name may hold what a terminal takes for commands.
        near = [
            repr(count.label) if count.label == count.value else f"{count.label!r} ({count.value})"
            for count in each.near
        ]
        like = f"; like it: {', '.join(near)}" if near else ""
        name = _OPTIONS.get(each.parameter, each.parameter).replace("_", "-")
        option = f"--{name} " if of is None else of
        click.echo(f"claims: nothing is stored of {option}{each.value!r}{like}", err=True)


def _several(name: str, help: str, values: type[StrEnum] | None = None) -> Decorator[Any]:
    kind = click.Choice([value.value for value in values], case_sensitive=False) if values else click.STRING
    return click.option(f"--{name}", multiple=True, type=kind, callback=words, help=help)


def words(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Arguments are bytes; those that are no UTF-8 stand for no text."""
    if not all(value.isprintable() for value in values):
        raise click.BadParameter("expected plain text in UTF-8", context, parameter)
    return values


def word(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """One such argument; it may be empty."""
    return None if value is None else words(context, parameter, (value,))[0]


def moment(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A date or date-time in its usual form; what is neither is wrong usage."""
    found = queried(value) if value else None
    if value and found is None:
        raise click.BadParameter(
            f"{value!r} is no date as 2024-11-22, month, year or date-time",
            context,
            parameter,
        )
    return found
