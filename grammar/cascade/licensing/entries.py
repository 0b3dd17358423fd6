"""The rows of the cue lexicon, checked: what is wrong with one is told by its file and line."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

from grammar.cascade.licensing.complements import Sense, with_implied
from grammar.claim import Act, Type
from grammar.lexicon import LexiconError, rows

VERBS, NOUNS = "cues.tsv", "cue_nouns.tsv"
_COLUMNS = {VERBS: 6, NOUNS: 4}
_OF_NOUNS = frozenset(("from", "owner"))  # no complements: whose noun it is
Closed = TypeVar("Closed", bound=StrEnum)


def senses(name: str, known: frozenset[str]) -> Iterator[Sense]:
    """The senses of a list in its order; ``known`` are the complements that there are.

    Raises LexiconError for a row with columns too few or too many, for a type, an act or a complement that
    there is not, and where two rows of a lemma take a complement in two senses: the first would always win.
    """
    taken: dict[tuple[str, str], tuple[str, str]] = {}
    for place, (lemma, complements, type_, act, *_) in rows(name, _COLUMNS[name]):
        for complement in complements.split():
            if complement.removeprefix("be-") not in known and complement not in _OF_NOUNS:
                raise LexiconError(
                    f"{place}: {lemma!r} takes {complement!r}, which complements.rules has not"
                )
            before = taken.setdefault((lemma, complement), (type_, act))
            if before != (type_, act):
                had = " ".join(before)
                raise LexiconError(f"{place}: {lemma!r} takes {complement!r} in a row before, as {had}")
        found = frozenset(complements.split()) if name == NOUNS else with_implied(complements.split())
        yield Sense(lemma, found, _one_of(Type, type_, place), _one_of(Act, act, place))


def _one_of(values: type[Closed], written: str, place: str) -> Closed:
    try:
        return values(written)
    except ValueError as error:
        kind = values.__name__.lower()
        raise LexiconError(f"{place}: {written!r} is no {kind}; there are {', '.join(values)}") from error
