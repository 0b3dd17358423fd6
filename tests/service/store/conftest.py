"""A store with claims of all kinds, and what all of them are."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from grammar.claim import Claim
from service.store import Filters, Store
from tests.service.filing import put

DATES = ["2024-11-21", "2024-11-22T08:30:10Z", "2024-11-22T08:30:40+00:00", "2023-01-02", None, "1949-05-23"]


NAMES = ["Mary Lee", "Tom Shin", "Russia and North Korea", "Kremlin"]


PHRASES = [
    "the war may end in 2024-03",
    "ministers resigned in 2023",
    "Ukraine won the match",
    "it is “over” now",
]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Sixty documents of all kinds in no order of time."""
    with Store.open(tmp_path_factory.mktemp("asking") / "claims.db") as store:
        for number in range(60):
            lines = [
                f"{NAMES[(number + line) % 4]} {'denied' if (number + line) % 5 == 0 else 'said'} that"
                f" {PHRASES[(number * 3 + line) % 4]} {number}."
                for line in range(number % 4 + 1)
            ]
            put(
                store,
                "\n".join(lines),
                published_at=DATES[number % 6],
                publisher=[None, "The Quay", "Écho"][number % 3],
            )
        yield store


def asking(name: str, value: str) -> Filters:
    return msgspec.convert({name: (value,)}, Filters)


def everything(store: Store) -> list[Claim]:
    return store.claims(Filters(), limit=500).items
