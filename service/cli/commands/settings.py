"""``claims settings``: what is in force, and where it came from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from service import configuration
from service.cli import options


@click.command()
@options.settings
def settings(config: Path | None, **given: Any) -> None:
    """Print the settings in force as TOML, each with where it came from.

    Takes the options of `claims serve`, reads the same environment and file, and fails as it would, with
    status 2. Secrets are not printed. What it prints can serve as the file.

    \b
    Examples:
      claims settings
      claims settings --config claims.toml --port 80
    """
    found = options.configured(given, config)
    for name, origin in found.origins.items():
        value = configuration.shown(name, getattr(found.settings, name))
        click.echo(f"{name} = {value}  # {origin}" if value else f"# {name} is not set  # {origin}")
    for name in found.unknown:
        click.echo(f"{name} is no setting", err=True)
