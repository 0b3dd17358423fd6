"""``claims mark``: what an editor says of stored claims."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click
import msgspec

from grammar.claim import ActorKind, MarkKind
from service.cli import options, outputs
from service.cli.database import existing
from service.requests.corrections import FiledMark, NewMark
from service.store import EditingError, MarkFilters

Command = TypeVar("Command", bound=Callable[..., object])
_PAGE = 500
_MARKS = [kind.value for kind in MarkKind]


@click.group()
def mark() -> None:
    """Confirm, reject, annotate or reassign stored claims; list the marks and take them away.

    A mark hangs on the claim's id: it outlives new readings and the document. Marks whose claim is stored no
    more are orphans, which `claims mark list --orphaned` shows.

    \b
    Examples:
      claims mark add confirm 0f3c9a7e51d2 --editor "J. Rivera"
      claims mark add reject 0f3c9a7e51d2 --editor "J. Rivera" --note "said in jest"
      claims mark add reassign 0f3c9a7e51d2 --to "Shin Wonsik" --editor "J. Rivera"
      claims mark list --orphaned
      claims mark remove 9d41c5a07b3e8f26
    """


@mark.command()
@click.argument("kind", type=click.Choice(_MARKS))
@click.argument("claim")
@options.editor
@click.option("--note", help="In your words; an annotation needs one.")
@click.option("--actor", help="The id of the one of the claim's actors that is meant.")
@click.option("--to", help="The right actor, by id or name, where the claim is reassigned.")
@click.option("--to-kind", type=click.Choice([kind.value for kind in ActorKind]), help="What a new one is.")
@options.database
def add(database: Path, **given: object) -> None:
    """Put a mark on the CLAIM of this id; one that says just this already is printed instead."""
    claim = str(given.pop("claim"))
    wanted = options.submitted(NewMark, given)
    if fault := wanted.fault():
        raise click.UsageError(fault[1])
    with existing(database) as store:
        try:
            found = store.marks.add(claim, wanted)
        except EditingError as error:
            raise click.ClickException(options.optioned(str(error))) from error
    if found is None:
        raise click.ClickException(f"there is no claim {claim}")
    made, _ = found
    outputs.out(msgspec.json.encode(made))


@mark.command("list")
@click.option("--claim", help="Those on the claim of this id.")
@click.option("--kind", multiple=True, type=click.Choice(_MARKS), help="Those of this kind.")
@click.option("--editor", help="Those of this editor.")
@click.option("--orphaned/--attached", default=None, help="Whether no stored document has the claim.")
@options.database
@options.output_format
def list_(database: Path, output_format: str | None, **given: object) -> None:
    """Print the marks, newest first."""
    filters = msgspec.convert(given, MarkFilters)
    output = outputs.plain(options.chosen_format(output_format), _row)
    with existing(database) as store:
        cursor = None
        while True:
            page = store.marks.page(filters, cursor, _PAGE)
            for found in page.items:
                output.write(msgspec.json.encode(found))
            if (cursor := page.next) is None:
                break
    output.close()


@mark.command()
@click.argument("id")
@options.database
def remove(database: Path, id: str) -> None:
    """Take the mark of this ID away, and its effect with it."""
    with existing(database) as store:
        if not store.marks.delete(id):
            raise click.ClickException(f"there is no mark {id}")


def _row(item: bytes) -> tuple[str, ...]:
    found = msgspec.json.decode(item, type=FiledMark)
    to = f"to {found.to.id} " if found.to else ""
    state = "orphaned" if found.orphaned else ""
    return found.id, found.claim_id, found.kind, found.editor, found.made_at, to + (found.note or ""), state
