from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from _pytest.mark.structures import ParameterSet

from grammar.claim import Act, Type
from grammar.stance import Stance
from grammar.text.tokens import Tokens

TABLES = Path(__file__).parent
STANCE = Stance()
Ranges = tuple[tuple[int, int], ...]


class Marked(NamedTuple):
    """A sentence without its mark-up, and the token ranges that it marked."""

    tokens: Tokens
    cue: Ranges
    content: Ranges


def read(sentence: str) -> Marked:
    text, places = "", {"<": [], ">": [], "[": [], "]": []}  # type: ignore[var-annotated]
    for piece in re.split(r"([<>\[\]])", sentence):
        if piece in places:
            places[piece].append(len(text))
        else:
            text += piece
    tokens = Tokens(text)

    def ranges(opening: str, closing: str) -> Ranges:
        found = []
        for start, end in zip(places[opening], places[closing], strict=True):
            inside = [i for i in range(len(tokens)) if start <= tokens.starts[i] < end and tokens.words[i]]
            found.append((inside[0], inside[-1] + 1))
        return tuple(found)

    return Marked(tokens, ranges("<", ">"), ranges("[", "]"))


def rows() -> list[ParameterSet]:
    found = []
    for path in sorted(TABLES.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("#"):
                continue
            sentence, given, expected, markers, *miss = line.split("\t")
            marks = [pytest.mark.xfail(reason=miss[0])] if miss else []
            headline = path.stem == "headlines"
            name = f"{path.stem}: {sentence}"
            found.append(pytest.param(sentence, given, expected, markers, headline, id=name, marks=marks))
    return found


@pytest.mark.parametrize(("sentence", "given", "expected", "markers", "headline"), rows())
def test_sentence_is_judged_as_a_careful_reader_would(
    sentence: str, given: str, expected: str, markers: str, headline: bool
) -> None:
    marked = read(sentence)
    *lemma, complement, kind, act = given.split()
    judged = STANCE.judge(
        marked.tokens,
        marked.cue,
        marked.content,
        lemma=" ".join(lemma),
        act=Act(act),
        type=Type(kind),
        complement=complement,
        headline=headline,
    )
    found = {f"{marker.text} {marker.kind} {marker.on}" for marker in judged.markers}
    assert f"{judged.act} {judged.polarity} {judged.certainty}" == expected
    assert found == (set() if markers == "none" else set(markers.split("; ")))


def test_the_tables_hold_at_least_two_hundred_sentences_with_few_known_misses() -> None:
    everything = rows()
    missed = [row for row in everything if row.marks]
    assert len(everything) >= 200
    assert len(missed) <= 0.05 * len(everything)


def test_markers_stand_in_text_order_and_cite_the_text() -> None:
    marked = read("[“I think it may not work,”] Costa <said>.")
    judged = STANCE.judge(
        marked.tokens,
        marked.cue,
        marked.content,
        lemma="say",
        act=Act.STATE,
        type=Type.ASSERTION,
        complement="quote",
    )
    text = marked.tokens.text
    assert [marker.text for marker in judged.markers] == ["think", "may", "not"]
    assert all(text[start:end] == marker.text for marker in judged.markers for start, end in marker.spans)
