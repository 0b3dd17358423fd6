"""What docs/guide.md tells one to do works, in its order, and gives what it says."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from click.testing import CliRunner

from fixtures.__main__ import lines
from service.cli import cli
from tests.cli.conftest import served
from tests.house.conftest import ROOT

GUIDE = (ROOT / "docs" / "guide.md").read_text()
ADDRESS = "http://127.0.0.1:8000"
STATUSES = {"/v1/documents": 201, "/v1/claims?limit=0&acts=deny": 400}


def steps() -> list[tuple[str, str | None]]:
    """Each command with what stands below it, which is the answer to the last of its block."""
    found: list[tuple[str, str | None]] = []
    for kind, block in re.findall(r"```(sh|json)\n(.*?)```", GUIDE, re.S):
        if kind == "sh":
            found += [(command, None) for command in block.replace("\\\n", "").splitlines()]
        else:
            found[-1] = (found[-1][0], block)
    return found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    database = tmp_path_factory.mktemp("guide") / "claims.db"
    ingest = ["ingest", "--database", str(database)]
    CliRunner().invoke(cli, ingest, input=b"".join(lines()), catch_exceptions=False)
    with served(database) as (_, address):
        yield address


def test_what_the_guide_says_is_so(address: str) -> None:
    done = [perform(command, answer, address) for command, answer in steps()]
    assert len(done) == GUIDE.count("curl ") > 8
    assert sum(answer is not None for _, answer in steps()) == GUIDE.count("```json")


def perform(command: str, answer: str | None, address: str) -> str:
    """Do what a call of curl would do; check its status and that the answer has all that is shown of it."""
    program, *words = shlex.split(command)
    assert program == "curl"
    headers = {"Content-Type": words[words.index("-H") + 1].partition(": ")[2]} if "-H" in words else {}
    body = words[words.index("-d") + 1] if "-d" in words else None
    (url,) = [word for word in words if word.startswith(ADDRESS)]
    path = url.removeprefix(ADDRESS)
    method = "POST" if body else "GET"
    response = httpx.request(method, address + path, headers=headers, content=body, timeout=30)
    assert response.status_code == STATUSES.get(path, 200), (command, response.text)
    if answer is not None:
        assert shows(msgspec.json.decode(answer), response.json()), (command, response.text)
    return path


def shows(part: Any, whole: Any) -> bool:
    """Is everything in ``part`` in ``whole``? Lists begin alike."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(
            name in whole and shows(value, whole[name]) for name, value in part.items()
        )
    if isinstance(part, list):
        return isinstance(whole, list) and len(part) <= len(whole) and all(map(shows, part, whole))
    return bool(part == whole)


def test_the_guide_names_only_what_is_there(tmp_path: Path) -> None:
    for linked in re.findall(r"\]\(([^):]+)\)", GUIDE):
        assert (ROOT / "docs" / linked).exists(), linked
