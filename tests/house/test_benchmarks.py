from __future__ import annotations

import os
import re
import subprocess
import sys

from benchmarks.corpus import FIXTURES
from grammar import compiled
from tests.house.conftest import ROOT


def test_the_benchmark_of_speed_knows_every_stage_of_the_engine() -> None:
    article = min((FIXTURES / "articles").glob("*.txt"))
    command = [sys.executable, "benchmarks/speed.py", str(article), "--words", "100", "--rounds", "1"]
    plain = {**os.environ, compiled.PLAIN: "1"}
    run = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    told = run.stdout.partition("of which")[2]
    stages = dict(re.findall(r"^  (\w+) +([\d.]+)$", told, re.M))
    assert set(stages) >= {"tokens", "classes", "context", "chunks", "frames", "attributions", "claims"}
    assert all(float(taken) > 0 for taken in stages.values()), stages
