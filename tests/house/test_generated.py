"""What is generated and committed is what would be generated now."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.house.conftest import ROOT

GENERATED = {
    "openapi.yaml": ["-m", "service.cli", "openapi"],
    "grammar/reading.schema.json": ["-m", "grammar.schema"],
    "docs/errors.md": ["-m", "service.description.handbook", "errors"],
    "docs/settings.md": ["-m", "service.description.handbook", "settings"],
}


@pytest.mark.parametrize(("file", "command"), GENERATED.items(), ids=GENERATED)
def test_it_is_fresh_whatever_the_order_of_sets(file: str, command: list[str]) -> None:
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        made = subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, check=True
        )
        assert made.stdout == (ROOT / file).read_bytes(), f"{file} is stale: make generate"
