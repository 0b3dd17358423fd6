"""A claim's polarity, certainty and act: the cue's stance and the content's, put together."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from grammar.claim import Act, Certainty, Marker, MarkerPlace, Polarity, Type
from grammar.stance import vocabulary as v
from grammar.stance.clause import INTERESTING, Clause
from grammar.stance.cue import Cues, CueStance
from grammar.stance.markers import CERTAIN, LEVELS, POSSIBLE, UNSPECIFIED, Found
from grammar.stance.weighing import WINDOW
from grammar.text.ranges import Range
from grammar.text.tokens import Tokens

_CUE_WORDS = 24
_PIECES = 8
_STATEMENTS = frozenset((Act.STATE, Act.ANNOUNCE, Act.CONFIRM, Act.ACKNOWLEDGE))


class Judgement(msgspec.Struct, frozen=True):
    """How a claim stands: what the source does, whether it says yes or no, how surely, and by which words."""

    polarity: Polarity
    certainty: Certainty
    markers: tuple[Marker, ...]
    act: Act


class Stance:
    """Judges claims by word lists and the bounds of the content's first main clause.

    Certainty is the source's as the text presents it (FactBank's certain, probable and possible, Saurí and
    Pustejovsky 2009), never the reader's. Markers are listed only where they bear on the main verb; an
    "alleged" or a "not" in a relative clause, a later sentence or a reason is none. The same input gives
    the same judgement; any ranges are taken, those outside of the text are passed over.
    """

    def __init__(self) -> None:
        self._cues = Cues()

    def judge(
        self,
        tokens: Tokens,
        cue: Sequence[Range],
        content: Sequence[Range],
        *,
        lemma: str,
        act: Act,
        type: Type,
        complement: str,
        headline: bool = False,
    ) -> Judgement:
        """The judgement on one claim, in time that no length of cue or content adds to beyond a bound.

        ``complement`` is what follows the cue: a noun group where it is an object, a gerund or a preposition
        (of, for ...), else a clause; content in front of the cue is one in any case. ``act`` is the cue's
        own; a negation may make another of it ("did not say": decline). ``cue`` holds the words of the source
        that negate it ("nobody", "neither") as well.
        """
        words = tokens.words
        low = _lower(tokens, content, WINDOW)
        complement = "clause" if _precedes(content, cue) else _refined(complement, low, act)
        heading = self._cues.heading(lemma, low)
        stance = self._cues.read(_lower(tokens, cue, _CUE_WORDS), lemma, act, type, heading or complement)
        markers: list[Marker] = []
        if stance.found:
            places = _places(words, cue, _CUE_WORDS)
            markers = [_marker(tokens, places, found, MarkerPlace.CUE) for found in stance.found]
        if lemma in ("refuse", "decline") and complement == "infinitive":
            stance = _unwilling(stance, low)
        plain = INTERESTING.isdisjoint(low)
        if (not plain and _asks(low)) or _is_asked(words, content, low):
            return _judgement(Polarity.UNSPECIFIED, UNSPECIFIED, markers, stance.act)
        silent = stance.polarity is Polarity.UNSPECIFIED
        if silent or plain:
            return _judgement(stance.polarity, stance.level, markers, stance.act)
        places = _places(words, content, WINDOW)
        if not v.QUOTE.isdisjoint(low):
            places = [i for i, word in zip(places, low, strict=True) if word not in v.QUOTE]
        clause = Clause(
            [words[i] for i in places],
            [tokens.lower[i] for i in places],
            complement,
            headline=headline,
            denied=stance.polarity is Polarity.NEGATIVE,
        )
        markers += [_marker(tokens, places, found, MarkerPlace.CONTENT) for found in clause.found]
        markers.sort(key=lambda marker: marker.spans)
        return _combined(stance, clause, markers)


def _combined(stance: CueStance, clause: Clause, markers: list[Marker]) -> Judgement:
    """The net of cue and content: negations cancel out, the weaker certainty holds."""
    if clause.withheld:
        return _judgement(Polarity.UNSPECIFIED, UNSPECIFIED, markers, Act.DECLINE)
    if clause.unknown:
        return _judgement(Polarity.UNSPECIFIED, UNSPECIFIED, markers, stance.act)
    level = clause.level
    if stance.polarity is Polarity.NEGATIVE and level == POSSIBLE:
        level = CERTAIN  # what could not be is sure not to be: "denied that it could have known"
    negative = (stance.polarity is Polarity.NEGATIVE) is not clause.negative
    polarity = Polarity.NEGATIVE if negative else Polarity.POSITIVE
    level = min(level, stance.level)
    if clause.conditional and level == CERTAIN:
        level = UNSPECIFIED
    return _judgement(polarity, level, markers, stance.act)


def _judgement(polarity: Polarity, level: int, markers: list[Marker], act: Act) -> Judgement:
    return Judgement(polarity, LEVELS[level], tuple(markers), act)


def _unwilling(stance: CueStance, low: Sequence[str]) -> CueStance:
    """Who refuses to speak declines; who refuses to do anything else intends not to."""
    verb = next((word for word in low[:4] if word not in ("to", "be") and word not in v.ADVERB), "comment")
    given = verb in v.GIVING and not v.TOLD.isdisjoint(low)
    if given or verb in v.SPEECH or not v.INFORMATION.isdisjoint(low):
        return stance._replace(act=Act.DECLINE, polarity=Polarity.UNSPECIFIED)
    act = Act.INTEND if stance.act is Act.DECLINE else stance.act
    return stance._replace(act=act, polarity=Polarity.NEGATIVE)


def _refined(complement: str, low: Sequence[str], act: Act) -> str:
    """A question word tells what follows better than its family: "wh" may be "whether" or a condition."""
    word = low[0] if low else ""
    if word == "if" and complement in ("wh", "whom"):
        return "clause" if act in _STATEMENTS else "whether"
    if word == "whether":
        return "whether"
    if word == "to" and complement in ("none", "whom", "object", "bare"):
        return "infinitive"
    return "wh" if complement == "whom" and word in v.QUESTION else complement


def _precedes(content: Sequence[Range], cue: Sequence[Range]) -> bool:
    return bool(content and cue) and content[-1][1] <= cue[0][0]


def _is_asked(words: list[str], content: Sequence[Range], low: tuple[str, ...]) -> bool:
    """Whether the content is one sentence whose question mark stands behind it."""
    last = content[-1][1] if content else 0
    return 0 < last < len(words) and words[last] == "?" and v.SENTENCE_END.isdisjoint(low)


def _asks(low: tuple[str, ...]) -> bool:
    """Whether the first sentence is a question; ", right?" only makes sure of a statement."""
    if "?" not in low:
        return False
    end = next(i for i, word in enumerate(low) if word in v.SENTENCE_END)
    return low[end] == "?" and not (low[max(end - 1, 0)] in v.TAG and low[max(end - 2, 0)] == ",")


def _pieces(words: Sequence[str], ranges: Sequence[Range], most: int) -> list[Range]:
    """These ranges within the text, so many words of each, up to the end of a sentence between two."""
    size, pieces = len(words), list[Range]()
    for start, end in ranges[:_PIECES]:
        first, behind = max(start, 0), min(end, size)
        if pieces and not v.SENTENCE_END.isdisjoint(words[max(first - 2, 0) : first]):
            break
        pieces.append((first, max(first, min(behind, first + most))))
    return pieces


def _lower(tokens: Tokens, ranges: Sequence[Range], most: int) -> tuple[str, ...]:
    if len(ranges) == 1:  # as nearly all have
        first = max(ranges[0][0], 0)
        return tuple(tokens.lower[first : max(first, min(ranges[0][1], first + most))])
    pieces = _pieces(tokens.words, ranges, most)
    return tuple([word for first, last in pieces for word in tokens.lower[first:last]])


def _places(words: Sequence[str], ranges: Sequence[Range], most: int) -> list[int]:
    """The token numbers of these ranges."""
    return [i for first, last in _pieces(words, ranges, most) for i in range(first, last)]


def _marker(tokens: Tokens, places: Sequence[int], found: Found, place: MarkerPlace) -> Marker:
    slot = tokens.slot(_runs(places[found.first : found.last]))
    return Marker(slot.text, slot.spans, found.kind, place)


def _runs(places: Sequence[int]) -> list[Range]:
    """Neighbouring token numbers as ranges."""
    runs: list[Range] = []
    for i in places:
        if runs and runs[-1][1] == i:
            runs[-1] = runs[-1][0], i + 1
        else:
            runs.append((i, i + 1))
    return runs
