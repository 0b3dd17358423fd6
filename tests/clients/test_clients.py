"""Clients made from the description compile and work against the running service."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.cli.conftest import COMMAND, served
from tests.house.conftest import ROOT

HERE = Path(__file__).parent
NODE = ROOT / ".ci" / "node" / "node_modules"
COMPILER = {
    "target": "es2022",
    "module": "nodenext",
    "strict": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "types": ["node"],
}

Service = tuple[str, str]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The address of a running service, and a key to it."""
    database = tmp_path_factory.mktemp("clients") / "claims.db"
    add = [*COMMAND, "keys", "add", "reader", "--scope", "write", "--database", str(database)]
    made = subprocess.run(add, capture_output=True, text=True, check=True)
    key = re.search(r"claims_\w+", made.stdout)
    assert key, made.stdout
    with served(database) as (_, address):
        yield address, key[0]


def run(command: list[str], folder: Path, **environment: str) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_client_in_python(service: Service, tmp_path: Path) -> None:
    config = tmp_path / "config.yaml"
    config.write_text("package_name_override: claims_client\npost_hooks: []\n")
    shutil.copy(HERE / "reader.py", tmp_path)
    generate = [sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"]
    generate += ["--config", str(config), "--path", str(ROOT / "openapi.yaml")]
    generate += ["--output-path", "claims_client"]
    said = subprocess.run(generate, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=True)
    # The one thing that the generator leaves out, of two operations, and says so: it knows no lines of JSON.
    assert said.stderr.count("WARNING") == said.stderr.count("content type application/x-ndjson") == 2
    typed = [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", "reader.py"]
    run(typed, tmp_path, PYTHONPATH="")
    assert run([sys.executable, "-W", "error", "reader.py", *service], tmp_path) == "all well\n"


@pytest.mark.skipif(
    shutil.which("node") is None or not NODE.exists(),
    reason="no node here, or not the tools of .ci/node, which .ci/run installs",
)
def test_a_client_in_typescript(service: Service, tmp_path: Path) -> None:
    shutil.copy(HERE / "reader.ts", tmp_path)
    (tmp_path / "node_modules").symlink_to(NODE)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    (tmp_path / "tsconfig.json").write_bytes(msgspec.json.encode({"compilerOptions": COMPILER}))
    tools = tmp_path / "node_modules" / ".bin"
    run([str(tools / "openapi-typescript"), str(ROOT / "openapi.yaml"), "-o", "api.d.ts"], tmp_path)
    run([str(tools / "tsc")], tmp_path)
    assert run(["node", "reader.js", *service], tmp_path) == "all well\n"
