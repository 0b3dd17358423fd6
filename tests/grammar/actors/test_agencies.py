"""Agencies by what they are ("Britain's domestic spy agency") and by name ("MI5") are one actor."""

from __future__ import annotations

import pytest

from grammar.lexicon import table
from tests.grammar.actors.passages import ACTORS
from tests.sentences import engine

# Two ways to call one agency, each the source of a claim of its own in one text.
ONE = [
    ("South Korea's spy agency", "the National Intelligence Service"),
    ("Britain's domestic spy agency", "MI5"),
    ("Germany's foreign intelligence agency", "the Federal Intelligence Service"),
    ("India's central bank", "the Reserve Bank of India"),
    ("Japan's weather agency", "the Japan Meteorological Agency"),
    ("Turkey's disaster agency", "AFAD"),
    ("the U.S. space agency", "NASA"),
    ("the U.N. health agency", "the World Health Organization"),
    ("Ukraine's security service", "the SBU"),
    ("Poland's central bank", "the National Bank of Poland"),
    ("Israel's spy agency", "Mossad"),
    ("America's central bank", "the Federal Reserve"),
    ("the British central bank", "the Bank of England"),
    ("the Turkish statistics office", "TurkStat"),
    ("Britain's foreign intelligence service", "MI6"),
    ("the U.N. nuclear watchdog", "the International Atomic Energy Agency"),
    ("the U.N. refugee agency", "UNHCR"),
    ("the European Union's statistics office", "Eurostat"),
    ("the EU's border agency", "Frontex"),
    ("Japan's central bank", "the Bank of Japan"),
    ("the Japanese parliament", "the Diet"),
    ("Poland's lower house of parliament", "the Sejm"),
    ("the Israeli parliament", "the Knesset"),
    ("Germany's public health institute", "the Robert Koch Institute"),
    ("the U.S. public health agency", "the Centers for Disease Control and Prevention"),
    ("the U.S. tax agency", "the Internal Revenue Service"),
    ("the British tax authority", "HMRC"),
    ("the British weather service", "the Met Office"),
    ("China's official news agency", "Xinhua"),
    ("Russia's domestic intelligence agency", "the FSB"),
    ("the Russian space agency", "Roscosmos"),
    ("Australia's statistics bureau", "the Australian Bureau of Statistics"),
    ("Brazil's statistics agency", "IBGE"),
    ("India's weather office", "the India Meteorological Department"),
    ("Nigeria's electoral commission", "INEC"),
    ("Pakistan's powerful spy agency", "Inter-Services Intelligence"),
    ("Canada's national police force", "the Royal Canadian Mounted Police"),
    ("Britain's public broadcaster", "the BBC"),
    ("the U.S. aviation regulator", "the Federal Aviation Administration"),
    ("the Philippine central bank", "the Bangko Sentral ng Pilipinas"),
    ("Seoul's spy agency", "the National Intelligence Service"),
]

# What is not one: another country's, another kind, two that the description fits, or one that no list knows.
TWO = [
    ("Britain's spy agency", "the National Intelligence Service"),
    ("North Korea's spy agency", "the National Intelligence Service"),
    ("Germany's foreign intelligence agency", "the Federal Office for the Protection of the Constitution"),
    ("Britain's domestic spy agency", "MI6"),
    ("Poland's central bank", "the Bank of England"),
    ("the U.S. tax agency", "the Environmental Protection Agency"),
    ("the U.N. food agency", "the World Health Organization"),
    ("Turkey's central bank", "the European Central Bank"),
    ("the Russian space agency", "NASA"),
    ("the U.S. intelligence agencies", "the CIA"),
    ("Britain's former spy agency chief", "MI5"),
    ("Japan's biggest bank", "the Bank of Japan"),
    ("the Israeli police", "the Knesset"),
]


def _ids(text: str) -> list[list[str]]:
    claims = engine().read(text, published_at="2024-11-22").claims
    return [[actor.id for actor in claim.actors] for claim in claims]


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


@pytest.mark.parametrize(("description", "name"), ONE)
def test_an_agency_is_one_actor_by_description_and_by_name(description: str, name: str) -> None:
    """Whichever is said first."""
    for first, second in ((description, name), (name, description)):
        text = f"{_capital(first)} said the risk had grown. {_capital(second)} said it would act on Monday."
        ids = _ids(text)
        assert len(ids) == 2 and ids[0] and ids[0] == ids[1], text


@pytest.mark.parametrize(("description", "name"), ONE)
def test_an_agency_that_is_never_named_has_its_name_all_the_same(description: str, name: str) -> None:
    alone = _ids(f"{_capital(description)} said the risk had grown.")
    named = _ids(
        f"{_capital(description)} said the risk had grown. {_capital(name)} said it would act on Monday."
    )
    if description not in UNCLEAR_ALONE:
        assert alone == named[:1]


