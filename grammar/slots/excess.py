"""Where a content ends that a frame took too far: at its sentence's own verb, at a turn, at a contrast."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.licence import Licence
from grammar.claim import Act
from grammar.slots import clauses, figures

Range = tuple[int, int]
_RELATIVE = frozenset(("who_said", "who_told", "who_judged", "is_said_to", "was_told_that", "was_accused_by"))
_PASSIVE = frozenset(("is_said_to", "was_accused_by"))
_SAID_OF = (CHUNKS["SaidTo"], CHUNKS["SaidBy"])
_CUE_BEFORE = 10  # chunks
_PAUSES = frozenset((CHUNKS["Comma"], CHUNKS["Dash"]))
PAUSED = _PAUSES | {CHUNKS[name] for name in ("Stop", "Break", "Semicolon", "QuoteStop")}
BARE = frozenset(("bare", "plain", "set-bare"))
STATED = BARE | {"that"}
LATER = frozenset(("infinitive", "whom-to", "gerund"))
SETTING = frozenset((CHUNKS["When"], CHUNKS["Where"]))
RELATING = frozenset((CHUNKS["That"], CHUNKS["Relative"]))
_ENDING = frozenset((CHUNKS["Stop"], CHUNKS["Break"]))
_COMMA, _OF, _PREPOSITION = (CHUNKS[name] for name in ("Comma", "Of", "Prep"))
_INFINITIVE = frozenset(TOKEN_CLASSES[name] for name in ("VerbBase", "CueBase", "NounBase", "Adv", "Noun"))
_CLAUSAL_CHUNKS = RELATING | {CHUNKS["Question"]}
_TOLD = 3  # chunks: who | were told | that
_CLAUSE_LENGTH = 40  # chunks before the content of a relative clause
_AND_WHO = CHUNKS["And"] + CHUNKS["Relative"]
_ADVERB, _DASH, _BECAUSE = CHUNKS["Adverb"], CHUNKS["Dash"], CHUNKS["Because"]
_REASONING = frozenset(("just", "simply", "merely", "only", "solely", "precisely", "partly"))
_EVEN_BEFORE = frozenset(CHUNKS[name] for name in ("As", "But", "Question", "Prep", "Because"))
_FOCUSED = frozenset(CHUNKS[name] for name in ("As", "But", "Question", "Prep", "Because"))
_FOCUS, _NOT_LEAST = frozenset(("even", "just", "only")), ["not", "least"]
_PARTICIPLES = frozenset(TOKEN_CLASSES[name] for name in ("Part", "CuePast", "CueDone"))
_CLAUSAL = frozenset(("after", "before", "since", "until"))
_AS_ROLE = frozenset(("as", "object-as"))


def matched(pattern: re.Pattern[str], codes: str, first: int, last: int) -> int:
    """Where what the pattern reads from ``first`` on ends; ``last`` where it reads nothing."""
    match = pattern.match(codes, first, last)
    return match.end() if match else last


def before(pattern: re.Pattern[str], codes: str, first: int, last: int) -> int:
    """Where the pattern is first found; ``last`` where it is not."""
    match = pattern.search(codes, first, last)
    return match.start() if match else last


def pause(codes: str, first: int, otherwise: int) -> int:
    """The next mark that parts clauses from ``first`` on, or what is given for none."""
    for at in range(first, len(codes)):
        if codes[at] in PAUSED:
            return at
    return otherwise


def of_noun(analysis: Analysis, complement: str, first: int, last: int) -> int:
    """His claim that the plan had failed | was false; suggestions that she could leave in May | were."""
    codes = analysis.codes
    if clauses.COMPOUND.match(codes, first) and clauses.VERBLESS.fullmatch(codes, first, last):
        last = pause(codes, last + 2, last)
    match = clauses.THAT_CLAUSE.match(codes, first, last)
    if match is None and complement == "infinitive":
        match = _infinitive(analysis, first, last)
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
    if cue < 2 or (not being and (codes[cue - 1] not in RELATING or codes[cue - 2] in _PAUSES)):
        return None
    match = clauses.PREDICATED.match(codes, first, last)
    ends = match and _before_time(analysis, first, match.end()) == match.end()
    return match.end() if match and ends else None


def of_gap(codes: str, first: int, last: int) -> int:
    """A move that they said would help | - but did not; that they said will stop theft, fire and fraud."""
    match = clauses.LIST.search(codes, first, last)
    for at in range(match.end() if match else first + 1, last):
        if codes[at] in _PAUSES or codes.startswith(_AND_WHO, at):
            return at
    return last


def before_contrast(
    analysis: Analysis, rule: str, complement: str, first: int, last: int, negated: bool
) -> int:
    """Did not say when | , but expects it; did not think it late | but he left; was to win | , but lost."""
    codes = analysis.codes
    if negated or rule == "is_said_to":
        last = before(clauses.CONTRAST, codes, first, last)
    if rule == "is_said_to":
        match = clauses.JOINED.match(codes, first, last)
        if match and not _INFINITIVE.issuperset(analysis.letters(match.start(1))):
            last = match.end()
    if negated and complement in STATED:
        last = before(clauses.TURN, codes, first, last)
    return last


def before_judgement(codes: str, first: int, last: int, inside: bool) -> int:
    """Did not know who to believe | and the court would judge, | but that he knew (so he said)."""
    match = clauses.ANOTHER.search(codes, first, last)
    if match is None and inside:
        match = clauses.BUT_THAT.search(codes, first, last)
    return match.start() if match else last


def of_clause(
    analysis: Analysis,
    rule: str,
    licence: Licence | None,
    first: int,
    last: int,
    *,
    apart: bool,
    subordinate: bool,
) -> int:
    """Where the clause in which the cue stands gives way to the sentence around it."""
    codes = analysis.codes
    complement = licence.complement if licence else ""
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
    if apart and rule in _RELATIVE:
        return _of_aside(analysis, complement, first, last)
    told = rule == "was_told_that" and RELATING.isdisjoint(codes[max(first - _TOLD, 0) : first - 1])
    picked = rule in _RELATIVE and not told  # (the men) who were told that it was late | left
    if complement in STATED and not apart and (picked or codes[first - 2] in RELATING):
        end = matched(clauses.CLAUSE, codes, first, last)
        return end if codes[first - 3] != _OF else last  # most of whom think so
    related = codes[first - 2] in RELATING and codes[first - 3] != _COMMA
    if related and rule == "judged" and complement == "infinitive":
        match = _infinitive(analysis, first, last)  # a clerk who was late and who hoped to go | was seen
        return match.end() if match else last
    if rule == "who_judged" and not apart:
        match = clauses.OBJECT.match(codes, first, last)
        if match is None and (codes[first - 4 : first - 3] in PAUSED or first < 4):
            match = clauses.MARCHED.match(codes, first)  # the sentence has no verb so far
        return match.end() if match else last
    return _with_role(codes, licence, first, last) if licence and complement.startswith("object") else last


def before_second(analysis: Analysis, complement: str, first: int, last: int) -> int:
    """(He said) she believed it would hold | and that she was sorry, she regrets it | - it was late."""
    codes = analysis.codes
    if complement in BARE:
        joined = clauses.OUTER if first < analysis.own else clauses.OUTER_QUOTED
        last = before(joined, codes, first + 1, last)
    if complement in STATED or complement == "object":
        dash = codes.find(_DASH, first + 1, last)
        aside = dash > 0 and codes.find(_DASH, dash + 1, last) < 0
        last = dash if aside and clauses.REMARK.match(codes, dash, last) else last
    if complement in STATED:
        return matched(clauses.SPLICED, codes, first, last)
    if complement == "object" or complement in LATER:
        return before(clauses.AND_THAT, codes, first + 1, last)
    return last


def before_comparison(analysis: Analysis, first: int, last: int) -> int:
    """(He said) they expected a loss | compared with a gain; what holds two figures is all said.

    So does it end where he turns: (he said) they backed Lee | , however she has lost.
    """
    words = analysis.tokens.words
    for at in range(first + 1, last):
        if words[analysis.begins[at]] == "compared":
            return last if figures.are_compared(analysis, first, at) else at
        if words[analysis.begins[at]] == "however" and analysis.codes[at - 1] == _COMMA:
            return at - 1
    return last


def before_even(analysis: Analysis, first: int, last: int) -> int:
    """Would cut jobs | , even as it grew; , just as they did; will not go | just because it is late."""
    codes = analysis.codes
    if codes[last - 1] != _ADVERB or last <= first + 1 or codes[last : last + 1] not in _EVEN_BEFORE:
        return last
    word = analysis.tokens.lower[analysis.begins[last - 1]]
    if word in _REASONING and codes[last] == _BECAUSE:
        return pause(codes, last, last)
    return last - 1 - (codes[last - 2] == _COMMA) if word in ("even", "just") else last


def is_named(analysis: Analysis, first: int) -> bool:
    """Under what Lee called "the old way," | the club grew: a quotation that names, and nothing behind it."""
    source = first - 2  # chunks: what | Lee | called
    return source > 0 and analysis.tokens.lower[analysis.begins[source] - 1] == "what"


def before_who(codes: str, first: int, last: int) -> int:
    """(A mayor who) backed the raid | and who: what stands behind belongs to the one of whom it tells."""
    if last - first > 2 and codes[last - 1] == _BECAUSE:
        return last - 1  # (promised to hire him) because, | in her words
    return last - 2 if last - first > 2 and codes[last - 2 : last] == _AND_WHO else last


def before_focus(analysis: Analysis, content: list[Range], last: int) -> None:
    """Would cut jobs | , even as it grew; wants somebody | just because he sings; | , not least when."""
    if not content or analysis.codes[last : last + 1] not in _FOCUSED:
        return
    (first, end), lower = content[-1], analysis.tokens.lower
    focus = analysis.codes[last] != _BECAUSE and lower[end - 1] in _FOCUS
    if not focus and lower[max(end - 2, first) : end] != _NOT_LEAST:
        return
    end -= 1 if focus else len(_NOT_LEAST)
    end -= lower[end - 1] == ","
    if end > first:
        content[-1] = (first, end)


def _of_aside(analysis: Analysis, complement: str, first: int, last: int) -> int:
    """The clerk, who said it was late | , went home; (the fund,) which supports shelters | , prints it."""
    codes = analysis.codes
    comma = codes.find(_COMMA, first, last)
    bare = comma > first and complement == "object" and not clauses.WIDE_LIST.search(codes, first, last)
    ends = bare or clauses.MAIN_VERB.match(codes, first, last) or _is_subject(analysis, first)
    return comma if ends else last


def _with_role(codes: str, licence: Licence, first: int, last: int) -> int:
    """Described Lee, a clerk, | as tired; accused Lee, a clerk, | of theft."""
    if licence.sense.act is Act.ACCUSE:
        match = clauses.OF_PHRASE.match(codes, last)
    else:
        taken = not _AS_ROLE.isdisjoint(licence.sense.complements)
        match = clauses.AS_PHRASE.match(codes, last) if taken else None
    return match.end() if match and codes.count(_COMMA, first, match.end()) > 1 else last


def _is_subject(analysis: Analysis, first: int) -> bool:
    """Whether a past behind the content is its sentence's verb: the clerk, who said it was late, | left."""
    codes = analysis.codes
    if not clauses.MAIN_PAST.match(codes, first):
        return False
    begin = first
    while begin > max(first - _CLAUSE_LENGTH, 0) and codes[begin - 1] not in _ENDING:
        begin -= 1
    return clauses.ANY_VERB.search(codes, begin, first - 1) is None


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


def _before_time(analysis: Analysis, first: int, last: int) -> int:
    """Where a thing ends that was hoped for before a clause tells when: hopes of a cup | after six left."""
    words, codes = analysis.tokens.words, analysis.codes
    for at in range(first + 1, last):
        if codes[at] == _PREPOSITION and words[analysis.begins[at]].lower() in _CLAUSAL:
            return at
    return last
