"""Killed at any moment, the service has what it acknowledged, whole, and goes on from there."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from benchmarks import kills
from service.documents import Document
from service.store import Store
from tests.cli.conftest import SAID


def test_what_is_acknowledged_outlives_kills(tmp_path: Path) -> None:
    trial = kills.Trial(tmp_path, seed=3, longest=0.5, parsers=1)
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


def test_a_document_that_is_not_whole_would_be_told(tmp_path: Path) -> None:
    trial = kills.Trial(tmp_path, seed=3)
    document = Document(text=SAID)
    trial.clients[0].submitted.append(document)
    reading = trial.engine.read(SAID)
    with Store.open(trial.database) as store:
        stored, _ = store.put(document, reading)
        trial.check("first")
        store.readings.renew(stored.id, replace(reading, claims=()))
    trial.check("then")
    assert trial.wrong == [f"then: {stored.id} is not whole"]
