"""What only stands in front of who speaks: "after school, they told him", "when it rains, they complain"."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, GERUNDS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import LEADING
from grammar.cascade.frames import Frame
from grammar.doubts.vocabulary import WORDS

_NAME = TOKEN_CLASSES["Name"]
PREDICATING = re.compile(
    expand(
        "<Verb|Said|Done|SayThat|SayQuote|Tell|Judge|Post|Believes|SaidThat|SaidTo|SaidBy|Aware"
        "|QuoteComma|QuoteStop|QuoteAsk|QuoteOpen>",
        CHUNK_NAMES,
    )
)
PREPOSITIONS = frozenset(
    CHUNKS[name] for name in ("For", "About", "Against", "As", "With", "By", "In", "Prep", "When", "Where")
)
_ADVERB, _QUOTE, _AND = CHUNKS["Adverb"], CHUNKS["QuoteComma"], CHUNKS["And"]
_COMMA, _AS, _SUBJECTS = CHUNKS["Comma"], CHUNKS["As"], frozenset((CHUNKS["Group"], CHUNKS["Pronoun"]))
_SENTENCE = 4  # words
_WORDING = 5  # words of a quotation that may be a clause
_OF_SUBJECT = "(?:<Of|To|For|With|In|Prep|About|And><Group>){0,5}+<Adverb>*+"
_BEHIND_VERB = (
    "<!Verb|Said|SayThat|SayQuote|Tell|Judge|Post|Believes|SaidTo|SaidThat|SaidBy|Comma|Done|Pronoun|And>*+"
)
_DOES = f"(?:<Verb|Said|Done|SayThat|Judge|Post>|(?<=<Pronoun>)<Group>){_BEHIND_VERB}"
_SUBORDINATE = re.compile(
    expand(
        f"<Question|But|Because|As|Prep|When><Group|Pronoun>{_OF_SUBJECT}{_DOES}"
        # as he led the town | and defended his record, as he left | and the mayor stayed
        f"(?:<And>(?:<Group|Pronoun>{_OF_SUBJECT}{_DOES}|<Judge|Verb|Done>{_BEHIND_VERB}|{_BEHIND_VERB}))*+",
        CHUNK_NAMES,
    )
)
# even as Lund claimed that it was late, when she shouted, "Shame,"
_REPORTING = re.compile(
    expand(
        f"<Question|As|Prep|When><Group|Pronoun>{_OF_SUBJECT}(?:"
        "<SayThat|Tell|Judge><Group|Objective|When|Where>{0,2}<That|Question><!Comma|Dash|Semicolon>++"
        "|<SayQuote><Comma>?<QuoteComma>)",
        CHUNK_NAMES,
    )
)


def is_opening(analysis: Analysis, frame: Frame) -> bool:
    """Tell what only stands in front from what was said: "After school, they told him something".

    Neither is a clause that depends on another, with none beside it: "when it rains, they complain".
    Only a preposition's phrase or a bare name without a verb is one: many a verb is taken for a noun.
    """
    if frame.rule not in LEADING:
        return False
    contents = [(first, last) for slot, first, last in frame.slots if slot == "content"]
    if len(contents) == 1 and _is_subordinate(analysis, *contents[0]):
        return True
    if len(contents) > 1 and analysis.codes[contents[0][0]] != _AS and _is_clause(analysis, *contents[1]):
        return False
    if not contents or any(PREDICATING.search(analysis.codes, first, last) for first, last in contents):
        return False
    first, last = contents[0]
    edges = analysis.chunks.edges
    named = set(analysis.units.codes[edges[first] : edges[last]]) == {_NAME}
    alone = len(contents) == 1 and (
        named or set(analysis.codes[first:last]) == {_ADVERB} or analysis.codes[first] in GERUNDS
    )
    return alone or analysis.codes[first] in PREPOSITIONS


def _is_clause(analysis: Analysis, first: int, last: int) -> bool:
    """In the end, he said, | farmers back the plan: a verb may be taken for a noun."""
    first += analysis.codes[first] == _COMMA
    long = analysis.ends[last - 1] - analysis.begins[first] >= _SENTENCE
    return long and analysis.codes[first] in _SUBJECTS


def _is_subordinate(analysis: Analysis, first: int, last: int) -> bool:
    """When it rains; but: when it rains the cellar floods; if it rains "we may as well go home."."""
    first += analysis.codes[first] == _AND  # But even as prices fell, farmers complained
    first += analysis.codes[first] == _ADVERB  # even as prices fell, not long after they fell
    if analysis.tokens.lower[analysis.begins[first]] not in WORDS["subordinating"]:
        return False
    if _REPORTING.fullmatch(analysis.codes, first, last):
        return True
    if analysis.codes[last - 1] == _QUOTE and analysis.ends[last - 1] - analysis.begins[last - 1] > _WORDING:
        return False
    return _SUBORDINATE.fullmatch(analysis.codes, first, last) is not None
