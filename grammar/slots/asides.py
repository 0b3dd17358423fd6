"""What was said where who said it stands behind or between: "..., she said", "it, as she noted, failed"."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.frames import Frame
from grammar.slots.bounds import ENDS

Range = tuple[int, int]
_COMMA, _DASH, _AS, _POST = (CHUNKS[name] for name in ("Comma", "Dash", "As", "Post"))
_PAUSES = frozenset((_COMMA, _DASH))
_OPEN = frozenset(
    CHUNKS[name] for name in ("Of", "To", "For", "About", "Against", "With", "By", "In", "Because", "Verb")
)
_CLOSED = ("", CHUNKS["Stop"], CHUNKS["Break"])
_PREDICATE = re.compile(expand("<Verb|Said|SaidTo|SayThat|Judge|Tell|Done|SayQuote>", CHUNK_NAMES))
_QUOTED = re.compile(expand("<QuoteComma|QuoteStop|QuoteAsk|QuoteOpen>", CHUNK_NAMES))
_BOUNDS = ENDS | {CHUNKS["Semicolon"]}
_TRAILING = re.compile(expand("<Pronoun>?<Adverb|When|Where>*+", CHUNK_NAMES))
_SHORTEST, _TELLING, _SENTENCE = 3, 5, 60  # chunks


def around(analysis: Analysis, frame: Frame) -> list[Range]:
    """The chunks of what was said, before the frame and, where an aside interrupts it, behind it."""
    codes, first, last = analysis.codes, frame.slots[0][1], frame.slots[-1][2]
    aside = codes[first - 2 : first - 1] in _PAUSES and codes[first - 1] == _AS  # ..., as officials said
    first -= aside
    if aside and (trailing := _TRAILING.match(codes, last)):
        last = trailing.end()  # as she put it in May
    pause = codes[last : last + 1]
    closed = pause in _CLOSED or (aside and pause in _PAUSES)
    if (
        not closed
        or codes[first - 1 : first] not in (_PAUSES if aside else (_COMMA,))
        or first < _SHORTEST - aside
    ):
        return []
    at = first - 1
    while at and codes[at - 1] not in _BOUNDS and first - at < _SENTENCE:
        at -= 1
    predicated = _PREDICATE.search(codes, at, first)
    told = predicated or (frame.rule == "according_to" and first - at > _TELLING)
    told = told or (frame.rule == "said_nothing" and _POST in codes[at:first])  # Lee said, the paper reported
    open_ = codes[first - 2 : first - 1] in _OPEN
    if aside and pause in _PAUSES and (pause == _DASH or open_ or not predicated):
        rest = _rest(codes, last + 1)
        if open_ or _PREDICATE.match(codes, last + 1):  # the plan, as she noted, would fail
            return [(at, first), rest]
        if _PREDICATE.search(codes, *rest) or _QUOTED.search(
            codes, *rest
        ):  # at the time, as she put it, "..."
            return [(at, first), rest] if predicated else [rest]
    return [(at, first)] if told else []


def _rest(codes: str, first: int) -> Range:
    """The chunks up to the sentence's end, a closing quotation included."""
    last = first
    while last < len(codes) and codes[last] not in _BOUNDS and last - first < _SENTENCE:
        last += 1
    return first, last + (last < len(codes) and _QUOTED.match(codes, last) is not None)
