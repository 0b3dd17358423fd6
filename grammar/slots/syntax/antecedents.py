"""What a gap in a relative clause stands for: (a plan) he said had failed."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import Licence
from grammar.cascade.words.persons import PERSONS, can_act
from grammar.slots.syntax.bounds import NOMINAL, PAUSES, PREPOSITIONS, RELATING
from grammar.text.ranges import Range

_NAME, _PLURAL = TOKEN_CLASSES["Name"], TOKEN_CLASSES["Plural"]
_MANY = frozenset(("are", "were", "have", "aren’t", "weren’t"))
_RELATIVE, _NEAREST = CHUNKS["Relative"], 2
_PEOPLE = PERSONS | {"people", "men", "women", "children"}
_AND, _COMMA, _OF, _GROUP = (CHUNKS[name] for name in ("And", "Comma", "Of", "Group"))
_LINKING = PREPOSITIONS | {_AND, _COMMA, _OF}
# a toll that | Holm called a disgrace; but: the day that Holm called the plan a disgrace
_NAMED = re.compile(
    expand(
        "<Group><That><Group|Pronoun>(?:<Of|For|In><Group>)?<Judge>"
        "(?:<QuoteStop|QuoteComma|QuoteAsk|QuoteOpen>|<Group|Adjective>(?!<Of|As|Group|Adjective|QuoteStop|QuoteOpen>))",
        CHUNK_NAMES,
    )
)


def of(analysis: Analysis, chunk: int) -> Range | None:
    """The chunks that a gap stands for: (a plan) that he said had failed, (the pier,) which she said is safe.

    ``chunk`` is where the speaker stands. Without a relative pronoun it is what stands right before: (a plan)
    he said had failed.
    """
    codes = analysis.codes
    if chunk < 1:
        return None
    at = chunk - 1
    if codes[at] in RELATING and at:
        at -= 1 + (codes[at - 1] in PAUSES)
    if at < 0 or codes[at] not in NOMINAL:
        return None
    first = at
    if codes[at + 1] != _COMMA and analysis.letters(at)[-1:] == _NAME:  # no clause picks out one of a name
        while first > 1 and codes[first - 1] in _LINKING and codes[first - 2] in NOMINAL:
            first -= 2
    if codes[at + 1 : chunk] == _RELATIVE and first == at and _is_whose_thing(analysis, at):
        first -= 2
    if codes[at + 1 : chunk] == _COMMA + _RELATIVE and _is_of_person(analysis, at):
        first -= 2
    if codes[at + 1] == _COMMA and _is_joined(analysis, at, chunk):
        first -= 2
    return first, at + 1


def _is_whose_thing(analysis: Analysis, at: int) -> bool:
    """A person with a high profile | who: what stands next to "who" is none."""
    lower, ends = analysis.tokens.lower, analysis.ends
    if lower[ends[at + 1] - 1] != "who" or analysis.codes[at - 1 : at] not in PREPOSITIONS or at < _NEAREST:
        return False
    return not can_act(lower[ends[at] - 1]) and lower[ends[at - 2] - 1] in _PEOPLE


def _is_of_person(analysis: Analysis, at: int) -> bool:
    """Ann Dahl of the Herald, | who: somebody's full name stands before what they are of."""
    lower, ends = analysis.tokens.lower, analysis.ends
    if lower[ends[at + 2] - 1] != "who" or analysis.codes[at - 1 : at] != _OF or at < _NEAREST:
        return False
    letters = analysis.letters(at - 2)
    return len(letters) >= _NEAREST and set(letters) == {_NAME}


def _is_joined(analysis: Analysis, at: int, verb: int) -> bool:
    """Whether a plural verb tells of two: (met) Holm and Lund, who are; not: Holm and his aides, who are."""
    if analysis.codes[at - 1] != _AND or analysis.codes[at - 2 : at - 1] != _GROUP:
        return False
    plural = analysis.tokens.lower[analysis.begins[verb]] in _MANY
    return plural and analysis.letters(at)[-1:] != _PLURAL


def is_named(analysis: Analysis, licence: Licence, chunks: Range) -> bool:
    """It fell, a move | they called odd, a film, which | they called dull: what is named stands in front."""
    if licence.complement not in ("naming", "as"):
        return False
    if licence.complement == "naming" and _NAMED.match(analysis.codes, max(chunks[0] - 2, 0)):
        return True
    if (
        licence.complement == "naming"
        and analysis.codes[max(chunks[0] - 2, 0) : chunks[0]] == _COMMA + _RELATIVE
    ):
        return True
    return analysis.codes[max(chunks[0] - 2, 0) : chunks[0]] == _COMMA + _GROUP
