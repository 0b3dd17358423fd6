"""The engine reads the articles as they are marked, field by field, and reads nothing else in them.

What is known to be wrong stands in the articles' files with its reason (``misses``, ``extras``,
``topics_miss``) and is asserted too: once it comes out right, the entry must go.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import jsonschema
import msgspec
import pytest

from grammar import Engine
from grammar.schema import reading_schema
from grammar.topics.taxonomy import broader
from tests.articles import Fixture, load, names
from tests.comparison import FIELDS, Comparison, compare, excuse

ARTICLES = names()


@cache
def engine() -> Engine:
    return Engine()


@cache
def compared(name: str) -> Comparison:
    fixture = load(name)
    article = fixture.article
    return compare(
        fixture,
        engine().read(fixture.text, id=name, title=article.title, published_at=article.published_at),
    )


@cache
def differences(name: str) -> dict[str, dict[str, str]]:
    comparison = compared(name)
    return {place.mark.id: comparison.differences(place) for place in comparison.fixture.places}


def fields() -> Iterator[object]:
    """One case a claim and field; a claim known not to be found has no other fields."""
    for name in ARTICLES:
        for place in load(name).places:
            mark = place.mark
            for field in ("claim",) if "claim" in mark.misses else FIELDS:
                marks = [pytest.mark.xfail(reason=mark.misses[field])] if field in mark.misses else []
                yield pytest.param(name, mark.id, field, id=f"{name}: {mark.id}: {field}", marks=marks)


@pytest.mark.parametrize(("name", "claim", "field"), list(fields()))
def test_claim_is_read_as_marked(name: str, claim: str, field: str) -> None:
    wrong = differences(name)[claim]
    if field != "claim" and "claim" in wrong:
        pytest.skip("told once, under `claim`")
    assert field not in wrong, wrong[field]


@pytest.mark.parametrize("name", ARTICLES)
def test_nothing_else_is_read(name: str) -> None:
    comparison = compared(name)
    extra = [
        f"{claim.cue.text!r} with {claim.content.text!r} (rule {claim.rule})"
        for claim in comparison.surplus
        if excuse(comparison.fixture, claim) is None
    ]
    assert not extra, "\n".join(extra)


@pytest.mark.parametrize("name", ARTICLES)
def test_what_is_known_to_be_read_wrongly_still_is(name: str) -> None:
    comparison = compared(name)
    excused = [excuse(comparison.fixture, claim) for claim in comparison.surplus]
    stale = [extra.cue for extra in comparison.fixture.article.extras if extra not in excused]
    assert not stale, f"no longer read, so take them out of `extras`: {stale}"


@pytest.mark.parametrize("name", ARTICLES)
def test_captions_datelines_and_page_furniture_are_in_no_claim(name: str) -> None:
    comparison = compared(name)
    for phrase in comparison.fixture.article.never:
        start = comparison.fixture.text.index(phrase)
        while start >= 0:
            for claim in comparison.reading.claims:
                source = claim.source.spans if claim.source else ()
                for first, last in (*claim.content.spans, *source):
                    assert not (first < start + len(phrase) and start < last), f"{phrase!r} is in {claim}"
            start = comparison.fixture.text.find(phrase, start + 1)


def topics() -> Iterator[object]:
    for name in ARTICLES:
        miss = load(name).article.topics_miss
        yield pytest.param(name, id=name, marks=[pytest.mark.xfail(reason=miss)] if miss else [])


@pytest.mark.parametrize("name", list(topics()))
def test_the_first_topic_is_the_articles_own(name: str) -> None:
    """The best topic is the first that the article names, or narrower than it."""
    comparison = compared(name)
    expected = comparison.fixture.article.topics[0]
    best = comparison.reading.topics[0].id if comparison.reading.topics else ""
    assert expected == best or expected in broader(best)


@pytest.mark.parametrize("name", ARTICLES)
def test_reading_is_valid_against_the_published_schema(name: str) -> None:
    line = msgspec.json.decode(msgspec.json.encode(compared(name).reading))
    jsonschema.Draft202012Validator(reading_schema()).validate(line)


def test_the_comparison_sees_what_is_wrong() -> None:
    """A reading with nothing in it, or with too much, must not pass."""
    fixture: Fixture = load(ARTICLES[0])
    reading = compared(ARTICLES[0]).reading
    empty = compare(fixture, msgspec.structs.replace(reading, claims=()))
    assert all("claim" in empty.differences(place) for place in fixture.places)
    double = compare(fixture, msgspec.structs.replace(reading, claims=reading.claims * 2))
    assert len(double.surplus) > len(compared(ARTICLES[0]).surplus)
