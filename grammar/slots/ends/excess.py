"""Where a content ends that a frame took too far: at the verb of the sentence or clause around it."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import Licence
from grammar.claim import Act
from grammar.slots.ends import clauses
from grammar.slots.ends.stops import LATER, PAUSED, SETTING, STATED, before, matched, pause
from grammar.slots.syntax.bounds import PAUSES, RELATING

_RELATIVE = frozenset(("who_said", "who_told", "who_judged", "is_said_to", "was_told_that", "was_accused_by"))
_PASSIVE = frozenset(("is_said_to", "was_accused_by"))
_JOINTS = frozenset((CHUNKS["And"], CHUNKS["But"]))
_INFINITIVES = frozenset((CHUNKS["To"], CHUNKS["ToDo"], CHUNKS["ToSay"]))
_SAID_OF = (CHUNKS["SaidTo"], CHUNKS["SaidBy"])
_CUE_BEFORE = 10  # chunks
_ENDING = frozenset((CHUNKS["Stop"], CHUNKS["Break"]))
_COMMA, _OF, _PREPOSITION = (CHUNKS[name] for name in ("Comma", "Of", "Prep"))
_CLAUSAL_CHUNKS = RELATING | {CHUNKS["Question"]}
_TOLD = 3  # chunks: who | were told | that
_CLAUSE_LENGTH = 40  # chunks before the content of a relative clause
_LINKS = frozenset(CHUNKS[name] for name in ("In", "Prep", "About", "Against", "By", "With", "Of", "For"))
_CONCESSIVE = CHUNKS["But"]  # though
_VERBAL = frozenset(
    CHUNKS[name]
    for name in (
        "Verb", "Said", "SayThat", "SayQuote", "Tell", "Judge", "Post", "Believes", "SaidThat", "SaidTo",
        "SaidBy", "Done", "Stop", "Break", "Semicolon",
    )
)  # fmt: skip
_SECOND_CUE = 14  # chunks from a clause's first word to its second cue
_AND_WHO = CHUNKS["And"] + CHUNKS["Relative"]
# the share of voters | saying
_PICKED = re.compile(expand("<And>?<Group>(?:<Of|In|For|Prep|Against><Group>){0,3}+", CHUNK_NAMES))
_PARTICIPLES = frozenset(TOKEN_CLASSES[name] for name in ("Part", "CuePast", "CueDone"))
_CLAUSAL = frozenset(("after", "before", "since", "until"))
_AS_ROLE = frozenset(("as", "object-as"))


def of_noun(analysis: Analysis, complement: str, first: int, last: int) -> int:
    """His claim that the plan had failed | was false; suggestions that she could leave in May | were."""
    codes = analysis.codes
    if clauses.COMPOUND.match(codes, first) and clauses.VERBLESS.fullmatch(codes, first, last):
        last = pause(codes, last + 2, last)
    match = clauses.THAT_CLAUSE.match(codes, first, last)
    if match is None and complement == "infinitive":
        match = _infinitive(analysis, first, last) or _angered(codes, first)
        last = before(clauses.AND_THAT, codes, first + 1, last)  # (said he had) plans to go | , and that
    if match:
        return match.end()
    if complement == "that":
        while last < len(codes) and codes[last] in SETTING:
            last += 1
    return _before_time(analysis, first, last) if complement in ("of", "for", "about") else last


def of_picked(analysis: Analysis, rule: str, first: int, last: int) -> int | None:
    """Films that are expected to earn millions | are shown: a clause without a comma tells which."""
    codes = analysis.codes
    if rule not in _PASSIVE:
        return None
    cue = max(codes.rfind(said, max(first - _CUE_BEFORE, 0), first) for said in _SAID_OF)
    being = cue > 0 and analysis.tokens.lower[analysis.begins[cue]] == "being"  # Lee being seen as fair | is
    if cue < 2 or (not being and (codes[cue - 1] not in RELATING or codes[cue - 2] in PAUSES)):
        return None
    match = clauses.PREDICATED.match(codes, first, last)
    ends = match and _before_time(analysis, first, match.end()) == match.end()
    return match.end() if match and ends else None


def of_gap(codes: str, first: int, last: int) -> int:
    """A move that they said would help | - but did not; that they said will stop theft, fire and fraud."""
    match = clauses.LIST.search(codes, first, last)
    for at in range(match.end() if match else first + 1, last):
        if codes[at] in PAUSES or codes.startswith(_AND_WHO, at):
            return at
    return last


def of_clause(
    analysis: Analysis,
    rule: str,
    licence: Licence,
    first: int,
    last: int,
    *,
    apart: bool,
    subordinate: bool,
) -> int:
    """Where the clause in which the cue stands gives way to the sentence around it."""
    codes = analysis.codes
    complement = licence.complement
    if subordinate:
        main = clauses.MAIN_PRONOUN.search(codes, first, last) if complement == "object" else None
        if main:  # when they announced a plan | it drew laughter
            return main.start()
        if complement not in STATED:  # when Lee railed against the bank | , "she spoke for us."
            last = before(clauses.ANSWERED, codes, first + 1, last)
        opening = clauses.OPENED_THING if rule == "is_said_to" else clauses.OPENED
        opened = opening.match(codes, first, last)
        if opened:  # while Lee said it would hold | , others left
            return opened.end(1)
    if rule == "was_told_that" and complement in LATER:  # were told to go | and the mayor left
        ends = before(clauses.AND_CLAUSE, codes, first + 1, last)
        return ends if _CLAUSAL_CHUNKS.isdisjoint(codes[first:ends]) else last
    if rule == "is_said_to" and codes[first] in _INFINITIVES:  # is expected to go | and the others are late
        ends = before(clauses.AND_CLAUSE, codes, first + 1, last)
        last = ends if codes[ends] in _JOINTS and _CLAUSAL_CHUNKS.isdisjoint(codes[first:ends]) else last
    if apart and rule in _RELATIVE:
        return _of_aside(analysis, complement, first, last)
    related = _of_relative(analysis, rule, complement, first, last, apart=apart)
    if related is not None:
        return related
    return _with_role(codes, licence, first, last) if complement.startswith("object") else last


def _of_relative(
    analysis: Analysis, rule: str, complement: str, first: int, last: int, *, apart: bool
) -> int | None:
    """Where a relative clause ends in which the cue stands; None where it stands in none."""
    codes = analysis.codes
    told = rule == "was_told_that" and RELATING.isdisjoint(codes[max(first - _TOLD, 0) : first - 1])
    picked = rule in _RELATIVE and not told  # (the men) who were told that it was late | left
    which = rule == "adding_that" and _is_opening(analysis, first)
    if complement in STATED and not apart and (picked or which or codes[first - 2] in RELATING):
        end = matched(clauses.CLAUSE, codes, first, last)
        return end if which or codes[first - 3] != _OF else last  # most of whom think so
    related = codes[first - 2] in RELATING and codes[first - 3] != _COMMA
    if related and rule == "judged" and complement == "infinitive":
        match = _infinitive(analysis, first, last)  # a clerk who was late and who hoped to go | was seen
        return match.end() if match else last
    if rule == "who_judged" and not apart:
        match = clauses.OBJECT.match(codes, first, last)
        if match is None and (codes[first - 4 : first - 3] in PAUSED or first < 4):
            match = clauses.MARCHED.match(codes, first)  # the sentence has no verb so far
        return match.end() if match else last
    return None


def before_pending(analysis: Analysis, complement: str, first: int, last: int) -> int:
    """Lund, who came late and said she was ill | , left: the sentence's subject still waits for its verb.

    ``first`` is the content's; the cue right before it is the second verb of a clause between commas.
    """
    codes = analysis.codes
    if complement not in STATED or codes.find(_COMMA, first, last) < 0:
        return last
    comma = codes.rfind(_COMMA, max(first - _SECOND_CUE, 0), first)
    if comma < 1 or _JOINTS.isdisjoint(codes[comma + 2 : first]):
        return last
    opening = codes[comma + 1]
    related = opening in RELATING or (opening in _LINKS and codes[comma + 2] in RELATING)
    if not related and opening != _CONCESSIVE:
        return last
    head = _opening(codes, comma)
    waits = head < comma and _VERBAL.isdisjoint(codes[head:comma])
    match = clauses.PENDING.match(codes, first, last) if waits else None
    return match.end() if match else last


def is_named(analysis: Analysis, first: int) -> bool:
    """Under what Lee called "the old way," | the club grew: a quotation that names, and nothing behind it."""
    source = first - 2  # chunks: what | Lee | called
    return source > 0 and analysis.tokens.lower[analysis.begins[source] - 1] == "what"


def _of_aside(analysis: Analysis, complement: str, first: int, last: int) -> int:
    """The clerk, who said it was late | , went home; (the fund,) which supports shelters | , prints it."""
    codes = analysis.codes
    comma = codes.find(_COMMA, first, last)
    bare = comma > first and complement == "object" and not clauses.WIDE_LIST.search(codes, first, last)
    ends = bare or clauses.MAIN_VERB.match(codes, first, last)
    return comma if ends else last


def _with_role(codes: str, licence: Licence, first: int, last: int) -> int:
    """Described Lee, a clerk, | as tired; accused Lee, a clerk, | of theft."""
    if licence.sense.act is Act.ACCUSE:
        match = clauses.OF_PHRASE.match(codes, last)
    else:
        taken = not _AS_ROLE.isdisjoint(licence.sense.complements)
        match = clauses.AS_PHRASE.match(codes, last) if taken else None
    return match.end() if match and codes.count(_COMMA, first, match.end()) > 1 else last


def _is_opening(analysis: Analysis, first: int) -> bool:
    """Whether a participle tells which ones its sentence is about: voters saying they would stay | rose."""
    begin = _opening(analysis.codes, first)
    return _PICKED.fullmatch(analysis.codes, begin, first - 1) is not None


def _opening(codes: str, first: int) -> int:
    """Where the sentence of a content begins, if that is near."""
    begin = first
    while begin > max(first - _CLAUSE_LENGTH, 0) and codes[begin - 1] not in _ENDING:
        begin -= 1
    return begin


def _infinitive(analysis: Analysis, first: int, last: int) -> re.Match[str] | None:
    """Up to the verb of which "his promise to rebuild the school" is the subject: the school | came late.

    No participle is such a verb: (the refusal to name) the crimes committed (in the war).
    """
    inner = analysis.licences.get(first)
    if inner and inner.complement in STATED:
        return None
    match = clauses.TO_CLAUSE.match(analysis.codes, first)
    bare = match is not None and match.end() < last and analysis.letters(match.end()) in _PARTICIPLES
    return None if bare else match


def _angered(codes: str, first: int) -> re.Match[str] | None:
    """Her decision to sell the farm | angered the heirs: where the noun opens a sentence without a verb."""
    opens = codes[first - 2] in _ENDING
    return clauses.ANGERED.match(codes, first) if opens else None


def _before_time(analysis: Analysis, first: int, last: int) -> int:
    """Where a thing ends that was hoped for before a clause tells when: hopes of a cup | after six left."""
    words, codes = analysis.tokens.words, analysis.codes
    for at in range(first + 1, last):
        if codes[at] == _PREPOSITION and words[analysis.begins[at]].lower() in _CLAUSAL:
            return at
    return last
