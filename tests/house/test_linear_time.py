"""Time grows in line with length, whatever the text: four times the text takes about four times as long."""

from __future__ import annotations

import pytest

from benchmarks.hostile import PIECES, filled, seconds
from grammar import Engine

SHORT, LONG = 50_000, 200_000
GROWTH = 8  # 4 would be linear and 16 quadratic
GRANTED = 0.1  # seconds, for what is too quick to be measured well


@pytest.fixture(scope="module")
def engine() -> Engine:
    engine = Engine()
    engine.read("\n\n".join(piece * 3 for piece in PIECES.values()))
    return engine


@pytest.mark.alone
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_text_made_to_be_slow_is_not(engine: Engine, piece: str) -> None:
    short = min(seconds(engine, filled(piece, SHORT)) for _ in range(2))
    assert seconds(engine, filled(piece, LONG)) < GROWTH * short + GRANTED
