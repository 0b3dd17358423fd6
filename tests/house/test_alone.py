"""Where several processes share the tests, nothing runs beside one that is marked ``alone``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.house.conftest import ROOT

# Each test writes a line when it begins and one when it ends: its process, and whether it is alone.
TESTS = """
import os, time
from pathlib import Path
import pytest

@pytest.mark.parametrize("alone", [pytest.param(True, marks=pytest.mark.alone), False] * 6)
def test_something(alone):
    for _ in ("it begins", "it ends"):
        with Path("log").open("a") as log:
            log.write(f"{os.getpid()} {alone}\\n")
        time.sleep(0.02)
"""


def test_nothing_runs_beside_a_test_that_is_alone(tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = alone\n")
    for name in ("one", "other"):
        (tmp_path / f"test_{name}.py").write_text(TESTS)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "xdist", "-n", "2", "--dist", "loadfile"]
    bare = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    run = subprocess.run(
        command, cwd=tmp_path, env=bare, capture_output=True, text=True, timeout=120, check=False
    )
    assert "24 passed" in run.stdout, run.stdout + run.stderr
    log = (tmp_path / "log").read_text().splitlines()
    assert len({line.split()[0] for line in log}) == 2
    begun = [
        (at, line) for at, line in enumerate(log) if line.endswith("True") and log[:at].count(line) % 2 == 0
    ]
    assert len(begun) == 12
    assert all(log[at + 1] == line for at, line in begun)
