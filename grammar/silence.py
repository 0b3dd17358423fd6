"""What could not be read: sentences with a licensed cue that became no claim, and why."""

from __future__ import annotations

from collections.abc import Sequence

from grammar.cascade.alphabet import CHUNKS
from grammar.cascade.analysis import Analysis
from grammar.claim import Unread
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.bounds import ENDS

_RESUMED = "the parser had to start again here"
_NO_FRAME = "no frame fits what stands around the cue"


def unread(analysis: Analysis, found: Sequence[Attribution]) -> tuple[Unread, ...]:
    """The unread sentences in text order, each once, with its first unread cue."""
    read = {attribution.cue_chunk for attribution in found}
    kept = {number for number, _, _ in analysis.frames}
    codes, out, done = analysis.codes, [], -1
    paragraph = 0
    own = analysis.own
    resumed = {min(chunk, len(codes) - 1) for chunk in analysis.resumed}
    silent = {chunk for chunk in analysis.licences if chunk < own and chunk not in read}
    for chunk in sorted(silent | {chunk for chunk in resumed if chunk < own}):
        if chunk < done:
            continue
        while analysis.paragraphs[paragraph].last <= analysis.begins[chunk]:
            paragraph += 1
        if paragraph not in kept or codes[chunk] == CHUNKS["ToSay"]:
            continue
        first, last = chunk, chunk + 1
        while first and codes[first - 1] not in ENDS and first > chunk - 200:
            first -= 1
        while last < own and codes[last - 1] not in ENDS and last < chunk + 200:
            last += 1
        done = last
        if chunk not in resumed and not read.isdisjoint(range(first, last)):
            continue
        slot = analysis.tokens.slot([(analysis.begins[first], analysis.ends[last - 1])])
        cue = analysis.tokens.slot([(analysis.begins[chunk], analysis.ends[chunk])])
        out.append(
            Unread(
                slot.text,
                slot.spans,
                cue.text,
                _RESUMED if chunk in resumed else analysis.refused.get(chunk, _NO_FRAME),
            )
        )
    return tuple(out)
