"""When and where somebody spoke: dates and venues between or behind the slots, and in front of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.licence import Licence
from grammar.lexicon import lines
from grammar.slots.bounds import ENDS

_NOMINAL = frozenset((CHUNKS["Group"], CHUNKS["Pronoun"], CHUNKS["Objective"]))
_GERUNDS = frozenset((CHUNKS["Doing"], CHUNKS["Saying"], CHUNKS["SayingTo"], CHUNKS["Group"]))
_WHEN, _WHERE, _TO, _GROUP, _ABOUT = (CHUNKS[name] for name in ("When", "Where", "To", "Group", "About"))
_COMMA = CHUNKS["Comma"]
_BEFORE_SOURCE = re.compile(expand("(?:<When|Where><Comma>?)+\\Z", CHUNK_NAMES))
_SPEAKING = frozenset(
    ("speaking", "talking", "writing", "testifying", "appearing", "commenting", "spoke", "talked")
)
_PLATFORMS = frozenset(lines("platforms.txt"))
_JUDGED = frozenset(("judged", "and_judged", "who_judged"))
_OBJECTS = frozenset(("object", "object-as", "object-with", "out-object", "guilty", "naming"))
_TIMED = _OBJECTS | {"of", "for", "about", "against", "with"}
_SET = frozenset((_WHEN, _WHERE))
_CLOSING = frozenset(CHUNKS[name] for name in ("Stop", "Break", "Comma", "And", "But", "Semicolon"))
_REPEATED = frozenset(("every", "each"))  # saves 100 pounds every year: no time of speaking
_LOOK_BACK = 8  # chunks


def between(analysis: Analysis, first: int, last: int) -> Iterator[tuple[str, int]]:
    """The dates, venues and the one addressed in these chunks, each as the slot's name and its last chunk.

    A venue is a chunk of its own, or a platform's name behind "on"; whom somebody speaks to stands first.
    """
    codes = analysis.codes
    for at in range(first, last):
        if codes[at] == _WHEN:
            if analysis.tokens.words[analysis.begins[at]].lower() not in _REPEATED:
                yield "time", at
        elif codes[at] == _WHERE:
            yield "venue", at
        elif at == first and codes[at] == _TO and codes[at + 1] in _NOMINAL:
            yield "addressee", at + 1  # suggested to me that
        elif codes[at : at + 2] == _ABOUT + _GROUP and _is_platform(analysis, at):
            yield "venue", at + 1


def behind(analysis: Analysis, rule: str, licence: Licence, first: int) -> int:
    """Where the dates and venues end that close a sentence behind an object: it rejected it | on Monday."""
    if rule not in _JUDGED or licence.complement not in _TIMED:
        return first
    codes, last = analysis.codes, first
    while last < len(codes) and codes[last] in _SET:
        last += 1
    return last if last == len(codes) or codes[last] in ENDS or codes[last] in _CLOSING else first


def opening(analysis: Analysis, at: int) -> tuple[int, int] | None:
    """The chunks in front of the source at ``at`` that open the sentence: in a statement on Friday, ...

    "Speaking to reporters on Friday, ..." does so as well; only its end is given, since the rest is no date.
    """
    codes = analysis.codes
    match = _BEFORE_SOURCE.search(codes, max(at - _LOOK_BACK, 0), at)
    if match is None:
        return None
    first = match.start()
    while first and codes[first - 1] not in ENDS and match.start() - first < _LOOK_BACK:
        first -= 1
    spoken = first < match.start() and codes[first] in _GERUNDS
    if first == match.start() or (
        spoken and analysis.tokens.words[analysis.begins[first]].lower() in _SPEAKING
    ):
        return match.span()
    return None


def audience(analysis: Analysis, source: tuple[int, int], end: int) -> int | None:
    """The chunk of whom "speaking to reporters" names, in front of the source, in it or behind the frame."""
    codes, (first, last) = analysis.codes, source
    start = first
    while start and codes[start - 1] not in ENDS and first - start < _LOOK_BACK:
        start -= 1
    places = [start] if codes[first - 1 : first] == _COMMA else []
    if last - first > 1 or codes[end : end + 1] == _COMMA:
        places += [*range(first + 1, last), end + 1]
    for at in places:
        addressed = codes[at + 1 : at + 2] == _TO and codes[at + 2 : at + 3] in _NOMINAL
        if addressed and analysis.tokens.words[analysis.ends[at] - 1].lower() in _SPEAKING:
            return at + 2
    return None


def _is_platform(analysis: Analysis, chunk: int) -> bool:
    words = analysis.tokens.words[analysis.begins[chunk] : analysis.ends[chunk + 1]]
    return len(words) == 2 and words[0].lower() == "on" and words[1].lower() in _PLATFORMS
