"""`python -m tests.changes` tells what is read otherwise than before, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import changes
from tests.changes import Line

ONE: Line = {"rule": "said_that", "source": "the mayor", "cue": "said", "content": "the tram would run"}
TWO: Line = {"rule": "told", "source": "the union", "cue": "told", "content": "fares had doubled"}


def test_alike_readings_give_nothing() -> None:
    assert list(changes.changes([ONE, TWO], [ONE, TWO])) == []


def test_a_claim_that_vanished_and_one_that_appeared_are_told_apart() -> None:
    assert list(changes.changes([ONE], [TWO])) == [
        "- said_that: the mayor | said | the tram would run",
        "+ told: the union | told | fares had doubled",
    ]


def test_a_claim_that_changed_shows_its_fields_before_and_after() -> None:
    found = list(changes.changes([TWO, ONE], [TWO, ONE | {"content": "the tram", "time": "on Friday"}]))
    assert found == [
        "~ said_that: the mayor | said | the tram",
        "    content: 'the tram would run' -> 'the tram'",
        "    time: '' -> 'on Friday'",
    ]


def test_two_claims_with_one_cue_are_paired_by_their_words() -> None:
    other = ONE | {"source": "the pilot", "content": "the runway was long"}
    found = list(changes.changes([ONE, other], [other | {"rule": "who_said"}, ONE]))
    assert [entry for entry in found if not entry.startswith(" ")] == [
        "~ who_said: the pilot | said | the runway was long"
    ]


def test_what_is_stored_comes_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(changes, "READINGS", tmp_path / "readings")
    assert changes.stored("an-article") == []
    changes.store("an-article", [ONE, TWO])
    assert changes.stored("an-article") == [ONE, TWO]
