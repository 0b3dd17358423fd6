"""Whether what a frame found is a claim after all: every doubt that this package knows, asked in turn."""

from __future__ import annotations

from collections.abc import Callable

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
Doubt = Callable[[Analysis, Frame, Attribution, Attribution | None], bool]
_DOUBTS: tuple[tuple[str, Doubt], ...] = (
    ("the words are the writer's or the speaker's own", lambda a, _, found, outer: is_own(a, found, outer)),
    ("what stands as the source speaks for nobody", lambda a, _, found, __: is_nobody(a, found)),
    (
        "with these words the cue has a sense that reports nothing",
        lambda a, frame, found, _: is_other_sense(a, frame, found),
    ),
    (
        "what stands as the source cannot have done what the cue tells",
        lambda a, _, found, outer: is_incapable(a, found, outer),
    ),
    ("what looks like the source's verb is none", lambda a, _, found, __: is_unpredicated(a, found)),
    ("the cue's words only open the sentence", lambda a, frame, _, __: is_opening(a, frame)),
    ("what stands beside the cue is no content", lambda a, frame, found, _: is_contentless(a, frame, found)),
    ("the cue's form tells of nothing that was done", is_eventless),
    ("the cue's clause is only a part of another", lambda a, frame, found, _: is_part(a, frame, found)),
    (
        "the source is not the one who does what the cue tells",
        lambda a, frame, found, _: is_turned(a, frame, found),
    ),
    ("what happened only shows it, and nobody says it", lambda a, frame, found, _: is_shown(a, frame, found)),
    ("the content is only what a thing is named", lambda a, frame, found, _: is_name(a, frame, found)),
    (
        "what the cue tells of is only supposed, asked, denied or meant of anybody",
        lambda a, _, found, outer: is_supposed(a, found, outer),
    ),
)


def doubt(analysis: Analysis, frame: Frame, found: Attribution, outer: Attribution | None) -> str:
    """Why what a frame found is no claim after all; "" where no doubt speaks against it.

    ``outer`` is the claim in whose content the words stand.
    """
    return next((reason for reason, doubts in _DOUBTS if doubts(analysis, frame, found, outer)), "")
