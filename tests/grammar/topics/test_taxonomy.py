"""Topics are looked up by id, label or words of a label, and know what is broader and narrower."""

from __future__ import annotations

import pytest

from grammar.topics import taxonomy


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("medtop:16000000", "conflict, war and peace"),
        ("16000000", "conflict, war and peace"),
        ("Conflict, War and Peace", "conflict, war and peace"),
        ("FOOTBALL", "football"),
        ("bank central", "central bank"),
    ],
)
def test_id_label_or_words_of_a_label_find_a_topic(query: str, label: str) -> None:
    assert taxonomy.label(taxonomy.find(query)[0]) == label


@pytest.mark.parametrize("query", ["", " ", "of the", "medtop:1", "nothing of the kind", "\0"])
def test_unknown_query_finds_nothing(query: str) -> None:
    assert taxonomy.find(query) == ()


def test_broader_and_narrower_are_each_others_reverse() -> None:
    for id in taxonomy.concepts():
        assert all(id in taxonomy.narrower(above) for above in taxonomy.broader(id))


def test_there_are_seventeen_subjects_on_top() -> None:
    assert len({taxonomy.top(id) for id in taxonomy.concepts()}) == 17


def test_unknown_id_is_its_own_label_and_has_no_kin() -> None:
    assert taxonomy.label("medtop:0") == "medtop:0"
    assert taxonomy.top("medtop:0") == "medtop:0"
    assert taxonomy.broader("medtop:0") == taxonomy.narrower("medtop:0") == ()
