"""What holds for every text there is: any Unicode, and news sentences torn up and put together again."""

from __future__ import annotations

import random
import string
import textwrap
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grammar import Engine
from grammar.claim import Reading, Slot, Source, Span, Time
from tests.articles import load, names
from tests.sentences import engine, rows

SENTENCES = [
    paragraph for name in names() for paragraph in load(name).text.split("\n\n") if len(paragraph) > 40
]
CUES = [
    "said",
    "says",
    "told",
    "according to",
    "denied",
    "asked whether",
    "accused",
    "warned",
    "did not say",
    "that",
]
SIGNS = [
    *"“”‘’\"'`,.;:—–-()[]…?!\n\t\u00a0\u200b\u2028",
    "''",
    "``",
    "\r\n",
    "\n\n",
    " — ",
    "…",
    "\u202e",
    "👩‍🚀",
]


def slots(reading: Reading) -> list[Slot | Source | Time]:
    """Everything in a reading that has a text and spans."""
    found: list[object] = []
    for claim in reading.claims:
        found += [claim.cue, claim.content, claim.addressee, claim.venue, claim.time, *claim.markers]
        if claim.source is not None:
            found += [claim.source, claim.source.mention, claim.source.role]
    found += reading.unread
    return [slot for slot in found if slot is not None]  # type: ignore[misc] # all have text and spans


def check(text: str) -> None:
    reading = engine().read(text, id="x", published_at="2025-03-14")
    assert msgspec.json.encode(reading) == msgspec.json.encode(
        engine().read(text, id="x", published_at="2025-03-14")
    )
    for slot in slots(reading):
        assert slot.spans
        assert slot.text == " ".join(text[start:end] for start, end in slot.spans)
        check_spans(slot.spans, text)
    for claim in reading.claims:
        for about in claim.about:
            check_spans(about.spans, text)
            assert all(lies_within(span, claim.content.spans) for span in about.spans)
        if claim.source is not None:
            assert all(lies_within(span, claim.source.spans) for span in claim.source.mention.spans)
    ids = [claim.id for claim in reading.claims]
    assert len(set(ids)) == len(ids)
    positions = [claim.position for claim in reading.claims]
    assert positions == sorted(positions)
    parents = {claim.id: claim.parent_id for claim in reading.claims}
    for claim in reading.claims:
        assert claim.parent_id is None or claim.parent_id in parents
        assert claim.document_id == "x"
        assert not ends_in_a_circle(claim.id, parents)


def check_spans(spans: tuple[Span, ...], text: str) -> None:
    """In the text, in its order, none empty, none over another."""
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def lies_within(span: Span, others: tuple[Span, ...]) -> bool:
    """Is each end of the span in one of the others? It may run over a gap between two of them."""
    return any(start <= span[0] < end for start, end in others) and any(
        start < span[1] <= end for start, end in others
    )


def ends_in_a_circle(id: str, parents: dict[str, str | None]) -> bool:
    """Is a claim its own ancestor?"""
    seen = set()
    at: str | None = id
    while at is not None:
        if at in seen:
            return True
        seen.add(at)
        at = parents.get(at)
    return False


def steady(examples: int) -> settings:
    """The same examples in every run: a gate must not fail by chance."""
    return settings(max_examples=examples, deadline=None, derandomize=True)


# Surrogates are no text: they cannot be written as UTF-8, so no caller can send them.
any_text = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize("name", names())
def test_the_reading_of_every_article_holds_together(name: str) -> None:
    check(load(name).text)


@steady(150)
@given(any_text)
def test_the_reading_of_any_text_at_all_holds_together(text: str) -> None:
    check(text)


