"""What was said where who said it stands behind or between: "..., she said", "it, as she noted, failed"."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.frames import Frame
from grammar.slots.syntax.bounds import ENDS
from grammar.text.ranges import Range

_COMMA, _DASH, _AS, _POST, _PREP = (CHUNKS[name] for name in ("Comma", "Dash", "As", "Post", "Prep"))
_PAUSES, _QUOTE = frozenset((_COMMA, _DASH)), CHUNKS["QuoteComma"]
_PAIR, _DET = CHUNKS["Group"] + _COMMA + CHUNKS["Group"], TOKEN_CLASSES["Det"]
_OPEN = frozenset(
    CHUNKS[name] for name in ("Of", "To", "For", "About", "Against", "With", "By", "In", "Because", "Verb")
)
_CLOSED = ("", CHUNKS["Stop"], CHUNKS["Break"])
_PREDICATE = re.compile(expand("<Verb|Said|SaidTo|SayThat|Judge|Tell|Done|SayQuote>", CHUNK_NAMES))
_GOES_ON = re.compile(expand("<Adverb>?<Verb|Said>", CHUNK_NAMES))
_QUOTED = re.compile(expand("<QuoteComma|QuoteStop|QuoteAsk|QuoteOpen>", CHUNK_NAMES))
_HEADS = ENDS | {""}
_BOUNDS = ENDS | {CHUNKS["Semicolon"]}
_TRAILING = re.compile(expand("<Pronoun>?<Adverb|When|Where>*+(?:<Against><Group>)?", CHUNK_NAMES))
# (the data show that it rains, the team writes) | on Monday in a paper in Ice
_WRITTEN = re.compile(
    expand("<When|Where>*+<In|Against><Group>(?:<Of|In|For><Group>){0,2}+<When|Where>*+", CHUNK_NAMES)
)
# the town, | in cases of fraud, | what matters, | there was, | but the law, but no: when asked, | in March,
_LEAD = re.compile(
    expand(
        "(?:<And|But|Adverb>*+<Comma>?)(?:<Group|Pronoun|Report>|<That>(?=<Comma>)|<In|For|Of|Against|About|Prep|With|By><Group>|<Question>(?!<Adverb>?<SayThat|Judge|Done|Doing|SayingThat|SayingTo>))",
        CHUNK_NAMES,
    )
)
_LED = frozenset(("said_quote", "according_to"))
_TIMES = frozenset(TOKEN_CLASSES[name] for name in ("Time", "TimeUnit", "TimeAdj", "Year"))
_SHORTEST, _TELLING, _SENTENCE = 3, 5, 60  # chunks


def around(analysis: Analysis, frame: Frame) -> list[Range]:
    """The chunks of what was said, before the frame and, where an aside interrupts it, behind it."""
    codes, first, last = analysis.codes, frame.slots[0][1], frame.slots[-1][2]
    aside = codes[first - 2 : first - 1] in _PAUSES and codes[first - 1] == _AS  # ..., as officials said
    first -= aside
    if aside and (trailing := _TRAILING.match(codes, last)):
        last = trailing.end()  # as she put it in May, as they said at the time
    if frame.rule == "said_nothing" and (written := _WRITTEN.match(codes, last)):
        last = written.end()
    pause = codes[last : last + 1]
    closed = pause in _CLOSED or (aside and pause in _PAUSES)
    if (
        not closed
        or not (codes[first - 1 : first] in (_PAUSES if aside else (_COMMA,)) or _is_rest(analysis, frame))
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
    goes_on = _GOES_ON.match(codes, last + 1)  # that is since the virus, as she explains, spreads fast
    if aside and pause in _PAUSES and (pause == _DASH or open_ or goes_on or not predicated):
        rest = _rest(codes, last + 1)
        if open_ or _PREDICATE.match(codes, last + 1):  # the plan, as she noted, would fail
            return [(at, first), rest]
        if _PREDICATE.search(codes, *rest) or _QUOTED.search(
            codes, *rest
        ):  # at the time, as she put it, "..."
            return [(at, first), rest] if predicated else [rest]
    return [(at, first)] if told else []


def _is_rest(analysis: Analysis, frame: Frame) -> bool:
    """Moe granted that it could be termed | "slow," | the Herald reported: a quotation that ends a clause."""
    first = frame.slots[0][1]
    if frame.rule != "said_nothing" or analysis.codes[first - 1] != _QUOTE:
        return False
    token = analysis.begins[first - 1]
    word = next((each for each in analysis.tokens.words[token : token + 3] if each[:1].isalpha()), "")
    return word[:1].islower()


def _rest(codes: str, first: int) -> Range:
    """The chunks up to the sentence's end, a closing quotation included."""
    last = first
    while last < len(codes) and codes[last] not in _BOUNDS and last - first < _SENTENCE:
        last += 1
    return first, last + (last < len(codes) and _QUOTED.match(codes, last) is not None)


def is_topical(analysis: Analysis, frame: Frame) -> bool:
    """Whether a source of two groups opens a sentence, with no comma behind: the virus, | the firm warned."""
    slot, first, last = frame.slots[0]
    whole = slot == "source" and analysis.codes[first:last] == _PAIR and frame.rule == "said_quote"
    return whole and analysis.codes[first - 1 : first] in _HEADS and analysis.letters(first + 2)[:1] == _DET


def led(analysis: Analysis, frame: Frame) -> Range | None:
    """The chunks in front that its quotation goes on with: the town, she recalled, "was full of gossip".

    Only a quotation that begins with a small letter goes on with anything.
    """
    if frame.rule not in _LED:
        return None
    slot, first, last = frame.slots[0]
    if is_topical(analysis, frame):  # the virus, | the firm warned, "can wipe a disk"
        first += 2
    if analysis.codes[first - 2 : first - 1] == _PREP or (
        slot == "source" and _COMMA in analysis.codes[first:last]
    ):
        return None  # critics, including, he said, "anglers"
    if slot == "cue" and analysis.tokens.lower[analysis.begins[first]] != "according":
        return None
    quoted = next((begin for slot, begin, _ in frame.slots if slot == "content"), -1)
    if quoted < 0 or analysis.codes[first - 1 : first] != _COMMA:
        return None
    opening = _QUOTED.match(analysis.codes, quoted) or _QUOTED.match(analysis.codes, quoted + 1)
    if opening is None:
        return None
    token = analysis.begins[opening.start()]
    word = next((each for each in analysis.tokens.words[token : token + 3] if each[:1].isalpha()), "")
    at = first - 1
    while at and analysis.codes[at - 1] not in _BOUNDS and first - at < _SENTENCE:
        at -= 1
    lead = _LEAD.match(analysis.codes, at, first) if word[:1].islower() else None
    if lead is None or analysis.letters(lead.end() - 1)[-1] in _TIMES:
        return None
    return at, first - 1
