"""Contents that stand outside their frame: on both sides of it, a paragraph before it, in another claim."""

from __future__ import annotations

from itertools import islice

from grammar.cascade.alphabet import CHUNKS
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import RELATIVE
from grammar.cascade.frames import Frame
from grammar.slots.attribution import Attribution, ranges
from grammar.slots.cohesion import asides, continuation, paragraphs
from grammar.slots.cohesion.coordination import is_outermost, resumed
from grammar.slots.syntax import antecedents
from grammar.slots.syntax.bounds import PREPOSITIONS
from grammar.text.ranges import Range

_AHEAD = 8  # claims among which that is sought which has the content before "and support"
_RELATIVE = CHUNKS["Relative"]
_GOVERNED_BY = PREPOSITIONS | {CHUNKS["Of"]}
_GOVERNING = frozenset(("confident", "judged"))
_CLOSING = dict.fromkeys(("said_nothing", "told", "as_said"), "content_said")
_CLOSING["according_to"] = "content_according"
_LED = {"said_quote": "content_said", "according_to": "content_according"}
_FOLLOWED = frozenset(_LED.values())


def fetch(
    analysis: Analysis, number: int, frame: Frame, found: Attribution, outer: Attribution | None, *,
    latest: Attribution | None, made: dict[int, Attribution],
) -> None:  # fmt: skip
    """Give a claim the content that its frame does not hold, and the rule by which that is read.

    ``outer`` is the claim in whose content it stands; ``made`` are those of the frames before it, of which
    ``latest`` is the last.
    """
    if frame.rule == "signed" and not found.content and number:
        found.content = paragraphs.block(analysis, number - 1)
    if frame.rule in RELATIVE:
        continuation.relate(analysis, found, latest)
    if found.licence.complement == "gap-object" and found.source_chunks:
        gap = antecedents.of(analysis, found.source_chunks[0])
        found.rule, found.content = "judged", ranges(analysis, *gap) if gap else []
        continuation.deny(analysis, found, gap, islice(reversed(made.values()), _AHEAD))
    elif _is_stranded(analysis, found):
        gap = antecedents.of(analysis, found.source_chunks[0]) if found.source_chunks else None
        found.cue, found.content = found.cue + found.content, ranges(analysis, *gap) if gap else []
    elif frame.rule in _CLOSING and not found.content:
        found.content = _around(analysis, frame, outer)
        if found.content:
            found.rule = _CLOSING[frame.rule]
    elif frame.rule in _FOLLOWED and frame.slots[0][0] != "content":
        found.content = _relative(analysis, frame) + found.content
    elif led := asides.led(analysis, frame):
        found.content = ranges(analysis, *led) + found.content
        found.rule = _LED[frame.rule]
        if asides.is_topical(analysis, frame) and found.source_chunks:
            found.source_chunks = (found.source_chunks[1] - 1, found.source_chunks[1])
            found.source = ranges(analysis, *found.source_chunks)


def _is_stranded(analysis: Analysis, found: Attribution) -> bool:
    """Something the crew is aware | of: a preposition is no content, and what it governs stands in front."""
    if found.rule not in _GOVERNING or len(found.content) != 1:
        return False
    if found.content[0][1] - found.content[0][0] > 1:
        return False
    behind = analysis.codes[found.cue_chunk + 1 : found.cue_chunk + 2]
    return behind in _GOVERNED_BY and found.content[0][0] == analysis.begins[found.cue_chunk + 1]


def _relative(analysis: Analysis, frame: Frame) -> list[Range]:
    """What a relative clause with an aside is about: | the plan, | which, Holm said, had failed."""
    comma = frame.slots[0][1] - 1
    if analysis.codes[comma - 1] != _RELATIVE:
        return []  # the village, where, they say, nobody has work
    about = antecedents.of(analysis, comma)
    return ranges(analysis, *about) if about else []


def _around(analysis: Analysis, frame: Frame, outer: Attribution | None) -> list[Range]:
    """The words on both sides of an aside, within the content in which they stand."""
    chunks = asides.around(analysis, frame) or continuation.pointed(analysis, frame)
    told = [each for first, last in chunks for each in ranges(analysis, first, last)]
    if outer is None or not outer.content:
        return told
    begin = outer.content[0][0]  # (he denied) that it was planned, as Lee has claimed
    return [(max(at, begin), end) for at, end in told if end > begin]


def give_back(analysis: Analysis, frame: Frame, made: dict[int, Attribution]) -> None:
    """Let the content before "and support" have it: "he wants to go and support the plan"."""
    first, last = frame.slots[0][1], frame.slots[-1][2]
    before = resumed(analysis, frame, made)
    if before:
        if not before.reaches(analysis, last - 1):  # One boy, she recalled, had discovered that
            before.content += ranges(analysis, first, last)
        return
    for other in islice(reversed(made.values()), _AHEAD):
        if is_outermost(analysis, other, first - 1):
            other.content[-1] = (other.content[-1][0], ranges(analysis, first, last)[0][1])
            return
