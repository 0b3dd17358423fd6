"""Names: whom a full name, a short one, an acronym or a country's name stands for."""

import pytest

from grammar.text.layout import paragraphs
from grammar.text.tokens import Tokens
from tests.grammar.actors.passages import ACTORS, countries, ids

NAMES = [
    ("[Lee Illho] spoke in Busan. [Lee] said so.", "person:lee-illho | person:lee-illho"),
    ("[Min Seojun] spoke in Busan. [Min] said it would rain.", "person:min-seojun | person:min-seojun"),
    ("[Laura B. Whitcombe] left. [Whitcombe] said no.", "person:laura-whitcombe | person:laura-whitcombe"),
    (
        "Mayor Rosa Delgado left. [Ms. Delgado] and [Delgado] said no.",
        "person:rosa-delgado | person:rosa-delgado",
    ),
    ("[Whitcombe] said no. Later Laura Whitcombe left.", "person:laura-whitcombe"),
    ("Laura Whitcombe came. [Laura] said no.", "person:laura-whitcombe"),
    (
        "[Hassan al-Tarif] left. [al-Tarif] said no, [Tarif] said.",
        "person:hassan-tarif | person:hassan-tarif | person:hassan-tarif",
    ),
    ("[Faisal bin Rashid] left.", "person:faisal-bin-rashid"),
    (
        "[Elena Ruiz Moreno] left. [Ruiz Moreno] said no.",
        "person:elena-ruiz-moreno | person:elena-ruiz-moreno",
    ),
    (
        "[Pieter van den Heuvel] left. [Van den Heuvel] said no.",
        "person:pieter-van-den-heuvel | person:pieter-van-den-heuvel",
    ),
    (
        "[Jean-Paul Marchetti] left. [Marchetti] said no.",
        "person:jeanpaul-marchetti | person:jeanpaul-marchetti",
    ),
    ("[José Núñez] left.", "person:jose-nunez"),
    ("[Sen. Paul Hartley (R-Ohio)] left.", "person:paul-hartley"),
    ("[Paul Hartley III] left. Then [Paul Hartley] left.", "person:paul-hartley | person:paul-hartley"),
    ("[Paul Hartley Jr.] left. Then [Paul Hartley] left.", "person:paul-hartley-jr | person:paul-hartley"),
    ("[Han Jae-won] and [Han Jae Won] are one.", "person:han-jaewon | person:han-jaewon"),
    ("Former soldier John “Ace” Tiller came. [Tiller] said no.", "person:john-tiller"),
    ("Secretary of State Martha Finch came. [Finch] said no.", "person:martha-finch"),
    (
        "[Bob and Martha Finch] left. [Mr. Finch] said no.",
        "person:bob-finch person:martha-finch | person:bob-finch",
    ),
    ("[Canada's Finch] won. It was Martha Finch.", "person:martha-finch"),
    ("Martha Finch came. [Finch, who lives in Ottawa,] said no.", "person:martha-finch"),
    ("Democrats Martha Finch and Bob Lowe came. [Finch] said no.", "person:martha-finch"),
    (
        "[Senators Martha Finch and Bob Lowe] voted. [Finch] said no.",
        "person:martha-finch person:bob-lowe | person:martha-finch",
    ),
]


@pytest.mark.parametrize(("passage", "expected"), NAMES)
def test_all_forms_of_a_name_go_to_one_person(passage: str, expected: str) -> None:
    assert ids(passage) == expected


UNLISTED = [
    ("[Okarro] said it would rain.", "name:okarro"),
    ('"It is over," [Okarro] said.', "name:okarro"),
    ("[President Okarro] said so. [Okarro] left.", "person:okarro | person:okarro"),
    ("[Okarro] said so. Later Mr. Okarro left.", "person:okarro"),
    ("[Bodding] said it would wait.", "name:bodding"),
    ("[Research] suggests it.", "-"),
    ("[Management] said no.", "-"),
    ("[Clearly] said, it rained.", "-"),
    ("[Asking] again did no harm.", "-"),
    ("[Okarro] said so, as did many an okarro.", "-"),
    ("[Duke Energy] said so.", "org:duke-energy"),
    ("[Nobody in Ottawa] believes it.", "-"),
    ("[No one from the firm] has said why.", "-"),
]


