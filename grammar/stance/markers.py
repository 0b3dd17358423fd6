"""Markers as data: words that hedge, negate, stress or pass on, found by their first word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from grammar.claim import Certainty, MarkerKind
from grammar.lexicon import table

# How sure, as a number: the weakest of several is their minimum.
UNSPECIFIED, POSSIBLE, PROBABLE, CERTAIN = range(4)
LEVELS = (Certainty.UNSPECIFIED, Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)
LEVEL = {certainty.value: level for level, certainty in enumerate(LEVELS)}


class Part(NamedTuple):
    """One word of a phrase: its spellings, whether it may be missing, whether the marker cites it."""

    words: frozenset[str]
    optional: bool
    cited: bool


class Phrase(NamedTuple):
    """One row of a marker list: its words and what they do."""

    parts: tuple[Part, ...]
    kind: MarkerKind | None
    effects: frozenset[str]
    level: int
    place: str


class Found(NamedTuple):
    """A marker that counts: numbers of the words read, half-open."""

    first: int
    last: int
    kind: MarkerKind


Phrases = dict[str, list[Phrase]]


def load(name: str) -> Phrases:
    """The phrases of a list by each of their first words, longest first, else in the list's order."""
    lists: dict[str, str] = {}
    phrases: Phrases = {}
    for words, *rest in table(name):
        if not rest:
            macro, _, spelt = words.partition(" = ")
            lists[macro] = spelt.replace(" ", "/")
            continue
        kind, effect, *place = rest
        effects = frozenset(effect.split()) - {"-"}
        phrase = Phrase(
            tuple(_part(word, lists) for word in words.split()),
            None if kind == "none" else MarkerKind(kind),
            effects,
            min((LEVEL[effect] for effect in effects if effect in LEVEL), default=CERTAIN),
            *(place or ["any"]),
        )
        for first in phrase.parts[0].words:
            phrases.setdefault(first, []).append(phrase)
    for found in phrases.values():
        found.sort(key=lambda phrase: -sum(not part.optional for part in phrase.parts))
    return phrases


def match(phrases: Iterable[Phrase], low: Sequence[str], first: int) -> Iterator[tuple[Phrase, int]]:
    """Those of a word's phrases whose further words stand behind it, with the word behind what is cited."""
    size = len(low)
    for phrase in phrases:
        i = last = first + 1
        for words, optional, cited in phrase.parts[1:]:
            if i < size and low[i] in words:
                i += 1
                last += cited
            elif not optional:
                break
        else:
            yield phrase, last


def triggers(phrases: Phrases, common: frozenset[str]) -> frozenset[str]:
    """One word of each phrase such that a text without any of them has no phrase; a rare one if it may be."""
    found: set[str] = set()
    for phrase in {phrase.parts: phrase for listed in phrases.values() for phrase in listed}:
        words = [part.words for part in phrase if not part.optional]
        found |= next((some for some in words if common.isdisjoint(some)), words[0])
    return frozenset(found)


def _part(word: str, lists: dict[str, str]) -> Part:
    bare = word.strip("()")
    optional = bare.endswith("?")
    name = bare.removesuffix("?")
    spelt = lists.get(name, name)
    return Part(frozenset((spelt + "/" + spelt.replace("'", "’")).split("/")), optional, bare == word)
