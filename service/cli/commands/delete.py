"""``claims delete``: stored documents removed."""

from __future__ import annotations

from pathlib import Path

import click

from service.cli import asking, options
from service.cli.database import existing


@click.command()
@click.argument("documents", nargs=-1, required=True, callback=asking.words, metavar="DOCUMENT...")
@options.database
@click.pass_context
def delete(context: click.Context, database: Path, documents: tuple[str, ...]) -> None:
    """Remove the DOCUMENTs of these ids, with their texts and claims.

    Actors and topics that nothing else mentions go with them; editors' marks stay on record, and are on the
    claims again if the document comes back. Of a document with several revisions the one named goes, and the
    one before takes its place. It may be done while the database is served. Exit status: 1 where one was not
    there.

    \b
    Examples:
      claims delete b74677dce3d2eb51
      claims delete 9942b9e3c6f632dc 868d2eb736f9086f --database news.db
    """
    missing = 0
    with existing(database) as store:
        for id in dict.fromkeys(documents):
            if not store.delete(id):
                missing += 1
                click.echo(f"claims: there is no document {id!r}", err=True)
    click.echo(f"claims: {len(set(documents)) - missing} deleted", err=True)
    if missing:
        context.exit(1)
