"""Who is who by hand: merges, splits and pins hold for every document, and can be undone."""

from __future__ import annotations

from typing import Any

import pytest

from service.requests.corrections import Decision, Merge, Pin, Split, Undoing
from service.store import EditingError, Filters, Store
from tests.service.filing import contents, put

ONE = "Mary Lee said that one.\nTom Shin said that two.\nRussia said that Tom Shin lied."
TWO = "Mary Lee said that three.\nShin said that four."


@pytest.fixture
def filled(store: Store) -> Store:
    put(store, ONE)
    put(store, TWO)
    return store


def found(store: Store, **filters: str) -> set[str]:
    return set(contents(store, **filters))


def merge(store: Store, actor: str, into: str) -> Decision:
    return store.decisions.merge(Merge(actor=actor, into=into, editor="J. Rivera", reason="same"))


def split(store: Store, actor: str, to: str, **what: Any) -> Decision:
    return store.decisions.split(Split(actor=actor, to=to, editor="J. Rivera", **what))


def pin(store: Store, name: str, actor: str) -> Decision:
    return store.decisions.pin(Pin(name=name, actor=actor, editor="J. Rivera"))


def undo(store: Store, decision: Decision) -> Decision | None:
    return store.decisions.undo(decision.id, Undoing(editor="A. Clerk", reason="a mistake"))


def everything(store: Store) -> list[Any]:
    """All that is told of claims and actors, to be compared."""
    claims = store.claims(Filters()).items
    known = sorted((actor.id, actor.claims, actor.about, actor.documents) for actor in store.actors().items)
    return [*claims, known]


def test_a_merge_holds_for_stored_documents_and_those_to_come(filled: Store) -> None:
    merge(filled, "tom-shin", "shin")
    assert found(filled, actor="shin") == {"two", "four"}
    assert found(filled, about="shin") == {"Tom Shin lied"}
    put(filled, "Tom Shin said that five.")
    assert found(filled, actor="shin") == {"two", "four", "five"}
    listed = {actor.id: (actor.claims, actor.about, actor.documents) for actor in filled.actors().items}
    assert listed == {"shin": (3, 1, 3), "mary-lee": (2, 0, 2), "country:russia": (1, 0, 1)}


def test_who_was_merged_is_found_under_the_old_id_and_name(filled: Store) -> None:
    merge(filled, "tom-shin", "shin")
    for asked in ("tom-shin", "Tom Shin", "tom"):
        assert found(filled, actor=asked) == {"two", "four"}, asked


def test_merges_follow_one_another(filled: Store) -> None:
    merge(filled, "tom-shin", "shin")
    merge(filled, "shin", "mary-lee")
    assert found(filled, actor="mary-lee") == {"one", "two", "three", "four"}


@pytest.mark.parametrize(
    ("actor", "into", "why"),
    [
        ("mary-lee", "mary-lee", "one actor already"),
        ("mary-lee", "nobody", "No stored actor"),
        ("shin", "tom-shin", "one actor already"),
    ],
)
def test_a_merge_that_cannot_be_is_refused(filled: Store, actor: str, into: str, why: str) -> None:
    merge(filled, "tom-shin", "shin")
    with pytest.raises(EditingError, match=why):
        merge(filled, actor, into)


def test_claims_documents_and_names_are_split_off(filled: Store) -> None:
    claims = {claim.content.text: claim for claim in filled.claims(Filters()).items}
    decision = split(filled, "mary-lee", "Mary Lee", claims=(claims["one"].id,))
    assert decision.to.id == "person:mary-lee"
    assert found(filled, actor="mary-lee") == {"three"}
    assert found(filled, actor="person:mary-lee") == {"one"}
    other = split(filled, "mary-lee", "Mary Lee", documents=(claims["three"].document_id,))
    assert other.to.id == "person:mary-lee-2"
    assert found(filled, actor="person:mary-lee-2") == {"three"}
    assert found(filled, actor="Mary Lee") == {"one", "three"}
    split(filled, "tom-shin", "mary-lee", names=("TOM SHIN",))
    assert found(filled, actor="mary-lee") == {"two"}
    assert found(filled, about="mary-lee") == {"Tom Shin lied"}


def test_a_split_says_what_goes(filled: Store) -> None:
    with pytest.raises(EditingError, match="which claims"):
        split(filled, "mary-lee", "Mary Lee")


def test_a_pinned_name_always_means_one_actor(filled: Store) -> None:
    pin(filled, "Shin", "tom-shin")
    assert found(filled, actor="tom-shin") == {"two", "four"}
    put(filled, "Mr. Shin said that five.\nTom Shin said that six.\nMary Lee said that Shin lied.")
    assert found(filled, actor="tom-shin") == {"two", "four", "five", "six"}
    assert found(filled, about="tom-shin") == {"Tom Shin lied", "Shin lied"}


@pytest.mark.parametrize("kind", ["merge", "split", "pin"])
def test_what_is_undone_leaves_all_as_it_was_and_stays_on_record(filled: Store, kind: str) -> None:
    before = everything(filled)
    document = filled.claims(Filters()).items[0].document_id
    made = {
        "merge": lambda: merge(filled, "tom-shin", "mary-lee"),
        "split": lambda: split(filled, "mary-lee", "Mary Lee", documents=(document,)),
        "pin": lambda: pin(filled, "Mary Lee", "tom-shin"),
    }[kind]()
    assert everything(filled) != before
    undone = undo(filled, made)
    assert undone is not None
    assert (undone.undone_by, undone.undone_because) == ("A. Clerk", "a mistake")
    assert everything(filled) == before
    assert filled.decisions.page(undone=False).items == []
    assert filled.decisions.page(undone=True).items == [undone] == filled.decisions.page().items
    assert undo(filled, made) == undone


def test_decisions_outlive_the_documents(filled: Store) -> None:
    merge(filled, "tom-shin", "shin")
    split(filled, "mary-lee", "Mary Lee", names=("Mary Lee",))
    pin(filled, "Russia", "shin")
    before = everything(filled)
    for document in filled.documents().items:
        filled.delete(document.id)
    assert filled.actors().items == []
    put(filled, ONE)
    put(filled, TWO)
    assert everything(filled) == before


def test_a_decision_undone_after_the_documents_came_back_leaves_them_as_read(filled: Store) -> None:
    before = everything(filled)
    decision = merge(filled, "tom-shin", "shin")
    for document in filled.documents().items:
        filled.delete(document.id)
    put(filled, ONE)
    put(filled, TWO)
    undo(filled, decision)
    assert everything(filled) == before


def test_a_pin_undone_under_a_merge_is_undone_all_the_same(filled: Store) -> None:
    merge(filled, "tom-shin", "mary-lee")
    before = everything(filled)
    decision = pin(filled, "Russia", "tom-shin")
    assert found(filled, actor="mary-lee") == {"one", "two", "Tom Shin lied", "three"}
    undo(filled, decision)
    assert everything(filled) == before
