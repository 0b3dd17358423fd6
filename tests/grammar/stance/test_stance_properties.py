from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grammar.claim import Act, Certainty, Marker, Polarity, Type
from grammar.lexicon import lines
from grammar.stance import Judgement, Stance
from grammar.stance.clause import INTERESTING
from grammar.text.tokens import Tokens

STANCE = Stance()
COMPLEMENTS = [
    "clause",
    "wh",
    "wh-to",
    "whether",
    "infinitive",
    "object",
    "quote",
    "none",
    "of",
    "for",
    "against",
    "?",
]
WORDS = (
    "not n't didn't no nor neither never said denied to that who if may May could likely unlikely I think "
    "it is 's , , . ? ( ) — “ ” and but claims failed refused comment fell wanted Lee the of there chance "
    "clear whether No 10 \n"
)
RANGES = st.lists(st.tuples(st.integers(-3, 60), st.integers(-3, 60)), max_size=4).map(tuple)
LEMMAS = st.sampled_from(
    ["say", "deny", "rule out", "refuse", "know", "doubt", "warn", "reject", "", "a", "?"]
)


@settings(max_examples=600, deadline=None)
@given(
    text=st.one_of(
        st.lists(st.sampled_from(WORDS.split(" ")), max_size=50).map(" ".join), st.text(max_size=80)
    ),
    cue=RANGES,
    content=RANGES,
    lemma=LEMMAS,
    act=st.sampled_from(list(Act)),
    kind=st.sampled_from(list(Type)),
    complement=st.sampled_from(COMPLEMENTS),
    headline=st.booleans(),
)
def test_any_ranges_of_any_text_are_judged_and_twice_alike(
    text: str,
    cue: tuple[tuple[int, int], ...],
    content: tuple[tuple[int, int], ...],
    lemma: str,
    act: Act,
    kind: Type,
    complement: str,
    headline: bool,
) -> None:
    tokens = Tokens(text)

    def judge(stance: Stance) -> Judgement:
        return stance.judge(
            tokens, cue, content, lemma=lemma, act=act, type=kind, complement=complement, headline=headline
        )

    judged = judge(STANCE)
    assert judged == judge(STANCE)
    assert [marker for marker in judged.markers if not is_cited(tokens, marker)] == []
    if judged.act is Act.DECLINE:
        assert (judged.polarity, judged.certainty) == (Polarity.UNSPECIFIED, Certainty.UNSPECIFIED)
    if judged.polarity is Polarity.UNSPECIFIED:
        assert judged.certainty is Certainty.UNSPECIFIED
    if lemma == "say" and act is Act.STATE and judged.polarity is Polarity.NEGATIVE:
        assert judged.markers


def is_cited(tokens: Tokens, marker: Marker) -> bool:
    pieces = [tokens.text[start:end] for start, end in marker.spans]
    return bool(pieces) and all(pieces) and " ".join(pieces) == marker.text


@pytest.mark.alone
def test_time_does_not_grow_with_the_length_of_the_content() -> None:
    def seconds(words: int) -> float:
        tokens = Tokens("Lee said " + "it is likely that , which not no , and " * (words // 10))
        started = time.process_time()
        for _ in range(200):
            STANCE.judge(
                tokens,
                ((1, 2),),
                ((2, len(tokens)),),
                lemma="say",
                act=Act.STATE,
                type=Type.ASSERTION,
                complement="clause",
            )
        return time.process_time() - started

    seconds(100)
    assert seconds(100_000) < 5 * seconds(100) + 0.05


def test_every_word_of_the_open_hedge_list_is_a_marker_or_set_aside_with_a_reason() -> None:
    set_aside = {
        word for line in lines("stance/set_aside.tsv") for word in line.partition("\t")[2].split(", ")
    }
    words = set(lines("stance/hedges.txt"))
    assert len(words) > 150
    missing = sorted(word for word in words - set_aside if INTERESTING.isdisjoint(word.split()))
    assert missing == []
