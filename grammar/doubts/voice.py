"""Who is a cue's subject and who its object: inversions without a mark, passives in short or told elsewhere.

"Rain is good for the crops said Lund", "parties warned over votes", "it may rise, according to Lund".
"""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.frames import Frame
from grammar.claim import Act
from grammar.slots.attribution import Attribution
from grammar.text.layout import Kind

_NAME = TOKEN_CLASSES["Name"]
_PAST = TOKEN_CLASSES["CuePast"]
_AFTER_NAME = frozenset(CHUNKS[name] for name in ("Stop", "Comma", "Break"))
_ACCORDING = CHUNKS["According"]
_THOUGHT = frozenset((Act.BELIEVE, Act.PREDICT, Act.ESTIMATE, Act.STATE))
_WHOM = frozenset(("whom", "whom-to"))  # whom one can ask


def is_turned(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """Whether the frame's source is not the one who does what the cue tells."""
    return (
        is_inverted(analysis, found)
        or is_questioned(analysis, frame, found)
        or is_passive_headline(analysis, found)
        or is_credited(analysis, frame, found)
    )


def is_inverted(analysis: Analysis, found: Attribution) -> bool:
    """Rain is good for the crops said Lee; (it fell) by ten percent, predicts the study: no content."""
    if found.rule == "and_judged" and found.licence.complement == "object":
        return analysis.tokens.words[found.cue[0][0] - 1] == "," and "none" in found.licence.sense.complements
    if found.rule != "said_that" or found.licence.complement != "any":
        return False
    chunk = found.cue_chunk + 1
    named = set(analysis.letters(chunk)) == {_NAME}
    return named and analysis.codes[chunk + 1 : chunk + 2] in _AFTER_NAME


def is_questioned(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """Tell "worries about the price", "wanted to be a pilot" from "asked about the price".

    Only a past is short for "was asked".
    """
    if frame.rule != "asked_whether":
        return False
    if found.licence.sense.complements.isdisjoint(_WHOM):
        return True  # intended to help, agreed on the price
    edges, (_, first, last) = analysis.chunks.edges, frame.slots[0]
    return analysis.units.codes[edges[first] : edges[last]] != _PAST


def is_passive_headline(analysis: Analysis, found: Attribution) -> bool:
    """Parties warned over votes: in a headline, a past without its object is short for "are warned"."""
    licence = found.licence
    if found.cue_chunk < 0 or not found.source:
        return False
    if analysis.paragraphs[found.paragraph].kind is not Kind.HEADLINE:
        return False
    cue = analysis.units.codes[analysis.chunks.edges[found.cue_chunk]]
    return cue == _PAST and licence.complement == "about" and "whom" in licence.sense.complements


def is_credited(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """It is expected to rise, according to analysts: who expects it is told, as the outer claim says."""
    if frame.rule != "is_said_to" or found.licence.sense.act not in _THOUGHT:
        return False
    end = max(last for _, _, last in frame.slots)
    return _ACCORDING in (analysis.codes[end : end + 1], analysis.codes[end + 1 : end + 2])
