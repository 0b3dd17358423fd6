"""What is installed is whole: a wheel carries the data that the modules read."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.house.conftest import ROOT, files, name


def test_a_wheel_holds_the_modules_and_their_data(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    missing = [name(file) for file in files(folders=("grammar", "service")) if name(file) not in held]
    assert not missing
    assert not [entry for entry in held if entry.startswith(("tests/", "fixtures/", "data/"))]
