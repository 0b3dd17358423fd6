"""Verbs that tell of no event: infinitives joined to others, gerunds, subjunctives, "without saying so"."""

from __future__ import annotations

from grammar.cascade.alphabet import BASES, CHUNKS, INFINITIVES, MODALS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import JOINED, PARTICIPLES
from grammar.cascade.frames import Frame
from grammar.claim import Act, Type
from grammar.doubts.vocabulary import WORDS, cue_words
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.bounds import LISTING

_NOT = TOKEN_CLASSES["Not"]
_UNINFLECTED = BASES | {TOKEN_CLASSES["VerbBase"], TOKEN_CLASSES["Verb"]}
_PERFECT = frozenset(("have", "has", "had"))
_BARE_NOUNS = frozenset(TOKEN_CLASSES[name] for name in ("Noun", "Venue", "CueNoun", "CueNominal"))
_FINITE = frozenset(
    CHUNKS[name]
    for name in ("Verb", "Bare", "Said", "SayThat", "SayQuote", "Tell", "Judge", "Post", "SaidTo")
)
_BREAKS = frozenset(CHUNKS[name] for name in ("Stop", "Break", "Semicolon"))
_NEAR = 12  # chunks
_BARE, _BUT, _COMMA, _GROUP, _TO = (CHUNKS[name] for name in ("Bare", "But", "Comma", "Group", "To"))
_GERUNDS = frozenset(("adding_that", "praising"))
_OF_FOR = frozenset((CHUNKS["Of"], CHUNKS["For"]))
_ACTING = frozenset(
    CHUNKS[name]
    for name in ("Verb", "Bare", "Said", "Judge", "SaidTo", "Done", "Doing", "ToDo", "ToSay", "SayingTo")
)
_SUBORDINATE = frozenset(CHUNKS[name] for name in ("As", "Verb", "Bare"))
_SPEAKING = frozenset(CHUNKS[name] for name in ("Judge", "SayThat", "SayQuote", "Tell"))
_AS = CHUNKS["As"]
_QUESTION, _RELATED, _FOR = (CHUNKS[name] for name in ("Question", "Relative", "For"))
_PERSONS = frozenset(("he", "she", "they", "we", "you", "i"))


def is_eventless(analysis: Analysis, frame: Frame, found: Attribution, outer: Attribution | None) -> bool:
    """Whether the cue's form tells of nothing that was done; ``outer`` is the claim around it."""
    return (
        is_gerund(analysis, frame, outer)
        or is_subjunctive(analysis, found, outer)
        or is_complement(analysis, frame)
        or is_unspoken(analysis, frame)
    )


def is_infinitive(analysis: Analysis, frame: Frame) -> bool:
    """Tell "to nominate and confirm", "would ride and talk" from "they met and say": the form is the same.

    A bare form joined by "and" goes with the nearest verb before it.
    """
    if frame.rule not in JOINED:
        return False
    units, edges, codes = analysis.units.codes, analysis.chunks.edges, analysis.codes
    _, first, last = frame.slots[0]
    if frame.rule == "and_said" and (codes[first] == _COMMA or codes[last - 2] == _BUT):
        return False  # (they want to go), but say that it is late
    if units[edges[last - 1] : edges[last]].lstrip(_NOT) not in BASES:
        return False
    for chunk in range(first - 1, max(first - _NEAR, -1), -1):
        code = codes[chunk]
        if code in _BREAKS:
            return False
        if code == _TO and units[edges[chunk + 1]] in _BARE_NOUNS and codes[chunk + 1] == _GROUP:
            return True  # to spread earnings and cut risk; to distrust and verify
        if code == _BARE and codes[chunk - 1] in LISTING:
            continue  # to stop and listen and recognize
        if code in INFINITIVES or code in _FINITE:
            modal = units[edges[chunk]] in MODALS and units[edges[chunk + 1] - 1] in _UNINFLECTED
            perfect = analysis.tokens.lower[analysis.begins[chunk]] in _PERFECT  # had bought it and boast
            return code in INFINITIVES or (modal and not perfect)
    return False


def is_gerund(analysis: Analysis, frame: Frame, outer: Attribution | None) -> bool:
    """(She said) backing the plan was no mistake; (she denied) comparing them: nobody has done so."""
    if outer is None or frame.rule not in _GERUNDS:
        return False
    begin = analysis.begins[frame.slots[0][1]]
    return any(begin == first for first, _ in outer.content)


def is_subjunctive(analysis: Analysis, found: Attribution, outer: Attribution | None) -> bool:
    """(We ask) that guests notify us, (suggested) they say so: what is asked for has not been said."""
    if outer is None or not found.source or found.cue_chunk < 0:
        return False
    uttered = found.licence.sense.type is Type.ASSERTION
    proposed = uttered and not WORDS["proposed"].isdisjoint(cue_words(analysis, outer))
    proposed = proposed and analysis.tokens.lower[found.source[0][0]] in _PERSONS
    if outer.licence.sense.act is not Act.REQUEST and not proposed:
        return False
    return analysis.letters(found.cue_chunk) in BASES


def is_complement(analysis: Analysis, frame: Frame) -> bool:
    """The reason for saying so; a risk of suggesting it: a noun's complement tells of no event."""
    if frame.rule not in PARTICIPLES:
        return False
    at, codes = frame.slots[0][1], analysis.codes
    if codes[at - 1 : at] not in _OF_FOR or codes[at - 2 : at - 1] != _GROUP:
        return False
    noun = analysis.tokens.words[analysis.ends[at - 2] - 1].lower()
    return noun in WORDS["way"] or codes[at - 3 : at - 2] not in _ACTING


def is_unspoken(analysis: Analysis, frame: Frame) -> bool:
    """Without mentioning it: what is not said."""
    if frame.rule not in PARTICIPLES:
        return False
    first, last = analysis.begins[frame.slots[0][1]], analysis.ends[frame.slots[0][1]]
    return "without" in analysis.tokens.lower[max(first - 1, 0) : last]


def shares_clause_subject(analysis: Analysis, found: Attribution, *, firm: bool) -> bool:
    """Whether the subject that a cue shares is a describing clause's: as | they sat, saying."""
    assert found.source_chunks is not None
    codes, cue, (first, behind) = analysis.codes, found.cue_chunk, found.source_chunks
    participle = found.rule in PARTICIPLES
    if participle and analysis.tokens.lower[found.cue[0][0] - 1] == "than":
        return True  # (it should invest,) rather than praising itself
    if behind == cue or (codes[behind] == _FOR and cue - behind <= 2):
        return False  # (they saw) a letter saying; they suspended Lee for (allegedly) saying so
    before = codes[first - 1 : first]
    if before == _AS and codes[behind] in _SPEAKING and not firm:
        return False  # (it came) as the mayor defended the plan, saying
    if found.licence.lemma in WORDS["wish"] and codes.find(_RELATED, behind + 1, cue) >= 0:
        return True  # it serves those who sail and want to race
    if before in _SUBORDINATE:
        cleft = first > 1 and analysis.tokens.lower[analysis.begins[first - 2]] == "it"
        return not cleft  # it was | Lee | who rose
    return firm and participle and before == _QUESTION
