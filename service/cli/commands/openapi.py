"""``claims openapi``: the description of the API, without a server or a database."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write here; .json gives JSON, else YAML.",
)
def openapi(output: Path | None) -> None:
    """Print the OpenAPI description of the API as YAML, or write it to a file.

    The same version gives the same bytes.

    \b
    Examples:
      claims openapi > openapi.yaml
      claims openapi --output openapi.json
    """
    from service.description.openapi import render

    content = render(as_json=output is not None and output.suffix == ".json")
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        output.write_bytes(content)
