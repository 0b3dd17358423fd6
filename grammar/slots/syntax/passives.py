"""Who says so in a passive, and of whom: "praised for their speed by the mayor", "men believed armed"."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import Licence
from grammar.claim import Act
from grammar.text.ranges import Range

_ADVERB = CHUNKS["Adverb"]
_BY = CHUNKS["By"]
_NOMINAL = frozenset(
    CHUNKS[name] for name in ("Group", "Objective", "Of", "In", "For", "To", "With", "Prep", "And")
)
_JUDGED = frozenset(("as", "against", "be-as", "be-against"))  # is seen as a threat by, is put at 40 by
_COMMA = CHUNKS["Comma"]
_ENDS = frozenset(("", CHUNKS["Stop"], CHUNKS["Break"]))  # what stands before a sentence
_PREPOSITIONS = frozenset(
    CHUNKS[name] for name in ("To", "For", "About", "Against", "With", "In", "Prep", "As", "By")
)
_AGENTS = frozenset(("be-by", "be-by-as"))
REDUCED = frozenset(("reduced", "reduced-apart"))
_GROUNDS = frozenset(CHUNKS[name] for name in ("For", "Of", "As", "About"))
_OPENING = frozenset((CHUNKS["And"], CHUNKS["But"]))
_VERBAL = frozenset((CHUNKS["ToDo"], CHUNKS["Verb"]))
_ADJECTIVE = TOKEN_CLASSES["Adj"]


def agent(analysis: Analysis, licence: Licence, first: int, last: int) -> Range | None:
    """Who says so behind what is said: (were praised for) their speed by | the mayor.

    A participle before "by" has an agent of its own: (was accused of) being paid by the mayor.
    """
    at = analysis.codes.find(_BY, first, last)
    if at < 0 or licence.complement == "infinitive":  # is expected to rise by a third
        return None
    if _AGENTS.isdisjoint(licence.sense.complements) and licence.complement not in _JUDGED:
        return None
    rest = {*analysis.codes[first:at], *analysis.codes[at + 1 : last]}
    return (at + 1, last) if rest <= _NOMINAL and last > at + 1 else None


def described(analysis: Analysis, first: int, last: int) -> Range:
    """What a participle tells of: (a search for) | two men | believed to be armed; but: a piece of rope."""
    licence = analysis.licences.get(last)
    if _is_predicate(analysis, first) and last > first + 2:
        return first + 2, last  # (is to stay) strong and | its shares are expected to rise
    if licence is None or licence.complement not in REDUCED:
        return first, last
    last -= analysis.codes[last - 1] == _COMMA
    if licence.complement == "reduced-apart" and analysis.codes[first - 1 : first] in _ENDS:
        return first, last  # a coin from the tenth century, | believed to be
    return next(
        (at + 1 for at in range(last - 1, first, -1) if analysis.codes[at] in _PREPOSITIONS), first
    ), last


def _is_predicate(analysis: Analysis, chunk: int) -> bool:
    """Whether an adjective stands behind a verb, and "and" behind it: (to remain) strong and."""
    codes = analysis.codes
    verbal = codes[chunk - 1 : chunk] in _VERBAL and codes[chunk + 1 : chunk + 2] == CHUNKS["And"]
    return verbal and analysis.letters(chunk) == _ADJECTIVE


def is_ground(analysis: Analysis, first: int) -> bool:
    """Was praised by Lee | for its speed; but: was praised by Lee | and sold, | , with two opposed."""
    codes = analysis.codes
    if codes[first] == _COMMA:
        first += 1 + (codes[first + 1 : first + 2] == _ADVERB)  # , partly on grounds of cost
        return codes[first : first + 1] in _GROUNDS
    return codes[first] not in _OPENING


def names_person(licence: Licence) -> bool:
    """Whether the content begins with the one addressed: accused the firm of; not: alleging the firm lied."""
    accuses = licence.sense.act is Act.ACCUSE and licence.complement in ("object", "object-with")
    return accuses or licence.complement == "whom-to"
