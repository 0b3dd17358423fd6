"""Topics are found by id, label or word, with all that is narrower."""

from __future__ import annotations

import pytest

from service.store import Store
from tests.service.filing import contents, put


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("medtop:20000056", ["it rains"]),
        ("armed conflict", ["it rains"]),
        ("Armed Conflict", ["it rains"]),
        ("conflict, war and peace", ["it rains"]),
        ("medtop:16000000", ["it rains"]),
        ("conflict", ["it rains"]),
        ("football", ["it pours"]),
        ("sport", ["it pours"]),
        ("weather", []),
        ("medtop:99999999", []),
        ("no such topic", []),
    ],
)
def test_a_document_s_topic_holds_for_its_claims(store: Store, asked: str, found: list[str]) -> None:
    put(store, "The war goes on.\nMary Lee said that it rains.")
    put(store, "The match is on.\nTom Shin said that it pours.")
    assert contents(store, topic=asked) == found


def test_a_claim_under_two_of_the_topics_asked_for_is_listed_once(store: Store) -> None:
    put(store, "The war and the match.\nMary Lee said that it rains.")
    assert contents(store, topic=("sport", "conflict, war and peace")) == ["it rains"]


def test_the_counts_take_in_narrower_topics(store: Store) -> None:
    put(store, "The war goes on.\nMary Lee said that it rains.\nMary Lee said that it pours.")
    put(store, "The war is over.")
    counted = {topic.label: (topic.claims, topic.documents) for topic in store.topics().items}
    assert counted == {"armed conflict": (2, 2), "conflict, war and peace": (2, 2)}


@pytest.mark.parametrize("typed", ["arm", "ARMED CONF", "medtop:20000056"])
def test_topics_are_found_as_one_types(store: Store, typed: str) -> None:
    put(store, "The war goes on.")
    assert [topic.label for topic in store.topics(typed).items] == ["armed conflict"]
