"""Every operation, fed what its description allows and what it does not, answers as described."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from service.app import create_app
from service.description import describe
from service.settings import Settings
from tests.service.stub import StubEngine

SPEC = describe()
EXAMPLES = 12  # an operation, a seed and a phase; three seeds since each finds other things


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The service on a free port, in a thread of this process."""
    database = tmp_path_factory.mktemp("schemathesis") / "claims.db"
    app = create_app(Settings(database=database, parsers=1), StubEngine)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_check_of_schemathesis_fails(address: str, seed: int, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "schemathesis.cli", "run", f"{address}/openapi.json", "--checks=all"]
    command += ["--phases=examples,coverage,fuzzing,stateful", f"--seed={seed}", f"--max-examples={EXAMPLES}"]
    # Elsewhere than in the clone: it keeps a database of examples where it is started.
    run = subprocess.run(
        [*command, "--no-color"], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    number = sum(map(len, SPEC["paths"].values()))
    assert f"{number} selected / {number} total" in run.stdout
