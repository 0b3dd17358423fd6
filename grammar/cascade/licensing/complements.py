"""The complements of complements.rules as a cue's trials: the first that stands behind it is its."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from grammar.cascade.alphabet import CHUNK_NAMES, expand
from grammar.cascade.patterns.beginnings import reach
from grammar.cascade.patterns.rules import patterns
from grammar.claim import Act, Type

INNER = frozenset((Type.BELIEF, Type.KNOWLEDGE))
"""What goes on in a mind: nobody need have said so."""


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
        "(?:<Doing|Saying|Where|When|In|Against|About|Prep>"
        "<!Stop|Break|Comma|Semicolon|Verb|Say|Said>{0,8}+<Comma>)?"
        "<Group>(?:<Of|To|For|About|Against|With|By|In|Prep|And><Group>){0,5}<Comma>"
        "(?:<Group>(?:<Of|To|For|About|Against|With|By|In|Prep|And><Group>|<Doing|Done><In|By|With|For|To><Group>){0,5}"
        "(?:<Relative><!Stop|Break|Comma|Semicolon|Colon>{1,14}+)?"
        "|<Relative><!Stop|Break|Comma|Semicolon|Colon>{1,14}+)<Comma>\\Z",
        CHUNK_NAMES,
    )
)

Complement = tuple[str, re.Pattern[str], frozenset[str]]
"""A complement's name, what it looks like in chunks, and with which it may begin: "" where the text ends."""

Trial = tuple[Complement, Sense]
"""A complement, and the sense that takes it."""


def known_complements() -> list[Complement]:
    """The complements in the order of trial."""
    letters = frozenset("".join(CHUNK_NAMES.values()))
    return [
        (name, re.compile(pattern), reach(pattern, letters).beginnings | {""})
        for name, pattern in patterns("complements.rules", CHUNK_NAMES)
    ]


def first_of(trials: list[Trial], codes: str, at: int) -> tuple[str, Sense] | None:
    """The first complement that stands at a chunk, right behind its cue."""
    letter = codes[at : at + 1]
    for (name, pattern, beginnings), sense in trials:
        if letter not in beginnings or not pattern.match(codes, at):
            continue
        if name != "inverted-plain" or not is_apposed(codes, at - 1):
            return name, sense
    return None


def is_apposed(codes: str, at: int) -> bool:
    """Lee, a law professor, wrote a book; on Friday, Lee, who runs it, says it pays: all is the subject's."""
    return _APPOSED.search(codes, max(at - _LONGEST_SUBJECT, 0), at) is not None


def trials_of(found: list[Complement], senses: list[Sense], prefix: str = "") -> list[Trial]:
    """The complements that these senses take, in the order of trial."""
    return [
        (complement, sense)
        for complement in found
        for sense in senses
        if prefix + complement[0] in sense.complements
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
    return [trial for trial in trials if trial[0][0] in names]
