"""Which chunks bound clauses and sources, and where single kinds of sources begin and end."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.words.persons import PERSONS
from grammar.lexicon import table
from grammar.slots.syntax import counts

CONNECTIVES = {name: frozenset(words.split()) for name, words in table("connectives.tsv")}
ENDS = frozenset(CHUNKS[name] for name in ("Stop", "Break", "QuoteStop", "QuoteAsk"))
PREPOSITIONS = frozenset(
    CHUNKS[name] for name in ("To", "With", "By", "In", "Prep", "For", "About", "Against")
)
NOMINAL = frozenset((CHUNKS["Group"], CHUNKS["Pronoun"], CHUNKS["Objective"]))
RELATING = frozenset((CHUNKS["That"], CHUNKS["Relative"]))
PAUSES = frozenset((CHUNKS["Comma"], CHUNKS["Dash"]))
LISTING = frozenset((CHUNKS["Comma"], CHUNKS["And"]))
CLAUSAL = frozenset(("after", "before", "since", "until", "till", "than"))
"""Prepositions that open clauses as well."""
COMMON = frozenset(
    TOKEN_CLASSES[name] for name in ("Noun", "CueNoun", "CueNominal", "Ing", "CueIng", "Venue")
)
DETERMINED = frozenset(TOKEN_CLASSES[name] for name in ("Det", "Poss", "Quant", "Num"))
_COMMA, _OF, _DONE = (CHUNKS[name] for name in ("Comma", "Of", "Done"))
_PLURAL, _NAME = (TOKEN_CLASSES[name] for name in ("Plural", "Name"))
_PREP = CHUNKS["Prep"]
_PLACED = frozenset((_PREP, CHUNKS["In"]))
_WHEN_WORDS = CLAUSAL | {"following", "during", "amid", "despite"}
_LINKING = frozenset(CHUNKS[name] for name in ("Prep", "In", "Against", "About"))
_SET_PHRASES = frozenset(("part", "contrast", "comparison", "example", "instance", "hand"))
_TO_GROUP = CHUNKS["To"] + CHUNKS["Group"]
_NO_VERB = frozenset(
    TOKEN_CLASSES[name] for name in ("Det", "Quant", "Poss", "Num", "Name", "Plural", "Year")
)
_CIRCUMSTANTIAL = CLAUSAL | {"despite", "amid", "amidst", "following", "given"}
HONORIFICS = frozenset(("Mr", "Mrs", "Ms", "Dr", "Sir", "Mr.", "Mrs.", "Ms.", "Dr."))
_OWNED = frozenset(TOKEN_CLASSES[name] for name in ("Poss", "Name", "Det"))
_CLEFT = re.compile(
    expand("<Pronoun><Verb>(<Group>(?:<Of|For|In><Group>){0,3})<Comma>?<Relative|That>", CHUNK_NAMES)
)


def is_aside(analysis: Analysis, first: int, last: int) -> bool:
    """Whether a preposition and one common noun stand between commas: ", on average,", ", for his part,"."""
    codes = analysis.codes
    if first < 1 or codes[first] != _COMMA or codes[last - 1] != _COMMA:
        return False
    if analysis.tokens.lower[analysis.ends[first + 2] - 1] in _SET_PHRASES:
        return True
    if codes[first + 1] not in _LINKING:
        return False
    noun = analysis.letters(first + 2)
    return len(noun) == 1 and noun != _NAME and codes[first + 2] in NOMINAL


def subject(analysis: Analysis, first: int, last: int) -> tuple[int, int]:
    """A clause's subject: Ann Lee | carried a bag slung over her arm. No clause tells which name is meant."""
    named = analysis.letters(first)[-1:] == _NAME
    if analysis.tokens.lower[analysis.begins[first]] == "it":  # it was | Lee | who rose, saying
        cleft = _CLEFT.match(analysis.codes, first)
        return cleft.span(1) if cleft else (first, last)
    if named and analysis.codes[first + 1 : last].startswith(_DONE):
        return first, first + 1
    return first, last


def governs_thing(analysis: Analysis, at: int) -> bool:
    """Whether no verb stands behind this "to": agreed | to | a truce, to old-age care; but: agreed to go."""
    if analysis.codes[at : at + 2] != _TO_GROUP:
        return False
    compound = "-" in analysis.tokens.words[analysis.begins[at + 1]]
    return compound or analysis.units.codes[analysis.chunks.edges[at + 1]] in _NO_VERB


def before_clause(analysis: Analysis, first: int, last: int) -> int:
    """Where a group ends before what tells when: Lee | since he came, the mayor | during a debate."""
    for at in range(first + 1, last):
        timed = analysis.codes[at] in _PLACED and analysis.tokens.lower[analysis.begins[at]] in _WHEN_WORDS
        if timed and not counts.compares(analysis, at):  # but: by more than 40 growers
            return at
    return last


def before_circumstance(analysis: Analysis, first: int, last: int) -> int:
    """(Was praised by) brokers | , given the weak sales; but: by brokers, including Lee."""
    comma = analysis.codes.find(_COMMA, first, last)
    if 0 < comma < last - 1 and analysis.tokens.lower[analysis.begins[comma + 1]] in _CIRCUMSTANTIAL:
        return comma
    return last


def charge(analysis: Analysis, first: int, last: int) -> int:
    """Where the charge begins behind whoever brings it: (accused by) the Ministry of Works | of theft."""
    if analysis.codes[last : last + 1] == _OF:
        return last
    for at in range(last - 2, first, -1):
        if analysis.codes[at] == _OF and analysis.tokens.words[analysis.begins[at + 1]].islower():
            return at
    return last


def predicated(analysis: Analysis, first: int, last: int) -> int:
    """Where a source ends before what a "was" or "has" in front of it lacks: it was, says Lee, | a loss."""
    comma = analysis.codes.find(_COMMA, first, last)
    verb = analysis.begins[first - 1] - 2  # it was | , | according to
    return (
        comma
        if comma > 0 and verb >= 0 and analysis.tokens.words[verb].lower() in CONNECTIVES["lacking"]
        else last
    )


def related(analysis: Analysis, chunk: int) -> int:
    """Where the name begins in a drug | Lund (says it needs): a thing has none behind "a"; 0 for others."""
    words, units = analysis.tokens.words, analysis.units
    begin, end = analysis.chunks.edges[chunk : chunk + 2]
    name = units.codes.find(_NAME, begin, end)
    if name < begin + 2 or words[units.first[begin]].lower() not in ("a", "an"):
        return 0
    noun = words[units.first[name - 1]]
    thing = units.codes[name - 1] in COMMON and noun.islower() and noun not in PERSONS
    return units.first[name] if thing and set(units.codes[name:end]) == {_NAME} else 0


def titled(analysis: Analysis, chunk: int, first: int) -> int:
    """(In) his speech | Mr Lee (said): behind a thing, a title opens a clause; not: unions meeting Mr Lee."""
    words, units = analysis.tokens.words, analysis.units
    begin, end = analysis.chunks.edges[chunk : chunk + 2]
    for at in range(begin + 1, end):
        if words[units.first[at]] in HONORIFICS:
            thing = units.codes[at - 1] in COMMON and words[units.first[at - 1]].lower() not in PERSONS
            opens = thing and units.codes[begin] in _OWNED and _PLURAL not in units.codes[begin:at]
            return units.first[at] if opens else first
    return related(analysis, chunk) or first
