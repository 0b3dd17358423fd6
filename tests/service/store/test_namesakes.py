"""Persons who go by a shorter form of a name elsewhere are told, and taken along where that is asked for."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from grammar.claim import Actor, ActorKind
from service.documents import Document
from service.requests.corrections import Merge
from service.store import Filters, Store
from tests.service.stub import StubEngine

PEOPLE = {
    "person:ann-holm": "Ann Holm",
    "person:holm": "Holm",
    "name:holm": "Holm",
    "person:ann-b-holm": "Ann B. Holm",
    "person:bo-holm": "Bo Holm",
    "person:ann": "Ann",
    "person:holm-lund": "Holm Lund",
    "person:0123456789ab:holm": "holm",
}


@pytest.fixture
def filled(store: Store) -> Store:
    """A document for each of the people, with a claim of theirs; and a firm with the surname for its name."""
    named = PEOPLE | {"org:holm": "Holm"}
    for number, (id, name) in enumerate(named.items()):
        kind = {"person": ActorKind.PERSON, "name": ActorKind.UNKNOWN}.get(id.split(":")[0])
        text = f"Mary Lee said that it is {number}."
        reading = StubEngine().read(text)
        actor = Actor(id, name, kind or ActorKind.ORGANIZATION, "name")
        claims = tuple(replace(claim, actors=(actor,), about=()) for claim in reading.claims)
        store.put(Document(text=text), replace(reading, claims=claims))
    return store


def namesakes(store: Store, id: str) -> set[str]:
    found = store.actor(id)
    assert found is not None
    return {each.id for each in found.namesakes}


@pytest.mark.parametrize(
    ("id", "others"),
    [
        ("person:ann-holm", {"person:holm", "name:holm", "person:ann-b-holm", "person:ann"}),
        ("person:ann-b-holm", {"person:holm", "name:holm", "person:ann-holm", "person:ann"}),
        ("person:bo-holm", {"person:holm", "name:holm"}),
        (
            "person:holm",
            {"name:holm", "person:ann-holm", "person:ann-b-holm", "person:bo-holm", "person:holm-lund"},
        ),
        ("person:holm-lund", {"person:holm", "name:holm"}),
        ("person:ann", {"person:ann-holm", "person:ann-b-holm"}),
        ("person:0123456789ab:holm", set()),
        ("org:holm", set()),
    ],
)
def test_those_are_told_who_may_be_the_same(filled: Store, id: str, others: set[str]) -> None:
    assert namesakes(filled, id) == others


def test_a_first_name_alone_is_told_last_and_never_taken_along(filled: Store) -> None:
    told = filled.actor("person:ann-holm")
    assert told is not None
    assert told.namesakes[-1].id == "person:ann"
    wide = found(filled, Filters(actor=("person:ann-holm",), namesakes="include"))
    assert wide == {"person:ann-holm", "person:holm", "name:holm"}
    assert found(filled, Filters(actor=("person:ann",), namesakes="include")) == {"person:ann"}


def found(store: Store, filters: Filters) -> set[str]:
    return {claim.actors[0].id for claim in store.claims(filters).items}


def test_shorter_forms_are_taken_along_where_that_is_asked_for(filled: Store) -> None:
    assert found(filled, Filters(actor=("Bo Holm",))) == {"person:bo-holm"}
    wide = {"person:bo-holm", "person:holm", "name:holm"}
    assert found(filled, Filters(actor=("person:bo-holm",), namesakes="include")) == wide
    everybody = {*PEOPLE, "org:holm"}
    assert found(filled, Filters(not_actor=("Bo Holm",), namesakes="include")) == everybody - wide


def test_who_was_merged_is_told_no_more(filled: Store) -> None:
    filled.decisions.merge(Merge(actor="person:holm", into="person:ann-holm", editor="J. Rivera"))
    assert namesakes(filled, "person:bo-holm") == {"name:holm"}
    assert namesakes(filled, "person:ann-holm") == {"name:holm", "person:ann-b-holm", "person:ann"}
