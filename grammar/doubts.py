"""What fits a frame and is no claim: openings without a verb, a writer's own "I think"."""

from __future__ import annotations

import re

from grammar.alphabet import CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade import Analysis
from grammar.claim import Type
from grammar.frames import Frame
from grammar.lexicon import lines
from grammar.licence import Licence
from grammar.mood import Mood
from grammar.slots import Attribution

Range = tuple[int, int]
_COLON, _BREAK = CHUNKS["Colon"], CHUNKS["Break"]
_NAME = TOKEN_CLASSES["Name"]
_PREDICATING = re.compile(
    expand(
        "<Verb|Said|Done|SayThat|SayQuote|Tell|Judge|Post|Believes|SaidThat|SaidTo|SaidBy|Aware"
        "|QuoteComma|QuoteStop|QuoteAsk|QuoteOpen>",
        CHUNKS,
    )
)
_PREPOSITIONS = frozenset(
    CHUNKS[name] for name in ("For", "About", "Against", "As", "With", "By", "In", "Prep", "When", "Where")
)
_LEADING = frozenset(("content_said", "content_said_inverted"))
_JOINED = frozenset(("and_said", "and_told", "and_judged"))
_BASES = frozenset((TOKEN_CLASSES["CueBase"], TOKEN_CLASSES["NounBase"]))
_MODALS = frozenset((TOKEN_CLASSES["Modal"], TOKEN_CLASSES["ModalNot"]))
_INFINITIVES = frozenset((CHUNKS["ToDo"], CHUNKS["ToSay"]))
_FINITE = frozenset(
    CHUNKS[name] for name in ("Verb", "Said", "SayThat", "SayQuote", "Tell", "Judge", "Post", "SaidTo")
)
_BREAKS = frozenset(CHUNKS[name] for name in ("Stop", "Break", "Semicolon"))
_NEAR = 12  # chunks
_INNER = frozenset((Type.BELIEF, Type.KNOWLEDGE))
_EMPTY = frozenset(("it", "this", "that", "there", "what"))
_EVIDENCE = frozenset(lines("evidence.txt"))
_RELATIVE = frozenset(("who_said", "who_judged", "who_told"))
_SUPPOSING = frozenset(("if", "whether", "unless"))
_MAY = frozenset(("can", "could", "may"))
_MUST = _MAY | {"must", "should"}
_QUANTIFIER = TOKEN_CLASSES["Quant"]
_HEADLESS = frozenset(TOKEN_CLASSES[name] for name in ("Adj", "Adv", "Quant"))
_MEASURES = frozenset(("no", "much", "little", "enough"))
_WISHES = frozenset(
    ("want", "wish", "hope", "seek", "choose", "prefer", "intend", "plan", "like", "need", "believe")
)
_PAST = TOKEN_CLASSES["CuePast"]
_FIRST_PERSON = frozenset(("i", "we", "you"))


def announces(analysis: Analysis, frame: Frame) -> bool:
    """He said: (and the paragraph ends)."""
    end = frame.slots[-1][2]
    return analysis.codes[end : end + 1] == _COLON and analysis.codes[end + 1 : end + 2] in ("", _BREAK)


def is_doubtful(analysis: Analysis, frame: Frame, found: Attribution, *, inside: bool) -> bool:
    """Whether any of the doubts below speaks against what a frame found.

    ``inside`` tells that the words stand in the content of another claim.
    """
    rule, source, licence = frame.rule, found.source, found.licence
    return (
        is_own(analysis, source, licence, found.mood, inside=inside)
        or is_empty(analysis, rule, source)
        or is_headless(analysis, found.source_chunks)
        or is_showing(analysis, source, licence)
        or is_opening(analysis, frame)
        or is_infinitive(analysis, frame)
        or is_questioned(analysis, frame)
        or is_supposed(analysis, rule, source, found.cue, licence, inside=inside)
    )


def is_opening(analysis: Analysis, frame: Frame) -> bool:
    """Tell what only stands in front from what was said: "After school, they told him something".

    Only a preposition's phrase or a bare name without a verb is one: many a verb is taken for a noun.
    """
    contents = [(first, last) for slot, first, last in frame.slots if slot == "content"]
    if frame.rule not in _LEADING or len(contents) != 1:
        return False
    first, last = contents[0]
    edges = analysis.chunks.edges
    named = set(analysis.units.codes[edges[first] : edges[last]]) == {_NAME}
    return (named or analysis.codes[first] in _PREPOSITIONS) and not _PREDICATING.search(
        analysis.codes, first, last
    )


