"""The words, other than names, by which names and noun groups are read: a field a class of the list."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from grammar.lexicon import table


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Sets of words; what each is for stands in vocabulary.tsv, whose classes are these fields."""

    agent: frozenset[str]
    appositive: frozenset[str]
    auxiliary: frozenset[str]
    bare: frozenset[str]
    before_date: frozenset[str]
    branch: frozenset[str]
    clause: frozenset[str]
    community: frozenset[str]
    company: frozenset[str]
    credit: frozenset[str]
    day: frozenset[str]
    determiner: frozenset[str]
    document: frozenset[str]
    first_of_group: frozenset[str]
    general: frozenset[str]
    group: frozenset[str]
    in_full: frozenset[str]
    lead: frozenset[str]
    learned: frozenset[str]
    link: frozenset[str]
    locative: frozenset[str]
    masthead: frozenset[str]
    medium: frozenset[str]
    medium_noun: frozenset[str]
    modified: frozenset[str]
    month: frozenset[str]
    not_head: frozenset[str]
    office: frozenset[str]
    opener: frozenset[str]
    particle: frozenset[str]
    people: frozenset[str]
    person: frozenset[str]
    person_f: frozenset[str]
    person_m: frozenset[str]
    preposition: frozenset[str]
    questioner: frozenset[str]
    quantity: frozenset[str]
    second_half: frozenset[str]
    showing: frozenset[str]
    standing: frozenset[str]
    state: frozenset[str]
    state_body: frozenset[str]
    subordinator: frozenset[str]
    suffix: frozenset[str]
    surname_first: frozenset[str]
    title: frozenset[str]
    title_f: frozenset[str]
    title_m: frozenset[str]
    toward: frozenset[str]
    western: frozenset[str]


@cache
def load() -> Vocabulary:
    """Read vocabulary.tsv. A class that is missing or that no field is for is a TypeError."""
    classes: dict[str, set[str]] = defaultdict(set)
    for kind, words in table("names/vocabulary.tsv"):
        classes[kind].update(words.split())
    return Vocabulary(**{kind: frozenset(words) for kind, words in classes.items()})