@steady(150)
@given(
    st.lists(
        st.sampled_from([*CUES, *SIGNS, "He", "the minister", "Ana Ruiz", "Friday", " ", "the plan failed"])
    )
)
def test_the_reading_of_cues_names_and_signs_in_any_order_holds_together(words: list[str]) -> None:
    check(" ".join(words))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A paragraph or two of news with pieces cut out, doubled, swapped for signs, or in another case."""
    text = "\n\n".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2)))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        piece = text[start:end]
        new = draw(
            st.one_of(
                st.sampled_from(["", piece * 2, piece.upper(), piece.lower(), piece[::-1]]),
                st.sampled_from(SIGNS),
                st.sampled_from(CUES).map(lambda cue: f" {cue} "),
                st.text(string.punctuation + " \n", max_size=5),
                any_text,
            )
        )
        text = text[:start] + new + text[end:]
    return text


@steady(300)
@given(mutated())
def test_the_reading_of_news_torn_up_holds_together(text: str) -> None:
    check(text)


def test_a_sentence_of_the_tables_cut_short_at_any_word() -> None:
    for at, row in enumerate(rows()):
        words = row.sentence.text.split(" ")
        for end in {len(words) - 1, len(words) - 2, 1 + at % len(words)}:
            engine().read(" ".join(words[: max(end, 1)]))


def test_pieces_of_the_tables_sentences_and_their_words_in_any_order() -> None:
    sentences = [row.sentence.text for row in rows()]
    chance = random.Random(11)
    for _ in range(6_000):
        words = chance.choice(sentences).split()
        first = chance.randrange(len(words))
        piece = words[first : first + chance.randrange(1, 14)]
        if chance.random() < 0.3:
            chance.shuffle(piece)
        text = " ".join(piece)
        check(text[: chance.randrange(1, len(text) + 1)] if chance.random() < 0.3 else text)


def test_what_a_paragraph_says_does_not_hang_on_the_words_at_the_texts_end() -> None:
    """Looking back from the first word must not come out at the last: Python counts on from the end."""
    ends = ["how", "make", "need", "when", "as", "that", "so", "of", ", which", "and the", "than", "not only"]
    for at, row in enumerate(rows()[::2]):
        text = f"{row.sentence.text}\n\nRain fell"
        plain, hanging = (engine().read(f"{text} {end}").claims for end in ("all day.", ends[at % len(ends)]))
        assert len(plain) == len(hanging), text
        for one, other in zip(plain, hanging, strict=True):
            read = [(c.rule, c.act, c.cue, c.content, c.addressee, c.venue, c.time) for c in (one, other)]
            assert read[0] == read[1], text
            assert str(one.source) == str(other.source), text


def test_the_reading_of_a_text_set_to_a_width_behind_a_blank_holds_together() -> None:
    for paragraph in SENTENCES[::9]:
        check(" " + textwrap.fill(paragraph, 60))


@pytest.mark.parametrize(
    "text", ["&#27;", "He&#27; said no.", "&#0;&#x;&;", 'He said: "', "He said: '", " \n"]
)
def test_the_reading_of_what_stands_for_nothing_holds_together(text: str) -> None:
    check(text)


def test_no_article_cut_anywhere_with_marks_for_letters_stops_the_engine() -> None:
    chance, marks = random.Random(20261123), "\"'“”‘’—:;,.()?!&\n "
    articles = [load(name).text for name in names()]
    for _ in range(1500):
        article = chance.choice(articles)
        start = chance.randrange(len(article))
        piece = article[start : start + chance.randrange(5, 400)]
        engine().read("".join(chance.choice(marks) if chance.random() < 0.06 else sign for sign in piece))


@steady(40)
@given(st.sampled_from(SENTENCES), st.integers(1, 4))
def test_offsets_count_code_points_behind_letters_of_any_plane(sentence: str, times: int) -> None:
    check("👩‍🚀𝔸é " * times + "\n\n" + sentence)


def test_a_reading_says_the_same_of_a_text_whichever_texts_were_read_before() -> None:
    fresh = Engine()
    for sentence in SENTENCES[:40]:
        assert fresh.read(sentence).claims == engine().read(sentence).claims
        fresh.read("Ana Ruiz, the mayor, said she would resign. " + sentence)
