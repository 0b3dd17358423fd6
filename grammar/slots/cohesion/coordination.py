"""Whether a verb behind "and" goes on with a content: "he said he was tired and wanted to go"."""

from __future__ import annotations

import re
from itertools import islice

from grammar.cascade.alphabet import (
    BASES,
    CHUNK_NAMES,
    CHUNKS,
    INFINITIVES,
    MODALS,
    THIRDS,
    TOKEN_CLASSES,
    expand,
)
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import JOINED
from grammar.cascade.frames import Frame
from grammar.cascade.words.persons import can_act
from grammar.claim import Act, Type
from grammar.slots.attribution import Attribution
from grammar.slots.syntax import agreement, antecedents
from grammar.slots.syntax.bounds import COMMON, RELATING
from grammar.text.ranges import Range

_RELATED = re.compile(
    expand(
        "<Group><Comma>(<Relative>)<Adverb>{0,2}"
        "<Verb|Said|SayThat|SayQuote|Judge|Tell|SaidTo><!Stop|Break|Semicolon|Comma|QuoteStop|QuoteAsk>{0,16}+\\Z",
        CHUNK_NAMES,
    )
)
_NAMED_OF, _NAME = CHUNKS["Group"] + CHUNKS["Of"], TOKEN_CLASSES["Name"]
_LINKING = frozenset((CHUNKS["And"], CHUNKS["But"]))
_CLAUSES = frozenset(("bare", "plain", "set-bare", "that", "whom"))
_ATTITUDES = frozenset((Act.INTEND, Act.SUPPORT, Act.OPPOSE, Act.BELIEVE, Act.DECLINE, Act.KNOW))
_SINGULAR = frozenset(("he", "she", "it", "mr", "mr.", "mrs", "mrs.", "ms", "ms."))
_COMMA, _THAT, _PRONOUN, _GROUP = (CHUNKS[name] for name in ("Comma", "That", "Pronoun", "Group"))
_FUTURE = frozenset(("will", "would"))
_NEAR = 8  # claims
_LONGEST = 22  # chunks


def goes_on(analysis: Analysis, frame: Frame, found: Attribution, made: dict[int, Attribution]) -> bool:
    """Whether the claim that a frame of "and" gave belongs to the content that ends right before it."""
    return frame.rule in JOINED and (
        _is_alleged(analysis, frame, made)
        or _is_told(analysis, frame, found, made)
        or resumed(analysis, frame, made) is not None
        or _is_bare(analysis, found)
    )


def related(analysis: Analysis, frame: Frame) -> Range | None:
    """Whom a clause begun by "who" tells of: (a room for) Lee, who lived here and praised the place.

    Its end would be a comma, so that without one "and" goes on with it.
    """
    first = frame.slots[0][1]
    if frame.rule not in JOINED or analysis.codes[first] not in _LINKING:
        return None
    match = _RELATED.search(analysis.codes, max(first - _LONGEST, 0), first)
    whom = antecedents.of(analysis, match.end(1)) if match else None
    if not (match and whom):
        return None
    begin = whom[0]
    if analysis.codes[begin - 2 : begin] == _NAMED_OF and analysis.letters(begin - 2)[-1] == _NAME:
        begin -= 2  # Ann Lee | of | Leeds, who
    return begin, match.end(1)


def resumed(analysis: Analysis, frame: Frame, made: dict[int, Attribution]) -> Attribution | None:
    """The claim that goes on behind its cue: "she backed it, she said, and would back it again".

    A past has a subject of its own: "it was late, she said, and praised the crew".
    """
    first, last = frame.slots[0][1:]
    if MODALS.isdisjoint(analysis.letters(last - 1)):
        return None
    for other in islice(reversed(made.values()), _NEAR):
        if other.rule == "content_said" and other.cue_chunk == first - 1:
            return other
    return None


def is_outermost(analysis: Analysis, found: Attribution, chunk: int) -> bool:
    """Whether a content ends with this chunk and stands in none that does: (he said) he was tired of it."""
    return found.reaches(analysis, chunk) and not (found.parent and found.parent.reaches(analysis, chunk))


