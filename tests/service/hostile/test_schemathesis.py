"""Every operation, fed what its description allows and what it does not, answers as described."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from service.description.document import describe
from service.settings import Settings
from tests.house.conftest import ROOT
from tests.service.serving import serving

SPEC = describe()
HOOKS = {"SCHEMATHESIS_HOOKS": "tests.service.hostile.ranges", "PYTHONPATH": str(ROOT)}
EXAMPLES = 12  # an operation, a seed and a phase; three seeds since each finds other things


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The service on a free port, in a thread of this process."""
    database = tmp_path_factory.mktemp("schemathesis") / "claims.db"
    with serving(Settings(database=database, parsers=1)) as running:
        yield running


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_check_of_schemathesis_fails(address: str, seed: int, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "schemathesis.cli", "run", f"{address}/openapi.json", "--checks=all"]
    # What the phase of coverage tries does not depend on the seed.
    phases = "examples,coverage,fuzzing,stateful" if seed == 1 else "examples,fuzzing,stateful"
    command += [f"--phases={phases}", f"--seed={seed}", f"--max-examples={EXAMPLES}"]
    # Elsewhere than in the clone: it keeps a database of examples where it is started.
    run = subprocess.run(
        [*command, "--no-color"],
        cwd=tmp_path,
        env=os.environ | HOOKS,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    number = sum(map(len, SPEC["paths"].values()))
    assert f"{number} selected / {number} total" in run.stdout