def is_infinitive(analysis: Analysis, frame: Frame) -> bool:
    """Tell "to nominate and confirm", "would ride and talk" from "they met and say": the form is the same.

    A bare form joined by "and" goes with the nearest verb before it.
    """
    if frame.rule not in _JOINED:
        return False
    units, edges, codes = analysis.units.codes, analysis.chunks.edges, analysis.codes
    _, first, last = frame.slots[0]
    if units[edges[last - 1] : edges[last]] not in _BASES:
        return False
    for chunk in range(first - 1, max(first - _NEAR, -1), -1):
        code = codes[chunk]
        if code in _BREAKS:
            return False
        if code in _INFINITIVES or code in _FINITE:
            return code in _INFINITIVES or units[edges[chunk]] in _MODALS
    return False


def is_own(
    analysis: Analysis, source: list[Range], licence: Licence | None, mood: Mood | None, *, inside: bool
) -> bool:
    """Tell a writer's or speaker's own "I think", "I would say" from a source's: nobody new is speaking.

    ``inside`` tells that the words stand in the content of another claim.
    """
    first, last = source[0] if source else (0, 0)
    if last - first != 1 or analysis.tokens.words[first].lower() not in _FIRST_PERSON:
        return False
    return inside or (licence is not None and (licence.sense.type in _INNER or _is_modal(mood, licence)))


def is_showing(analysis: Analysis, source: list[Range], licence: Licence | None) -> bool:
    """Tell "the winner showed her medal" from "the photo shows a bridge": only what bears witness reports."""
    if licence is None or licence.lemma != "show" or licence.complement != "object" or not source:
        return False
    first, last = source[0]
    return _EVIDENCE.isdisjoint(word.lower() for word in analysis.tokens.words[first:last])


def is_headless(analysis: Analysis, chunks: Range | None) -> bool:
    """Tell "overly optimistic view", "there is much hope" from a source: neither speaks for anybody.

    "Some", "most" and "many" do.
    """
    if chunks is None or chunks[1] - chunks[0] != 1:
        return False
    edges = analysis.chunks.edges
    first, last = edges[chunks[0]], edges[chunks[1]]
    if not _HEADLESS.issuperset(analysis.units.codes[first:last]):
        return False
    word = analysis.tokens.words[analysis.ends[chunks[0]] - 1]
    if word[0].isupper():
        return False  # Stubbs-O'Hara
    return last - first == 1 and (word in _MEASURES or analysis.units.codes[first] != _QUANTIFIER)


def is_questioned(analysis: Analysis, frame: Frame) -> bool:
    """Tell "worries about the price" from "asked about the price": only a past is short for "was asked"."""
    if frame.rule != "asked_whether":
        return False
    edges, (_, first, last) = analysis.chunks.edges, frame.slots[0]
    return analysis.units.codes[edges[first] : edges[last]] != _PAST


def is_supposed(
    analysis: Analysis,
    rule: str,
    source: list[Range],
    cue: list[Range],
    licence: Licence | None,
    *,
    inside: bool,
) -> bool:
    """Tell what is only supposed: "if you want", "so that parents can know", "firms that want to sell".

    A relative clause without a comma in front tells which of many are meant; that somebody wants or thinks
    something is then no report of it. ``inside`` tells that the words stand in the content of another claim.
    """
    words = analysis.tokens.words
    if licence is None or not source or not cue:
        return False
    if inside and not _MUST.isdisjoint(words[cue[0][0] : cue[0][1]]):
        return True
    if inside and licence.lemma == "know" and "to" in words[cue[-1][1] + 1 : cue[-1][1] + 2]:
        return True  # they don't know how to lose
    if licence.sense.type is Type.ASSERTION:
        return False
    if not _MAY.isdisjoint(words[cue[0][0] : cue[0][1]]):
        return True  # it may encourage saving
    before = source[0][0] - 1
    if before >= 0 and words[before].lower() in _SUPPOSING and words[before - 1].lower() != "even":
        return True
    generic = rule in _RELATIVE and licence.lemma in _WISHES and words[source[0][1] - 2] != ","
    return generic and words[source[0][0]].islower()


def is_empty(analysis: Analysis, rule: str, source: list[Range]) -> bool:
    """Tell "it is certain that" from "she is certain that": an adjective with nobody who holds it."""
    first = source[0][0] if source else 0
    return rule == "confident" and analysis.tokens.words[first].lower() in _EMPTY


def _is_modal(mood: Mood | None, licence: Licence) -> bool:
    """Whether the mood is the cue's own: that of a modal verb, which leaves the act as it was."""
    return mood is not None and mood.act == licence.sense.act
