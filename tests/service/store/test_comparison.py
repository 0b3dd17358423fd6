"""Claims are compared by their words; none is lost or counted twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from grammar.claim import Certainty, Claim
from service.store.keeping.comparison import compare
from tests.service.stub import StubEngine

SENTENCES = st.builds(
    "{} {} that {}.".format,
    st.sampled_from(("Mary Lee", "Russia")),
    st.sampled_from(("said", "denied")),
    st.sampled_from(("it is so", "it is not so", "all is well")),
)
TEXTS = st.lists(SENTENCES, max_size=8).map("\n".join)


def claims(text: str) -> tuple[Claim, ...]:
    return StubEngine().read(text).claims


@given(TEXTS, TEXTS)
def test_every_claim_of_either_text_stands_in_one_list(before: str, after: str) -> None:
    old, new = claims(before), claims(after)
    found = compare(old, new)
    assert sorted(
        [claim.position for claim in found.vanished]
        + [pair.before.position for pair in found.changed]
        + [next(claim.position for claim in old if claim.id == pair.before) for pair in found.kept]
    ) == sorted(claim.position for claim in old)
    assert sorted(
        [claim.position for claim in found.appeared]
        + [pair.after.position for pair in found.changed]
        + [next(claim.position for claim in new if claim.id == pair.id) for pair in found.kept]
    ) == sorted(claim.position for claim in new)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself_wherever_it_stands(text: str) -> None:
    found = compare(claims(text), claims("Something before.\n" + text))
    assert not (found.appeared or found.vanished or found.changed)


def test_what_is_read_otherwise_has_changed_and_the_fields_are_named() -> None:
    (claim,) = claims("Mary Lee said that it is so.")
    ((changed),) = compare([claim], [replace(claim, certainty=Certainty.POSSIBLE, rule="other")]).changed
    assert changed.fields == ("rule", "certainty")


def test_the_same_cue_with_a_longer_content_has_changed() -> None:
    (one,) = claims("Mary Lee said that it is so.")
    (other,) = claims("Mary Lee said that it is so today.")
    found = compare([one], [other])
    assert [changed.fields for changed in found.changed] == [("content",)]
