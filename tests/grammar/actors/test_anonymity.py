"""Sources without a name: what they are said to be, and why they have none."""

from __future__ import annotations

import pytest

from grammar.claim import AnonymousType, Claim
from grammar.lexicon import table
from tests.sentences import engine


def claims(text: str) -> tuple[Claim, ...]:
    return engine().read(text).claims


TYPES = [
    ("A senior official", "official"),
    ("Officials", "official"),
    ("The health secretary", "official"),
    ("The president", "official"),
    ("South Korean authorities", "official"),
    ("A person familiar with the matter", "familiar"),
    ("Two people close to the talks", "familiar"),
    ("One source", "familiar"),
    ("An official familiar with the talks", "official"),
    ("A spokeswoman for the ministry", "spokesperson"),
    ("One of his aides", "aide"),
    ("Campaign officials", "aide"),
    ("Several lawmakers", "lawmaker"),
    ("A Western diplomat", "diplomat"),
    ("Military officials", "military"),
    ("Police officials", "law_enforcement"),
    ("Two investigators", "law_enforcement"),
    ("A lawyer for the company", "lawyer"),
    ("A former executive", "executive"),
    ("Workers", "employee"),
    ("Analysts", "analyst"),
    ("Many economists", "analyst"),
    ("Local reporters", "journalist"),
    ("Doctors", "health"),
    ("Witnesses", "witness"),
    ("One resident", "resident"),
    ("His brother", "relative"),
    ("Critics", "partisan"),
    ("A woman", "other"),
    ("Ruth Calder", None),
    ("The Fisheries Board", None),
    ("A report", None),
]


@pytest.mark.parametrize(("source", "kind"), TYPES)
def test_a_source_without_a_name_has_a_type(source: str, kind: str | None) -> None:
    (claim,) = claims(f"{source} said that the harbour was closed.")
    assert claim.source is not None
    assert claim.source.anonymous_type == kind


def test_every_type_has_its_words_and_every_word_one_type() -> None:
    lines = [(kind, noun) for kind, nouns in table("names/anonymous.tsv") for noun in nouns.split()]
    assert {kind.removeprefix("before ") for kind, _ in lines} == set(AnonymousType) - {AnonymousType.OTHER}
    heads = [noun for kind, noun in lines if not kind.startswith("before")]
    assert len(heads) == len(set(heads))


REASONS = [
    (
        "It was over, said a clerk, who spoke on condition of anonymity because the talks were private.",
        "because the talks were private",
    ),
    (
        "A clerk said it was over. The clerk spoke on the condition of anonymity because he feared the law.",
        "because he feared the law",
    ),
    (
        "A clerk said on condition of anonymity because she was not authorized to speak that it was over.",
        "because she was not authorized to speak",
    ),
    (
        "A clerk, who was not authorized to speak publicly, said that it was over.",
        "was not authorized to speak publicly",
    ),
    (
        "Two envoys said it was over, asking not to be named as the report was secret.",
        "as the report was secret",
    ),
    (
        "An envoy who asked not to be identified for fear of reprisals said it was over.",
        "for fear of reprisals",
    ),
    ("A clerk, granted anonymity to discuss private talks, said it was over.", "to discuss private talks"),
    (
        "Speaking on condition of anonymity to describe the talks, a clerk said that it was over.",
        "to describe the talks",
    ),
    ("A clerk declined to be named, citing the law. It was over, the clerk said.", "citing the law"),
    ("A clerk said it was over. He spoke on condition of anonymity.", None),
    ("A clerk said that nobody was allowed to speak.", None),
    ("Ruth Calder, who was not authorized to speak publicly, said it was over.", None),
    ("Ruth Calder said it was over. She had not been allowed to speak at the fair.", None),
]


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_the_reason_for_anonymity_is_cited_where_there_is_one(text: str, reason: str | None) -> None:
    found = [claim.source.anonymity_reason for claim in claims(text) if claim.source is not None]
    assert {slot.text for slot in found if slot is not None} == ({reason} if reason else set())
    for slot in found:
        if slot is not None:
            ((first, last),) = slot.spans
            assert text[first:last] == slot.text


def test_a_reason_holds_for_all_that_this_source_says_and_for_no_other() -> None:
    text = (
        "A clerk, who was not authorized to speak, said it was over. An envoy said it was not. "
        "It rained. Later the clerk said it was late."
    )
    told = {
        claim.source.mention.text: claim.source.anonymity_reason is not None
        for claim in claims(text)
        if claim.source is not None and claim.source.mention.text != "who"
    }
    assert told["A clerk"] and not told["An envoy"]
