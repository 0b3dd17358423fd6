"""What must hold for the cast of any text, sense or none."""

import gc
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grammar.actors import Actors
from grammar.actors.lists.names import slug
from grammar.text.tokens import Tokens

ACTORS, OTHERS = Actors(), Actors()
WORDS = st.sampled_from(
    [
        *(
            "Ruth",
            "Calder",
            "Finch",
            "Sam",
            "Mr.",
            "Sen.",
            "Jr.",
            "Russia",
            "North",
            "Korea",
            "Kremlin",
            "Times",
        ),
        *(
            "the",
            "a",
            "of",
            "and",
            "for",
            "van",
            "al-Tarif",
            "Department",
            "FBI",
            "May",
            "Monday",
            "2024",
            "&",
        ),
        *("said", "he", "she", "they", "it", "who", "officials", "minister", "campaign"),
        *(",", ".", "“", "”", "(", ")", "'", "’s", "--", "\n\n"),
    ]
)
NEWS = st.lists(WORDS, max_size=60).map(" ".join)
ANY = st.text(max_size=200)
TEXTS = st.one_of(ANY, NEWS, st.tuples(ANY, NEWS).map("".join))


@given(TEXTS, st.data())
@settings(max_examples=300, deadline=None)
def test_any_range_of_any_text_has_an_answer(text: str, data: st.DataObject) -> None:
    tokens = Tokens(text)
    cast = ACTORS.cast(tokens, scope="doc")
    for _ in range(6):
        first = data.draw(st.integers(0, len(tokens)))
        last = data.draw(st.integers(first, len(tokens)))
        actors = cast.resolve((first, last))
        assert len({actor.id for actor in actors}) == len(actors)
        for actor in actors:
            kind, colon, name = actor.id.partition(":")
            assert kind and colon and name and actor.name and actor.resolved_by
            assert not any(blank.isspace() for blank in actor.id)
        cast.anonymity((first, last), actors)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_spans_of_about_are_the_names_in_the_text(text: str) -> None:
    tokens = Tokens(text)
    for about in ACTORS.cast(tokens).about(((0, len(tokens)),)):
        for start, end in about.spans:
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip() == text[start:end]


@given(NEWS)
@settings(max_examples=100, deadline=None)
def test_the_same_text_gives_the_same_answers(text: str) -> None:
    tokens = Tokens(text)
    ranges = [(i, i + 2) for i in range(0, max(0, len(tokens) - 2), 2)]
    one, other = ACTORS.cast(tokens, scope="doc"), OTHERS.cast(tokens, scope="doc")
    assert [one.resolve(mention) for mention in ranges] == [other.resolve(mention) for mention in ranges]


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=4))
def test_an_id_is_never_empty_and_has_no_blanks(words: list[str]) -> None:
    readable = slug(tuple(words))
    assert readable
    assert readable == "".join(readable.split())


HOSTILE = {
    "names": "Ruth Calder met Sam Finch. He said so. ",
    "namesakes": "Aa Smith said Bb Smith left. ",
    "capitals": "Aaa Bbb Ccc Ddd ",
    "offices": "Bank of ",
    "halves": "Food and ",
    "quotation marks": '"',
    "brackets": "(AB",
    "pronouns": "he said. ",
    "campaigns": "Finch's campaign and the campaign. ",
}


def seconds(text: str) -> float:
    tokens = Tokens(text)
    gc.disable()  # as the engine does while it reads
    started = time.process_time()
    cast = ACTORS.cast(tokens)
    for i in range(0, len(tokens) - 1, max(1, len(tokens) // 5000)):
        cast.resolve((i, i + 1))
    cast.about(((0, len(tokens)),))
    taken = time.process_time() - started
    gc.enable()
    return taken


@pytest.mark.alone
def test_time_grows_in_line_with_length_for_hostile_texts() -> None:
    """Four times the text takes at most eight times as long: twice the line, for a noisy machine."""
    for piece in HOSTILE.values():
        short, long = piece * (60_000 // len(piece)), piece * (240_000 // len(piece))
        first = max(min(seconds(short), seconds(short)), 0.01)
        assert seconds(long) < 8 * first or seconds(long) < 8 * first, piece
