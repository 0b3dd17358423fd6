"""Settings: when, where and before whom a source spoke, as the words around it and within it tell."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.words.persons import can_act
from grammar.slots.adjuncts.circumstances import Told, between
from grammar.slots.adjuncts.occasions import NOUNS, published, slot_filled
from grammar.slots.syntax.bounds import ENDS, NOMINAL, is_aside
from grammar.slots.syntax.negation import withholds
from grammar.text.ranges import Range

_GERUNDS = frozenset((CHUNKS["Doing"], CHUNKS["Saying"], CHUNKS["SayingTo"], CHUNKS["Group"]))
_WHEN, _WHERE, _TO, _GROUP, _ADVERB = (CHUNKS[name] for name in ("When", "Where", "To", "Group", "Adverb"))
_COMMA, _VERB, _TO_DO = CHUNKS["Comma"], CHUNKS["Verb"], CHUNKS["ToDo"]
_SPOKEN_BEFORE = frozenset((_GROUP, CHUNKS["Pronoun"], _VERB))
_MADE = (
    "(?:<Done>|<That|Relative><Verb|Done>)<When|Adverb>?"
    "(?:<By|In|To|With|About|Against|Prep|For|Of><Group>){0,3}<When|Where>?"
)
_SETTING = (
    "(?:<Where>(?:<Adverb>?<Group>)?|<In|About|Against|By|Prep><Group>)"
    f"(?:<Of|To|With|For|About|In|Prep|By|Against><Group>){{0,3}}<When>?(?:{_MADE})?"
)
_BEFORE_SOURCE = re.compile(
    expand(f"(?:(?:<Adverb>?<When>(?:<Prep|Of><Group>)?|{_SETTING})<Comma>?){{1,4}}\\Z", CHUNK_NAMES)
)
_LAST_BEFORE = frozenset(
    CHUNKS[name] for name in ("When", "Where", "Group", "Report", "Done", "Verb", "Bare", "Wins", "Comma")
)
_ASIDE = re.compile(expand(f"<Comma>(?:<When>|<When>?{_SETTING})(?:<Verb><Group>)?<Comma>", CHUNK_NAMES))
_JOINED = frozenset(CHUNKS[name] for name in ("And", "But", "Adverb", "Comma"))
_WHO, _THAT, _DONE = (CHUNKS[name] for name in ("Relative", "That", "Done"))
_WHO_WHEN, _WHEN_THAT = _WHO + _WHEN, _WHEN + _THAT
_ASIDE_ADVERB = _COMMA + _ADVERB + _COMMA
_ASIDE_WHEN = _COMMA + _WHEN
_ISSUING = frozenset(("a", "an", "his", "her", "its", "their", "another"))
_SPEAKING = NOUNS["speaking"]
_LOOK_BACK = 12  # chunks


def opening(analysis: Analysis, at: int) -> Range | None:
    """The chunks in front of the source at ``at`` that open the sentence: in a statement on Friday, ...

    "Speaking to reporters on Friday, ..." does so as well; only its end is given, since the rest is no date.
    """
    codes = analysis.codes
    if not at or codes[at - 1] not in _LAST_BEFORE:
        return None  # as in front of most sources
    match = _BEFORE_SOURCE.search(codes, max(at - _LOOK_BACK, 0), at)
    if match is None:
        return None
    first = match.start()
    while first and codes[first - 1] not in ENDS and match.start() - first < _LOOK_BACK:
        first -= 1
    spoken = first < match.start() and codes[first] in _GERUNDS
    if _JOINED.issuperset(codes[first : match.start()]) or (
        spoken and analysis.tokens.words[analysis.begins[first]].lower() in _SPEAKING
    ):
        return match.span()
    return None


def within(analysis: Analysis, first: int, last: int, *, timed: bool) -> tuple[int, list[Told]]:
    """Where a source ends before a date or a venue behind it, and these: "Kim on Friday said".

    "All who met on Friday" keep theirs. ``timed`` tells that the time of speaking is known, which then is not
    sought in when a text was published.
    """
    codes, begins, ends = analysis.codes, analysis.begins, analysis.ends
    told: list[Told] = []
    last = _before_manner(analysis, first, _before_setting(analysis, first, last, told))
    if _is_issued(analysis, first, last - 1):  # the bank (has) | in a statement | denied
        told.append(("venue", (begins[last - 1], ends[last - 1])))
        last -= 1 + (codes[last - 2] == _VERB)
    if not (timed or any(slot == "time" for slot, _ in told)):
        told += published(analysis, first, last)
    return last, told


def _before_manner(analysis: Analysis, first: int, last: int) -> int:
    """Ann Lee | gently, without fuss, (says); but: the largest trial so far, run by a team, (found)."""
    codes, at = analysis.codes, first + 1
    if last - first < 2 or codes[at] != _ADVERB or codes[first] not in NOMINAL:
        return last
    manner = analysis.tokens.words[analysis.ends[at] - 1].endswith("ly")
    return at if manner and (at + 1 == last or codes[at + 1] == _COMMA) else last


def _before_setting(analysis: Analysis, first: int, last: int, told: list[Told]) -> int:
    """Where a source ends before a date or an aside, which are added to what is ``told``."""
    codes, begins, ends = analysis.codes, analysis.begins, analysis.ends
    if codes[last - 1] == _WHEN and last - first > 1 and not _keeps_date(analysis, first, last):
        told.append(("time", (begins[last - 1], ends[last - 1])))
        last -= codes[last - 2] != _DONE  # a report published on Monday
    elif codes[last - 2 : last] == _ASIDE_WHEN:
        told.append(("time", (begins[last - 1], ends[last - 1])))  # Lee, who leads it, | on Friday | said
        last -= 2
    elif codes[last - 2 : last] == _WHO_WHEN:  # Lee, who | on Friday | said
        told.append(("time", (begins[last - 1], ends[last - 1])))
        last -= 1
    elif codes[last - 2 : last] == _WHEN_THAT and last - first > len(_WHEN_THAT):
        told.append(("time", (begins[last - 2], ends[last - 2])))  # a suit | on Monday | that alleges
        last -= 2
    elif codes[last - 3 : last] == _ASIDE_ADVERB:  # critics, meanwhile, said
        last -= 3
    elif (comma := codes.find(_COMMA, first, last - 1)) > 0 and withholds(analysis, comma + 1):
        last = comma  # (said) Lee, | without saying when
    elif is_aside(analysis, last - 4, last):  # analysts, on average, expect
        last -= 4
    elif codes[last - 1] == _COMMA and (aside := _aside(analysis, first, last)):
        told += between(analysis, *aside)  # Lee, in a letter on Friday, said
        last = last if codes[aside[0]] in _GERUNDS else aside[0] - 1
    return last


def _keeps_date(analysis: Analysis, first: int, last: int) -> bool:
    """Whether the date behind a source is its own: all who met on Friday; a report to be out on Monday."""
    codes = analysis.codes
    if codes[last - 2] == _TO_DO or _WHO in codes[first:last]:
        return True
    return "whose" in analysis.tokens.lower[analysis.begins[first] : analysis.ends[last - 1]]


def _is_issued(analysis: Analysis, first: int, at: int) -> bool:
    """Whether somebody speaks in what this chunk names: (the bank) in a statement; not: a poll on it."""
    codes, lower = analysis.codes, analysis.tokens.lower
    if at <= first or codes[at] != _WHERE or codes[at - 1] not in _SPOKEN_BEFORE:
        return False
    begin = analysis.begins[at]
    head = analysis.ends[at - 1 - (codes[at - 1] == _VERB)] - 1
    acts = analysis.tokens.words[head][0].isupper() or can_act(analysis.tokens.words[head])
    return acts and lower[begin] == "in" and lower[begin + 1] in _ISSUING


def _aside(analysis: Analysis, first: int, last: int) -> Range | None:
    """The chunks between commas that tell where a source spoke: Lee, | in a letter to staff, | said."""
    codes = analysis.codes
    comma = codes.rfind(_COMMA, first, last - 1)
    spoken = comma >= 0 and codes[comma + 1] in _GERUNDS
    if spoken and analysis.tokens.lower[analysis.begins[comma + 1]] in _SPEAKING:
        return comma + 1, last - 1  # Lee, speaking on Friday, said
    match = _ASIDE.fullmatch(codes, max(comma, first), last)
    if match is None:
        return None
    at = match.start() + 1
    dated = codes[at] == _WHEN and _WHO not in codes[first:at]  # Lee, on Friday, said
    return (at, last - 1) if dated or codes[at] == _WHERE or slot_filled(analysis, at) else None


def audience(analysis: Analysis, source: tuple[int, int], end: int) -> int | None:
    """The chunk of whom "speaking to reporters" names, in front of the source, in it or behind the frame."""
    codes = analysis.codes
    first, last = source
    start = first
    while start and codes[start - 1] not in ENDS and first - start < _LOOK_BACK:
        start -= 1
    places = [start] if codes[first - 1 : first] == _COMMA else []
    if codes[last : last + 1] == _COMMA:
        places.append(last + 1)  # (said) Lee, | speaking to the paper
    if last - first > 1 or codes[end : end + 1] == _COMMA:
        places += [*range(first + 1, last), end + 1]
    for at in places:
        addressed = codes[at + 1 : at + 2] == _TO and codes[at + 2 : at + 3] in NOMINAL
        if addressed and analysis.tokens.words[analysis.ends[at] - 1].lower() in _SPEAKING:
            return at + 2
    return None
