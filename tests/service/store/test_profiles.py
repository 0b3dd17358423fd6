"""One actor, whole; and the tree of topics: both say what is stored, whatever comes and goes."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from grammar.claim import ActorKind, Affiliation, Reading, Slot
from service.documents import Document
from service.requests.corrections import Merge
from service.store import ActorProfile, Filters, Store, TopicNode
from tests.service.filing import contents, put
from tests.service.stub import StubEngine

TEXT = "Mary Lee said that the war is over.\nMary Lee denied that Kremlin won."


def put_with_role(store: Store, text: str, role: str, **known: Any) -> str:
    """Store a text whose first claim has a role, with an affiliation to Russia."""
    reading = StubEngine().read(text)
    first, *others = reading.claims
    assert first.source is not None
    russia = Affiliation("country:russia", "Russia", ActorKind.COUNTRY, ((0, 1),))
    claim = replace(
        first,
        source=replace(first.source, role=Slot(role, ((0, 1),))),
        actors=(replace(first.actors[0], affiliations=(russia,)),),
    )
    told = Reading("", reading.engine, reading.topics, (claim, *others), ())
    return store.put(Document(text=text, **known), told)[0].id


def profile(store: Store, id: str) -> ActorProfile:
    found = store.actor(id)
    assert found is not None
    return found


def test_a_profile_counts_acts_and_topics(store: Store) -> None:
    put(store, TEXT)
    found = profile(store, "mary-lee")
    assert (found.name, found.kind, found.claims, found.documents) == ("Mary Lee", "person", 2, 1)
    assert {count.value: count.claims for count in found.acts} == {"state": 1, "deny": 1}
    assert "armed conflict" in {count.label for count in found.topics}
    assert store.actor("nobody") is None


def test_roles_are_told_with_document_and_date_newest_first(store: Store) -> None:
    old = put_with_role(store, TEXT, "minister", published_at="2023-05-01")
    new = put_with_role(
        store, TEXT + "\nMary Lee said that it rained.", "former minister", published_at="2024-05-01"
    )
    told = [(role.role, role.document_id, role.published_at) for role in profile(store, "mary-lee").roles]
    assert told == [("former minister", new, "2024-05-01"), ("minister", old, "2023-05-01")]
    (affiliation,) = profile(store, "mary-lee").roles[0].affiliations
    assert (affiliation.id, affiliation.kind) == ("country:russia", "country")
    store.delete(new)
    assert [role.role for role in profile(store, "mary-lee").roles] == ["minister"]


def test_roles_follow_a_merge(store: Store) -> None:
    put_with_role(store, TEXT + "\nTom Shin said that it rained.", "minister")
    store.decisions.merge(Merge(actor="mary-lee", into="tom-shin", editor="J. Rivera"))
    found = profile(store, "mary-lee")
    assert (found.id, [actor.id for actor in found.merged]) == ("tom-shin", ["mary-lee"])
    assert [role.role for role in found.roles] == ["minister"]
    assert {alias.name for alias in found.aliases} == {"Tom Shin"}


def test_aliases_are_the_names_that_documents_have(store: Store) -> None:
    put(store, "Mary Lee said that one.")
    second, _ = put(store, "Mary Lee said that two.\nMARY LEE said that three.")
    assert [(alias.name, alias.documents) for alias in profile(store, "mary-lee").aliases] == [
        ("Mary Lee", 2),
        ("MARY LEE", 1),
    ]
    store.delete(second.id)
    assert [alias.name for alias in profile(store, "mary-lee").aliases] == ["Mary Lee"]


def test_who_stands_for_whom_is_told_on_both_sides(store: Store) -> None:
    put(store, "Kremlin said that one.\nRussia said that two.")
    stands_for = profile(store, "kremlin").stands_for
    assert stands_for is not None
    assert stands_for.id == "country:russia"
    assert [actor.id for actor in profile(store, "country:russia").stood_for_by] == ["kremlin"]


def test_what_is_about_a_stand_in_is_about_its_country(store: Store) -> None:
    put(store, "Kremlin said that one.\nMary Lee said that Kremlin lied.")
    assert contents(store, about="Russia") == ["Kremlin lied"]
    assert contents(store, about="country:russia") == []


def numbers(nodes: tuple[TopicNode, ...]) -> dict[str, tuple[int, int]]:
    """The claims and own claims of each topic by its label."""
    found: dict[str, tuple[int, int]] = {}
    for node in nodes:
        found |= {node.label: (node.claims, node.own)} | numbers(node.narrower)
    return found


def test_the_tree_counts_what_is_under_a_topic_and_what_has_it_itself(store: Store) -> None:
    stored, _ = put(store, "Mary Lee said that the war is over.\nTom Shin said that it rained.")
    assert numbers(store.topic_tree().topics) == {
        "conflict, war and peace": (2, 0),
        "armed conflict": (2, 2),
    }
    assert numbers(store.topic_tree("war").topics) == numbers(store.topic_tree("medtop:16000000").topics)
    assert numbers(store.topic_tree(depth=1).topics) == {"conflict, war and peace": (2, 0)}
    assert len(store.topic_tree(depth=1, empty=True).topics) == 17
    assert [(topic.label, topic.own, topic.broader) for topic in store.topics("armed").items] == [
        ("armed conflict", 2, "medtop:16000000")
    ]
    store.delete(stored.id)
    assert store.topic_tree().topics == ()
    assert store.topic_tree("nothing at all").topics == ()


def test_actors_are_found_as_one_types_any_of_their_names(store: Store) -> None:
    put(store, "Mary Lee said that one.")
    put(store, "MARY Lee said that two.\nMario Bo said that three.")
    assert [actor.name for actor in store.actors("mar").items] == ["Mary Lee", "Mario Bo"]


def test_actors_are_found_by_kind_and_by_what_documents_call_them(store: Store) -> None:
    put_with_role(store, TEXT, "the Health Secretary")
    put_with_role(store, "Tom Shin said that it rains.", "harbour-master")
    put(store, "Russia denied that it pours.")

    def found(role: str | None = None, *kinds: ActorKind) -> list[str]:
        return [actor.name for actor in store.actors(kinds=kinds, role=role).items]

    assert found("health secretary") == ["Mary Lee"]
    assert found("SECRET") == ["Mary Lee"]
    assert found("harbour") == ["Tom Shin"]
    assert found("ecretary") == found("health mayor") == found("?") == []
    assert found(None, ActorKind.PERSON) == ["Mary Lee", "Tom Shin"]
    assert found("health", ActorKind.COUNTRY) == []
    assert found(None, ActorKind.COUNTRY, ActorKind.MEDIUM) == ["Russia"]


def test_who_asks_for_a_role_is_told_whom_documents_call_so(store: Store) -> None:
    put_with_role(store, TEXT, "the Health Secretary")
    (told,) = store.claims(Filters(actor=("the health secretary",))).unknown
    assert [near.value for near in store.unknown([told])[0].near] == ["mary-lee"]


def test_a_topic_s_profile_counts_what_is_around_it_and_who_speaks_under_it(store: Store) -> None:
    put(store, TEXT)
    found = store.topic("medtop:16000000")
    assert found is not None
    assert (found.label, found.claims, found.own, found.above) == ("conflict, war and peace", 2, 0, ())
    assert found.narrower[0].id == "medtop:20000056"
    assert [each.claims for each in found.narrower] == sorted(
        (each.claims for each in found.narrower), reverse=True
    )
    assert [(count.value, count.claims) for count in found.actors] == [("mary-lee", 2)]
    assert {count.value for count in found.acts} == {"state", "deny"}
    below = store.topic("medtop:20000056")
    assert below is not None
    assert [each.id for each in below.above] == ["medtop:16000000"]
    assert below.definition
    empty = store.topic("medtop:15000000")
    assert empty is not None
    assert (empty.claims, empty.actors) == (0, ())
    assert store.topic("sport") is None
