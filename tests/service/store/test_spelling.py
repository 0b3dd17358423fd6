"""Words that somebody may have meant who wrote another."""

from __future__ import annotations

import pytest

from service.store.values.spelling import alike, variants


@pytest.mark.parametrize("slip", ["zelensky", "zelesky", "zeelensky", "zelenski", "zlensky", "ezlensky"])
def test_a_slip_of_one_letter_is_among_the_variants(slip: str) -> None:
    assert "zelensky" in variants(slip)


def test_very_short_and_very_long_words_are_themselves_alone() -> None:
    assert variants("li") == {"li"}
    assert variants("a" * 200) == {"a" * 200}
    assert len(variants("a" * 24)) < 1_400


@pytest.mark.parametrize(
    ("asked", "known", "fits"),
    [
        ("mesa courier", "the mesa courier", True),
        ("courrier", "the mesa courier", True),
        ("courier of yuma", "the mesa courier", False),
        ("polit", "politics and government", True),
        ("politically", "politics and government", False),
        ("and", "politics and government", False),
        ("", "politics and government", False),
        ("footballers", "football", True),
    ],
)
def test_names_are_alike_where_each_word_is_near_one_of_the_other(asked: str, known: str, fits: bool) -> None:
    assert alike(asked.split(), known.split()) is fits
