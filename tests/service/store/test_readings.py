"""A new reading in the place of an older one: the store is as if it had never had another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from benchmarks.consistency import faults
from grammar.claim import Act, Certainty, EngineVersion, MarkKind, Reading
from service.documents import Document, StoredDocument
from service.requests.corrections import Merge, NewMark, Split, Undoing
from service.store import Filters, Renewal, Store, Wanted
from tests.service.filing import contents, put, whole
from tests.service.stub import StubEngine

NEWER = EngineVersion("0", "newer", "stub")
TEXT = "Mary Lee said that the war is over.\nRussia denied that Ukraine won.\nAnn Ray said that it rains."
EDITOR = "J. Rivera"


def read(text: str, *left_out: int, **changed: object) -> Reading:
    """The stub's reading by a newer engine, without these claims and with the last one changed."""
    reading = StubEngine().read(text)
    claims = [claim for number, claim in enumerate(reading.claims) if number not in left_out]
    if claims and changed:
        claims[-1] = replace(claims[-1], **changed)
    placed = tuple(replace(claim, position=place) for place, claim in enumerate(claims))
    return replace(reading, engine=NEWER, claims=placed)


def renewed(store: Store, document: StoredDocument, reading: Reading) -> Renewal:
    found = store.readings.renew(document.id, reading)
    assert found is not None
    return found


def wanted(store: Store, **which: object) -> list[str]:
    asked = Wanted(**which)  # type: ignore[arg-type]
    found = [filed.id for filed in store.readings.wanted(asked)]
    assert store.readings.count(asked) == len(found)
    return found


def test_what_appeared_vanished_and_changed_is_told_and_stored(store: Store) -> None:
    document, _ = put(store, TEXT)
    found = renewed(store, document, read(TEXT, 0, act=Act.WARN))
    assert [claim.id for claim in found.vanished] == [document.claims[0].id]
    assert [changed.fields for changed in found.changed] == [("act",)]
    assert (found.appeared, found.claims) == ((), 2)
    assert found.fields == ()
    now = store.document(document.id)
    assert now is not None
    assert [claim.id for claim in now.claims] == [claim.id for claim in document.claims[1:]]
    assert now.engine == NEWER
    assert contents(store, act="warn") == ["it rains"]
    assert contents(store, actor="Mary Lee") == []
    back = renewed(store, document, read(TEXT))
    assert [claim.id for claim in back.appeared] == [document.claims[0].id]


def test_a_trial_changes_nothing_and_tells_the_same(store: Store) -> None:
    document, _ = put(store, TEXT)
    reading = read(TEXT, 1)
    tried = store.readings.difference(document.id, reading)
    assert store.document(document.id) == document
    assert renewed(store, document, reading) == tried


def test_what_else_of_a_document_changed_is_named(store: Store) -> None:
    document, _ = put(store, TEXT)
    reading = replace(read(TEXT), topics=(), language="en", note="a note")
    assert renewed(store, document, reading).fields == ("topics", "note", "language")
    assert [topic.id for topic in store.topics("conflict").items if topic.claims == 3] == []
    same = renewed(store, document, reading)
    assert not same.differs


def test_the_language_that_the_sender_declared_stays(store: Store) -> None:
    declared, _ = put(store, TEXT, language="en-GB")
    told, _ = store.put(Document(text=f"{TEXT} "), replace(StubEngine().read(TEXT), language="de"))
    filed = {each.id: each.document.language for each in store.readings.wanted(Wanted())}
    assert filed == {declared.id: "en-GB", told.id: None}
    for document in (declared, told):
        renewed(store, document, replace(read(TEXT), language="en"))
    languages = {each.id: each.language for each in store.documents().items}
    assert languages == {declared.id: "en-GB", told.id: "en"}
    renewed(store, told, read(TEXT))
    assert [each.language for each in store.documents().items if each.id == told.id] == [None]


def test_documents_read_by_an_equal_engine_are_passed_over(store: Store) -> None:
    first, second = (put(store, f"{TEXT}\n{number}")[0] for number in range(2))
    same = EngineVersion("another number", NEWER.grammar, NEWER.lexicon)
    assert wanted(store, engine=NEWER) == [first.id, second.id]
    renewed(store, first, read(TEXT))
    assert wanted(store, engine=same) == [second.id]
    assert wanted(store) == [first.id, second.id]


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ({}, "abcd"),
        ({"publishers": ("the quay",)}, "ab"),
        ({"publishers": ("The Quay", "Nobody")}, "ab"),
        ({"publishers": ("Nobody",)}, ""),
        ({"since": "2024-03-05"}, "abc"),
        ({"since": "2024-03-06"}, "c"),
        ({"until": "2024-03-06"}, "ab"),
        ({"since": "2024-03-05T10:00:00Z"}, "bc"),
        ({"until": "2024-03-05T10:00:00Z"}, "a"),
        ({"since": "2024-03-05", "publishers": ("Other",)}, "c"),
    ],
)
def test_documents_are_chosen(store: Store, which: dict[str, object], expected: str) -> None:
    known = {
        "a": {"publisher": "The Quay", "published_at": "2024-03-05T09:00:00Z"},
        "b": {"publisher": "The Quay", "published_at": "2024-03-05T12:00:00+01:00"},
        "c": {"publisher": "Other", "published_at": "2024-03-06"},
        "d": {},
    }
    ids = {put(store, f"{TEXT}\n{name}", **given)[0].id: name for name, given in known.items()}
    assert "".join(ids[id] for id in wanted(store, **which)) == expected