@pytest.mark.parametrize(("passage", "expected"), UNLISTED)
def test_a_sentence_s_first_word_is_a_name_where_no_noun_could_stand(passage: str, expected: str) -> None:
    assert ids(passage) == expected


NAMESAKES = [
    # The newcomer who speaks takes the surname.
    ("Kim Jong Nam waved. Kim Tae Ho, an engineer, came. [Kim] said the bridge held.", "person:kim-taeho"),
    # A namesake mentioned in passing does not.
    (
        "Ruth Calder won. Calder smiled. Calder waved. Her cousin Sam Calder sent roses. [Calder] said so.",
        "person:ruth-calder",
    ),
    (
        "Ruth Calder and Sam Calder came. [Mr. Calder] spoke, [Mrs. Calder] spoke.",
        "person:sam-calder | person:ruth-calder",
    ),
]


@pytest.mark.parametrize(("passage", "expected"), NAMESAKES)
def test_two_who_share_a_surname_stay_two(passage: str, expected: str) -> None:
    assert ids(passage) == expected


COUNTRIES = [
    ("[The U.S.] agreed.", "country:united-states"),
    ("[Britain] agreed, [the United Kingdom] said.", "country:united-kingdom | country:united-kingdom"),
    ("Talks with North Korea failed. [The North] said so.", "country:north-korea"),
    ("[The North] said so, not a word on Korea.", "name:north"),
    ("[The Kremlin] agreed, [Moscow] said.", "org:kremlin | place:moscow"),
    ("[The Russian army] and [Russia's army] agreed.", "org:russia-army | org:russia-army"),
    (
        "[Chile's foreign ministry] agreed. [The foreign ministry] said so.",
        "org:chile-foreign-ministry | org:chile-foreign-ministry",
    ),
    (
        "[Peru's Defense Ministry] agreed; so said [the Peruvian Defense Ministry].",
        "org:peru-defense-ministry | org:peru-defense-ministry",
    ),
]


@pytest.mark.parametrize(("passage", "expected"), COUNTRIES)
def test_countries_their_bodies_and_their_stand_ins(passage: str, expected: str) -> None:
    assert ids(passage) == expected


def test_a_stand_in_tells_its_country() -> None:
    assert countries("[The Kremlin] agreed.") == ["country:russia"]
    assert countries("[Seoul] agreed.") == ["country:south-korea"]
    assert countries("[Russia] agreed.") == [None]


FURNITURE = [
    ("(Photo by Ada Shin)", "caption", "person:won-shin"),
    (
        "Ada Shin, right, leaves court in Tartu, Estonia, Friday, March 1, 2024. (Ann Lowe/AP)",
        "caption",
        "person:won-shin",
    ),
    ("By Ada Shin, Staff Writer", "byline", "person:won-shin"),
    ("Read more: Ada Shin leaves", "furniture", "person:won-shin"),
    ("Ada Shin left the court in Tartu on Friday.", "prose", "person:ada-shin"),
]


@pytest.mark.parametrize(("line", "kind", "shin"), FURNITURE)
def test_names_in_captions_bylines_and_furniture_are_nobody_s(line: str, kind: str, shin: str) -> None:
    text = f"Won Shin opened the court in Tartu again.\n{line}\nMuch later Shin said that it was open."
    tokens = Tokens(text)
    lines = paragraphs(tokens)
    assert lines[1].kind == kind
    cast = ACTORS.cast(tokens, lines)
    at = len(tokens.words) - 1 - tokens.words[::-1].index("Shin")
    assert [actor.id for actor in cast.resolve((at, at + 1))] == [shin]


