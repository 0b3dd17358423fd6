"""What a writer adds behind what was said: who somebody is, through whom it was said, what it stood beside.

"She praised Lund, | a former mayor", "it denied the charge | through a lawyer", "he said it was safe | , even
as the roof fell". What follows a second pause stays: it may be a list, or go on with the object.
"""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import JUDGING
from grammar.cascade.licensing.licence import Licence
from grammar.claim import Act, Type
from grammar.slots.adjuncts.occasions import NOUNS
from grammar.slots.ends.stops import STATED
from grammar.slots.syntax.bounds import CLAUSAL, CONNECTIVES

JUDGED = JUDGING | {"praising", "with_praising", "confident"}
NAMING = frozenset(("naming", "as", "object-as", "gap-as", "scene", "wh", "wh-to"))
_GROUP, _COMMA, _AND, _PREPOSITION, _ABOUT = (
    CHUNKS[name] for name in ("Group", "Comma", "And", "Prep", "About")
)
_NAME = TOKEN_CLASSES["Name"]
_CLOSING = frozenset(CHUNKS[name] for name in ("Stop", "Break"))
_PROXIES = NOUNS["proxy"]
_CONDITION = frozenset(("condition", "conditions"))
_INDEFINITE, _DETERMINERS = (
    frozenset(("a", "an")),
    frozenset(("a", "an", "the", "his", "her", "its", "their")),
)
_ASKED = frozenset(("wh", "wh-to"))
_APPROACHED = frozenset(("asked", "queried", "contacted", "questioned", "approached", "reached", "pressed"))
_QUESTION = CHUNKS["Question"]
_AMID, _AROUND = frozenset(("amid", "amidst")), frozenset(("following", "despite"))
_REPORT = CHUNKS["Report"]
_THINGS = frozenset(("object", "for", "to", "of", "against", "about"))  # backs the bill | despite his doubts
_IN_THE_WAKE = ["in", "the", "wake", "of"]
_OPENING = frozenset((CHUNKS["Prep"], CHUNKS["In"]))
WHEN_DONE = frozenset(("after", "before"))
AHEAD = frozenset((Act.INTEND, Act.PREDICT, Act.BELIEVE, Act.KNOW, Act.ESTIMATE, Act.PROMISE))
DEEDS = frozenset(CHUNKS[name] for name in ("Doing", "SayingThat", "SayingTo", "Telling"))
_PAUSES, _PAUSED = frozenset((CHUNKS["When"], _COMMA)), _COMMA + _PREPOSITION
VERBLESS = frozenset(
    CHUNKS[name]
    for name in ("Group", "Pronoun", "Objective", "Of", "In", "For", "About", "Against", "With", "By", "To",
                 "And", "When", "Where", "Adverb", "Prep")
)  # fmt: skip
_BUT, _CUE_PAST = CHUNKS["But"], TOKEN_CLASSES["CuePast"]
SUBJECTS = frozenset((_GROUP, CHUNKS["Pronoun"]))
_VERBS = frozenset(CHUNKS[name] for name in ("Verb", "Said", "SaidTo", "SaidThat", "Aware", "Believes"))
_REPORTED = frozenset(("was", "were", "had", "would", "could", "did"))
_PRESENT = frozenset(("is", "are", "has", "have"))
_EVEN_AS = re.compile(
    expand(
        "<Comma>?<Adverb><As>(?=<Group|Pronoun>(?:<Of><Group>)?<Adverb>*<Verb|Done|Said|SayThat|Judge>)",
        CHUNK_NAMES,
    )
)
# the pier was rotten | and one in four | said
_AND_SAID = re.compile(
    expand(
        "<!Stop|Break|Comma|Question|But|As|Relative|SayThat|SayQuote|Tell|Judge|Post|Semicolon>{0,30}?<Verb|Said>"
        "<!Stop|Break|Comma|Question|But|As|Relative|SayThat|SayQuote|Tell|Judge|Post|Semicolon>{0,30}?"
        "(?<!<That><Group|Pronoun>)(?=<And><Group><SayThat>)",
        CHUNK_NAMES,
    )
)


def end(analysis: Analysis, rule: str, complement: str, first: int, last: int, *, inside: bool) -> int:
    """Where the content ends before the writer's own words, or ``last``."""
    if complement in STATED:
        return last if inside else _before_even(analysis, first, _before_second(analysis, first, last))
    if rule not in JUDGED or complement in NAMING:
        return last
    last = _before_proxy(analysis, first, last)
    return _before_apposition(analysis, first, last)


def before_circumstance(analysis: Analysis, licence: Licence, first: int, last: int) -> int:
    """Called for calm | amid rows; backs it | despite this; not: expects a fall amid rows.

    Only what somebody wants or holds is parted from what went on: what is said or foreseen may stand amid it.
    """
    last = _before_rumour(analysis, first, _before_asked(analysis, first, last))
    held = licence.sense.type is Type.EVENTUALITY or licence.complement in _ASKED
    if not held or licence.sense.act is Act.PREDICT:
        return last
    codes, lower = analysis.codes, analysis.tokens.lower
    clause = licence.complement in STATED or licence.complement in NAMING
    for at in range(first + 1, last - 1):
        apart = codes[at - 1] == _COMMA
        if codes[at] not in _OPENING or (clause and not apart):
            continue
        begin = analysis.begins[at]
        word = lower[begin]
        doing = word in CLAUSAL and lower[analysis.begins[at + 1]].endswith("ing")
        before_doing = doing and licence.complement == "object"  # resisted it | , before being forced
        if (
            word in _AMID
            or (word == "despite" and licence.complement in _THINGS and VERBLESS.issuperset(codes[first:at]))
            or (apart and (word in _AROUND or before_doing))
            or lower[begin : begin + 4] == _IN_THE_WAKE
        ):
            return at - apart
    return last


