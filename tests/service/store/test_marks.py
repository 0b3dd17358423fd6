"""Marks hang on the claim's id: they change what is found, and outlive the document."""

from __future__ import annotations

from typing import Any

import pytest

from grammar.claim import MarkKind
from service.requests.corrections import FiledMark, Merge, NewMark
from service.store import EditingError, Filters, MarkFilters, Store
from tests.service.filing import contents, put

TEXT = "Mary Lee said that one.\nTom Shin said that two.\nRussia and Mary Lee said that three."


def mark(store: Store, content: str, kind: str, **more: Any) -> FiledMark:
    """Put a mark on the claim of this content."""
    (claim,) = {claim.id for claim in store.claims(Filters()).items if claim.content.text == content}
    filed, _ = store.marks.add(claim, NewMark(kind=MarkKind(kind), editor="J. Rivera", **more)) or (None, 0)
    assert filed is not None
    return filed


def actors(store: Store, content: str) -> list[tuple[str, str]]:
    return [
        (actor.name, actor.resolved_by)
        for claim in store.claims(Filters()).items
        if claim.content.text == content
        for actor in claim.actors
    ]


def test_a_mark_shows_in_its_claim_with_editor_and_time(store: Store) -> None:
    put(store, TEXT)
    filed = mark(store, "one", "annotate", note="see page 3")
    (claim,) = store.claims(Filters(marked=("annotate",))).items
    (shown,) = claim.marks
    assert (shown.id, shown.note, shown.editor) == (filed.id, "see page 3", "J. Rivera")
    assert shown.made_at.endswith("+00:00")
    assert store.claim(claim.id) == claim


@pytest.mark.parametrize(
    ("kinds", "left"),
    [
        (["reject"], ["two", "three"]),
        (["confirm"], ["one", "two", "three"]),
        (["reject", "confirm"], ["one", "two", "three"]),
        (["confirm", "reject"], ["two", "three"]),
        (["reject", "annotate"], ["two", "three"]),
    ],
)
def test_rejected_claims_are_left_out_where_the_last_verdict_rejects(
    store: Store, kinds: list[str], left: list[str]
) -> None:
    put(store, TEXT)
    for kind in kinds:
        mark(store, "one", kind, note="why")
    assert contents(store, rejected="exclude") == left
    assert contents(store) == ["one", "two", "three"]


def test_a_reassigned_claim_goes_to_the_right_actor_and_back_when_the_mark_goes(store: Store) -> None:
    put(store, TEXT)
    filed = mark(store, "one", "reassign", to="Tom Shin")
    assert contents(store, actor="Tom Shin") == ["one", "two"]
    assert contents(store, actor="Mary Lee") == ["three"]
    assert actors(store, "one") == [("Tom Shin", "editor")]
    assert [(actor.name, actor.claims) for actor in store.actors("shin").items] == [("Tom Shin", 2)]
    assert store.marks.delete(filed.id)
    assert contents(store, actor="Tom Shin") == ["two"]
    assert actors(store, "one") == [("Mary Lee", "name")]


def test_one_of_several_actors_is_reassigned_or_rejected(store: Store) -> None:
    put(store, TEXT)
    mark(store, "three", "reassign", actor="mary-lee", to="Tom Shin")
    assert actors(store, "three") == [("Russia", "name"), ("Tom Shin", "editor")]
    mark(store, "three", "reject", actor="country:russia")
    assert actors(store, "three") == [("Tom Shin", "editor")]
    assert contents(store, actor="Russia") == []
    assert contents(store, rejected="exclude") == ["one", "two", "three"]


def test_a_claim_is_reassigned_to_someone_new(store: Store) -> None:
    put(store, TEXT)
    with pytest.raises(EditingError, match="`to_kind` says what kind"):
        mark(store, "one", "reassign", to="Kim Jong Un")
    filed = mark(store, "one", "reassign", to="Kim Jong Un", to_kind="person")
    assert filed.to is not None
    assert filed.to.id == "person:kim-jongun"
    assert contents(store, actor="kim jong un") == ["one"]


def test_an_ambiguous_name_is_refused_with_the_ids_that_it_may_mean(store: Store) -> None:
    put(store, TEXT + "\nBo Shin said that four.")
    with pytest.raises(EditingError, match="tom-shin, bo-shin"):
        mark(store, "one", "reassign", to="Shin")


def test_a_mark_on_an_actor_that_the_claim_has_not_is_refused(store: Store) -> None:
    put(store, TEXT)
    with pytest.raises(EditingError, match="no such actor"):
        mark(store, "one", "reject", actor="tom-shin")


def test_marks_outlive_the_document_as_orphans_and_work_when_it_comes_back(store: Store) -> None:
    stored, _ = put(store, TEXT)
    kept = mark(store, "one", "reassign", to="Tom Shin")
    mark(store, "two", "reject", note="no")
    store.delete(stored.id)
    orphans = store.marks.page(MarkFilters(orphaned=True)).items
    assert [each.kind for each in orphans] == ["reject", "reassign"]
    assert store.marks.page(MarkFilters(orphaned=False)).items == []
    put(store, TEXT)
    assert store.marks.page(MarkFilters(orphaned=True)).items == []
    assert contents(store, actor="Tom Shin", rejected="exclude") == ["one"]
    assert store.marks.one(kept.id) is not None


def test_a_copy_of_the_text_has_the_marks_too(store: Store) -> None:
    put(store, TEXT, url="https://news.example/1")
    mark(store, "one", "reject")
    put(store, TEXT, url="https://news.example/2")
    assert contents(store, rejected="exclude") == ["two", "two", "three", "three"] or contents(
        store, rejected="exclude"
    ) == ["two", "three", "two", "three"]


def test_marks_are_paged_newest_first(store: Store) -> None:
    put(store, TEXT)
    made = [mark(store, "one", "annotate", note=str(number)).id for number in range(7)]
    listed, cursor = [], None
    while True:
        page = store.marks.page(MarkFilters(editor="J. Rivera"), cursor, 2)
        listed += [each.id for each in page.items]
        if (cursor := page.next) is None:
            break
    assert listed == made[::-1]
    assert store.marks.page(MarkFilters(kind=("reject",))).items == []


def test_a_reassignment_follows_a_merge(store: Store) -> None:
    put(store, TEXT)
    mark(store, "three", "reassign", to="Tom Shin")
    store.decisions.merge(Merge(actor="Tom Shin", into="Mary Lee", editor="J. Rivera"))
    assert sorted(contents(store, actor="Mary Lee")) == ["one", "three", "two"]


def test_no_mark_for_a_claim_that_is_not_there(store: Store) -> None:
    assert store.marks.add("none", NewMark(kind=MarkKind.CONFIRM, editor="J. Rivera")) is None
    assert not store.marks.delete("none")
    assert store.marks.one("none") is None
