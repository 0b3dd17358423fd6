"""What a source's own words say that somebody belongs to; a rule ties each to the person."""

from __future__ import annotations

import pytest

from grammar.claim import Affiliation
from tests.sentences import engine


def affiliations(source: str) -> list[tuple[Affiliation, str]]:
    text = f"{source} said that the harbour was closed."
    claim = engine().read(text).claims[-1]
    return [(one, text[slice(*one.spans[0])]) for actor in claim.actors for one in actor.affiliations]


TOLD = [
    ("South Korea’s Shin Wonsik", "country:south-korea"),
    ("Shin Wonsik, South Korea’s security adviser,", "country:south-korea"),
    ("Russian President Vladimir Putin", "country:russia"),
    ("A senior South Korean official", "country:south-korea"),
    ("Kenyan and Ethiopian officials", "country:kenya country:ethiopia"),
    ("A spokesman for the Ministry of Fisheries", "org:ministry-of-fisheries"),
    ("Acme Corp. chief executive Jane Roe", "org:acme-corp"),
    ("Jane Roe, chief executive of Acme Corp.,", "org:acme-corp"),
    ("Jane Roe of the Harbor Institute", "org:harbor-institute"),
    ("Jane Roe, an analyst with the Harbor Institute in Chile,", "org:harbor-institute"),
    ("Jane Roe, a professor at Halden University,", "org:halden-university"),
    ("The BBC’s Jane Roe", "medium:bbc"),
    ("The U.S. ambassador to Chile, Jane Roe,", "country:united-states"),
    # What is not said to be so is not told.
    ("Jane Roe", ""),
    ("Jane Roe, who lives in Chile,", ""),
    ("Jane Roe, who has often attacked Russia,", ""),
    ("Critics of Russia", ""),
    ("Jane Roe, an expert on Russia,", ""),
    ("The CEO, Jane Roe,", ""),
    ("Russia", ""),
    ("She", ""),
]


@pytest.mark.parametrize(("source", "expected"), TOLD)
def test_affiliations_are_those_of_the_words(source: str, expected: str) -> None:
    found = affiliations(source)
    assert " ".join(one.actor_id for one, _ in found) == expected
    assert all(words in source for _, words in found)
