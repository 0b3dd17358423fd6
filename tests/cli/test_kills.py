"""Killed at any moment, the service has what it acknowledged, whole, and goes on from there."""

from __future__ import annotations

from pathlib import Path

from benchmarks import kills


def test_what_is_acknowledged_outlives_kills(tmp_path: Path) -> None:
    trial = kills.Trial(tmp_path, seed=3, longest=1)
    for number in (10, 1, 2):  # once while it starts, then with two workers, then with one
        trial.round(number)
    trial.finish()
    assert trial.wrong == []
    assert trial.counts["documents acknowledged"] == trial.counts["documents in the end"] > 0


def test_a_lost_document_would_be_told(tmp_path: Path) -> None:
    trial = kills.Trial(tmp_path, seed=3)
    trial.clients[2].acknowledged.add("lost")
    trial.check("then")
    assert trial.wrong == ["then: lost was acknowledged and is not there"]
