"""The engine as a part of somebody else's program: it leaves alone what is not its own."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

from grammar import Engine

PROGRAM = """
import sys

def told():
    return told

report = open(sys.argv[1], "w")
from grammar import Engine
report.write(str(len(Engine().read("It rained, the mayor said.").claims)))
"""


def test_what_a_program_has_written_is_in_its_file_when_it_ends(tmp_path: Path) -> None:
    """An engine that froze the collector's objects kept files open that the program never closed."""
    report = tmp_path / "report.txt"
    subprocess.run([sys.executable, "-c", PROGRAM, str(report)], check=True)
    assert report.read_text() == "1"


def test_the_cycle_collector_goes_on_as_it_was() -> None:
    kept = gc.get_freeze_count()
    engine = Engine()
    engine.read("It rained, the mayor said.")
    assert gc.isenabled()
    gc.disable()
    try:
        engine.read("It rained, the mayor said.")
        assert not gc.isenabled()
    finally:
        gc.enable()
    assert gc.get_freeze_count() == kept
