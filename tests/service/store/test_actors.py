"""Actors are found by id and by names as people write them."""

from __future__ import annotations

import pytest

from service.store import Store
from tests.service.filing import contents, put

LINES = {
    "Shin Wonsik": "one",
    "Shin Dong-hyuk": "two",
    "Russia": "three",
    "Bank of Russia": "four",
    "Łukasz Żal": "five",
    "Sean O'Brien": "six",
    "George W. Bush": "seven",
    "United States": "eight",
}
TEXT = "\n".join(f"{name} said that {content}." for name, content in LINES.items())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Shin Wonsik", {"one"}),
        ("shin wonsik", {"one"}),
        ("SHIN WON-SIK", {"one"}),
        ("Wonsik", {"one"}),
        ("shin-wonsik", {"one"}),
        ("Shin", {"one", "two"}),
        ("Shin Donghyuk", {"two"}),
        ("Shin Dong-hyuk", {"two"}),
        ("hyuk", {"two"}),
        ("Russia", {"three"}),
        ("russia", {"three"}),
        ("Bank of Russia", {"four"}),
        ("bank", {"four"}),
        ("lukasz zal", {"five"}),
        ("ŁUKASZ ŻAL", {"five"}),
        ("OBrien", {"six"}),
        ("O’Brien", {"six"}),
        ("George Bush", {"seven"}),
        ("Mr. Bush", {"seven"}),
        ("President George W. Bush", {"seven"}),
        ("US", {"eight"}),
        ("U.S.", {"eight"}),
        ("the United States", {"eight"}),
        ("united", {"eight"}),
        ("President", set()),
        ("Wons", set()),
        ("Nobody", set()),
        ("%", set()),
        ('"', set()),
        ("Shin' OR 1=1 --", set()),
    ],
)
def test_a_name_finds_the_claims_of_all_who_bear_it(store: Store, asked: str, found: set[str]) -> None:
    put(store, TEXT)
    assert set(contents(store, actor=asked)) == found


def test_a_claim_of_several_is_found_under_each_and_listed_once(store: Store) -> None:
    put(store, "Russia and North Korea denied that it rains.")
    assert contents(store, actor="Russia") == ["it rains"]
    assert contents(store, actor="North Korea") == ["it rains"]
    assert contents(store, actor=("Russia", "North Korea")) == ["it rains"]


def test_about_finds_who_is_named_in_the_content(store: Store) -> None:
    put(store, "Mary Lee said that Tom Shin lied.\nTom Shin said that he slept.")
    assert contents(store, about="shin") == ["Tom Shin lied"]
    assert contents(store, actor="shin", about="shin") == []


def test_actors_are_listed_by_claims_with_their_counts(store: Store) -> None:
    put(store, "Mary Lee said that Tom Shin lied.\nMary Lee said that he left.")
    put(store, "Mary Lee said that it is late.")
    listed = [(actor.name, actor.claims, actor.about, actor.documents) for actor in store.actors().items]
    assert listed == [("Mary Lee", 3, 0, 2), ("Tom Shin", 0, 1, 1)]


@pytest.mark.parametrize("typed", ["m", "Mar", "mary", "Mary L", "lee mary", "mary-lee"])
def test_actors_are_found_as_one_types(store: Store, typed: str) -> None:
    put(store, "Mary Lee said that it rains.\nTom Shin said that it does not.")
    assert [actor.name for actor in store.actors(typed).items] == ["Mary Lee"]


def test_actors_are_paged_without_gap_or_repetition(store: Store) -> None:
    put(store, "\n".join(f"Tom N{number:02} said that it is {number}." for number in range(23)))
    names, cursor = [], None
    while True:
        page = store.actors(None, cursor, 5)
        names += [actor.name for actor in page.items]
        if (cursor := page.next) is None:
            break
    assert names == [f"Tom N{number:02}" for number in range(23)]


def test_who_was_only_spoken_about_gets_its_kind_when_it_is_known(store: Store) -> None:
    put(store, "Mary Lee said that Russia and Tom Shin lied.")
    assert {actor.name: str(actor.kind) for actor in store.actors().items} == {
        "Mary Lee": "person",
        "Russia": "country",
        "Tom Shin": "unknown",
    }
    put(store, "Tom Shin denied that it rained.")
    assert [actor.kind for actor in store.actors("tom shin").items] == ["person"]


def test_an_actor_that_is_a_surname_alone_does_not_hide_the_persons_of_that_name(store: Store) -> None:
    put(store, "Mary Lee said that Shin lied.\nShin Wonsik said that it rained.")
    put(store, "Mary Lee said that Shin Wonsik left.")
    assert contents(store, about="Shin") == ["Shin lied", "Shin Wonsik left"]


def test_a_country_s_name_finds_who_stands_for_it_and_its_id_does_not(store: Store) -> None:
    put(
        store,
        "Russia said that one.\nKremlin said that two.\nUkraine said that three.\nSeoul said that four.",
    )
    assert set(contents(store, actor="Russia")) == {"one", "two"}
    assert contents(store, actor="country:russia") == ["one"]
    assert contents(store, actor="the Kremlin") == ["two"]
    assert contents(store, actor="South Korea") == ["four"]


def test_an_actor_first_spoken_about_is_found_by_its_country_later(store: Store) -> None:
    put(store, "Ukraine said that Kremlin lies.")
    put(store, "Kremlin said that two.")
    assert contents(store, actor="Russia") == ["two"]
