"""What each slot of a frame covers: chunks become token ranges; dates and venues are told apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.frames import Frame
from grammar.cascade.licence import Licence
from grammar.cascade.viewpoints import HELD
from grammar.claim import Act
from grammar.slots import bounds, circumstances, documents, extents, glosses, passives, subjects, turns
from grammar.slots.addressees import accused, addressed
from grammar.slots.mood import Mood
from grammar.slots.negation import unsaid
from grammar.slots.nouns import Nouns

Range = tuple[int, int]
_COORDINATED = ("and_said", "and_told", "and_judged")
UNDERSTOOD = frozenset(
    ("saying_first", "praising_first", "adding_that", "telling", "praising", *_COORDINATED)
)
_PLAIN = frozenset(("said_that", "said_quote", "told", "judged"))
_ACCUSED = "was_accused_by"
SUBJECT_IS_CONTENT = frozenset(("is_said_to", "won_support", _ACCUSED))
NOMINAL = frozenset((CHUNKS["Group"], CHUNKS["Pronoun"], CHUNKS["Objective"]))
_TRIMMED = frozenset(CHUNKS[name] for name in ("Comma", "Semicolon", "Colon", "Dash", "Break", "Stop"))
_TRAILING = _TRIMMED | {CHUNKS["And"]}
_LEADING = _TRAILING | {CHUNKS["But"]}
_WHEN = CHUNKS["When"]
_WRITING = frozenset(("write", "writes", "wrote", "written", "writing"))
_PARTICLES = {  # how many chunks behind the verb are the cue's: pointed out, put it, distanced himself from
    "out-that": 1, "behind": 1,
    "out-bare": 1, "out-quote": 1, "out-none": 1, "put-it": 1, "out-object": 1, "off-object": 1,
    "self-from": 2, "self-with": 2,
}  # fmt: skip
_OF, _FOR = CHUNKS["Of"], CHUNKS["For"]
_LABELLED = frozenset(("speaker_colon", "turned_colon"))
_GAPS = frozenset(("gap", "gap-as"))
_PREDICATED = frozenset(("content_according", "content_said_inverted"))
_ACCORDING = frozenset(("according_to", "content_according"))
_NOT = frozenset(TOKEN_CLASSES[name] for name in ("Not", "ModalNot", "BeNot"))
_PRESENT = frozenset(TOKEN_CLASSES[name] for name in ("CueThird", "CueBase", "NounThird"))
_AND, _COMMA = CHUNKS["And"], CHUNKS["Comma"]
_HEARING = frozenset(_COMMA + CHUNKS[name] for name in ("Group", "Pronoun"))
_SUBORDINATING = frozenset(("While", "Although", "Though", "Whereas", "When", "As"))
_CONCEDING = frozenset(("Although", "Though", "While", "Whereas", "although", "though", "while", "whereas"))
_JOINING = frozenset((_COMMA, _AND))


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

    def reaches(self, analysis: Analysis, chunk: int) -> bool:
        """Whether the content ends with this chunk, a closing quotation mark aside."""
        if not self.content:
            return False
        first, last = self.content[-1]
        return last == analysis.units.closed(first, analysis.ends[chunk])[1]

    def ends_before(self, token: int) -> bool:
        """Whether all of the content stands in front of this token."""
        return bool(self.content) and max(end for _, end in self.content) <= token


class Slots:
    """Fills attributions; one object serves all texts."""

    def __init__(self) -> None:
        self.nouns = Nouns()

    def fill(
        self, analysis: Analysis, number: int, frame: Frame, subject: Range | None, *, inside: bool = False
    ) -> Attribution:
        """The attribution of one frame; ``subject`` is whom the cue's subject is understood to be.

        ``inside`` tells that the words stand in the content of another claim.
        """
        found = Attribution(frame.rule, number, [], [])
        for slot, first, last in frame.slots:
            if slot == "subject":
                relative = analysis.codes[last - 1] in bounds.RELATING
                meant = (
                    bounds.antecedent(analysis, last)
                    if relative
                    else passives.described(analysis, first, last)
                )
                ranges = self.ranges(analysis, *meant) if meant else []
                if frame.rule in SUBJECT_IS_CONTENT:
                    found.content += [(bounds.counted(analysis, begin), end) for begin, end in ranges]
                elif analysis.tokens.words[analysis.begins[first]].lower() != "it":  # it is estimated that
                    found.addressee += ranges
            elif slot == "source" and passives.is_means(analysis, frame.rule, first, last):
                continue
            elif slot == "source":
                charge = bounds.charge(analysis, first, last) if _accused(found) else last
                if frame.rule in _PREDICATED:
                    charge = bounds.predicated(analysis, first, last)
                found.content += self.ranges(analysis, charge, last)
                found.source_chunks = self._source(analysis, found, first, charge)
                if found.licence and frame.rule in _ACCORDING:
                    self._held(analysis, found)
                elif frame.rule == "according_to":
                    found.source_chunks = documents.apart(analysis, *found.source_chunks)
            elif slot == "report":
                found.licence, found.cue_chunk = analysis.licences[first], first
                noun = self.nouns.owned(analysis, first, lending=subject is not None)
                found.cue, found.source = [noun.cue], [noun.owner] if noun.owner else []
                found.source_chunks = self.nouns.subject(analysis, first, subject) if noun.lent else None
                if found.licence.complement == "behind" and not noun.lent:
                    found.source = []  # their support among the young
            elif (
                slot == "particle"
                and found.licence
                and found.licence.complement == "infinitive"
                and not bounds.is_thing(analysis, last - 1)
            ):
                found.content += self.ranges(analysis, first, last)  # vowed to clear: "to" is the content's
            elif slot in ("cue", "particle"):
                licence = analysis.licences.get(last - 1)
                if licence:
                    found.licence, found.cue_chunk = licence, last - 1
                    begin = min(first, licence.first)
                else:
                    begin = first
                if slot == "particle" and analysis.codes[first] == _WHEN:  # called Wednesday for calm
                    found.time += self.ranges(analysis, first, first + 1)
                    begin = first + 1
                elif begin < first and not found.time:  # took to Twitter on Friday to say
                    self._between(analysis, found, begin, first)
                    if analysis.tokens.lower[analysis.ends[begin] - 1] in _WRITING and begin + 2 < first:
                        found.addressee += self.ranges(analysis, begin + 2, begin + 3)  # wrote to them to say
                particles = _PARTICLES.get(licence.complement, 0) if licence else 0
                found.cue += self.ranges(analysis, begin, last + particles, label=frame.rule in _LABELLED)
            elif slot == "between":
                self._between(analysis, found, first, last)
            elif slot == "addressee":
                behind = circumstances.addressed(analysis, first, last)  # told the paper | at the time
                found.addressee += self.ranges(analysis, first, behind)
                self._between(analysis, found, behind, last)
            else:
                taken = _PARTICLES.get(found.licence.complement, 0) if found.licence else 0
                begin = first + taken * (first == found.cue_chunk + 1)
                if frame.rule == "according_to":
                    begin = documents.behind(analysis, found.source_chunks, begin, last)
                infinitive = found.licence and found.licence.complement == "infinitive"
                if infinitive and analysis.codes[begin] == _WHEN:  # promised on Monday | to go
                    found.time += self.ranges(analysis, begin, begin + 1)
                    begin += 1
                self._content(analysis, found, begin, last, inside)
        if found.licence and passives.names_person(found.licence):
            persons = accused(analysis, found.licence, frame.slots[-1])
            found.addressee = self.ranges(analysis, *persons) if persons else []
        before, after = frame.slots[0][1] - 1, frame.slots[-1][2]
        if frame.rule == "asked_whether" and before > 0 and analysis.codes[before] == _COMMA:
            found.addressee = self.ranges(analysis, before - 1, before)  # Lee, asked if it was late, left
        opens = frame.rule == "asked_whether" and (before < 0 or analysis.codes[before] in bounds.ENDS)
        if opens and analysis.codes[after : after + 2] in _HEARING:  # Asked if it was late, | Lee | left
            found.addressee = self.ranges(analysis, after + 1, after + 2)
        if found.licence and found.licence.complement == "unsaid" and found.cue:
            withheld = unsaid(analysis.tokens.words, found.cue)
            found.cue, found.content = ([withheld[0]], [withheld[1]]) if withheld else (found.cue, [])
        if frame.rule in UNDERSTOOD and subject:
            found.source_chunks = subject
        if subject and found.source_chunks and frame.rule in _PLAIN:
            whole = subjects.described(analysis, found.source_chunks, subject)
            found.source_chunks, found.time = whole, found.time if whole == found.source_chunks else []
        if found.source_chunks and found.licence:  # South Korea has refused to confirm: "has" is the cue's
            (first, last), begin = found.source_chunks, found.licence.first
            if first < begin < last:
                found.source_chunks = self._source(analysis, found, first, begin)
        if found.source_chunks:
            found.source = self.ranges(analysis, *found.source_chunks)
            if found.source_chunks[1] - found.source_chunks[0] == 1 and found.source:
                first, last = found.source[0]
                found.source = [(bounds.titled(analysis, found.source_chunks[0], first), last)]
            if found.source:
                first, last = found.source[0]
                found.source[0] = (bounds.counted(analysis, first), last)
            self._opening(analysis, found)
            if not found.addressee and frame.rule not in UNDERSTOOD:
                heard = circumstances.audience(analysis, found.source_chunks, frame.slots[-1][2])
                found.addressee += self.ranges(analysis, heard, heard + 1) if heard is not None else []
        elif frame.rule == "was_told_that":
            self._opening(analysis, found, frame.slots[0][1:])  # at a May meeting, members were told
        licence = found.licence  # ..., it was announced; ..., he was told; (in a headline) ..., jury told
        if found.source and licence and passives.is_heard(found.rule, licence, bool(found.addressee)):
            it = analysis.tokens.words[found.source[0][0]].lower() == "it"
            found.addressee, found.source, found.source_chunks = [] if it else found.source, [], None
        return found

    def _held(self, analysis: Analysis, found: Attribution) -> None:
        """Whose view or account it is: in her view, by the agency's estimate, in the words of the mayor."""
        assert found.source_chunks
        first, last = found.source_chunks
        if analysis.tokens.words[analysis.ends[first] - 1].lower() not in HELD:
            comma = analysis.codes.find(_COMMA, first, last)
            if found.rule == "content_according" and comma > 0:  # (he led) in a poll, | his best showing
                found.source_chunks = (first, comma)
                found.content += self.ranges(analysis, comma, last)
            return
        if analysis.codes[first + 1] == _OF:
            found.cue += self.ranges(analysis, first, first + 2)
            found.source_chunks = (first + 2, last)
            return
        noun = self.nouns.owned(analysis, first, lending=False)
        if noun.owner:
            found.cue.append(noun.cue)
            found.source, found.source_chunks = [noun.owner], None

    def _content(self, analysis: Analysis, found: Attribution, first: int, last: int, inside: bool) -> None:
        """One stretch of what was said, without the one to whom it was."""
        if found.content and glosses.withholds(analysis, first + (analysis.codes[first] == _COMMA)):
            return  # (it is late, she said,) without giving a reason
        chunks, rule, licence = found.source_chunks, found.rule, found.licence
        behind = chunks[1] if chunks else found.cue_chunk
        apart = behind > 1 and analysis.codes[behind - 2 : behind - 1] in _JOINING
        split = addressed(analysis, licence, first, last) if licence else first
        if split > first:  # apologised to | them for | the delay
            found.addressee = self.ranges(analysis, first, split)
            first = split + (analysis.codes[split : split + 1] == _FOR)
        if rule == "praising" and documents.is_behind_group(analysis, found.cue_chunk):
            last = documents.end(analysis, first, last)
        opening = analysis.begins[chunks[0]] - 1 if chunks else -1
        subordinate = opening >= 0 and analysis.tokens.words[opening] in _SUBORDINATING
        negated = found.cue_chunk >= 0 and not _NOT.isdisjoint(analysis.letters(found.cue_chunk))
        last = extents.end(
            analysis, rule, licence, first, last,
            apart=apart, subordinate=subordinate, negated=negated, inside=inside,
        )  # fmt: skip
        if licence:
            last = turns.end(analysis, licence, chunks, first, last, inside=inside)
        agent = (
            passives.agent(analysis, licence, first, last) if rule == "is_said_to" and not chunks else None
        )
        if agent:  # were praised | by the mayor
            found.source_chunks, last = agent, agent[0] - 1
        content = self.ranges(analysis, extents.begin(analysis, first), last)
        named = licence is not None and bounds.is_named(analysis, licence, chunks)
        if licence and (named or licence.complement in _GAPS) and chunks and content:
            relative = bounds.antecedent(analysis, chunks[0])
            found.content += self.ranges(analysis, *relative) if relative else []
        start = extents.told(analysis, licence, first) if licence and not found.content else None
        if start is not None and content:
            found.addressee = [(content[0][0], start)]
            content[0] = (start, content[0][1])
        found.content += content
        if licence and not inside and not found.time:
            self._between(analysis, found, last, circumstances.behind(analysis, rule, licence, last))

    def ranges(self, analysis: Analysis, first: int, last: int, *, label: bool = False) -> list[Range]:
        """These chunks as token ranges, without punctuation and conjunctions at the ends; it may be none."""
        codes = analysis.codes
        while not label and last > first and codes[last - 1] in _TRAILING:
            last -= 1
        while not label and first < last and codes[first] in _LEADING:
            if analysis.tokens.words[analysis.begins[first]] in _CONCEDING:
                break  # Although it rained, the match went on, she said
            first += 1
        return [(analysis.begins[first], analysis.ends[last - 1])] if first < last else []

    @staticmethod
    def _source(analysis: Analysis, found: Attribution, first: int, last: int) -> Range:
        """The source's chunks; the dates and venues behind it are no part of it: "Kim on Friday said"."""
        last, told = circumstances.within(analysis, first, last, timed=bool(found.time))
        for slot, tokens in told:
            getattr(found, slot).append(tokens)
        return bounds.beginning(analysis, found.rule, first, last), last

    @staticmethod
    def _between(
        analysis: Analysis, found: Attribution, first: int, last: int, *, opening: bool = False
    ) -> None:
        """Dates and venues that stand between or behind the slots."""
        for slot, tokens in circumstances.between(analysis, first, last, opening=opening):
            if slot == "addressee" and found.addressee:  # told the crowd | to loud applause
                continue
            getattr(found, slot).append(tokens)

    def _opening(self, analysis: Analysis, found: Attribution, subject: Range | None = None) -> None:
        """Dates and venues in front of the source: "Last month, ...", "In a statement on Friday, ..."."""
        first = found.source_chunks or subject
        if first and found.rule not in UNDERSTOOD:
            opening = circumstances.opening(analysis, first[0])
            told = found.content[:1]  # on a clear day, Lee says, you can see it
            if opening and not (told and told[0][0] <= analysis.begins[opening[0]]):
                self._between(analysis, found, *opening, opening=True)
                present = found.cue_chunk >= 0 and analysis.letters(found.cue_chunk)[-1:] in _PRESENT
                found.time = [] if present and not found.venue else found.time  # this year, the bank predicts


def _accused(found: Attribution) -> bool:
    licence = found.licence
    return found.rule == _ACCUSED and licence is not None and licence.sense.act is Act.ACCUSE
