"""From frames to attributions: who the source is where it is understood.

A shared subject is carried to ", adding that", a quotation that goes on is added to its speaker's, and what
fits a frame without being a claim is left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from grammar.cascade.alphabet import CHUNKS
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import LEADING, PARTICIPLES, PLAIN, RELATIVE, UNDERSTOOD
from grammar.cascade.frames import Frame
from grammar.cascade.words.classes import Classes
from grammar.doubts.labels import Labels
from grammar.doubts.verbals import is_infinitive
from grammar.doubts.verdict import NO_REPORT, NO_SUBJECT, NOBODY, NOTHING, OUTSIDE, doubt
from grammar.slots.attribution import SUBJECT_IS_CONTENT, Attribution, ranges
from grammar.slots.cohesion import continuation, displacement, introductions, paragraphs, understood
from grammar.slots.cohesion.coordination import goes_on, related
from grammar.slots.cohesion.floor import Floor
from grammar.slots.cohesion.nesting import Nesting, lend_mood
from grammar.slots.filling.coverage import Slots
from grammar.slots.sources.subjects import owner
from grammar.slots.syntax import bounds
from grammar.slots.syntax.mood import Moods
from grammar.slots.syntax.negation import negators
from grammar.text.ranges import Range

_NEEDS_SOURCE = frozenset(("claim_that",))
_PREDICATED = "is-that"
_LIFTED = LEADING | {"was_told_that"}
_SUBJECTED = PLAIN | {"confident", "content_said"}
_TOLD_OF = frozenset(("reportedly", "won_support"))
_LABELS = frozenset(("speaker_colon", "signed", "credited"))
_ANNOUNCING = frozenset(("said_nothing", "told"))
_ORPHAN, _TURNED, _TURN = "orphan_quotation", "turned_colon", "speaker_colon"
_APART = frozenset(CHUNKS[name] for name in ("Colon", "In", "Prep"))


class Attributions:
    """Reads an analysis's frames; one object serves all texts."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self._slots = Slots()
        self._moods = Moods()

    def of(self, analysis: Analysis) -> Iterator[Attribution]:
        """The attributions in the order of their frames, outer before inner."""
        return _Course(analysis, Labels(analysis, self._classes), self._slots, self._moods).run()


