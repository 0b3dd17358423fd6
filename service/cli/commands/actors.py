"""``claims actors``: who is stored, and an editor's decisions on who is who."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import msgspec

from grammar.claim import ActorKind
from service.cli import asking, options, outputs
from service.cli.database import existing
from service.requests.corrections import Decision, DecisionKind, Merge, Pin, Split, Undoing
from service.store import ActorCount, EditingError, Store

_PAGE = 500
_KIND = click.Choice([kind.value for kind in ActorKind])


@click.group()
def actors() -> None:
    """List the actors of the store; merge and split them, pin names to them, and undo all that.

    A decision holds for all documents, stored and to come, until it is undone.

    \b
    Examples:
      claims actors list shin
      claims actors list --role "prime minister" --kind person
      claims actors show person:shin-wonsik
      claims actors merge "Shin Won-sik" "Shin Wonsik" --editor "J. Rivera" --reason "one spelling"
      claims actors split person:john-smith --to "John Smith" --document 5d1f00 --editor "J. Rivera"
      claims actors pin "the Agency" "National Intelligence Service" --editor "J. Rivera"
      claims actors decisions
      claims actors undo 9d41c5a07b3e8f26 --editor "J. Rivera"
    """


@actors.command("list")
@click.argument("name", required=False)
@click.option("--limit", type=click.IntRange(1, _PAGE), default=50, show_default=True, help="How many.")
@click.option("--kind", type=_KIND, multiple=True, help="What they are.")
@click.option("--role", callback=asking.word, help="Words of what a document calls them beside the name.")
@options.database
@options.output_format
def list_(
    database: Path,
    output_format: str | None,
    name: str | None,
    limit: int,
    kind: tuple[str, ...],
    role: str | None,
) -> None:
    """Print actors, those with most claims first; with a NAME, those whose names begin with its words."""
    output = outputs.plain(options.chosen_format(output_format), _actor)
    with existing(database) as store:
        page = store.actors(name, None, limit, [ActorKind(each) for each in kind], role)
    asking.tell(page.unknown, "")
    for found in page.items:
        output.write(msgspec.json.encode(found))
    output.close()


@actors.command()
@click.argument("id")
@options.database
def show(database: Path, id: str) -> None:
    """Print all that is told of the actor of this ID: names, roles over time, acts, topics."""
    with existing(database) as store:
        found = store.actor(id)
    if found is None:
        raise click.ClickException(f"there is no actor {id}; `claims actors list NAME` finds ids")
    outputs.out(msgspec.json.encode(found))


@actors.command()
@click.argument("actor")
@click.argument("into")
@options.editor
@options.reason
@options.database
def merge(database: Path, **given: object) -> None:
    """Make ACTOR and INTO, each an id or a name, one: all that goes to the one goes to the other."""
    wanted = options.submitted(Merge, given)
    _decide(database, lambda store: store.decisions.merge(wanted))


@actors.command()
@click.argument("actor")
@click.option("--to", required=True, help="Whom they go to: a stored actor's id, or a new actor's name.")
@click.option("--to-kind", type=_KIND, help="What a new actor is.  [default: the same kind]")
@click.option("--claim", "claims", multiple=True, help="The id of a claim that goes.")
@click.option("--document", "documents", multiple=True, help="The id of a document of which all goes.")
@click.option("--name", "names", multiple=True, help="A name under which all goes.")
@options.editor
@options.reason
@options.database
def split(database: Path, **given: object) -> None:
    """Make ACTOR, an id or a name, two: claims, documents or names of it go to another."""
    wanted = options.submitted(Split, given)
    _decide(database, lambda store: store.decisions.split(wanted))


@actors.command()
@click.argument("name")
@click.argument("actor")
@click.option("--actor-kind", type=_KIND, help="What a new actor is.")
@options.editor
@options.reason
@options.database
def pin(database: Path, **given: object) -> None:
    """Let NAME always mean ACTOR, an id or a name."""
    wanted = options.submitted(Pin, given)
    _decide(database, lambda store: store.decisions.pin(wanted))


@actors.command()
@click.option("--undone/--holding", "undone", default=None, help="Those undone, or those that hold.")
@options.database
@options.output_format
def decisions(database: Path, output_format: str | None, undone: bool | None) -> None:
    """Print the decisions, newest first."""
    output = outputs.plain(options.chosen_format(output_format), _decision)
    with existing(database) as store:
        cursor = None
        while True:
            page = store.decisions.page(undone, cursor, _PAGE)
            for found in page.items:
                output.write(msgspec.json.encode(found))
            if (cursor := page.next) is None:
                break
    output.close()


@actors.command()
@click.argument("id")
@options.editor
@options.reason
@options.database
def undo(database: Path, id: str, **given: object) -> None:
    """Take the decision of this ID back. It stays on record."""
    wanted = options.submitted(Undoing, given)
    with existing(database) as store:
        found = store.decisions.undo(id, wanted)
    if found is None:
        raise click.ClickException(f"there is no decision {id}")
    outputs.out(msgspec.json.encode(found))


def _decide(database: Path, decide: Callable[[Store], Decision]) -> None:
    with existing(database) as store:
        try:
            outputs.out(msgspec.json.encode(decide(store)))
        except EditingError as error:
            raise click.ClickException(options.optioned(str(error))) from error


def _actor(item: bytes) -> tuple[str, ...]:
    found = msgspec.json.decode(item, type=ActorCount)
    return found.id, found.name, found.kind, f"{found.claims} claims", f"{found.documents} documents"


def _decision(item: bytes) -> tuple[str, ...]:
    found = msgspec.json.decode(item, type=Decision)
    what = found.name if found.kind is DecisionKind.PIN else found.actor and found.actor.id
    state = f"undone by {found.undone_by}" if found.undone_by else ""
    return found.id, found.kind, what or "", "→", found.to.id, found.editor, found.made_at, state
