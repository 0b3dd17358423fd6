"""Circumstances: when, where and to whom something was said, as chunks between or behind the slots tell."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import JUDGING
from grammar.cascade.licensing.licence import Licence
from grammar.slots.adjuncts.occasions import date_within, slot_filled
from grammar.slots.syntax.bounds import ENDS, NOMINAL
from grammar.text.ranges import Range

Told = tuple[str, Range]
"""A slot's name and its tokens."""

_WHEN, _WHERE, _TO, _GROUP, _ADVERB = (CHUNKS[name] for name in ("When", "Where", "To", "Group", "Adverb"))
_JOINED_GROUP = frozenset((CHUNKS["And"] + _GROUP, CHUNKS["Of"] + _GROUP))
_BEFORE_GROUP = CHUNKS["Prep"] + _GROUP
_FROM_EVENT = frozenset((_BEFORE_GROUP, CHUNKS["Of"] + _GROUP))
_UNIT = TOKEN_CLASSES["TimeUnit"]
_GOING_ON = frozenset(CHUNKS[name] for name in ("To", "With", "About", "Of", "For"))
_PREPOSITION = CHUNKS["Prep"]
_HEARINGS = frozenset(("testimony", "appearance"))
_PHRASE = 2  # chunks: at | the time
_ADVERBS = (("earlier",), ("later",), ("recently",), ("afterwards",), ("afterward",))
_SOONER = frozenset(("later", "earlier", "early", "late"))
_OBJECTS = frozenset(("object", "object-as", "object-with", "out-object", "guilty", "naming"))
_TIMED = _OBJECTS | {"of", "for", "about", "against", "with"}
_SET = frozenset((_WHEN, _WHERE))
_CLOSING = frozenset(
    CHUNKS[name] for name in ("Stop", "Break", "Comma", "And", "But", "Semicolon", "Prep", "As")
)
_SPANNING = frozenset(TOKEN_CLASSES[name] for name in ("Det", "Num", "Quant", "TimeUnit"))
_REPEATED = frozenset(("every", "each"))  # saves 100 pounds every year: no time of speaking
_NOISE = frozenset(("applause", "cheers", "laughter", "boos", "jeers", "whistles", "groans"))  # not told


def between(analysis: Analysis, first: int, last: int, *, opening: bool = False) -> list[Told]:
    """The dates, venues and the one addressed in these chunks, each as the slot's name and its tokens.

    A venue is a chunk of its own, a platform's name behind "on" or a group that tells of an occasion: in her
    ruling. Whom somebody speaks to stands first. ``opening`` tells that the words open a sentence, where a
    date behind another group is that group's: after the shooting on Monday.
    """
    codes, begins, ends = analysis.codes, analysis.begins, analysis.ends
    found: list[Told] = []
    at, free = first, True
    while at < last:
        slot, end = "", at + 1
        if codes[at] == _WHEN:
            slot = "time" if free and analysis.tokens.lower[begins[at]] not in _REPEATED else ""
            end = _dated(analysis, at, last)
        elif codes[at] == _ADVERB:
            slot = "time" if tuple(analysis.tokens.lower[begins[at] : ends[at]]) in _ADVERBS else ""
        elif codes[at] == _WHERE:
            slot, end = "venue", _heard(analysis, at, last)
        elif codes[at] == _TO and codes[at + 1 : at + 2] in NOMINAL and codes[first:at] in ("", _ADVERB):
            end = _add_addressee(analysis, found, at, last)
        elif codes[at + 1 : at + 2] == _GROUP and at + 1 < last:
            slot, end = _occasion(analysis, at, last)
            free = bool(slot) or not opening or codes[at] != _PREPOSITION  # in Leeds on Monday
        if slot == "time":
            _add_time(analysis, found, first, at, end)
        elif slot:
            found.append((slot, (begins[at], ends[end - 1])))
            if date := date_within(analysis, at, end):
                found.append(("time", date))  # in a | May | meeting
        at = end
    return found


def _dated(analysis: Analysis, at: int, last: int) -> int:
    """Where a time ends that is counted from an event: in the weeks | after the storm."""
    counted = analysis.codes[at + 1 : at + 3] in _FROM_EVENT and at + 2 < last
    return at + 3 if counted and analysis.letters(at)[-1:] == _UNIT else at + 1


def _heard(analysis: Analysis, at: int, last: int) -> int:
    """Where a venue ends: in testimony | before a panel."""
    heard = analysis.codes[at + 1 : at + 3] == _BEFORE_GROUP and at + 2 < last
    return at + 3 if heard and analysis.tokens.lower[analysis.ends[at] - 1] in _HEARINGS else at + 1


def _add_addressee(analysis: Analysis, found: list[Told], at: int, last: int) -> int:
    """Add whom "to" names, and give where that ends: suggested to me that; to his friends and neighbours."""
    joined = analysis.codes[at + 2 : at + 4] in _JOINED_GROUP and at + 4 <= last
    end = at + 4 if joined else at + 2
    if analysis.tokens.lower[analysis.ends[at + 1] - 1] not in _NOISE:
        found.append(("addressee", (analysis.begins[at + 1], analysis.ends[end - 1])))
    return end


def _occasion(analysis: Analysis, at: int, last: int) -> tuple[str, int]:
    """The slot that a preposition and its group fill, if any, and where it ends: in a note | to clients."""
    slot, codes = slot_filled(analysis, at), analysis.codes
    end = at + 2 if slot else at + 1
    goes_on = slot == "venue" and end + 1 < last and codes[end] in _GOING_ON and codes[end + 1] == _GROUP
    return slot, end + 2 * goes_on


def _add_time(analysis: Analysis, found: list[Told], first: int, at: int, end: int) -> None:
    """Add a time with what stands right in front of it: at 6 a.m. | on Wednesday; early | on Friday."""
    start = analysis.begins[at]
    if found and found[-1][0] == "time" and found[-1][1][1] == start:
        start = found.pop()[1][0]
    elif at > first and analysis.tokens.lower[start - 1] in _SOONER:
        start -= 1
    found.append(("time", (start, analysis.ends[end - 1])))


def behind(analysis: Analysis, rule: str, licence: Licence, first: int) -> int:
    """Where the dates and venues end that close a sentence behind an object: it rejected it | on Monday."""
    if rule not in JUDGING or licence.complement not in _TIMED:
        return first
    codes, last = analysis.codes, first
    while last < len(codes) and codes[last] in _SET:
        last += 1
    spanned = last > first and analysis.letters(last - 1)[:1] in _SPANNING
    if spanned and codes[last : last + 1] == _PREPOSITION:
        return first  # (announced it) a day after leaving
    return last if last == len(codes) or codes[last] in ENDS or codes[last] in _CLOSING else first


def addressed(analysis: Analysis, first: int, last: int) -> int:
    """Where the one addressed ends before a time or a venue: (told) the magazine | in its July issue."""
    tail = last - _PHRASE
    return tail if tail > first and slot_filled(analysis, tail) else last