@pytest.mark.parametrize(("description", "name"), TWO)
def test_others_stay_two(description: str, name: str) -> None:
    text = f"{_capital(description)} said the risk had grown. {_capital(name)} said it would act on Monday."
    ids = _ids(text)
    assert len(ids) == 2 and ids[0] != ids[1], text


# What a text says, and the actors of its claims in order.
TEXTS = [
    # The agency spoken of again.
    (
        "NASA said it had grown. The space agency said it would act. The agency said on Monday it rained.",
        ["org:national-aeronautics-and-space-administration"] * 3,
    ),
    # A name in apposition comes before the list; a list of several is no apposition.
    (
        "Poland’s central bank, the Fisheries Board, said it grew. Poland’s central bank said it rained.",
        ["org:fisheries-board", "org:fisheries-board"],
    ),
    (
        "The Fisheries Board, Poland’s central bank, said it had grown. The central bank said it would rain.",
        ["org:fisheries-board", "org:fisheries-board"],
    ),
    # Two agencies fit: whom the text names, or nobody.
    ("Israel’s spy agency said the risk had grown.", [None]),
    (
        "Shin Bet came. Israel’s spy agency said the risk had grown.",
        ["org:shin-bet"],
    ),
    ("Mossad met Shin Bet. Israel’s spy agency said the risk had grown.", [None]),
    # Names that hold only where the text speaks of the country; of namesakes the first keeps the id.
    ("The Security Service said the risk had grown.", ["org:security-service"]),
    ("Britain waited. The Security Service said the risk had grown.", ["org:mi5"]),
    ("Kenya waited. The NIS said the risk had grown.", ["org:national-intelligence-service-kenya"]),
    ("South Korea waited. The NIS said the risk had grown.", ["org:national-intelligence-service"]),
    ("Kenya waited. NEMA said the risk had grown.", ["org:national-environment-management-authority"]),
    ("Nigeria waited. NEMA said the risk had grown.", ["org:national-emergency-management-agency-nigeria"]),
    ("The Turkish Central Bank said the risk had grown.", ["org:central-bank-of-the-republic-of-turkey"]),
    ("The European drug regulator said the risk had grown.", ["org:european-medicines-agency"]),
    # A name with small letters and commas, whole.
    (
        "The U.N. Educational, Scientific and Cultural Organization left. UNESCO said it would rain.",
        ["org:unesco"],
    ),
    ("HM Revenue and Customs said the risk had grown.", ["org:hm-revenue-and-customs"]),
    # A name right behind a description tells who it is.
    ("Italian news agency Oyxcom said the risk had grown.", ["name:oyxcom"]),
    # What a body once was counts only where it is named.
    ("Britain’s financial watchdog said it grew.", ["org:financial-conduct-authority"]),
    (
        "The Financial Services Authority sat. Britain’s finance watchdog says it is. The FSA said it fell.",
        ["org:financial-services-authority"] * 2,
    ),
    # A word is no acronym.
    ("Who would say so? Ann Lee said the risk had grown.", ["person:ann-lee"]),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_agencies_are_read_with_the_text_around_them(text: str, expected: list[str | None]) -> None:
    """None: whoever is meant, no agency of the lists."""
    listed = ACTORS.gazetteer.agencies.by_id
    found = [(claim_ids or [""])[0] for claim_ids in _ids(text)]
    assert len(found) == len(expected)
    for key, wanted in zip(found, expected, strict=True):
        assert key not in listed if wanted is None else key == wanted


def test_no_two_agencies_share_an_id() -> None:
    agencies = ACTORS.gazetteer.agencies
    assert len(agencies.by_id) == sum(1 for row in table("names/agencies.tsv"))


def test_every_kind_of_agency_has_its_descriptions() -> None:
    described = {
        kind for kinds, _, _ in table("names/agency_kinds.tsv") for kind in kinds.replace(",", " ").split()
    }
    listed = {kind for *_, kinds in table("names/agencies.tsv") for kind in kinds.replace("was:", "").split()}
    assert listed == described


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Poland’s central bank said on Monday it would rain.", "listed"),
        ("The National Bank of Poland said on Monday it would rain.", "name"),
        ("The RCMP said on Monday it would rain.", "acronym"),
        ("The Fisheries Board, Poland’s central bank, left. The central bank said it would rain.", "role"),
    ],
)
def test_it_is_told_how_an_agency_was_found(text: str, by: str) -> None:
    claim = engine().read(text).claims[0]
    assert [actor.resolved_by for actor in claim.actors] == [by]


# Descriptions that fit two agencies of the country, decided only by the one that the text names.
UNCLEAR_ALONE = frozenset(("Israel's spy agency",))
