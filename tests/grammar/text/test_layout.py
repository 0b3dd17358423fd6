"""Which lines are headlines, speakers and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from grammar.text.layout import Kind, Paragraph, paragraphs
from grammar.text.tokens import Tokens
from tests.grammar.text.page import MORE, PROSE, kind_in_page, read
from tests.sentences import engine


def test_headlines_stand_at_the_top() -> None:
    """A line without a full stop before the first prose is a headline; a section's name is not."""
    text = f"News\n\nMayor says bridge must close\n\n{PROSE}\n\nMayor says bridge must close\n\n{MORE}"
    assert [kind for kind, _ in read(text)] == ["furniture", "headline", "prose", "furniture", "prose"]


def test_a_headline_in_title_case_may_end_in_a_full_stop() -> None:
    """Some papers print it so."""
    assert read(f"Mayor Says Old Bridge Must Close.\n{PROSE}")[0][0] == "headline"


def test_a_text_of_one_line_is_prose() -> None:
    """Someone who gives a sentence means it to be read, full stop or not."""
    assert read("Mayor says bridge must close") == [("prose", "Mayor says bridge must close")]


def test_headlines_of_other_articles_are_furniture() -> None:
    """From the list's heading on, until prose comes again."""
    text = f"{PROSE}\nRelated Stories\nMayor says bridge must close\nFerry sinks near Oslo\n{MORE}"
    assert [kind for kind, _ in read(text)] == ["prose", "furniture", "furniture", "furniture", "prose"]


def test_a_second_article_on_the_page_is_read_from_its_dateline_on() -> None:
    """Pages run articles together."""
    text = f"{PROSE}\n{MORE}\nRecommended Articles\nOSLO, Norway (AP) — Ferries stopped on Monday."
    assert read(text)[-1] == ("prose", "Ferries stopped on Monday.")


def test_speakers_are_known_by_labels_that_come_again() -> None:
    """In an interview the name and the colon go, and the line is the speaker's."""
    text = f"{PROSE}\nROE: Is the bridge safe?\nDOE: It never was, and we all knew.\nROE: Who knew?"
    assert read(text)[1:] == [
        ("speaker", "Is the bridge safe?"),
        ("speaker", "It never was, and we all knew."),
        ("speaker", "Who knew?"),
    ]


def test_questions_and_answers_are_speakers_lines() -> None:
    """Q and A are labels like names."""
    text = f"{PROSE}\nQ: Is it safe?\nA: It never was.\nQ: Who knew?\nA: We all did."
    assert [kind for kind, _ in read(text)] == ["prose"] + ["speaker"] * 4


def test_one_label_is_no_interview() -> None:
    """A sentence may begin with a word and a colon."""
    assert kind_in_page("Bridges: The city has nine, and three are closed.") == "prose"


def test_a_text_set_to_a_width_is_cut_at_blank_lines() -> None:
    """Line breaks inside sentences do not end a paragraph."""
    text = (
        "The harbour council voted on Tuesday\nto close the old bridge for repairs\n"
        "that may take two years, the mayor\nsaid.\n\nShe said the ferry would have to\nrun more often."
    )
    tokens = Tokens(text)
    assert [tokens.text[tokens.starts[p.first] : tokens.ends[p.last - 1]] for p in paragraphs(tokens)] == (
        text.split("\n\n")
    )


def test_a_quotation_may_run_over_the_lines_of_a_text_set_to_a_width() -> None:
    wrapped = (
        'The harbour council met on Tuesday, and the mayor said\nthat the town "would have to find\n'
        'another way, as everybody there had known for\nyears. The council admits that it was late."\n\n'
        "She said it was late."
    )
    plain = wrapped.replace("\n\n", "|").replace("\n", " ").replace("|", "\n\n")
    found = [claim.content.text.replace("\n", " ") for claim in engine().read(wrapped).claims]
    assert found == [claim.content.text for claim in engine().read(plain).claims]
    assert len(found) == 3


def boundaries(found: Iterable[Paragraph]) -> list[int]:
    """First, body and last of all paragraphs, in a row."""
    return [edge for paragraph in found for edge in (paragraph.first, paragraph.body, paragraph.last)]


@given(st.text() | st.text(alphabet="AB:by\n .(-—|/[])“”1", max_size=300))
def test_paragraphs_are_in_order_and_leave_out_blanks_alone(text: str) -> None:
    """Any text: ranges in order and not empty, bodies inside, and every word in some paragraph."""
    tokens = Tokens(text)
    found = paragraphs(tokens)
    assert boundaries(found) == sorted(boundaries(found))
    assert all(p.first <= p.body < p.last and isinstance(p.kind, Kind) for p in found)
    inside = {place for p in found for place in range(p.first, p.last)}
    assert all(place in inside or not word.strip() for place, word in enumerate(tokens.words))
