"""From frames to attributions: who the source is where it is understood, and what each slot covers.

A frame gives chunks. Here a shared subject is carried to ", adding that", a quotation that goes on is added
to its speaker's, dates and venues between the slots are told apart, and everything becomes token ranges.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from grammar.alphabet import CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade import Analysis
from grammar.claim import Act, Type
from grammar.doubts import announces, is_empty, is_infinitive, is_label, is_opening, is_own, is_showing
from grammar.frames import Frame
from grammar.inflection import forms
from grammar.lexicon import lines
from grammar.licence import Licence
from grammar.mood import Mood, Moods

Range = tuple[int, int]
_TRIMMED = frozenset(CHUNKS[name] for name in ("Comma", "Semicolon", "Colon", "Dash", "Break", "Stop"))
_LEADING = _TRIMMED | {CHUNKS["And"], CHUNKS["But"]}
_WHEN, _WHERE = CHUNKS["When"], CHUNKS["Where"]
_BEFORE_SOURCE = re.compile(expand("(?:<When|Where><Comma>?)+\\Z", CHUNKS))
_PARTICIPLES = frozenset(("adding_that", "praising"))
_UNDERSTOOD = frozenset(["adding_that", "praising", "and_said", "and_told", "and_judged"])
_NEEDS_SOURCE = frozenset(("claim_that",))
_SUBJECT_IS_CONTENT = frozenset(["is_said_to", "was_accused_by"])
_RELATIVE = frozenset(["who_said", "who_told", "who_judged"])
_QUOTING = frozenset(["quote_said", "quote_said_inverted", "said_quote"])
_ENDS = frozenset(CHUNKS[name] for name in ("Stop", "Break", "QuoteStop", "QuoteAsk"))
_NOMINAL = frozenset((CHUNKS["Group"], CHUNKS["Pronoun"], CHUNKS["Objective"]))
_GENITIVE, _POSSESSIVE = TOKEN_CLASSES["Gen"], TOKEN_CLASSES["Poss"]
_VERBAL = frozenset(CHUNKS[name] for name in ("Verb", "Doing", "Done", "ToDo", "Judge", "SayingTo"))
_CLOSING = {"said_nothing": "content_said", "according_to": "content_according"}
_COMMA = CHUNKS["Comma"]
_CLOSED = ("", CHUNKS["Stop"], CHUNKS["Break"])
_PREDICATE = re.compile(expand("<Verb|Said|SaidTo|SayThat|Judge|Tell|Done|SayQuote>", CHUNKS))
_BOUNDS = _ENDS | {CHUNKS["Semicolon"]}
_SHORTEST, _TELLING, _SENTENCE = 3, 5, 60  # chunks
_LOOK_BACK = 8


@dataclass(slots=True)
class Attribution:
    """Who said what, as token ranges in text order."""

    rule: str
    paragraph: int
    cue: list[Range]
    content: list[Range]
    source: list[Range] = field(default_factory=list)
    addressee: list[Range] = field(default_factory=list)
    time: list[Range] = field(default_factory=list)
    venue: list[Range] = field(default_factory=list)
    parent: Attribution | None = None
    licence: Licence | None = None
    mood: Mood | None = None
    source_chunks: Range | None = None
    cue_chunk: int = -1


class Attributions:
    """Reads an analysis's frames; one object serves all texts."""

    def __init__(self) -> None:
        self._light_verbs = frozenset(form for verb in lines("light_verbs.txt") for form in forms(verb))
        self._moods = Moods()

    def of(self, analysis: Analysis) -> Iterator[Attribution]:
        """The attributions in the order of their frames, outer before inner."""
        made: dict[int, Attribution] = {}
        subjects: dict[int, Range | None] = {}
        speaker: Attribution | None = None
        paragraph = opening = -1
        for at, (number, frame, parent) in enumerate(analysis.frames):
            if number != paragraph:
                paragraph, subjects, opening = number, {}, at
                if speaker is not None and speaker.paragraph < number - 1:
                    speaker = None
            if parent >= 0 and parent not in made:
                continue  # within a quotation that nobody is known to have said
            rule, subject = frame.rule, subjects.get(parent)
            if rule == "clause":
                subjects[parent] = frame.slots[0][1:]
                continue
            if rule == "orphan_quotation":
                follows = speaker is not None and (speaker.paragraph == number or at == opening)
                found = self._continued(analysis, number, frame, speaker) if follows and parent < 0 else None
                if found:
                    made[at] = found
                    if found is not speaker:
                        speaker = found
                        yield found
                continue
            if rule == "said_nothing" and announces(analysis, frame):
                speaker = self._attribution(analysis, number, frame, subject)
                subjects[parent] = speaker.source_chunks
                continue
            if rule == "speaker_colon" and not is_label(analysis, frame):
                continue
            if rule in _PARTICIPLES and subject is None and parent >= 0:
                subject = made[parent].source_chunks
            if rule in _UNDERSTOOD and subject is None:
                subject = self._first_group(analysis, frame.slots[0][1])
                if subject is None:
                    continue
            found = self._attribution(analysis, number, frame, subject)
            if rule in _CLOSING and not found.content:
                found.content = self._before(analysis, frame)
                if found.content:
                    found.rule = _CLOSING[rule]
                    start = found.content[0][0]
                    for other in made.values():
                        if other.parent is made.get(parent) and other.cue[0][0] >= start:
                            other.parent = found
            if parent >= 0:
                self._lend_mood(analysis, made[parent], found)
            if found.content and found.cue:
                found.mood = self._moods.of_words(
                    analysis.tokens.words, found.cue, found.content, found.licence
                )
            if (
                is_own(analysis, found.source, found.licence, found.mood, inside=parent >= 0)
                or is_empty(analysis, rule, found.source)
                or is_showing(analysis, found.source, found.licence)
                or is_opening(analysis, frame)
                or is_infinitive(analysis, frame)
            ):
                continue
            if (
                found.source_chunks
                and rule not in _SUBJECT_IS_CONTENT
                and (rule not in _RELATIVE or subject is None)
            ):
                subjects[parent] = found.source_chunks
            if found.content and found.cue and (found.source or rule not in _NEEDS_SOURCE):
                found.parent = made.get(parent)
                made[at] = found
                if rule in _QUOTING and parent < 0:
                    speaker = found
                yield found

    def _before(self, analysis: Analysis, frame: Frame) -> list[Range]:
        """The sentence up to "..., officials said" where other frames took what stands before that."""
        codes, first, last = analysis.codes, frame.slots[0][1], frame.slots[-1][2]
        if codes[last : last + 1] not in _CLOSED or codes[first - 1 : first] != _COMMA or first < _SHORTEST:
            return []
        at = first - 1
        while at and codes[at - 1] not in _BOUNDS and first - at < _SENTENCE:
            at -= 1
        told = first - at > _TELLING if frame.rule == "according_to" else _PREDICATE.search(codes, at, first)
        return self._ranges(analysis, at, first) if told else []

    def _lend_mood(self, analysis: Analysis, outer: Attribution, inner: Attribution) -> None:
        """Tell that "we hope", he said, is a hope, since its own words say so."""
        if outer.mood or not (outer.licence and inner.licence and inner.source and inner.cue):
            return
        if outer.licence.sense.type is Type.ASSERTION:
            outer.mood = self._moods.of_own_words(
                analysis.tokens.words, outer.content, inner.licence, inner.source[0], inner.cue[0]
            )

    def _continued(
        self, analysis: Analysis, number: int, frame: Frame, speaker: Attribution | None
    ) -> Attribution | None:
        """A quotation without a speaker goes on with the one before, or opens the next paragraph."""
        if speaker is None or speaker.paragraph < number - 1:
            return None
        content = self._ranges(analysis, *frame.slots[0][1:])
        if speaker.paragraph == number and speaker.content:
            speaker.content += content
            return speaker
        rule = "said_quote" if not speaker.content else "orphan_quotation"
        return replace(speaker, rule=rule, paragraph=number, content=content, time=list(speaker.time))

    @staticmethod
    def _first_group(analysis: Analysis, chunk: int) -> Range | None:
        """The sentence's first noun group, where its verb was not known as one."""
        codes, at = analysis.codes, chunk
        while at and codes[at - 1] not in _ENDS and chunk - at < _LOOK_BACK * 2:
            at -= 1
        return (at, at + 1) if codes[at] in _NOMINAL and at < chunk else None

    def _attribution(
        self, analysis: Analysis, number: int, frame: Frame, subject: Range | None
    ) -> Attribution:
        found = Attribution(frame.rule, number, [], [])
        for slot, first, last in frame.slots:
            if slot == "subject":
                if frame.rule in _SUBJECT_IS_CONTENT:
                    found.content += self._ranges(analysis, first, last)
                elif analysis.tokens.words[analysis.begins[first]].lower() != "it":  # it is estimated that
                    found.addressee += self._ranges(analysis, first, last)
            elif slot == "source":
                found.source_chunks = self._source(analysis, found, first, last)
            elif slot == "report":
                self._noun(analysis, found, first, subject)
            elif slot == "particle" and found.licence and found.licence.complement == "infinitive":
                found.content += self._ranges(analysis, first, last)  # vowed to clear: "to" is the content's
            elif slot in ("cue", "particle"):
                licence = analysis.licences.get(last - 1)
                if licence:
                    found.licence, found.cue_chunk = licence, last - 1
                    begin = min(first, licence.first)
                else:
                    begin = first
                found.cue += self._ranges(analysis, begin, last, label=frame.rule == "speaker_colon")
            elif slot == "between":
                self._between(analysis, found, first, last)
            elif slot == "addressee":
                found.addressee += self._ranges(analysis, first, last)
            else:
                found.content += self._ranges(analysis, first, last)
        if found.licence and (found.licence.complement == "whom-to" or found.licence.sense.act is Act.ACCUSE):
            found.addressee = self._person(analysis, frame)
        if frame.rule in _UNDERSTOOD and subject:
            found.source_chunks = subject
        if (
            found.source_chunks and found.licence
        ):  # South Korea has refused to confirm: "has refused" is the cue's
            first, last = found.source_chunks
            found.source_chunks = (
                first,
                max(min(last, found.licence.first), first + 1) if found.licence.first > first else last,
            )
        if found.source_chunks:
            found.source = self._ranges(analysis, *found.source_chunks)
            self._opening(analysis, found)
        return found

    def _noun(self, analysis: Analysis, found: Attribution, chunk: int, subject: Range | None) -> None:
        """A reporting noun: its source is in its own group ("Trump's claim"), or is its verb's subject."""
        units, edges = analysis.units, analysis.chunks.edges
        found.licence, found.cue_chunk = analysis.licences[chunk], chunk
        first, last = edges[chunk], edges[chunk + 1]
        genitive = units.codes.rfind(_GENITIVE, first, last)
        lent = chunk > 0 and subject and self._is_light(analysis, chunk - 1)
        if genitive > first:
            found.source = [(units.first[first], units.last[genitive - 1])]
            first = genitive + 1
        elif lent:
            found.source_chunks = subject
        elif units.codes[first] == _POSSESSIVE:
            found.source = [(units.first[first], units.last[first])]
            first += 1
        found.cue = [(units.first[first], units.last[last - 1])]

    def _is_light(self, analysis: Analysis, chunk: int) -> bool:
        return (
            analysis.codes[chunk] in _VERBAL
            and analysis.tokens.words[analysis.ends[chunk] - 1].lower() in self._light_verbs
        )

    def _person(self, analysis: Analysis, frame: Frame) -> list[Range]:
        """Whom the source accuses, asks or orders: the group that the content begins with."""
        slot, first, _ = frame.slots[-1]
        nominal = slot == "content" and analysis.codes[first] in _NOMINAL
        return self._ranges(analysis, first, first + 1) if nominal else []

    def _ranges(self, analysis: Analysis, first: int, last: int, *, label: bool = False) -> list[Range]:
        codes = analysis.codes
        while not label and last > first and codes[last - 1] in _TRIMMED:
            last -= 1
        while not label and first < last and codes[first] in _LEADING:
            first += 1
        return [(analysis.begins[first], analysis.ends[last - 1])] if first < last else []

    def _source(self, analysis: Analysis, found: Attribution, first: int, last: int) -> Range:
        """The source's chunks without a date behind it ("Kim on Friday said")."""
        codes = analysis.codes
        if codes[last - 1] == _WHEN and last - first > 1:
            found.time += self._ranges(analysis, last - 1, last)
            last -= 1
        return first, last

    def _between(self, analysis: Analysis, found: Attribution, first: int, last: int) -> None:
        """Dates and venues that stand between or behind the slots."""
        codes = analysis.codes
        at = first
        while at < last:
            if codes[at] == _WHEN:
                found.time += self._ranges(analysis, at, at + 1)
                at += 1
                continue
            if codes[at] == _WHERE:
                found.venue += self._ranges(analysis, at, at + 1)
            at += 1

    def _opening(self, analysis: Analysis, found: Attribution) -> None:
        """Dates and venues in front of the source: "Last month, ...", "In a statement on Friday, ..."."""
        if not found.source_chunks or found.rule in _UNDERSTOOD:
            return
        at = found.source_chunks[0]
        match = _BEFORE_SOURCE.search(analysis.codes, max(at - _LOOK_BACK, 0), at)
        if match and (not match.start() or analysis.codes[match.start() - 1] in _ENDS):
            self._between(analysis, found, match.start(), match.end())
