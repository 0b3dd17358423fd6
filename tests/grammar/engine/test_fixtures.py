"""The engine reads the articles as they are marked, field by field, and reads nothing else in them.

What is known to be wrong stands in ``fixtures/misses.toml`` with its reason and is asserted too: once it
comes out right, its entry must go (``python -m tests.misses --prune``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import jsonschema
import msgspec
import pytest

from grammar.schema import reading_schema
from tests.articles import load, names
from tests.comparison import FIELDS, Comparison, compare
from tests.misses import FILE, Fault, Misses, known, pruned, read, toml, untold
from tests.sentences import engine

ARTICLES = names()
MISSES = known()


@cache
def compared(name: str) -> Comparison:
    return read(engine(), load(name))


@cache
def differences(name: str) -> dict[str, dict[str, str]]:
    comparison = compared(name)
    return {place.mark.id: comparison.differences(place) for place in comparison.fixture.places}


def cases() -> Iterator[object]:
    """One a claim and field; a claim that is known not to be found has no other fields."""
    reasons = MISSES.fields()
    for name in ARTICLES:
        for place in load(name).places:
            id = place.mark.id
            for field in ("claim",) if (name, id, "claim") in reasons else FIELDS:
                reason = reasons.get((name, id, field))
                marks = [pytest.mark.xfail(reason=reason)] if reason else []
                yield pytest.param(name, id, field, id=f"{name}/{id}: {field}", marks=marks)


@pytest.mark.parametrize(("name", "claim", "field"), list(cases()))
def test_claim_is_read_as_marked(name: str, claim: str, field: str) -> None:
    wrong = differences(name)[claim]
    if field != "claim" and "claim" in wrong:
        pytest.skip("told once, under `claim`")
    assert field not in wrong, wrong[field]


@pytest.mark.parametrize("name", ARTICLES)
def test_nothing_else_is_read(name: str) -> None:
    places = {place.mark.id for place in compared(name).fixture.places}
    lines = list(untold(compared(name), MISSES))
    extra = [line for line in lines if line.removeprefix(f"{name}/").partition(":")[0] not in places]
    assert not extra, "\n".join(extra)


def phrases() -> Iterator[object]:
    reasons = MISSES.never()
    for name in ARTICLES:
        for phrase in load(name).article.never:
            reason = reasons.get((name, phrase))
            marks = [pytest.mark.xfail(reason=reason)] if reason else []
            yield pytest.param(name, phrase, id=f"{name}: {phrase}", marks=marks)


@pytest.mark.parametrize(("name", "phrase"), list(phrases()))
def test_captions_datelines_and_page_furniture_are_in_no_claim(name: str, phrase: str) -> None:
    assert not compared(name).holding(phrase)


def topics() -> Iterator[object]:
    reasons = MISSES.topics()
    for name in ARTICLES:
        marks = [pytest.mark.xfail(reason=reasons[name])] if name in reasons else []
        yield pytest.param(name, id=name, marks=marks)


@pytest.mark.parametrize("name", list(topics()))
def test_the_best_topic_is_one_of_the_articles_own(name: str) -> None:
    comparison = compared(name)
    assert comparison.topic_agrees(), comparison.reading.topics


@pytest.mark.parametrize("name", ARTICLES)
def test_reading_is_valid_against_the_published_schema(name: str) -> None:
    line = msgspec.json.decode(msgspec.json.encode(compared(name).reading))
    jsonschema.Draft202012Validator(reading_schema()).validate(line)


def test_every_known_miss_is_about_a_marked_claim_and_still_is_one() -> None:
    marked = {(name, place.mark.id) for name in ARTICLES for place in load(name).places}
    for name, claim, field in MISSES.fields():
        assert (name, claim) in marked
        assert field in FIELDS
    assert all(phrase in load(name).article.never for name, phrase in MISSES.never())
    assert all(len(fault.reason.split()) >= 4 for fault in MISSES.fault)
    left = pruned(MISSES, {name: compared(name) for name in ARTICLES})
    assert left == MISSES, "run `python -m tests.misses --prune`"


def test_the_file_of_misses_is_written_as_pruning_writes_it() -> None:
    assert FILE.read_text("utf-8") == toml(MISSES)


def test_the_comparison_sees_what_is_missing_and_what_is_too_much() -> None:
    name = ARTICLES[0]
    fixture, reading = load(name), compared(name).reading
    empty = compare(fixture, msgspec.structs.replace(reading, claims=()))
    assert all("claim" in empty.differences(place) for place in fixture.places)
    double = compare(fixture, msgspec.structs.replace(reading, claims=reading.claims * 2))
    assert len(double.surplus) > len(compared(name).surplus)


def test_pruning_keeps_what_is_missed_and_drops_what_is_not() -> None:
    name = ARTICLES[0]
    fixture, reading = load(name), compared(name).reading
    claims = [f"{name}/{place.mark.id}: claim" for place in fixture.places]
    misses = Misses([Fault("a reason for the test", claims)])
    nothing = compare(fixture, msgspec.structs.replace(reading, claims=()))
    assert pruned(misses, {name: nothing}) == misses
    found = list(compared(name).found)
    left = pruned(misses, {name: compared(name)}).fields()
    assert found
    assert not any((name, id, "claim") in left for id in found)
