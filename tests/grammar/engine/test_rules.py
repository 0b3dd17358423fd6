"""Every sentence of ``tests/grammar/rules/`` is read as a reader would, or is a known miss that says why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grammar import Engine
from tests.sentences import Expected, Row, Sentence, differences, rows, said, words

ROWS = rows()
LEAST = 150


def case(row: Row) -> object:
    miss = row.sentence.miss
    marks = [pytest.mark.xfail(reason=miss)] if miss else []
    return pytest.param(row.sentence, id=f"{row.family}: {row.sentence.text}", marks=marks)


@pytest.mark.parametrize("sentence", [case(row) for row in ROWS])
def test_sentence_is_read_as_a_reader_would(sentence: Sentence) -> None:
    wrong = differences(sentence)
    assert not wrong, "\n".join(wrong)


def test_the_tables_are_many_and_no_sentence_stands_twice() -> None:
    texts = [row.sentence.text for row in ROWS]
    assert len(texts) >= LEAST
    assert len(set(texts)) == len(texts)


def test_most_sentences_are_read_and_every_miss_has_a_reason() -> None:
    misses = [row.sentence.miss for row in ROWS if row.sentence.miss is not None]
    assert all(len(miss.split()) >= 4 for miss in misses)
    assert 3 * len(misses) < len(ROWS)


def test_what_is_expected_stands_in_the_sentence() -> None:
    """A slip in a table would else show as a fault of the engine."""
    slips = [(row.sentence.text, slip) for row in ROWS for slip in _slips(row.sentence)]
    assert not slips


def _slips(sentence: Sentence) -> Iterator[str]:
    """What a row of the tables says that its sentence cannot hold."""
    text = sentence.text.replace("’", "'").lower()
    there = words(text)
    for number, claim in enumerate(sentence.claims, 1):
        pieces = [claim.content] if isinstance(claim.content, str) else [*claim.content]
        pieces += claim.role if isinstance(claim.role, list) else [claim.role or ""]
        slots = [claim.source, claim.mention, claim.addressee, claim.time, claim.venue]
        yield from (each for each in (*filter(None, slots), *pieces) if not _stands(words(each), there))
        if claim.cue.lower() not in text and not _in_order(words(claim.cue), there):
            yield claim.cue
        if claim.parent == number or claim.parent > len(sentence.claims):
            yield f"parent {claim.parent}"


def _in_order(pieces: list[str], text: list[str]) -> bool:
    """A cue may stand in pieces: by (her) own account."""
    rest = iter(text)
    return all(word in rest for word in pieces)


def _stands(piece: list[str], text: list[str]) -> bool:
    return any(text[at : at + len(piece)] == piece for at in range(len(text)))


def test_the_comparison_sees_a_wrong_slot_a_missing_claim_and_one_too_many() -> None:
    text = "The mayor said on Friday that the tram would run at night."
    right = Expected(rule="said_that", source="The mayor", cue="said", content="the tram would run at night")
    assert not differences(Sentence(text, [right]))
    for wrong in (
        Expected(rule="told", source=right.source, cue=right.cue, content=right.content),
        Expected(rule=right.rule, source="The tram", cue=right.cue, content=right.content),
        Expected(rule=right.rule, source=right.source, cue="run", content=right.content),
        Expected(rule=right.rule, source=right.source, cue=right.cue, content="the tram would run"),
        Expected(rule=right.rule, source=right.source, cue=right.cue, content=right.content, time=""),
        Expected(rule=right.rule, source=right.source, cue=right.cue, content=right.content, parent=1),
    ):
        assert differences(Sentence(text, [wrong]))
    assert differences(Sentence(text, []))
    assert differences(Sentence(text, [right, right]))


def test_punctuation_that_and_the_addressee_count_neither_way() -> None:
    assert said("that the plan, “all of it,” failed.", []) == said(["the plan", "all of it failed"], [])
    assert said("reporters to go", ["reporters"]) == ["to", "go"]


def test_the_engine_of_the_tables_reads_like_a_fresh_one() -> None:
    fresh = Engine()
    for row in ROWS[:: len(ROWS) // 20]:
        sentence = row.sentence
        if not sentence.miss:
            assert len(fresh.read(sentence.text).claims) == len(sentence.claims)
