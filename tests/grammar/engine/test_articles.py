"""The articles are marked well: what they promise stands in them, once, and they cover every family."""

from __future__ import annotations

import re
import tomllib
from datetime import datetime

import pytest

from grammar.claim import Quotation
from grammar.topics.taxonomy import concepts
from tests.articles import FOLDER, Fixture, Place, load, locate, names, words

ARTICLES = names()
OPENING = re.compile(r"""(?<!\w)(?:''|["“‘'])(?=\w)""")
CLOSING = re.compile(r"""["”’']$""")


@pytest.fixture(params=ARTICLES)
def fixture(request: pytest.FixtureRequest) -> Fixture:
    return load(request.param)


def test_there_are_at_least_fourteen_articles_and_two_hundred_claims() -> None:
    assert len(ARTICLES) >= 14
    assert sum(len(load(name).places) for name in ARTICLES) >= 200


def test_each_text_has_its_marks_and_each_marks_file_its_text() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == ARTICLES


def test_between_them_they_cover_every_family_and_know_no_other() -> None:
    groups = tomllib.loads((FOLDER.parent / "families.toml").read_text("utf-8"))
    known = {family for group in groups.values() for family in group}
    covered = {family for name in ARTICLES for family in load(name).article.families}
    assert covered == known


def test_an_article_is_two_hundred_and_fifty_to_five_hundred_words_long(fixture: Fixture) -> None:
    assert 250 <= len(fixture.text.split()) <= 500


def test_it_is_dated_with_an_offset_and_stands_nowhere_on_the_web(fixture: Fixture) -> None:
    assert datetime.fromisoformat(fixture.article.published_at).tzinfo is not None
    assert fixture.article.url.split("/")[2].endswith(".example.org")


def test_its_title_is_its_first_line(fixture: Fixture) -> None:
    assert fixture.text.startswith(fixture.article.title + "\n")


def test_its_topics_are_media_topics(fixture: Fixture) -> None:
    assert fixture.article.topics
    assert all(topic in concepts() for topic in fixture.article.topics)


def test_claims_have_ids_of_their_own_and_parents_that_hold_them(fixture: Fixture) -> None:
    places = {place.mark.id: place for place in fixture.places}
    assert len(places) == len(fixture.places)
    for place in fixture.places:
        if place.mark.parent is not None:
            inner, outer = (words(fixture.text, one.content) for one in (place, places[place.mark.parent]))
            assert inner <= outer, place.mark.id


def test_what_must_never_be_read_stands_in_the_text_and_in_no_claim(fixture: Fixture) -> None:
    assert fixture.article.never
    for phrase in fixture.article.never:
        assert phrase in fixture.text
        for place in fixture.places:
            for spans in (place.content, place.source):
                assert not any(phrase in fixture.text[start:end] for start, end in spans), place.mark.id


def test_quotation_is_marked_as_the_quotation_marks_have_it(fixture: Fixture) -> None:
    for place in fixture.places:
        assert place.mark.quotation is quotation(fixture.text, place), place.mark.id


def quotation(text: str, place: Place) -> Quotation:
    """By the marks that open a piece, or open within one."""
    pieces = [text[start:end] for start, end in place.content]
    if all(OPENING.match(piece) for piece in pieces) and CLOSING.search(pieces[-1]):
        return Quotation.DIRECT
    return Quotation.MIXED if any(map(OPENING.search, pieces)) else Quotation.INDIRECT


def test_what_is_not_marked_out_is_refused() -> None:
    fixture = load(ARTICLES[0])
    mark = fixture.places[0].mark
    with pytest.raises(ValueError, match="stands 0 times"):
        locate("Nothing of the kind.", mark)
