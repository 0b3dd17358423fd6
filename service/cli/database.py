"""The database file that a command works on, opened with words for people where that fails."""

from __future__ import annotations

from pathlib import Path

import click

from service.store import Store


def existing(path: Path) -> Store:
    """The store in this file, which must be there: whoever corrects has something to correct."""
    if not path.exists():
        raise click.UsageError(f"There is no database {path}; `claims ingest` makes one.")
    return opened(path)


def opened(path: Path) -> Store:
    """The store in this file; the folder, the file and its schema are made where they are missing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return Store.open(path)
    except Exception as error:  # whatever it is, the file is at fault: no rights, no space, no database
        raise click.ClickException(f"cannot use the database {path}: {error}") from error
