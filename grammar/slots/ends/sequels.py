"""A further clause that is said as well, as its tense tells: "(said) it is weak | , and prices have dropped".

Behind a plain "said" the writer's own clauses stand in the past: one in the present, or under "would", is
still said. Where the cue is in the present or the perfect, nothing tells; where all is in the past, only
", and" or ", while" with what "was" so goes on behind a verb of speaking.
"""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import Licence
from grammar.claim import Type
from grammar.slots.ends.stops import pause
from grammar.slots.syntax import agreement
from grammar.slots.syntax.bounds import RELATING

# said that it had failed | , and its maker would pay
_FURTHER = re.compile(
    expand(
        "(?:<Comma>?<And|But>)(?:<Group>(?:<Of|In|For><Group>){0,2}|<Pronoun>)<Adverb>*"
        "(<Verb|Judge|SayThat|Tell|SaidTo|SaidThat>)",
        CHUNK_NAMES,
    )
)
# ..., and prices have dropped | , dealers said
_ATTRIBUTED = re.compile(
    expand("<Comma>(?:<Group|Pronoun><!Comma|Stop|Break>{0,4}<Post>|<Inverted|According>)", CHUNK_NAMES)
)
_COMMA, _VERB = CHUNKS["Comma"], CHUNKS["Verb"]
_REPORTING = frozenset(
    CHUNKS[name] for name in ("SayThat", "SayQuote", "Tell", "Judge", "Post", "SaidBy", "SaidTo", "Relative")
)
_QUOTED = frozenset(CHUNKS[name] for name in ("QuoteStop", "QuoteOpen", "QuoteAsk"))
_NOT = frozenset((TOKEN_CLASSES["Not"], TOKEN_CLASSES["ModalNot"]))
_FOUND = frozenset(("find", "show", "suggest", "indicate", "reveal"))  # a poll found | , and Lee has used it
_SPEAKING = frozenset(("say", "tell", "add", "explain"))
_THOUGH = frozenset(("though", "although"))
_OPEN, _NEAR = frozenset(("clear", "unclear", "known", "unknown")), 2  # chunks
_BESIDE = frozenset(("and", "while"))
_WAS, _FUTURE = frozenset(("was", "were")), frozenset(("would", "will"))
_MARKS = frozenset(('"', "“"))
# would, had: shifted by a "said"; what should, could or must be is a judgement, hardly the writer's
_SHIFTED = frozenset(("would", "had", "could", "might", "must", "should", "may", "needs"))
_FIRST_PERSONS = frozenset(("i", "we", "you"))


def end(analysis: Analysis, licence: Licence, first: int, last: int) -> int:
    """Where a content ends with a clause behind it that is reported as well.

    The tense tells so, or a quotation of a few words in a clause that names nobody else who said them.
    """
    codes, tokens = analysis.codes, analysis.tokens
    further = _FURTHER.match(codes, last)
    if further is None:
        return last
    verb = further.start(1)
    end = pause(codes, further.end(), last)
    if _ATTRIBUTED.match(codes, end):
        return last
    if codes[last] == _COMMA and codes[verb] == _VERB:
        if tokens.lower[analysis.begins[verb]] in _SHIFTED:
            return end
        if end == verb + 1 and codes[end : end + 1] in _QUOTED:
            return end + 1  # | , but it was "important for the crew to hear it from me."
        quoted = not _MARKS.isdisjoint(tokens.words[analysis.begins[verb] : analysis.ends[end - 1]])
        if quoted and _REPORTING.isdisjoint(codes[verb:end]):
            return end
    goes_on = _concedes(analysis, licence, last, verb) or _is_in_tense(analysis, licence, first, last, verb)
    return end if goes_on else last


def _concedes(analysis: Analysis, licence: Licence, last: int, verb: int) -> bool:
    """Said the fare fell | , though it is still dear; not: though nobody says so, though it is unclear."""
    codes, begins, lower = analysis.codes, analysis.begins, analysis.tokens.lower
    if codes[last] != _COMMA or lower[begins[last + 1]] not in _THOUGH or codes[verb] != _VERB:
        return False
    if licence.sense.type is not Type.ASSERTION or not _NOT.isdisjoint(analysis.letters(licence.first)):
        return False
    close = slice(begins[verb], analysis.ends[min(verb + _NEAR, len(codes) - 1)])
    return _OPEN.isdisjoint(lower[close])


def _is_in_tense(analysis: Analysis, licence: Licence, first: int, last: int, verb: int) -> bool:
    """Whether the clause of a verb behind a content is in a tense in which a writer would not go on."""
    codes, begins, lower = analysis.codes, analysis.begins, analysis.tokens.lower
    comma = codes[last] == _COMMA
    word = lower[begins[verb]]
    related = codes[licence.first - 1] in RELATING  # those who said it was late
    if related or licence.lemma in _FOUND or not agreement.is_plain_past(analysis, licence.first):
        return False
    link = lower[begins[last + comma]]
    if link in _THOUGH or lower[begins[last + comma + 1]] in _FIRST_PERSONS:
        return False
    if codes[verb] != _VERB and word not in _FUTURE:
        return False
    if word == "would":
        return comma and _NOT.isdisjoint(analysis.letters(verb))
    tense, tenses = agreement.tense(analysis, verb), agreement.tenses(analysis, first, last)
    if tense == "present":
        return tenses == {"present"}
    beside = comma and link in _BESIDE and word in _WAS  # but: said it was late, but the pier was shut
    return beside and licence.lemma in _SPEAKING and tenses == {"past"}
