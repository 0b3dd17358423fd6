"""From frames to attributions: who the source is where it is understood.

A shared subject is carried to ", adding that", a quotation that goes on is added to its speaker's, and what
fits a frame without being a claim is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.classes import Classes
from grammar.cascade.frames import Frame
from grammar.claim import Act, Type
from grammar.doubts.forms import announces, is_doubtful, is_infinitive
from grammar.doubts.labels import Labels
from grammar.slots import agents, asides, bounds, continuation, documents, introductions
from grammar.slots.attribution import NOMINAL, SUBJECT_IS_CONTENT, UNDERSTOOD, Attribution, ranges
from grammar.slots.bounds import ENDS
from grammar.slots.coordination import goes_on, is_outermost, related, resumed
from grammar.slots.coverage import Slots
from grammar.slots.mood import Moods
from grammar.slots.negation import negators
from grammar.slots.subjects import owner

Range = tuple[int, int]
_PARTICIPLES = frozenset(("adding_that", "telling", "praising"))
_FIRST = frozenset(("saying_first", "praising_first"))
_AHEAD = 8  # frames within which a participle's main clause, or the content before "and support", is sought
_BEHIND = 16  # chunks within which a sentence's first group is looked for
_NEEDS_SOURCE = frozenset(("claim_that",))
_RELATIVE = frozenset(["who_said", "who_told", "who_judged"])
_LEADING = frozenset(("content_said", "content_said_inverted", "was_told_that"))
_SUBJECTED = frozenset(("said_that", "said_quote", "told", "judged", "confident", "content_said"))
_CLOSING = dict.fromkeys(("said_nothing", "told", "as_said"), "content_said")
_CLOSING["according_to"] = "content_according"
_LED = {"said_quote": "content_said", "according_to": "content_according"}
_BEING, _PART = frozenset((TOKEN_CLASSES["Be"], TOKEN_CLASSES["BeNot"])), TOKEN_CLASSES["Part"]
_BOUNDS = ENDS | {CHUNKS["Semicolon"]}
_JOINTS = _BOUNDS | {CHUNKS["And"]}
_VERBAL = ("Verb", "Bare", "Said", "Done", "Doing", "ToDo", "Judge", "SayThat")
_LINKS = (
    "That", "Relative", "Question", "Of", "To", "For", "About", "Against", "With", "By", "In", "Prep", "As",
)  # fmt: skip
_WHILE = frozenset(("while", "although", "though"))
_CONTACT = CHUNKS["Group"] + CHUNKS["Pronoun"]
_COLON, _COMMA = CHUNKS["Colon"], CHUNKS["Comma"]
_UNCUED = frozenset(("orphan_quotation", "turned_colon"))
_LABELS = frozenset(("speaker_colon", "signed"))
_GOVERNING = frozenset(CHUNKS[name] for name in _VERBAL + _LINKS)
_SENTENCE = 60  # chunks


class Attributions:
    """Reads an analysis's frames; one object serves all texts."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self._slots = Slots()
        self._moods = Moods()

    def of(self, analysis: Analysis) -> Iterator[Attribution]:
        """The attributions in the order of their frames, outer before inner."""
        made: dict[int, Attribution] = {}
        subjects: dict[int, Range | None] = {}
        speaker: Attribution | None = None
        latest: Attribution | None = None
        heard = -1  # the paragraph in which the speaker's words last stood
        spoken = (-1, -1)  # a paragraph that is all somebody's words, and the frame of who said them
        raised: dict[int, int] = {}  # what was no claim after all: its frames stand where it stands
        labels = Labels(analysis, self._classes)
        unclosed = continuation.Unclosed()
        paragraph = opening = -1
        for at, (number, frame, outer) in enumerate(analysis.frames):
            parent = raised.get(outer, outer)
            if parent < 0 and number == spoken[0]:
                parent = spoken[1]
            if number != paragraph:
                paragraph, subjects, opening = number, {}, at
                if heard < number - 1:
                    speaker = None
            if parent >= 0 and parent not in made:
                continue  # within a quotation that nobody is known to have said
            while parent >= 0 and made[parent].ends_before(analysis.begins[frame.slots[0][1]]):
                outside = analysis.frames[parent][2]  # he saw that it was late | but he said so
                parent = raised.get(outside, outside)
                if parent not in made:
                    parent = -1
            rule, subject = frame.rule, subjects.get(parent)
            if rule == "clause":
                span = owner(analysis, bounds.subject(analysis, *frame.slots[0][1:]), subject)
                if not self._is_governed(analysis, span[0], subject):
                    subjects[parent] = span
                continue
            if rule == "orphan_quotation" and parent >= 0:
                continue
            if rule in _UNCUED and parent < 0:
                first, last = frame.slots[-1][1:]
                content = ranges(analysis, first, last)
                present = speaker if heard == number or at == opening else None
                found = introductions.introduced(analysis, number, (first, last), content, present)
                if found and found.rule != "turned_colon" and rule == "turned_colon":
                    rule = "orphan_quotation"  # her answer was curt: "..."
                if found and rule == "orphan_quotation" and not is_doubtful(analysis, frame, found, None):
                    made[at], speaker, heard = found, found, number
                    yield found
                    continue
                # the question a nurse put: "..."
                if rule == "orphan_quotation" and present and analysis.codes[first - 1 : first] != _COLON:
                    announced, heard = not present.content, number
                    made[at] = speaker = continuation.continued(present, number, content)
                    if announced:
                        yield speaker
                elif rule == "orphan_quotation":
                    unclosed.add(analysis, number, content)
                if rule == "orphan_quotation":
                    continue
            if rule == "said_nothing" and announces(analysis, frame):
                speaker, heard = self._slots.fill(analysis, number, frame, subject), number
                subjects[parent] = speaker.source_chunks
                block = continuation.block(analysis, number + 1) if parent < 0 else []
                if block:
                    speaker = continuation.continued(speaker, number, block)
                    made[at], spoken = speaker, (number + 1, at)
                    yield speaker
                continue
            if rule in _LABELS and not labels.is_speaker(number, frame):
                raised[at] = parent
                continue
            if rule in _PARTICIPLES:
                if subject is None and parent >= 0:
                    subject = made[parent].source_chunks
                subject = agents.speaker(analysis, frame.slots[0][1], subject)
            if rule in _FIRST:
                subject = self._main(analysis, at)
                if subject is None:
                    continue
            if rule in _PARTICIPLES:
                cue = frame.slots[0][1]
                document = documents.bearer(analysis, cue)
                if document and documents.speaks(analysis, document, subject):
                    subject = document
                elif rule == "praising" and not document and documents.is_behind_group(analysis, cue):
                    subject = documents.holder(analysis, cue)
                    if subject is None:
                        continue
                elif rule != "praising" and not document:
                    subject = documents.voice(analysis, cue) or subject
            meant = related(analysis, frame)
            subject = meant or subject
            if rule in UNDERSTOOD and subject is None:
                subject = self._first_group(analysis, frame.slots[0][1])
                if subject is None:
                    raised[at] = parent
                    continue
            found = self._slots.fill(analysis, number, frame, subject, inside=parent >= 0)
            if rule == "signed" and not found.content and number:
                found.content = continuation.block(analysis, number - 1)
            if rule in _RELATIVE:
                continuation.relate(analysis, found, latest)
            if found.licence and found.licence.complement == "gap-object" and found.source_chunks:
                gap = bounds.antecedent(analysis, found.source_chunks[0])
                found.rule, found.content = "judged", ranges(analysis, *gap) if gap else []
                continuation.deny(analysis, found, gap, islice(reversed(made.values()), _AHEAD))
            elif rule in _CLOSING and not found.content:
                told = asides.around(analysis, frame)
                found.content = [each for chunks in told for each in ranges(analysis, *chunks)]
                if (
                    parent >= 0 and made[parent].content
                ):  # (he denied) that it was planned, as Lee has claimed
                    begin = made[parent].content[0][0]
                    found.content = [(max(at, begin), end) for at, end in found.content if end > begin]
                if found.content:
                    found.rule = _CLOSING[rule]
            elif led := asides.led(analysis, frame):
                found.content = ranges(analysis, *led) + found.content
                found.rule = _LED[rule]
            if parent >= 0:
                self._lend_mood(analysis, made[parent], found)
            if found.content and found.cue:
                words = analysis.tokens.words
                negated = [*negators(words, found.source), *found.cue]
                found.mood = self._moods.of_words(analysis.tokens, negated, found.content, found.licence)
            if is_infinitive(analysis, frame) or goes_on(analysis, frame, found, made):
                self._give_back(analysis, frame, made)
                continue
            if is_doubtful(analysis, frame, found, made.get(parent)):
                if rule in _LEADING:
                    raised[at] = parent
                if rule in _SUBJECTED and found.source_chunks:  # Lee claimed the prize and hopes to go
                    subjects[parent] = found.source_chunks
                continue
            if found.rule not in (rule, "judged") and found.content:
                self._adopt(found, made, parent)
            if rule in ("reportedly", "won_support"):
                subjects[parent] = frame.slots[0][1:]
            if (
                found.source_chunks
                and rule not in SUBJECT_IS_CONTENT
                and not meant
                and (rule not in _RELATIVE or subject is None)
            ):
                subjects[parent] = owner(analysis, found.source_chunks, subject)
            voiced = bool(found.source) or rule not in _NEEDS_SOURCE
            voiced = voiced or self._slots.nouns.is_aired(analysis, found.cue_chunk, found.licence)
            if found.content and found.cue and voiced:
                found.parent = made.get(parent)
                closed = analysis.units.closed
                found.content = [closed(*piece) for piece in found.content]
                found.source = [closed(*piece) for piece in found.source]
                found.addressee = [closed(*piece) for piece in found.addressee]
                made[at] = latest = found
                if parent < 0:
                    unclosed.join(analysis, found)
                if parent < 0 and continuation.is_speaker(found, speaker):
                    speaker, heard = found, number
                yield found

    def _give_back(self, analysis: Analysis, frame: Frame, made: dict[int, Attribution]) -> None:
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

    @staticmethod
    def _adopt(found: Attribution, made: dict[int, Attribution], parent: int) -> None:
        """Put the claims that stand in what was found to be a content under its claim."""
        start = found.content[0][0]
        for other in reversed(made.values()):
            if other.parent is made.get(parent):
                if other.cue[0][0] < start:
                    break
                other.parent = found

    @staticmethod
    def _is_governed(analysis: Analysis, chunk: int, subject: Range | None) -> bool:
        """Whether a group is an object or stands in a clause within the subject's: "saw a shift, adding"."""
        codes = analysis.codes
        if subject is None or chunk < 1 or chunk - subject[1] > _SENTENCE:
            return False
        if codes[chunk - 1 : chunk + 1] == _CONTACT and subject[1] < chunk:  # left the hall | he had built
            return _JOINTS.isdisjoint(codes[subject[1] : chunk])
        if codes[chunk - 1] not in _GOVERNING:  # was woken | while she slept; but: ..., although some left
            before = analysis.tokens.lower[analysis.begins[chunk] - 1]
            return before in _WHILE and codes[chunk - 2] != _COMMA and codes[chunk - 2] not in _BOUNDS
        verb = analysis.letters(chunk - 1)
        if verb[-1:] == _PART and not _BEING.isdisjoint(verb):
            return False  # when they were shown | some people wrote
        return _BOUNDS.isdisjoint(codes[subject[1] : chunk])

    @staticmethod
    def _main(analysis: Analysis, at: int) -> Range | None:
        """The subject of the clause behind a participle that opens its sentence."""
        paragraph, _, outer = analysis.frames[at]
        for number, frame, parent in analysis.frames[at + 1 : at + _AHEAD]:
            if number != paragraph:
                break
            if parent == outer:
                slots = {slot: (first, last) for slot, first, last in frame.slots}
                return slots.get("source") or (slots.get("subject") if frame.rule == "clause" else None)
        return None

    def _lend_mood(self, analysis: Analysis, outer: Attribution, inner: Attribution) -> None:
        """Tell that "we hope", he said, is a hope, since its own words say so."""
        if outer.mood or not (outer.licence and inner.licence and inner.source and inner.cue):
            return
        denied = outer.licence.sense.act is Act.DENY  # denied that it was planning to leave
        if outer.licence.sense.type is Type.ASSERTION and not denied:
            outer.mood = self._moods.of_own_words(
                analysis.tokens.words, outer.content, inner.licence, inner.source[0], inner.cue[0]
            )

    @staticmethod
    def _first_group(analysis: Analysis, chunk: int) -> Range | None:
        """The sentence's first noun group, where its verb was not known as one."""
        codes, at = analysis.codes, chunk
        while at and codes[at - 1] not in ENDS and chunk - at < _BEHIND:
            at -= 1
        at += 2 * (codes[at : at + 2] == CHUNKS["When"] + CHUNKS["Comma"])
        return (at, at + 1) if codes[at] in NOMINAL and at < chunk else None
