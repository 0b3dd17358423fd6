"""What happened meanwhile or before, and why somebody thinks so: the writer tells it behind what was said.

"Rebuked Lund | when he called for a ban", "denied there was a rift | after meeting him", "thinks he should
go | as she believes that he lied".
"""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import Licence
from grammar.claim import Act, Type
from grammar.slots.ends.stops import STATED
from grammar.slots.ends.tails import AHEAD, DEEDS, JUDGED, NAMING, SUBJECTS, VERBLESS, WHEN_DONE
from grammar.slots.syntax import agreement
from grammar.slots.syntax.bounds import CONNECTIVES

_QUESTION, _WHEN, _THAT = CHUNKS["Question"], CHUNKS["When"], CHUNKS["That"]
_FINITE = frozenset(
    CHUNKS[name]
    for name in ("Verb", "Said", "SayThat", "SayQuote", "Tell", "Judge", "Post", "Done", "SaidTo", "SaidBy",
                 "SaidThat")
)  # fmt: skip
_CUE_PAST = TOKEN_CLASSES["CuePast"]
_EXISTING = re.compile(
    expand("<That>?<Pronoun><Verb><Group>(?:<ToDo><Group>?)?(?=<Comma>?<Prep>)", CHUNK_NAMES)
)
_AS_THEY = re.compile(expand("<Comma>?<As><Pronoun>(?=<SayThat|Judge|Aware>)", CHUNK_NAMES))


def before_event(analysis: Analysis, rule: str, licence: Licence, first: int, last: int) -> int:
    """Rebuked Lund in May | when he called for a ban: the writer tells when, behind an object without a verb.

    What is cited, wished or remembered may lie there: cited her record in the council when she led it.
    """
    act = licence.sense.act
    if rule not in JUDGED or licence.complement in NAMING or act in AHEAD or act is Act.STATE:
        return last
    if not _is_past(analysis, licence.first):
        return last
    codes, lower, begins = analysis.codes, analysis.tokens.lower, analysis.begins
    at = first + 1
    while at < last - 2 and codes[at] in VERBLESS:
        at += 1
    if codes[at] != _QUESTION or at >= last - 2 or lower[begins[at]] != "when":
        return last
    dated = lower[analysis.ends[at - 1] - 1] in CONNECTIVES["dated"]  # regrets the day | when it fell
    if dated or codes[at + 1] not in SUBJECTS:
        return last
    verb = next((chunk for chunk in range(at + 2, last) if codes[chunk] in _FINITE), 0)
    if not verb or agreement.tense(analysis, verb) == "present":
        return last
    return at - (codes[at - 1] == _WHEN and at - 1 > first)


def _is_past(analysis: Analysis, chunk: int) -> bool:
    """Rebuked; declined | to comment; not: backs it when asked."""
    return any(_CUE_PAST in analysis.letters(at) for at in range(max(chunk - 1, 0), chunk + 1))


def before_denial(analysis: Analysis, licence: Licence, first: int, last: int) -> int:
    """Denied there was a rift | after meeting him: "there" meets nobody."""
    if licence.complement not in STATED or licence.sense.act is not Act.DENY:
        return last
    lower, begins = analysis.tokens.lower, analysis.begins
    existing = _EXISTING.match(analysis.codes, first, last)
    if existing is None or lower[begins[first + (analysis.codes[first] == _THAT)]] != "there":
        return last
    at = existing.end()
    link = at + (analysis.codes[at] not in VERBLESS)
    doing = link + 1 < last and (analysis.codes[link + 1] in DEEDS or lower[begins[link + 1]] == "being")
    return at if doing and lower[begins[link]] in WHEN_DONE else last


def before_reason(analysis: Analysis, licence: Licence, first: int, last: int) -> int:
    """She believes he should resign | as she thinks that he lied: the writer tells why it is believed."""
    if licence.sense.type is not Type.BELIEF or licence.complement not in STATED:
        return last
    for match in _AS_THEY.finditer(analysis.codes, first + 2, last):
        inner = analysis.licences.get(match.end())
        if inner and inner.sense.type is Type.BELIEF:
            return match.start()
    return last