class _Course:
    """A text's frames in their order: what was made of them so far, and what the next ones go on with."""

    def __init__(self, analysis: Analysis, labels: Labels, slots: Slots, moods: Moods) -> None:
        self._analysis = analysis
        self._labels = labels
        self._slots = slots
        self._moods = moods
        self._nesting = Nesting()
        self._made = self._nesting.made
        self._subjects: dict[int, Range | None] = {}  # of the paragraph, by the frame in which they stand
        self._paragraph = self._opening = -1  # the paragraph at hand, and its first frame
        self._floor = Floor(analysis)
        self._latest: Attribution | None = None

    def run(self) -> Iterator[Attribution]:
        """Each frame that is an attribution."""
        for at, (number, frame, outer) in enumerate(self._analysis.frames):
            parent = self._parent(at, number, frame, outer)
            if parent is None:
                self._analysis.refuse(frame, OUTSIDE)
                continue
            found = self._read(at, number, frame, parent)
            if found:
                yield found

    def _parent(self, at: int, number: int, frame: Frame, outer: int) -> int | None:
        """The frame in whose content this one stands, -1 for none; None where nobody is known to speak."""
        parent = self._floor.around(number, self._nesting.lifted(outer))
        if number != self._paragraph:
            self._paragraph, self._subjects, self._opening = number, {}, at
            self._floor.enter(number)
        return self._nesting.around(self._analysis, frame, parent)

    def _read(self, at: int, number: int, frame: Frame, parent: int) -> Attribution | None:
        """What a frame attributes, if anything; who is its sentence's subject is kept."""
        rule = frame.rule
        if rule == "clause":
            self._note_subject(frame, parent)
            return None
        if rule == _ORPHAN and parent >= 0:
            return None
        if rule in (_ORPHAN, _TURNED) and parent < 0:
            content = ranges(self._analysis, *frame.slots[-1][1:])
            present = self._floor.holder(number, opens=at == self._opening)
            if rule == _ORPHAN and not present and continuation.is_reopened(self._analysis, at):
                self._floor.leave(number, content)
                return None
            made = introductions.introduced(self._analysis, number, frame.slots[-1][1:], content, present)
            if rule == _ORPHAN or (made and made.rule != _TURNED):  # her answer was curt: "..."
                return self._quotation(at, number, frame, content, made, present)
        if rule in _ANNOUNCING and continuation.announces(self._analysis, frame):
            return self._announced(at, number, frame, parent)
        within = parent >= 0 and frame.slots[0][1] < self._analysis.own  # Guild Backs Lund: I Was Wrong
        if rule in _LABELS and (within or not self._labels.is_speaker(number, frame)):
            self._nesting.lift(at, parent)
            return None
        return self._attributed(at, number, frame, parent)

    def _note_subject(self, frame: Frame, parent: int) -> None:
        """Keep the subject of a clause that attributes nothing: what follows may go on with it."""
        subject = self._subjects.get(parent)
        _, first, last = frame.slots[0]
        span = owner(self._analysis, bounds.subject(self._analysis, first, last), subject)
        if not understood.is_governed(self._analysis, span[0], subject):
            self._subjects[parent] = span

    def _attributed(self, at: int, number: int, frame: Frame, parent: int) -> Attribution | None:
        """What a frame with a cue attributes, to its source or to who is understood to be the subject."""
        analysis, rule, subject = self._analysis, frame.rule, self._subjects.get(parent)
        if rule in PARTICIPLES and subject is None and parent >= 0:
            subject = self._made[parent].source_chunks
        subject, speaks = understood.subject(analysis, at, frame, subject)
        if not speaks:
            analysis.refuse(frame, NO_SUBJECT)
            return None
        meant = related(analysis, frame)
        subject = meant or subject
        if rule in UNDERSTOOD and subject is None:
            subject = understood.first_group(analysis, frame.slots[0][1])
            if subject is None:
                self._nesting.lift(at, parent)
                analysis.refuse(frame, NO_SUBJECT)
                return None
        found = self._filled(number, frame, parent, subject)
        if not self._is_claim(at, frame, parent, found):
            return None
        if rule == _TURN and parent < 0:
            found.content += (turn := paragraphs.turn(analysis, number))
            self._floor.turn(range(number + 1, number + 1 + len(turn)), at)
        if rule in _TOLD_OF:
            self._subjects[parent] = frame.slots[0][1:]
        own = rule not in SUBJECT_IS_CONTENT and not meant and (rule not in RELATIVE or subject is None)
        if own and found.source_chunks:
            self._subjects[parent] = owner(analysis, found.source_chunks, subject)
            outer = self._made[parent] if parent >= 0 else None
            if outer and outer.rule == "according_to" and not outer.parent:
                self._subjects[-1] = self._subjects[parent]  # According to a report, Lee said so | and hopes
        return self._kept(at, number, frame, parent, found)

    def _quotation(
        self, at: int, number: int, frame: Frame, content: list[Range], made: Attribution | None,
        present: Attribution | None,
    ) -> Attribution | None:  # fmt: skip
        """A quotation without a cue: it is introduced, its speaker goes on, or nobody is known yet."""
        if made and not doubt(self._analysis, frame, made, None):
            self._made[at] = made
            self._floor.take(made, number)
            return made
        first = frame.slots[-1][1]
        # the question a nurse put: "..."; (it was late, she wrote) in "The Long Road."
        if present and self._analysis.codes[first - 1 : first] not in _APART:
            announced = not present.content
            self._made[at] = found = continuation.continued(present, number, content)
            self._floor.take(found, number)
            return found if announced else None
        if not continuation.rejoin(self._analysis, self._latest, first, content):
            self._floor.leave(number, content)
        return None

    def _announced(self, at: int, number: int, frame: Frame, parent: int) -> Attribution | None:
        """Who is said to speak, and the paragraph behind it, if that is all the words: "He wrote:"."""
        speaker = self._slots.fill(self._analysis, number, frame, self._subjects.get(parent))
        self._floor.take(speaker, number)
        self._subjects[parent] = speaker.source_chunks
        block = paragraphs.block(self._analysis, number + 1) if parent < 0 else []
        if not block:
            return None
        self._made[at] = found = continuation.continued(speaker, number, block)
        self._floor.take(found, number)
        self._floor.turn((number + 1,), at)
        return found

    def _filled(self, number: int, frame: Frame, parent: int, subject: Range | None) -> Attribution:
        """The attribution with its content, which may stand elsewhere, and its mood."""
        analysis = self._analysis
        found = self._slots.fill(analysis, number, frame, subject, inside=parent >= 0)
        latest, made = self._latest, self._made
        displacement.fetch(analysis, number, frame, found, made.get(parent), latest=latest, made=made)
        if parent >= 0:
            lend_mood(self._moods, analysis, self._made[parent], found)
        if found.content and found.cue:
            negated = [*negators(analysis.tokens, found.source), *found.cue]
            found.mood = self._moods.of_words(analysis.tokens, negated, found.content, found.licence)
        return found

    def _is_claim(self, at: int, frame: Frame, parent: int, found: Attribution) -> bool:
        """Whether a frame that fits is one; what is none may be another's words, or name the subject."""
        if is_infinitive(self._analysis, frame) or goes_on(self._analysis, frame, found, self._made):
            displacement.give_back(self._analysis, frame, self._made)
            self._analysis.refuse(frame, NO_REPORT)
            return False
        reason = doubt(self._analysis, frame, found, self._made.get(parent))
        if reason:
            self._analysis.refuse(frame, reason)
            if frame.rule in _LIFTED or _predicates(found):
                self._nesting.lift(at, parent)
            if frame.rule in _SUBJECTED and found.source_chunks:  # Lee claimed the prize and hopes to go
                self._subjects[parent] = found.source_chunks
            return False
        return True

    def _kept(
        self, at: int, number: int, frame: Frame, parent: int, found: Attribution
    ) -> Attribution | None:
        """A claim that has all it needs, with its marks of quotation closed."""
        if found.rule not in (frame.rule, "judged") and found.content:
            self._nesting.adopt(found, parent)
        voiced = bool(found.source) or frame.rule not in _NEEDS_SOURCE
        nouns = self._slots.nouns
        voiced = voiced or nouns.is_aired(self._analysis, found.cue_chunk, found.licence)
        voiced = voiced and (not _predicates(found) or nouns.tells(self._analysis, found.cue))
        if not (found.content and found.cue and voiced):
            if frame.rule in _NEEDS_SOURCE:
                self._nesting.lift(at, parent)
            self._analysis.refuse(frame, NOBODY if found.content else NOTHING)
            return None
        self._nesting.enter(found, parent)
        units = self._analysis.units
        found.content = [units.closed(first, last) for first, last in found.content]
        found.source = [units.closed(first, last) for first, last in found.source]
        found.addressee = [units.closed(first, last) for first, last in found.addressee]
        self._made[at] = self._latest = found
        if parent < 0:
            self._floor.settle(found, number, self._nesting)
        return found


def _predicates(found: Attribution) -> bool:
    """Whether a noun of nobody's tells what is so: the bottom line is that | Lund said it was late."""
    return found.licence.complement == _PREDICATED
