"""Whether what a frame found is a claim after all: every doubt that this package knows, asked in turn."""

from __future__ import annotations

from grammar.cascade.analysis import Analysis
from grammar.cascade.frames import Frame
from grammar.doubts.agency import is_incapable
from grammar.doubts.clauses import is_part
from grammar.doubts.first_person import is_own
from grammar.doubts.inference import is_shown
from grammar.doubts.objects import is_contentless
from grammar.doubts.openings import is_opening
from grammar.doubts.predication import is_unpredicated
from grammar.doubts.senses import is_other_sense
from grammar.doubts.subjects import is_nobody
from grammar.doubts.suppositions import is_supposed
from grammar.doubts.titles import is_name
from grammar.doubts.verbals import is_eventless
from grammar.doubts.voice import is_turned
from grammar.slots.attribution import Attribution


def is_doubtful(analysis: Analysis, frame: Frame, found: Attribution, outer: Attribution | None) -> bool:
    """Whether any doubt speaks against what a frame found.

    ``outer`` is the claim in whose content the words stand.
    """
    return (
        is_own(analysis, found, outer)
        or is_nobody(analysis, found)
        or is_other_sense(analysis, frame, found)
        or is_incapable(analysis, found, outer)
        or is_unpredicated(analysis, found)
        or is_opening(analysis, frame)
        or is_contentless(analysis, frame, found)
        or is_eventless(analysis, frame, found, outer)
        or is_part(analysis, frame, found)
        or is_turned(analysis, frame, found)
        or is_shown(analysis, frame, found)
        or is_name(analysis, frame, found)
        or is_supposed(analysis, found, outer)
    )