def _before_asked(analysis: Analysis, first: int, last: int) -> int:
    """Would not comment on the leak | when asked by the Ledger."""
    lower = analysis.tokens.lower
    for at in range(first + 1, last - 1):
        when = lower[analysis.begins[at]] == "when" and analysis.codes[at] == _QUESTION
        if when and lower[analysis.ends[at + 1] - 1] in _APPROACHED:
            return at
    return last


def _before_rumour(analysis: Analysis, first: int, last: int) -> int:
    """Confirmed that they will part | , following rumours of a row: the writer tells what came before."""
    codes, lower = analysis.codes, analysis.tokens.lower
    comma = codes.find(_COMMA, first, last)
    while comma > 0:
        told = (
            lower[analysis.begins[comma] + 1] in CONNECTIVES["amid"]
            and codes[comma + 2 : comma + 3] == _REPORT
        )
        if told and not VERBLESS.issuperset(codes[first:comma]):
            return comma  # but: that the mill, despite claims, is shut
        comma = codes.find(_COMMA, comma + 1, last)
    return last


def before_deed(analysis: Analysis, rule: str, licence: Licence, first: int, last: int) -> int:
    """Announced his plans | a day after leaving the firm: what the source did, where its object has no verb.

    What is wished or foreseen may come after something: wants a rest after winning.
    """
    if rule not in JUDGED or licence.complement in NAMING or licence.sense.act in AHEAD:
        return last
    codes, lower, begins = analysis.codes, analysis.tokens.lower, analysis.begins
    for at in range(first, last - 1):
        doing = codes[at + 1] in DEEDS or lower[begins[at + 1]] == "being"
        if doing and at > first and codes[at] == _PREPOSITION and lower[begins[at]] in WHEN_DONE:
            return at - (codes[at - 1] in _PAUSES and at > first + 1)
        if codes[at] not in VERBLESS and codes[at : at + 2] != _PAUSED:
            return last
    return last


def _before_even(analysis: Analysis, first: int, last: int) -> int:
    """He said the roof was safe | , even as it fell."""
    for match in _EVEN_AS.finditer(analysis.codes, first + 2, last):
        if analysis.tokens.lower[analysis.begins[match.end() - 2]] == "even":
            return match.start()
    return last


def before_present(analysis: Analysis, licence: Licence, first: int, last: int) -> int:
    """He insisted that he did not know the day | , but it is widely held to be the fifth.

    Behind a verb that was put into the past, since it is reported, one in the present is the writer's.
    """
    if licence.complement not in STATED or analysis.letters(licence.first)[-1:] != _CUE_PAST:
        return last
    codes, lower, begins = analysis.codes, analysis.tokens.lower, analysis.begins
    if lower[begins[licence.first]] in _PRESENT:
        return last  # has said that it was late, but it is
    reported = False
    for at in range(first, last - 2):
        if codes[at] in _VERBS and lower[begins[at]] in _REPORTED:
            reported = True
        turns = reported and codes[at] == _BUT and codes[at + 1] in SUBJECTS
        if turns and codes[at + 2] in _VERBS and lower[begins[at + 2]] in _PRESENT:
            return at - (codes[at - 1] == _COMMA)
    return last


def _before_second(analysis: Analysis, first: int, last: int) -> int:
    """Clerks said the pier was rotten | and one in four said it would fall."""
    match = _AND_SAID.match(analysis.codes, first, last)
    return match.end() if match else last


def _before_proxy(analysis: Analysis, first: int, last: int) -> int:
    """Denied the charge | through his lawyer; confirmed the talks | on condition of anonymity."""
    codes, lower, begins, ends = analysis.codes, analysis.tokens.lower, analysis.begins, analysis.ends
    for at in range(first + 1, last - 1):
        if codes[at] not in (_PREPOSITION, _ABOUT) or codes[at + 1] != _GROUP:
            continue
        link, noun = lower[begins[at]], lower[ends[at + 1] - 1]
        if (link == "through" and noun in _PROXIES) or (link == "on" and noun in _CONDITION):
            return at
    return last


def _before_apposition(analysis: Analysis, first: int, last: int) -> int:
    """Praised Lund | , a former mayor of the town; not: asked for a chair, a table and a lamp."""
    codes, lower, begins = analysis.codes, analysis.tokens.lower, analysis.begins
    comma = codes.find(_COMMA, first + 1, last)
    if comma < 0 or codes[comma - 1 : comma + 2] != _GROUP + _COMMA + _GROUP:
        return last
    if (last < len(codes) and codes[last] not in _CLOSING) or codes.find(_COMMA, comma + 1, last) > 0:
        return last
    joined = codes.find(_AND, comma, last)
    if 0 < joined < last - 1 and lower[begins[joined + 1]] in _DETERMINERS:
        return last
    opening, named = lower[begins[comma + 1]], analysis.letters(comma - 1)[-1:] == _NAME
    bare = set(analysis.letters(comma + 1)[1:]) <= {_NAME}
    return comma if opening in _INDEFINITE or (opening == "the" and named and not bare) else last
