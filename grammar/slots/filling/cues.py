"""Cues: which words of a frame's slots are the cue, and which beside it are the content's."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import HEARSAY, UNLICENSED
from grammar.slots.attribution import Attribution, ranges
from grammar.slots.syntax import bounds

_WHEN = CHUNKS["When"]
_WRITING = frozenset(("write", "writes", "wrote", "written", "writing"))
# how many chunks behind the verb are the cue's: pointed out, put it, distanced himself from
PARTICLES = {
    "out-that": 1, "behind": 1,
    "out-bare": 1, "out-quote": 1, "out-none": 1, "put-it": 1, "out-object": 1, "off-object": 1,
    "self-from": 2, "self-with": 2,
}  # fmt: skip
_LABELLED = frozenset(("speaker_colon", "turned_colon", "signed", "credited"))


def add(analysis: Analysis, found: Attribution, first: int, last: int) -> None:
    """A cue from its first verb on: took to Twitter on Friday to say."""
    if found.rule == "reportedly":
        _add_hearsay(analysis, found, first, last)
        return
    licence, begin = analysis.licences.get(last - 1, UNLICENSED), first
    if licence is not UNLICENSED:
        found.licence, found.cue_chunk, begin = licence, last - 1, min(first, licence.first)
    if begin < first and not found.time:
        found.situate(analysis, begin, first)
        if analysis.tokens.lower[analysis.ends[begin] - 1] in _WRITING and begin + 2 < first:
            found.addressee += ranges(analysis, begin + 2, begin + 3)  # wrote to them to say
    particles = PARTICLES.get(licence.complement, 0)
    found.cue += ranges(analysis, begin, last + particles, label=found.rule in _LABELLED)


def _add_hearsay(analysis: Analysis, found: Attribution, first: int, last: int) -> None:
    """(The duo) reportedly | saw (a bar): the adverb alone is the cue, its verb belongs to what is told."""
    begin, end = analysis.begins[first], analysis.ends[last - 1]
    at = next(i for i in range(begin, end) if analysis.tokens.lower[i] in HEARSAY)
    found.cue = [(at, at + 1)]
    if begin < at:
        head = found.content.pop()[0] if found.content and found.content[-1][1] == begin else begin
        found.content.append((head, at))
    if at + 1 < end:
        found.content.append((at + 1, end))


def add_particle(analysis: Analysis, found: Attribution, first: int, last: int) -> None:
    """What stands behind a cue and is part of it: called for; but: vowed | to clear, the content's."""
    infinitive = found.licence.complement == "infinitive"
    if analysis.codes[first] == _WHEN:  # called Wednesday for calm; agreed in May | to close it
        found.time += ranges(analysis, first, first + 1)
        first += 1
    if infinitive and not bounds.governs_thing(analysis, last - 1):
        found.content += ranges(analysis, first, last)
        return
    add(analysis, found, first, last)
