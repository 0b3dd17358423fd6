"""Starting costs little: every run of the command line and every worker of the service loads the engine."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from grammar import compiled

LONGEST = 2.0  # seconds of processor time; 0.3 on the machine where it was measured
_CODE = "import time; began = time.process_time(); import grammar.engine; print(time.process_time() - began)"


@pytest.mark.alone
def test_the_engines_modules_load_quickly() -> None:
    plain = {**os.environ, compiled.PLAIN: "1"}
    runs = [
        subprocess.run([sys.executable, "-c", _CODE], check=True, capture_output=True, text=True, env=plain)
        for _ in range(2)  # the first may have to write bytecode
    ]
    assert float(runs[-1].stdout) < LONGEST
