"""The stages that benchmarks/speed.py puts on the clock are functions of the engine as it stands."""

from __future__ import annotations

from benchmarks.stages import STAGES


def test_every_stage_names_functions_that_are_there() -> None:
    for stage, functions in STAGES.items():
        assert all(hasattr(owner, name) for owner, name in functions), stage
