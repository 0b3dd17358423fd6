"""Which lines are read and which are not, and where the prose begins."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grammar import Engine
from grammar.text.furniture import tables
from grammar.text.layout import Kind, Paragraph, paragraphs
from grammar.text.tokens import Tokens

PROSE = "The harbour council voted on Tuesday to close the old bridge for repairs that may take two years."
MORE = "Residents on the far bank said the ferry would have to run twice as often as it does at present."


def read(text: str) -> list[tuple[str, str]]:
    """Each paragraph's kind and what is said in it."""
    tokens = Tokens(text)
    return [
        (paragraph.kind.value, text[tokens.starts[paragraph.body] : tokens.ends[paragraph.last - 1]])
        for paragraph in paragraphs(tokens)
    ]


def kind_in_page(line: str) -> str:
    """The line's kind between two paragraphs of prose."""
    return read(f"{PROSE}\n\n{line}\n\n{MORE}")[1][0]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("OSLO — Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("OSLO, Norway (AP) — Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("OSLO, Norway (AP) -- Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("OSLO (Reuters) - Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("NEW YORK, Nov. 3 (Reuters) - Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("SAN JOSE, Calif. — “Ferries stopped,” she said.", "“Ferries stopped,” she said."),
        ("ST. LOUIS (AP) — Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("KYIV/WARSAW (Reuters) - Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("Oslo (AFP) – Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("Oslo, Nov 3 (Xinhua) -- Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("New Delhi, Nov 3 (PTI) The ferries stopped on Monday.", "The ferries stopped on Monday."),
        ("Nov 3 (Reuters) - Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("(CNN) — Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("(CNN)Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("Oslo, Norway – Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("OSLO, November 3. /TASS/. Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("OSLO (Harbour Wire) -- Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("OSLO, Nov. 3, 2024 /PRNewswire/ -- Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("NEW DELHI: Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("BREAKING: Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("• Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("- Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("1. Ferries stopped on Monday.", "Ferries stopped on Monday."),
        ("WHY THE BRIDGE MATTERS - Ferries stopped on Monday.", "Ferries stopped on Monday."),
    ],
)
def test_what_stands_before_the_first_sentence_is_not_said(line: str, said: str) -> None:
    """Dateline, list mark and announcing word go; the sentence stays whole."""
    assert read(f"{line}\n{MORE}") == [("prose", said), ("prose", MORE)]


@pytest.mark.parametrize(
    "line",
    [
        "Norway said on Monday that the ferries had stopped.",
        "The National Ferry Board (NFB) said on Monday that the ferries had stopped.",
        "Press Trust of India (PTI) reported that the ferries had stopped.",
        "The minister — who had not slept — said the ferries had stopped.",
        "NATO — which has no ferries — said nothing.",
        "U.S. officials said the ferries had stopped.",
        "“Ferries — all of them — stopped,” she said.",
        "2024 was the year in which the ferries stopped.",
        "1.5 million passengers were left behind, the board said.",
    ],
)
def test_a_subject_is_no_dateline(line: str) -> None:
    """A name with a bracket or dash of its own begins what is said."""
    assert read(f"{line}\n{MORE}")[0] == ("prose", line)


def test_a_city_in_small_letters_is_a_dateline_at_the_top_only() -> None:
    """Later in the text it is an apposition."""
    line = "Oslo, Norway – Ferries stopped on Monday, the harbour board said in a short statement."
    before = f"{PROSE}\n{MORE}\nThe third paragraph of prose is as long as it must be to count as one."
    assert read(f"{before}\n{line}")[-1] == ("prose", line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("FILE - Mayor Ann Doe speaks in Oslo, Norway, on June 1, 2023.", "caption"),
        ("FILE PHOTO: Mayor Ann Doe speaks in Oslo, Norway, June 1, 2023.", "caption"),
        ("In this photo provided by the harbour board, Mayor Ann Doe opens a bridge.", "caption"),
        ("In this June 1, 2023, file photo, Mayor Ann Doe opens a bridge.", "caption"),
        ("This image made from video released by the harbour board shows a ferry.", "caption"),
        ("Mayor Ann Doe opens a bridge in Oslo. (AP Photo/Jane Roe)", "caption"),
        ("Mayor Ann Doe opens a bridge in Oslo. (Jane Roe/The Oslo Times via AP)", "caption"),
        ("Mayor Ann Doe opens a bridge in Oslo. (Photo by Jane Roe/Getty Images)", "caption"),
        ("Mayor Ann Doe opens a bridge in Oslo. REUTERS/Jane Roe", "caption"),
        ("Mayor Ann Doe opens a bridge in Oslo [File: Jane Roe/Reuters]", "caption"),
        ("Mayor Ann Doe opens a bridge in Oslo. Photograph: Jane Roe/AFP/Getty Images", "caption"),
        ("Mayor Ann Doe, left, walks past a ferry in Oslo, Friday, Nov. 1, 2024.", "caption"),
        ("Photo by Jane Roe", "caption"),
        ("Ann Doe, the mayor, arrives in Oslo, Norway, November 21, 2024.", "caption"),
        ("A woman walks past the bridge, in Oslo, Norway, Friday, Nov. 22, 2024.", "caption"),
        ("Ann Doe speaks. REUTERS/Jane Roe Purchase Licensing Rights, opens new tab", "caption"),
        ("Credit...Jane Roe for The Oslo Times", "caption"),
        ("Roe reported from Oslo.", "byline"),
        ("--With assistance from Jane Roe and John Doe.", "byline"),
        ("(With inputs from agencies)", "byline"),
        ("To contact the reporter on this story: Jane Roe in Oslo at jroe@example.com", "furniture"),
        ("Follow AP's coverage of the war at https://example.com/hub/war", "furniture"),
        ("Jane Roe/Getty Images", "caption"),
        ("Image source, Getty Images", "caption"),
        ("By Jane Roe", "byline"),
        ("By JANE ROE and JOHN DOE, Associated Press", "byline"),
        ("Associated Press writer Jane Roe in Oslo contributed to this report.", "byline"),
        ("Reporting by Jane Roe; Editing by John Doe", "byline"),
        ("(Additional reporting by Jane Roe in Oslo; editing by John Doe)", "byline"),
        ("Jane Roe is a reporter for the Oslo Times.", "byline"),
        ("Follow Jane Roe on Twitter: @janeroe", "furniture"),
        ("2024-11-01 18:41 Last Updated At:18:50", "furniture"),
        ("Updated 10:32 AM EST, Fri November 1, 2024", "furniture"),
        ("Nov. 1, 2024", "furniture"),
        ("3 min read", "furniture"),
        ("Share post to:", "furniture"),
        ("Getting your Trinity Audio player ready...", "furniture"),
        ("Subscribe", "furniture"),
        ("0 Comments", "furniture"),
        ("17 Comments", "furniture"),
        ("Newest Most Voted", "furniture"),
        ("Recommended Articles", "furniture"),
        ("Read more: Ferries stop in Oslo", "furniture"),
        ("RELATED: Ferries stop in Oslo", "furniture"),
        ("Sign up for our newsletter", "furniture"),
        ("Follow us on Twitter", "furniture"),
        ("Advertisement", "furniture"),
        ("ADVERTISEMENT", "furniture"),
        ("Story continues below", "furniture"),
        ("Tags: ferries, bridges, Oslo", "furniture"),
        ("© 2024 The Oslo Times. All rights reserved.", "furniture"),
        ("Copyright 2024 The Oslo Times", "furniture"),
        ("Editor’s note: This story was first published in May.", "furniture"),
        ("This article has been updated with comments from the mayor.", "furniture"),
        ("AP is solely responsible for all content.", "furniture"),
        ("___", "furniture"),
        (PROSE, "furniture"),
    ],
)
def test_what_is_no_part_of_the_article(line: str, kind: str) -> None:
    """Captions, bylines, furniture, and what was printed before."""
    assert kind_in_page(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "“Follow me,” the pilot told the crew, and they left the ferry.",
        "She asked the crew to follow her on the dark stairs.",
        "The photo shows the mayor on the bridge, the board said.",
        "In the photo, which the board released, nobody wears a vest, she said.",
        "The copyright on the song belongs to the city, the court found.",
        "Getty said the pictures had been withdrawn.",
        "By Monday, the ferries had stopped, officials said.",
        "Readers who subscribe to the paper pay less, the editor said.",
        "The mayor contributed to the fund, her office said.",
        "The mayor, left alone by her party, said she would resign on Friday.",
        "Share prices fell by a tenth, the exchange said.",
        "More than 200 people wrote to the council, the mayor said.",
        "The report (a copy of which was seen by Reuters) says the bridge was never safe.",
        "Watch groups said the vote had been fair.",
        "Jane Roe is a reporter who was arrested in May, her lawyer said on Friday in Oslo.",
        "It was, he said, “a cliché, naïve” and worse.",
        "The video, posted on Friday, was viewed a million times, police said.",
        "Like Doe on most questions, Roe said she would vote for the ferry.",
        "To get the money, the mayor must sign a letter to the state, she said.",
        "Published in 2019, the report says the bridge was never safe.",
        "Published by the harbour board, the report says the bridge is unsafe.",
        "The report was published on Friday and says the bridge is unsafe.",
        "Written by a former captain, the memo says the bridge was never safe.",
        "Writing in Harbour Affairs, Doe said the bridge was never safe.",
        "Author Ann Doe said the bridge was never safe.",
        "Credit Nordic said on Friday it would lend the city the money.",
        "With help from the state, the mayor said, the bridge could open in May.",
        "In a video released on Friday, the mayor said she would resign.",
        "A satellite image released on Friday shows two ferries, the board said.",
        "The mayor is solely responsible for the delay, the board said.",
        "The mayor said in the latest episode of the programme that she would resign.",
        "Makers of ad blockers said the change would break their programs.",
        "Ann Doe is a reporter for the Oslo Times. She was held for a day, the paper said.",
        "Oldest of the captains, Doe said the bridge was never safe.",
        "Sponsored by two parties, the bill would close the bridge, the mayor said.",
        "Twitter: We have taken the post down, the firm said.",
        "The ship’s owner reported from Oslo that the ferry had stopped.",
        "The trial began in Oslo on Friday, Nov. 22, 2024.",
        "The board said the bridge would close by Friday, Nov. 22, 2024.",
        "More on the bridge is to come out on Monday, the mayor said.",
        "First published in 1950, the plan was, she said, out of date.",
    ],
)
def test_prose_that_holds_such_words_is_read(line: str) -> None:
    """The words of furniture alone make no furniture."""
    assert kind_in_page(line) == "prose"


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
    engine = Engine()
    found = [claim.content.text.replace("\n", " ") for claim in engine.read(wrapped).claims]
    assert found == [claim.content.text for claim in engine.read(plain).claims]
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


def test_every_pattern_of_the_tables_is_one() -> None:
    known = tables()
    opening = [row for rows in known.opening.values() for row in rows]
    for row in (*opening, *known.inside, *known.ending, *known.datelines):
        assert row.pattern.pattern == row.source, row.name
