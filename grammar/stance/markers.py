"""Markers as data: words that hedge, negate, stress or pass on, found by their first word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from grammar.claim import Certainty, MarkerKind
from grammar.lexicon import table

# How sure, as a number: the weakest of several is their minimum.
UNSPECIFIED, POSSIBLE, PROBABLE, CERTAIN = range(4)
LEVELS = (Certainty.UNSPECIFIED, Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)
LEVEL = {certainty.value: level for level, certainty in enumerate(LEVELS)}


class Phrase(NamedTuple):
    """One row of a marker list, for one spelling: what follows its first word, and what it does."""

    rest: tuple[str, ...]
    cited: int
    """How many of its words the marker cites; the others must follow but do nothing."""
    kind: MarkerKind | None
    effects: frozenset[str]
    level: int
    place: str


Phrases = dict[str, list[Phrase]]


class Found(NamedTuple):
    """A marker that counts: token numbers within the words read, half-open."""

    first: int
    last: int
    kind: MarkerKind


def load(name: str) -> Phrases:
    """The phrases of a list by their first word, longest first, else in the list's order."""
    lists: dict[str, str] = {}
    phrases: Phrases = {}
    for words, *rest in table(name):
        if not rest:
            macro, _, spelt = words.partition(" = ")
            lists[macro] = spelt.replace(" ", "/")
            continue
        kind, effect, *place = rest
        effects = frozenset(effect.split()) - {"-"}
        level = min((LEVEL[effect] for effect in effects & LEVEL.keys()), default=CERTAIN)
        for spelling, cited in _spellings(words, lists):
            phrases.setdefault(spelling[0], []).append(
                Phrase(
                    spelling[1:],
                    cited,
                    None if kind == "none" else MarkerKind(kind),
                    effects,
                    level,
                    *(place or ["any"]),
                )
            )
    for found in phrases.values():
        found.sort(key=lambda phrase: -len(phrase.rest))
    return phrases


def match(phrases: Iterable[Phrase], low: Sequence[str], first: int) -> Iterator[Phrase]:
    """Those of a word's phrases whose further words stand behind it."""
    for phrase in phrases:
        rest = phrase.rest
        if not rest or tuple(low[first + 1 : first + 1 + len(rest)]) == rest:
            yield phrase


def _spellings(words: str, lists: dict[str, str]) -> Iterator[tuple[tuple[str, ...], int]]:
    choices: list[list[str]] = []
    cited = 0
    for part in words.split():
        bare = part.strip("()")
        cited += bare == part
        bare = lists.get(bare, bare)
        optional = bare.endswith("?")
        choices.append(bare.removesuffix("?").split("/") + [""] * optional)
    for choice in product(*choices):
        spelling = tuple(word for word in choice if word)
        length = cited - choice.count("")
        yield spelling, length
        if any("'" in word for word in spelling):
            yield tuple(word.replace("'", "’") for word in spelling), length
