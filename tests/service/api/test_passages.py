"""A claim's sentence is whole, and the text around it is cut at words."""

from __future__ import annotations

import pytest

from service.responses.passages import passage
from tests.service.stub import StubEngine

CLAIM = "Mary Lee said that it rains."


def read(before: str, after: str, around: int = 20) -> tuple[str, str, str]:
    text = f"{before}\n{CLAIM}\n{after}"
    (claim,) = StubEngine().read(text).claims
    # The stub reads lines; the sentence is sought in a text where they are blanks.
    text = text.replace("\n", " ")
    found = passage(text, claim, around)
    first, second, third = (text[slice(*span)] for span in found)
    return first, second, third


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("It is late.", "It ends.", CLAIM),
        ("It is late, and", "It ends.", f"It is late, and {CLAIM}"),
        ("“Is it late?”", "It ends.", CLAIM),
        ("It is late. Mr.", "It ends.", f"Mr. {CLAIM}"),
        ("It is late. In 1.5 days J.", "", f"In 1.5 days J. {CLAIM}"),
        ("", "", CLAIM),
    ],
)
def test_the_sentence_is_whole(before: str, after: str, sentence: str) -> None:
    assert read(before, after)[1] == sentence


def test_what_is_around_is_bounded_and_made_of_words() -> None:
    before, _, after = read("one two three four five six seven eight.", "nine ten eleven twelve thirteen.")
    assert before == "six seven eight. "
    assert after == " nine ten eleven"
