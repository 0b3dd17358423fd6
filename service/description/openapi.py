"""The description of the API as bytes: ``python -m service.description.openapi`` prints it."""

from __future__ import annotations

import sys

import msgspec
import yaml

from service.description.document import describe


def render(*, as_json: bool = False) -> bytes:
    """Write the description as YAML or JSON, without a database; the same version gives the same bytes."""
    if as_json:
        return msgspec.json.format(msgspec.json.encode(describe()), indent=2) + b"\n"
    written: str = yaml.safe_dump(describe(), sort_keys=False, allow_unicode=True, width=110)
    return written.encode()


if __name__ == "__main__":
    sys.stdout.buffer.write(render())
