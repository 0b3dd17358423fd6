"""``claims backup``: a copy of the database, also while it is served."""

from __future__ import annotations

from pathlib import Path

import click

from service.cli import options
from service.store import BackupError, back_up


@click.command()
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@options.database
def backup(target: Path, database: Path) -> None:
    """Copy the database to TARGET, also while it is served and written to.

    The copy is that of one moment and holds all that was acknowledged before. It is checked, then put in
    place in one step: TARGET, if it is there, stays until the new copy is whole. To restore, stop the
    service, put the copy in the database's place, and remove the files named like it with -wal and -shm.

    \b
    Examples:
      claims backup /var/backups/claims.db
      claims backup claims-monday.db --database /var/lib/claims/claims.db
    """
    try:
        size = back_up(database, target)
    except BackupError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"claims: {target} is whole ({size:,} bytes)", err=True)
