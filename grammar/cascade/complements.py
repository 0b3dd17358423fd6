"""The complements of complements.rules as a cue's trials: the first that stands behind it is its."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from grammar.cascade.alphabet import CHUNK_NAMES, expand
from grammar.claim import Act, Type


class Sense(NamedTuple):
    """One reading of a cue verb: with these complements it means this."""

    lemma: str
    complements: frozenset[str]
    type: Type
    act: Act


_LONGEST_SUBJECT = 24  # chunks
_APPOSED = re.compile(
    expand(
        "(?<!<!Stop|Break|QuoteStop|QuoteAsk>)(?:<And|But><Comma>?)?"
        "<Group>(?:<Of|To|For|About|Against|With|By|In|Prep|And><Group>){0,5}<Comma>"
        "(?:<Group>(?:<Of|To|For|About|Against|With|By|In|Prep|And><Group>){0,5}"
        "|<Relative><!Stop|Break|Comma|Semicolon|Colon>{1,14}+)<Comma>\\Z",
        CHUNK_NAMES,
    )
)

Trial = tuple[str, re.Pattern[str], Sense]
"""A complement's name, what it looks like in chunks, and the sense that takes it."""


def first_of(trials: list[Trial], codes: str, at: int) -> tuple[str, Sense] | None:
    """The first complement that stands at a chunk, right behind its cue."""
    for name, pattern, sense in trials:
        if pattern.match(codes, at) and not (name == "inverted-plain" and is_apposed(codes, at - 1)):
            return name, sense
    return None


def is_apposed(codes: str, at: int) -> bool:
    """Lee, a law professor, wrote a book; Lee, who runs it, says it pays: all before is the subject."""
    return _APPOSED.search(codes, max(at - _LONGEST_SUBJECT, 0), at) is not None


def trials_of(found: list[tuple[str, re.Pattern[str]]], senses: list[Sense], prefix: str = "") -> list[Trial]:
    """The complements that these senses take, in the order of trial."""
    return [
        (complement, pattern, sense)
        for complement, pattern in found
        for sense in senses
        if prefix + complement in sense.complements
    ]


def with_implied(complements: Iterable[str]) -> frozenset[str]:
    """These complements and those that go with them: who says so may stand behind a quotation."""
    taken = set(complements)
    if "quote" in taken or (taken & {"none", "alone"} and "whom" not in taken):
        taken.add("inverted")  # what may stand behind a quotation may stand before its source
        if not taken & {"object", "naming"}:
            taken.add("inverted-plain")
    if "bare" in taken:
        taken.add("gap")
    if "be-infinitive" in taken and taken & {"whom", "whom-to"}:
        taken.add("be-by-to")
    return frozenset(taken)


def limited(trials: Iterable[Trial], names: frozenset[str]) -> list[Trial]:
    """The trials of these complements alone."""
    return [trial for trial in trials if trial[0] in names]
