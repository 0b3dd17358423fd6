"""Reports that only make a part of another clause: "what they say is true", "who they say they are"."""

from __future__ import annotations

from grammar.cascade.alphabet import BASES, CHUNKS
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import RELATIVE
from grammar.cascade.frames import Frame
from grammar.doubts.vocabulary import COPULAS, INQUIRING, PREDICATES, WORDS
from grammar.slots.attribution import Attribution
from grammar.text.ranges import Range

_COMMA, _GROUP, _THAT = CHUNKS["Comma"], CHUNKS["Group"], CHUNKS["That"]
_ANTECEDENTS = frozenset((CHUNKS["Question"], _GROUP))
_OPENERS = frozenset(
    CHUNKS[name] for name in ("Stop", "Break", "And", "But", "Comma", "That", "Question", "QuoteStop")
)
_STATING = frozenset(("said_that", "judged"))
_INDIRECT = CHUNKS["Question"] + CHUNKS["Pronoun"]
_CAUSATIVE = WORDS["causative"]


def is_part(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """Whether the words of a frame make no statement of their own."""
    return (
        is_subject(analysis, found, frame)
        or is_indirect(analysis, frame, found.source)
        or is_identity(analysis, found)
        or is_measure(analysis, frame, found.source)
    )


def is_subject(analysis: Analysis, found: Attribution, frame: Frame) -> bool:
    """What they say is true; everything he says is meant: "they say" is the subject of what follows."""
    if frame.rule not in _STATING or not found.source_chunks:
        return False
    codes, before = analysis.codes, found.source_chunks[0] - 1
    if codes[before + 1 : found.source_chunks[1]][1:].endswith(_INDIRECT):
        return True  # tools that show what they find useful
    if before < 0 or codes[before] not in _ANTECEDENTS or (before and codes[before - 1] not in _OPENERS):
        return False
    if frame.rule == "said_that" and analysis.tokens.words[analysis.begins[before]].lower() == "what":
        return all(codes[first] != _THAT for _, first, _ in frame.slots)  # what she says is | that it rains
    if found.licence.complement == "gap" and codes[before - 1] == _COMMA:
        return False  # (they back it), a plan the union says will fail
    return any(slot == "content" and codes[first] in PREDICATES for slot, first, _ in frame.slots)


def is_indirect(analysis: Analysis, frame: Frame, source: list[Range]) -> bool:
    """Who leaked it? A question, with no person before "who"."""
    if frame.rule not in RELATIVE or not source or source[0][1] - source[0][0] != 1:
        return False
    return analysis.tokens.words[source[0][0]][0].isupper()


def is_identity(analysis: Analysis, found: Attribution) -> bool:
    """(Nobody knows) who they say they are."""
    if found.rule != "said_that" or not found.source_chunks or not found.content:
        return False
    chunk, words = found.source_chunks[0], analysis.tokens.words
    first = found.source[0][0]
    begin, end = found.content[0]
    return (
        analysis.codes[chunk - 1 : chunk] in INQUIRING
        and words[first].lower() == words[begin].lower()
        and end > begin + 1
        and words[begin + 1].lower() in COPULAS
    )


def is_measure(analysis: Analysis, frame: Frame, source: list[Range]) -> bool:
    """(It is less known) than Lee reveals: what is only compared."""
    if frame.rule != "judged" or not source:
        return False
    return analysis.tokens.lower[source[0][0] - 1] == "than"


def is_caused(analysis: Analysis, found: Attribution) -> bool:
    """They made him reveal it; it helps us know; (aid) to help support it: he has not, of his own."""
    first, edges = found.source[0][0], analysis.chunks.edges
    return (
        (analysis.tokens.lower[first - 1] in _CAUSATIVE or _before_cue(analysis, found) in _CAUSATIVE)
        and analysis.units.codes[edges[found.cue_chunk + 1] - 1] in BASES
        and edges[found.cue_chunk + 1] - edges[found.cue_chunk] == 1
    )


def _before_cue(analysis: Analysis, found: Attribution) -> str:
    """The word in front of a cue where the source ends in it: to help | support; "" elsewhere."""
    begin = found.cue[0][0]
    return analysis.tokens.lower[begin - 1] if found.source[-1][1] == begin else ""
