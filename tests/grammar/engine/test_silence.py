"""Why a sentence with a cue is unread: the reason must be that for which its attribution was refused."""

from __future__ import annotations

import pytest

from grammar import Engine

SENTENCES = {
    "The bishop said so himself on Tuesday.": "nothing that was said stands beside the cue",
    "The official explanation was that a valve had failed.": "nobody is named whose word it is",
    "Lund defended her title in May.": "with these words the cue has a sense that reports nothing",
    "Not every driver said the toll was fair.": "what stands as the source speaks for nobody",
    "Firms that want to sell may wait.": (
        "what the cue tells of is only supposed, asked, denied or meant of anybody"
    ),
    "The bank denied farmers the loan.": "what stands beside the cue is no content",
    "Finding a dry path has become hard.": "no subject to be understood",
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_reason_is_why_the_attribution_was_refused(engine: Engine, sentence: str) -> None:
    reading = engine.read(sentence)
    assert not reading.claims
    assert [unread.reason for unread in reading.unread] == [SENTENCES[sentence]]
