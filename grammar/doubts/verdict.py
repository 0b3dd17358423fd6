"""Whether what a frame found is a claim after all: every doubt that this package knows, asked in turn."""

from __future__ import annotations

from grammar.cascade.analysis import Analysis
from grammar.cascade.frames import Frame
from grammar.doubts.agency import is_incapable
from grammar.doubts.constructions import (
    is_compared,
    is_complement,
    is_discordant,
    is_empty,
    is_felt,
    is_ground,
    is_headless,
    is_identity,
    is_inverted,
    is_passive_headline,
    is_questioned,
    is_unspoken,
)
from grammar.doubts.first_person import is_own
from grammar.doubts.forms import (
    is_announcing,
    is_bare,
    is_direction,
    is_gerund,
    is_indirect,
    is_reason,
    is_setting,
    is_subject,
    is_subjunctive,
    is_writer,
)
from grammar.doubts.inference import is_credited, is_deed, is_evidence, is_named, is_voiceless
from grammar.doubts.openings import is_opening
from grammar.doubts.predication import is_unpredicated
from grammar.doubts.senses import is_other_sense
from grammar.doubts.suppositions import is_supposed
from grammar.slots.attribution import Attribution


def is_doubtful(analysis: Analysis, frame: Frame, found: Attribution, outer: Attribution | None) -> bool:
    """Whether any doubt speaks against what a frame found.

    ``outer`` is the claim in whose content the words stand.
    """
    rule, source, licence = frame.rule, found.source, found.licence
    return (
        is_own(analysis, source, found.cue, licence, found.mood, inside=outer is not None)
        or is_empty(analysis, rule, source)
        or is_headless(analysis, found.source_chunks)
        or is_ground(analysis, frame)
        or is_felt(analysis, found)
        or is_other_sense(analysis, frame, found)
        or is_incapable(analysis, found, outer)
        or is_unpredicated(analysis, found)
        or is_opening(analysis, frame)
        or is_setting(analysis, frame, licence)
        or is_direction(analysis, frame, licence)
        or is_bare(analysis, frame)
        or is_writer(analysis, found, outer)
        or is_gerund(analysis, frame, outer)
        or is_subjunctive(analysis, found, outer)
        or is_announcing(analysis, frame, found)
        or is_subject(analysis, found, frame)
        or is_indirect(analysis, frame, source)
        or is_reason(analysis, found)
        or is_questioned(analysis, frame, found)
        or is_evidence(analysis, frame, found)
        or is_deed(analysis, found)
        or is_credited(analysis, frame, found)
        or is_named(analysis, found)
        or is_voiceless(analysis, frame, found)
        or is_compared(analysis, rule, source)
        or is_identity(analysis, found)
        or is_inverted(analysis, found)
        or is_complement(analysis, frame)
        or is_unspoken(analysis, frame, source)
        or is_discordant(analysis, found)
        or is_passive_headline(analysis, found)
        or is_supposed(analysis, found, outer)
    )
