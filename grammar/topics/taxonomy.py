"""The IPTC Media Topics as a tree: looking topics up, and going up and down from one.

Topics are named by their ids ("medtop:16000000"). Every function is a look-up in tables that are
built once, on first use (about 5 ms); an unknown id or query gives an empty answer, never an error.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import NamedTuple

from grammar.lexicon import table

_WORD = re.compile(r"\w+")
_JOINING = {"and", "of", "or", "the", "to", "by", "in", "with"}


class Concept(NamedTuple):
    """One topic of the vocabulary, as IPTC defines it."""

    id: str
    label: str
    broader: str
    """The id of the topic right above, "" for one of the seventeen at the top."""
    definition: str


@cache
def concepts() -> dict[str, Concept]:
    """Every topic by its id, in the vocabulary's own order."""
    return {row[0]: Concept(*row) for row in islice(table("topics/mediatopics.tsv"), 1, None)}


@cache
def _ranks() -> dict[str, int]:
    return {id: rank for rank, id in enumerate(concepts())}


def rank(id: str) -> int:
    """The known topic's place in the vocabulary, for an order that never changes."""
    return _ranks()[id]


@cache
def _children() -> dict[str, list[str]]:
    children: dict[str, list[str]] = {id: [] for id in ("", *concepts())}
    for concept in concepts().values():
        children[concept.broader].append(concept.id)
    return children


@cache
def _by_word() -> dict[str, set[str]]:
    index: dict[str, set[str]] = {}
    for concept in concepts().values():
        for word in _words(concept.label):
            index.setdefault(word, set()).add(concept.id)
    return index


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in _JOINING]


def label(id: str) -> str:
    """The topic's English label; the id itself where it is unknown."""
    concept = concepts().get(id)
    return concept.label if concept else id


def broader(id: str) -> tuple[str, ...]:
    """All topics above this one, nearest first; empty for a top-level or unknown topic."""
    found: list[str] = []
    concept = concepts().get(id)
    while concept and concept.broader:
        found.append(concept.broader)
        concept = concepts().get(concept.broader)
    return tuple(found)


def children(id: str) -> tuple[str, ...]:
    """The topics right below this one, in the vocabulary's order; the seventeen at the top for ""."""
    return tuple(_children().get(id, ()))


def narrower(id: str) -> tuple[str, ...]:
    """The topic itself and all below it, a parent before its children; empty if unknown."""
    if id not in concepts():
        return ()
    found = [id]
    for one in found:
        found += _children()[one]
    return tuple(found)


def top(id: str) -> str:
    """The top-level topic that this one belongs to: itself for one of the seventeen, or unknown."""
    return (broader(id) or (id,))[-1]


def find(query: str) -> tuple[str, ...]:
    """The topics that a query names; empty if there are none. Narrower ones are not added.

    A query is an id with or without "medtop:", a label in any case, or one or more whole words of
    a label in any order ("war", "missile weaponry"). Several topics may share a word: all are
    given, those whose whole label it is first, the rest in the vocabulary's order.
    """
    query = query.strip().casefold()
    for id in (query, f"medtop:{query}"):
        if id in concepts():
            return (id,)
    words = _words(query)
    if not words:
        return ()
    found = set.intersection(*(_by_word().get(word, set()) for word in words))
    return tuple(sorted(found, key=lambda id: (_words(label(id)) != words, rank(id))))
