"""The same text gives the same bytes: in another process, with other hashes, in another order."""

from __future__ import annotations

import os
import subprocess
import sys

import msgspec
import pytest

from benchmarks.identity import Run, outcomes
from grammar import Engine
from tests.articles import FOLDER, load, names

ROOT = FOLDER.parent.parent
ENCODER = msgspec.json.Encoder()
READ = """
import sys, msgspec
from grammar import Engine
from tests.articles import load
engine = Engine()
for name in sys.argv[1:]:
    fixture = load(name)
    reading = engine.read(fixture.text, id=name, published_at=fixture.article.published_at)
    sys.stdout.buffer.write(msgspec.json.encode(reading) + b"\\n")
"""


def read(articles: list[str], *, seed: str) -> dict[str, bytes]:
    """The readings of the articles, in this order, by a process whose strings hash by this seed."""
    made = subprocess.run(
        [sys.executable, "-c", READ, *articles],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    return dict(zip(articles, made.stdout.splitlines(), strict=True))


@pytest.fixture(scope="module")
def by_one_seed() -> dict[str, bytes]:
    return read(names(), seed="1")


def test_readings_do_not_depend_on_how_strings_hash(by_one_seed: dict[str, bytes]) -> None:
    assert read(names(), seed="20250314") == by_one_seed


def test_readings_do_not_depend_on_what_was_read_before(by_one_seed: dict[str, bytes]) -> None:
    assert read(names()[::-1], seed="1") == by_one_seed


def test_readings_do_not_depend_on_how_many_processes_share_the_work() -> None:
    articles = [load(name).text for name in names()]
    alone, shared = Run("1", 1, backwards=False), Run("2", 2, backwards=True)
    assert outcomes(articles, shared) == outcomes(articles, alone)


def test_a_text_read_twice_by_one_engine_gives_the_same_bytes() -> None:
    engine = Engine()
    for name in names()[:4]:
        text = load(name).text
        assert ENCODER.encode(engine.read(text)) == ENCODER.encode(engine.read(text))


def test_a_callers_id_and_the_date_change_no_claims_id() -> None:
    engine = Engine()
    text = load(names()[0]).text
    one = engine.read(text, id="a", published_at="2025-03-14")
    other = engine.read(text, id="b")
    assert [claim.id for claim in one.claims] == [claim.id for claim in other.claims]
    assert one.claims
