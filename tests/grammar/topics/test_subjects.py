"""What a text is about: word lists to IPTC Media Topics, with the words that spoke for each."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grammar.text.tokens import Tokens
from grammar.topics import Topics, taxonomy
from tests.grammar.topics.texts import labels, of_text, topics

FIRST = [
    (
        "sport",
        "The striker scored twice in the second half and the goalkeeper saved a penalty, but the home "
        "side went out of the tournament after extra time. The head coach praised his players.",
    ),
    (
        "arts, culture, entertainment and media",
        "The singer will release a second album in spring and play a concert in the old theatre. Her "
        "songwriter won a music prize for the soundtrack of last year's film festival hit.",
    ),
    (
        "economy, business and finance",
        "Shares in the retailer fell after it said that pre-tax profits would miss forecasts. The chief "
        "executive blamed inflation and the higher interest rates that the central bank has set.",
    ),
    (
        "politics and government",
        "The prime minister called a general election for May after losing a vote in parliament. "
        "Opposition parties welcomed the ballot, and voters were told that turnout would decide.",
    ),
    (
        "science and technology",
        "The software lets users of the web browser block malware before it reaches their laptop. "
        "Researchers say that the algorithm runs on any smartphone.",
    ),
    (
        "education",
        "Teachers at the primary school say that pupils learn more in a small class. The headteacher "
        "wants a new curriculum before the exams, and the university will help to write it.",
    ),
    (
        "labour",
        "The trade union called a strike over pay after collective bargaining had failed. Workers want a "
        "higher minimum wage, a union leader said.",
    ),
]


@pytest.mark.parametrize(("label", "text"), FIRST)
def test_subject_of_a_short_article_comes_first(label: str, text: str) -> None:
    assert labels(text)[0] == label


SPECIFIC = [
    ("football", FIRST[0][1]),
    ("music", FIRST[1][1]),
    ("election", FIRST[3][1]),
    ("information technology and computer science", FIRST[4][1]),
    ("unions", FIRST[6][1]),
    ("cricket", "The batsman fell for ninety and the bowler took five wickets before the innings ended."),
    ("tennis", "She lost the tie-break but won the third set on a double fault by the top seed."),
    ("space exploration", "The spacecraft left orbit and the astronauts thanked the space agency."),
    ("oil and gas", "OPEC will keep oil output as it is, although the refinery fire cut petroleum exports."),
    (
        "air transport",
        "The low-cost airline will fly from the airport daily, a rival to the national carrier.",
    ),
    ("merger or acquisition", "The takeover bid was hostile; the merger needs the votes of both boards."),
    ("diplomacy", "The ambassador met the envoy at the embassy, and diplomats called the talks useful."),
    ("referendum", "Ministers promised a referendum, the first plebiscite in the country for a century."),
    ("pension", "The pension scheme will close its final salary plan, and the pension fund is in deficit."),
    ("cinema", "The film-maker's thriller took the Oscar for best picture at the Academy Awards."),
]


@pytest.mark.parametrize(("label", "text"), SPECIFIC)
def test_narrower_topic_is_named_as_well(label: str, text: str) -> None:
    assert label in labels(text)


SILENT = ["", "\n\n", "He said that he would.", "...", "She went home by the old road and slept.", "🙂" * 50]


@pytest.mark.parametrize("text", SILENT)
def test_text_about_nothing_in_the_lists_has_no_topic(text: str) -> None:
    assert of_text(text) == ()


def test_one_usual_word_is_not_enough() -> None:
    assert of_text("He likes music.") == ()


def test_weak_words_alone_name_nothing() -> None:
    assert of_text("He got a ticket and a fan for his players at the club, and the team won.") == ()


def test_grouping_of_the_vocabulary_is_never_named() -> None:
    text = (
        "The airline, the insurer, the brewer, the carmaker and the supermarket all issued a profit warning."
    )
    assert labels(text)[0] == "economy, business and finance"
    assert "products and services" not in labels(text)


def test_capital_letters_decide_where_a_term_has_them() -> None:
    party = "Labour will fight. Labour has the seats. Then Labour lost two."
    assert "political party" in labels(party)
    assert "political party" not in labels(party.replace("Labour", "labour"))


def test_longest_term_at_a_place_is_the_one_that_counts() -> None:
    tokens = Tokens("The prime minister of a country")
    hits = topics.match(tokens)
    assert (1, 3) in zip(hits.first, hits.last, strict=True)
    assert all(start >= end for end, start in zip(hits.last, hits.first[1:], strict=False))


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("referee", "referees"),
        ("lobby", "lobbies"),
        ("coach", "coaches"),
        ("prime minister", "prime ministers"),
    ],
)
def test_plural_counts_as_its_singular(one: str, many: str) -> None:
    found = [topics.match(Tokens(text)).last for text in (one, many)]
    assert found[0] == found[1] == [len(one.split())]


def test_title_and_lead_count_twice() -> None:
    sport, money = (
        "The referee and the linesman left the stadium. ",
        "The insurer and the brewer issued shares. ",
    )
    filler = "They went on and on about it. " * 20
    assert labels(sport + filler + money)[0] == "sport"
    assert labels(money + filler + sport)[0] == "economy, business and finance"


def test_explanation_cites_the_words_where_they_stand() -> None:
    text = "The referee sent two players off.\n\nThe referee was booed."
    evidence = topics.explain(Tokens(text))
    assert [each.topic for each in evidence] == list(of_text(text))
    word, worth = evidence[0].words[0]
    assert [text[start:end] for start, end in word.spans] == ["referee", "referee"]
    assert worth == 3.0


def test_explanation_is_empty_where_there_is_no_topic() -> None:
    assert topics.explain(Tokens("He said so.")) == ()


@given(
    st.lists(
        st.sampled_from(["the", "minister", "scored", ".", "\n\n", "Labour", "voter", "film", "shares", "☃"])
    )
)
def test_topics_are_few_ordered_and_the_same_every_time(words: list[str]) -> None:
    text = " ".join(words)
    found = of_text(text)
    assert found == of_text(text)
    assert len(found) <= 6
    assert all(0 < topic.score < 1 for topic in found)
    assert all(one.score >= other.score for one, other in pairwise(found))
    assert all(topic.label == taxonomy.label(topic.id) for topic in found)


def test_another_engine_gives_the_same() -> None:
    tokens = Tokens(" ".join(text for _, text in FIRST))
    other = Topics()
    assert other.explain(tokens) == topics.explain(tokens)


@pytest.mark.alone
@pytest.mark.parametrize("piece", ["minister ", "prime ", "prime minister's ", "house of ", ", ", "market "])
def test_time_grows_in_line_with_length(piece: str) -> None:
    def seconds(times: int) -> float:
        tokens = Tokens(piece * times)
        best = float("inf")
        for _ in range(3):
            start = process_time()
            topics.of_document(tokens, topics.match(tokens))
            best = min(best, process_time() - start)
        return best

    assert seconds(32_000) < 25 * seconds(4_000) + 0.02


@pytest.mark.parametrize(
    ("idiom", "word"),
    [
        ("That was not her cup of tea.", "That was not her tea."),
        ("We strike a balance.", "We strike."),
        ("They weathered the storm.", "They weathered the hurricane."),
        ("We are fed up.", "We heard the Fed."),
    ],
)
def test_the_words_of_an_idiom_speak_for_no_topic(idiom: str, word: str) -> None:
    def spoken(text: str) -> float:
        hits = topics.match(Tokens(text))
        return sum(value for term in hits.term for _, value in topics.terms.worth[term])

    assert spoken(idiom) == 0 < spoken(word)
