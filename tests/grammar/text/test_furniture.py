"""Captions, bylines and furniture are told from prose by their words, and by more than these."""

from __future__ import annotations

import pytest

from grammar.text.furniture import tables
from tests.grammar.text.page import PROSE, kind_in_page


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


def test_every_pattern_of_the_tables_is_one() -> None:
    known = tables()
    opening = [row for rows in known.opening.values() for row in rows]
    rows = known.inside.needing(known.marks), known.ending.needing(known.marks)
    for row in (*opening, *rows[0], *rows[1], *known.datelines):
        assert row.pattern.pattern == row.source, row.name
