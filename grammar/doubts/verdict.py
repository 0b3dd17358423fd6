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

NO_REPORT = "the cue goes with another verb, or goes on with another's words"
OUTSIDE = "the cue stands in what was refused as somebody's words"
NO_SUBJECT = "no subject to be understood"
NOTHING = "nothing that was said stands beside the cue"
NOBODY = "nobody is named whose word it is"


def doubt(analysis: Analysis, frame: Frame, found: Attribution, outer: Attribution | None) -> str:
    """Why what a frame found is no claim after all; "" where no doubt speaks against it.

    ``outer`` is the claim in whose content the words stand.
    """
    if is_own(analysis, found, outer):
        return "the words are the writer's or the speaker's own"
    if is_nobody(analysis, found):
        return "what stands as the source speaks for nobody"
    if is_other_sense(analysis, frame, found):
        return "with these words the cue has a sense that reports nothing"
    if is_incapable(analysis, found, outer):
        return "what stands as the source cannot have done what the cue tells"
    if is_unpredicated(analysis, found):
        return "what looks like the source's verb is none"
    if is_opening(analysis, frame):
        return "the cue's words only open the sentence"
    if is_contentless(analysis, frame, found):
        return "what stands beside the cue is no content"
    if is_eventless(analysis, frame, found, outer):
        return "the cue's form tells of nothing that was done"
    if is_part(analysis, frame, found):
        return "the cue's clause is only a part of another"
    if is_turned(analysis, frame, found):
        return "the source is not the one who does what the cue tells"
    if is_shown(analysis, frame, found):
        return "what happened only shows it, and nobody says it"
    if is_name(analysis, frame, found):
        return "the content is only what a thing is named"
    if is_supposed(analysis, found, outer):
        return "what the cue tells of is only supposed, asked, denied or meant of anybody"
    return ""