def test_documents_are_chosen_by_id_and_unknown_ids_are_told(store: Store) -> None:
    first, _ = put(store, TEXT, url="u")
    second, _ = put(store, TEXT + " ", url="u")
    assert wanted(store, documents=(first.id,)) == [first.id]
    assert wanted(store) == [first.id, second.id]
    assert store.readings.missing([first.id, "none"]) == ["none"]
    assert store.readings.renew("none", read(TEXT)) is None
    assert store.readings.difference("none", read(TEXT)) is None


def test_what_is_stored_meanwhile_is_left_out(store: Store) -> None:
    for number in range(60):
        put(store, f"{TEXT}\n{number}")
    found = []
    for filed in store.readings.wanted(Wanted(engine=NEWER)):
        found.append(filed.id)
        assert store.readings.renew(filed.id, read(TEXT)) is not None
        put(store, f"{TEXT}\nlater {len(found)}")
    assert len(set(found)) == len(found) == 60


def test_marks_stay_on_claims_that_are_read_again_and_orphans_are_told(store: Store) -> None:
    document, _ = put(store, TEXT)
    marks = [
        made[0]
        for claim in document.claims
        if (made := store.marks.add(claim.id, NewMark(kind=MarkKind.CONFIRM, editor=EDITOR)))
    ]
    taken = Split(actor="country:russia", to="Rus Land", claims=(document.claims[1].id,), editor=EDITOR)
    decision = store.decisions.split(taken)
    found = renewed(store, document, read(TEXT, 1))
    assert [mark.id for mark in found.orphaned_marks] == [marks[1].id]
    assert found.orphaned_decisions == (decision.id,)
    claims = store.claims(Filters()).items
    assert [claim.marks[0].id for claim in claims] == [mark.id for mark in (marks[0], marks[2])]
    renewed(store, document, read(TEXT))
    again = store.claim(document.claims[1].id)
    assert again is not None
    assert (again.marks[0].kind, again.actors[0].name) == (MarkKind.CONFIRM, "Rus Land")


def test_a_claim_that_another_document_has_orphans_nothing(store: Store) -> None:
    document, _ = put(store, TEXT, url="u")
    put(store, TEXT, url="v")
    store.marks.add(document.claims[0].id, NewMark(kind=MarkKind.REJECT, editor=EDITOR))
    assert renewed(store, document, read(TEXT, 0)).orphaned_marks == ()


def test_decisions_hold_for_new_readings_and_can_still_be_undone(store: Store, tmp_path: Path) -> None:
    document, _ = put(store, TEXT)
    decision = store.decisions.merge(Merge(actor="Ann Ray", into="Mary Lee", editor=EDITOR))
    found = renewed(store, document, read(TEXT, certainty=Certainty.POSSIBLE))
    assert [changed.fields for changed in found.changed] == [("certainty",)]
    assert contents(store, actor="Mary Lee") == ["the war is over", "it rains"]
    # What the engine reads now is what the editor had decided: nothing is left to take back.
    lee = document.claims[0].actors
    renewed(store, document, read(TEXT, certainty=Certainty.POSSIBLE, actors=lee))
    store.decisions.undo(decision.id, Undoing(editor=EDITOR))
    assert contents(store, actor="Mary Lee") == ["the war is over", "it rains"]
    assert faults(tmp_path / "claims.db") == []


def test_claims_that_are_read_again_keep_their_place_in_pages(store: Store) -> None:
    document, _ = put(store, TEXT)
    page = store.claims(Filters(), limit=1)
    renewed(store, document, read(TEXT, 1))
    rest = store.claims(Filters(), page.next)
    assert [claim.content.text for claim in (*page.items, *rest.items)] == ["the war is over", "it rains"]


LINES = st.lists(
    st.builds(
        "{} {} that {}.".format,
        st.sampled_from(("Mary Lee", "Russia", "Kremlin", "Mary Lee and Russia")),
        st.sampled_from(("said", "denied")),
        st.sampled_from(("the war is over", "Ukraine won the match", "it may rain in 2024")),
    ),
    max_size=5,
)
TEXTS = st.tuples(LINES, st.sets(st.integers(0, 4))).map(lambda each: ("\n".join(each[0]), each[1]))


@settings(max_examples=15, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.booleans())
def test_the_store_is_as_if_it_had_been_read_so_at_first(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, set[int]]], named: bool
) -> None:
    folder = tmp_path_factory.mktemp("readings")
    known = {"url": "u", "publisher": "The Quay", "published_at": "2024-03-05"} if named else {}
    with Store.open(folder / "one.db") as one, Store.open(folder / "other.db") as other:
        for number, (text, left_out) in enumerate(texts):
            document = Document(text=f"{text}\n{number}", **known)
            one.put(document, StubEngine().read(document.text))
            other.put(document, read(document.text, *left_out))
        for filed in list(one.readings.wanted(Wanted(engine=NEWER))):
            text, left_out = texts[int(filed.document.text.rsplit("\n", 1)[1])]
            assert one.readings.renew(filed.id, read(filed.document.text, *left_out))
        assert whole(one) == whole(other)
    assert faults(folder / "one.db") == []
