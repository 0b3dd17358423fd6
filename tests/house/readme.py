"""The README's answer, as the API gives it now: ``python -m tests.house.readme`` writes it there."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

import msgspec
from click.testing import CliRunner
from litestar.testing import TestClient

from service.app import create_app
from service.cli import cli
from service.settings import Settings
from tests.house.conftest import ROOT

FILE = ROOT / "README.md"
_QUERY = re.compile(r"curl 'http://127\.0\.0\.1:8000/v1/claims\?([^']+)'\n```\n\n```json\n(.*?)```", re.S)


def renewed(readme: str) -> str:
    """The README with the answer to its first query as the sample articles give it."""
    found = _QUERY.search(readme)
    if found is None:
        raise ValueError("the README has no query with an answer below it")
    return readme[: found.start(2)] + answer(found[1]) + readme[found.end(2) :]


def answer(query_string: str) -> str:
    """What `make serve` answers, a field a line."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "claims.db"
        CliRunner().invoke(
            cli, ["ingest", "--database", str(file)], input=_articles(), catch_exceptions=False
        )
        with TestClient(create_app(Settings(database=file, allowed_hosts=("*",)))) as client:
            page = client.get(f"/v1/claims?{query_string}").json()
    items = ",\n".join(_laid_out(item) for item in page["items"])
    rest = [f'"{name}": {_compact(value)}' for name, value in page.items() if name != "items"]
    return f'{{"items": [\n{items}\n], {", ".join(rest)}}}\n'


def _articles() -> bytes:
    from fixtures.__main__ import lines

    return b"".join(lines())


def _laid_out(item: dict[str, Any]) -> str:
    fields = ",\n".join(f'  "{name}": {_compact(value)}' for name, value in item.items())
    return f"{{\n{fields}\n}}"


def _compact(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=0).decode()


if __name__ == "__main__":
    FILE.write_text(renewed(FILE.read_text(encoding="utf-8")), encoding="utf-8")
