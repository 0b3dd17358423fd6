"""``claims keys``: who may write, and read what is not public."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import msgspec
from rich.table import Table

from service.access import keys as tokens
from service.access.keys import Key, Scope
from service.cli import options, outputs
from service.cli.database import opened
from service.requests.moments import normalized
from service.store import KeyExistsError

_SPAN = re.compile(r"(\d{1,4})([dhm])")
_UNITS = {"d": "days", "h": "hours", "m": "minutes"}


@click.group()
def keys() -> None:
    """Make, list and revoke API keys.

    Once a key has been made, writing needs one, on the machine itself too. What is done here counts for
    running servers within a second.

    \b
    Examples:
      claims keys add newsroom --scope write --expires 90d
      claims keys list
      claims keys revoke newsroom
    """


@keys.command()
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice([scope.value for scope in Scope]),
    default=["read"],
    show_default=True,
    help="What it allows: write includes read, admin includes both.",
)
@click.option(
    "--expires", metavar="WHEN", help="An ISO date or date-time, or a time from now as 90d, 12h or 30m."
)
@options.database
def add(name: str, scopes: tuple[str, ...], expires: str | None, database: Path) -> None:
    """Make a key and print it: this once, since only its hash is kept.

    \b
    Examples:
      claims keys add newsroom --scope write --expires 90d
    """
    if not name.strip() or not name.isprintable() or len(name) > 100:
        raise click.UsageError("The name must be 1 to 100 characters of text.")
    expires_at = _expiry(expires) if expires else None
    token, kept = tokens.make()
    chosen = tuple(Scope(scope) for scope in dict.fromkeys(scopes))
    with opened(database) as store:
        try:
            key = store.keys.add(kept, name, chosen, expires_at)
        except KeyExistsError as error:
            raise click.ClickException(f"there is a key {name!r} already; revoke it first") from error
    click.echo(f"Key {key.id} ({', '.join(key.scopes)}) for {name}; it is shown only now:", err=True)
    click.echo(token)


@keys.command("list")
@options.output_format
@options.database
def list_(output_format: str | None, database: Path) -> None:
    """Print all keys, revoked and expired ones too, without their secrets.

    \b
    Examples:
      claims keys list --format jsonl
    """
    with opened(database) as store:
        found = store.keys.all()
    kind = options.chosen_format(output_format)
    if kind == "table":
        outputs.terminal().print(_table(found))
        return
    output = outputs.writer(kind)
    for key in found:
        output.write(msgspec.json.encode(key))
    output.close()


@keys.command()
@click.argument("which")
@options.database
def revoke(which: str, database: Path) -> None:
    """Take back a key, by its name or id. There is no way to undo this.

    \b
    Examples:
      claims keys revoke newsroom
    """
    with opened(database) as store:
        revoked = store.keys.revoke(which)
    if not revoked:
        raise click.ClickException(f"there is no key {which!r} to revoke")
    for key in revoked:
        click.echo(f"Key {key.id} ({key.name}) is revoked.", err=True)


def _expiry(given: str) -> str:
    now = datetime.now(UTC)
    span = _SPAN.fullmatch(given)
    if span:
        moment = now + timedelta(**{_UNITS[span[2]]: int(span[1])})
    else:
        iso = normalized(given)
        if iso is None:
            raise click.UsageError(
                f"--expires: {given!r} is no ISO date or date-time and no time as 90d or 12h."
            )
        moment = datetime.fromisoformat(iso)
        try:
            moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except OverflowError as error:
            raise click.UsageError(f"--expires: {given!r} is beyond the year 9999 in UTC.") from error
    if moment <= now:
        raise click.UsageError(f"--expires: {given!r} is over already.")
    return moment.isoformat(timespec="seconds")


def _table(found: list[Key]) -> Table:
    table = Table("id", "name", "scopes", "made", "expires", "revoked")
    for key in found:
        table.add_row(
            key.id,
            key.name,
            ", ".join(key.scopes),
            key.created_at,
            key.expires_at or "never",
            key.revoked_at or "",
        )
    return table