def test_a_dateline_names_nobody() -> None:
    tokens = Tokens("TALLINN, Estonia (AP) — Officials met the mayor. It was late, Tartu said.")
    cast = ACTORS.cast(tokens, paragraphs(tokens))
    assert [about.name for about in cast.about(((0, len(tokens)),))] == ["Tartu"]


ORGANIZATIONS = [
    ("The Lake Operators' Association met. [The association] agreed.", "org:lake-operators-association"),
    (
        "Halden Robotics Inc. grew. [Halden] said so. [It] rose.",
        "org:halden-robotics-inc | org:halden-robotics-inc",
    ),
    ("[New Zealand's health ministry] agreed.", "org:new-zealand-health-ministry"),
    ("The National Lighthouse Service (NLS) agreed. [The NLS] said so.", "org:national-lighthouse-service"),
    ("The National Lighthouse Service agreed. [The NLS] said so.", "org:national-lighthouse-service"),
    (
        "[The FBI] and [the Federal Bureau of Investigation] are one.",
        "org:federal-bureau-of-investigation | org:federal-bureau-of-investigation",
    ),
    (
        "[The Department of Fisheries] agreed. [The department] said so.",
        "org:department-of-fisheries | org:department-of-fisheries",
    ),
    ("[The Food and Farm Agency] agreed.", "org:food-and-farm-agency"),
    # What a body is named after may be a list; who stands behind one is another.
    (
        "[The Ministry of Farming, Ports and Rural Affairs] agreed. [The ministry] said so.",
        "org:ministry-of-farming-ports-and-rural-affairs | org:ministry-of-farming-ports-and-rural-affairs",
    ),
    (
        "[The Department for Trade, Energy and Growth (DTEG)] agreed. [The DTEG] said so.",
        "org:department-for-trade-energy-and-growth | org:department-for-trade-energy-and-growth",
    ),
    ("[The Ministry of Trade, Halden and Shell] agreed.", "org:ministry-of-trade name:halden name:shell"),
    (
        "Ruth Calder won. [The Calder campaign] agreed. [The campaign] said so.",
        "org:calder-campaign | org:calder-campaign",
    ),
    ("[The Calder and Finch campaigns] agreed.", "org:calder-campaign org:finch-campaign"),
    ("[The Harbour Times] wrote it. [The Times] added.", "medium:harbour-times | medium:harbour-times"),
    ("[Reuters] and [the Associated Press] reported.", "medium:reuters | medium:associated-press"),
]


@pytest.mark.parametrize(("passage", "expected"), ORGANIZATIONS)
def test_organizations_by_name_acronym_and_head(passage: str, expected: str) -> None:
    assert ids(passage) == expected


COORDINATED = [
    ("[Both Chile and Peru] agreed.", "country:chile country:peru"),
    ("[The U.S., Chile and Peru] agreed.", "country:united-states country:chile country:peru"),
    ("[Chilean and U.S. authorities] agreed.", "group:doc:chilean-and-us-authorities"),
    ("[State and federal officials] agreed.", "group:doc:state-and-federal-officials"),
    ("[Ruth Calder, the singer and author,] agreed.", "person:ruth-calder"),
    ("[Ruth Calder and her lawyers] agreed.", "person:ruth-calder group:doc:her-lawyers"),
    (
        "[The Ministry of Mines, the Ministry of Ports and the Bank of Chile] agreed.",
        "org:ministry-of-mines org:ministry-of-ports org:bank-of-chile",
    ),
    (
        "[Ruth Calder, the Chilean Prime Minister, and Sam Finch] agreed.",
        "person:ruth-calder person:sam-finch",
    ),
    ("[Neither Ruth Calder nor Sam Finch] agreed.", "person:ruth-calder person:sam-finch"),
    ("[The singer and author Ruth Calder] agreed.", "person:ruth-calder"),
]


@pytest.mark.parametrize(("passage", "expected"), COORDINATED)
def test_one_actor_for_each_coordinated_source(passage: str, expected: str) -> None:
    assert ids(passage) == expected