def _is_alleged(analysis: Analysis, frame: Frame, made: dict[int, Attribution]) -> bool:
    """He is alleged to have said so and proposed that: the second verb is alleged, too."""
    other = next(reversed(made.values()), None)
    return (
        other is not None
        and other.rule == "is_said_to"
        and other.reaches(analysis, frame.slots[0][1] - 1)
        and analysis.codes[other.cue_chunk + 1] in INFINITIVES
    )


def _is_told(analysis: Analysis, frame: Frame, found: Attribution, made: dict[int, Attribution]) -> bool:
    """He said he was tired and wanted to go: he told what he wants; but: he said so and praised her."""
    for other in islice(reversed(made.values()), _NEAR):
        if is_outermost(analysis, other, frame.slots[0][1] - 1):
            if other.rule == "was_told_that":
                return False  # she was told that it was late | and hoped so
            if _is_foretold(analysis, found, other):
                return True
            agreeing = _agrees(analysis, frame, found, other)
            if agreeing:
                return agreeing == "said"
            attitude = found.licence.sense.act in _ATTITUDES and not _is_apart(analysis, frame, found, other)
            attitude = attitude and not _is_thing(analysis, other, frame.slots[0][1])
            return (
                attitude
                and other.licence.complement in _CLAUSES
                and other.licence.sense.type is Type.ASSERTION
            )
    return False


def _agrees(analysis: Analysis, frame: Frame, found: Attribution, outer: Attribution) -> str:
    """Growers say he is ill | and want him home; they say he is ill and wants to go.

    Behind a plain past, a present beside a present is said, too: they said he is ill and wants to go.
    """
    if outer.licence.complement not in _CLAUSES or not outer.content:
        return ""
    last = frame.slots[0][1]
    first = _opening(analysis, outer)
    return (
        agreement.agrees(analysis, outer.licence.first, found.cue_chunk, first, last) if first < last else ""
    )


def _opening(analysis: Analysis, outer: Attribution) -> int:
    """The chunk with which the content of a claim begins."""
    at = outer.cue_chunk + 1
    while at < len(analysis.codes) and analysis.begins[at] < outer.content[0][0]:
        at += 1
    return at


def _is_bare(analysis: Analysis, found: Attribution) -> bool:
    """(She) hopes to win a cup that lifts the club | and show that it can: "she show" is no clause."""
    if not found.source or analysis.letters(found.cue_chunk) not in BASES:
        return False
    return analysis.tokens.lower[found.source[0][0]] in _SINGULAR


def _is_apart(analysis: Analysis, frame: Frame, found: Attribution, outer: Attribution) -> bool:
    """The board claims the dam leaks | , and believes it will go: a comma, and two verbs in the present."""
    cues = {analysis.letters(chunk)[-1:] for chunk in (found.cue_chunk, outer.cue_chunk)}
    return analysis.codes[frame.slots[0][1]] == _COMMA and cues <= THIRDS


def _is_thing(analysis: Analysis, outer: Attribution, last: int) -> bool:
    """The crews say the pier is rotten | and fear a collapse; said there was no time | and hoped for rain.

    What a clause tells of a thing, it cannot tell of the one who hopes.
    """
    codes, begins, at = analysis.codes, analysis.begins, _opening(analysis, outer)
    at += codes[at : at + 1] == _THAT
    if codes[at : at + 1] == _PRONOUN:
        return analysis.tokens.lower[begins[at]] == "there"
    if codes[at : at + 1] != _GROUP or not RELATING.isdisjoint(codes[at:last]):
        return False  # it is run by men who do not know | or wish to pay
    head = analysis.tokens.words[analysis.ends[at] - 1]
    common = analysis.letters(at)[-1:] in COMMON or head.endswith("s")
    return common and head.islower() and not can_act(head)


def _is_foretold(analysis: Analysis, found: Attribution, outer: Attribution) -> bool:
    """Said it will close a mill and | will respond to bids; but: would close | and would not say when."""
    licence, lower = found.licence, analysis.tokens.lower
    modal = lower[found.cue[0][0]]
    if modal not in _FUTURE or licence.sense.act is Act.DECLINE:
        return False
    reported = {word for first, last in outer.cue for word in lower[first:last]}
    withheld = "not" in lower[found.cue[0][0] : found.cue[0][1]]
    return (
        modal not in reported and not withheld and any(modal in lower[slice(*part)] for part in outer.content)
    )
