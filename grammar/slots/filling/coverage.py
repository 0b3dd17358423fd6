"""What each slot of a frame covers: chunks become token ranges; dates and venues are told apart."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import PARTICIPLES, PLAIN, UNDERSTOOD
from grammar.cascade.frames import Frame
from grammar.cascade.licensing.licence import UNLICENSED
from grammar.cascade.licensing.viewpoints import HELD
from grammar.cascade.words.persons import THINGS
from grammar.claim import Act
from grammar.slots.adjuncts import circumstances, seasons, settings
from grammar.slots.attribution import ACCUSED, SUBJECT_IS_CONTENT, Attribution, ranges
from grammar.slots.filling import addressees, contents, cues
from grammar.slots.sources import foregoing, speakers, subjects
from grammar.slots.sources.nouns import Nouns
from grammar.slots.syntax import antecedents, bounds, documents, passives
from grammar.slots.syntax.counts import counted
from grammar.slots.syntax.negation import unsaid
from grammar.text.ranges import Range

_OF, _COMMA = CHUNKS["Of"], CHUNKS["Comma"]
_WITH_AGENT = frozenset((ACCUSED, "won_support"))
_PREDICATED = frozenset(("content_according", "content_said_inverted"))
_ACCORDING = frozenset(("according_to", "content_according"))
_PRESENT = frozenset(TOKEN_CLASSES[name] for name in ("CueThird", "CueBase", "NounThird"))


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
        found = Attribution(frame.rule, number, [], [], [])
        self._take_in(analysis, found, frame, subject, inside=inside)
        if frame.rule == "reportedly":
            found.content = _joined(found.content)
        addressees.tell(analysis, found, frame)
        _withhold(analysis, found)
        _choose_source(analysis, found, subject)
        if found.source_chunks:
            _name_source(analysis, found, found.source_chunks, frame)
        elif frame.rule == "was_told_that":
            _add_opening(analysis, found, frame.slots[0][1:])  # at a May meeting, members were told
        addressees.hear(analysis, found)
        if found.rule == "is_said_to" and found.licence.sense.act is Act.QUESTION:
            found.addressee, found.content = found.content[:1], found.content[1:]  # Lee was asked about it
        return found

    def _take_in(
        self, analysis: Analysis, found: Attribution, frame: Frame, subject: Range | None, *, inside: bool
    ) -> None:
        """What each slot covers, in the order of the text."""
        begun = 0
        for slot, begin, last in frame.slots:
            first = begun or begin  # said | October | sales fell
            begun = 0
            if slot == "subject":
                _add_subject(analysis, found, first, last)
            elif slot == "source":
                self._add_source(analysis, found, first, last)
            elif slot == "report":
                self._add_noun(analysis, found, first, subject)
            elif slot == "cue":
                cues.add(analysis, found, first, last)
            elif slot == "particle":
                cues.add_particle(analysis, found, first, last)
            elif slot == "between":
                told = seasons.begin(analysis, first, last)
                found.situate(analysis, first, told)
                begun = told if told < last else 0
            elif slot == "addressee":
                behind = circumstances.addressed(analysis, first, last)  # told the paper | at the time
                found.addressee += ranges(analysis, first, behind)
                found.situate(analysis, behind, last)
            elif found.rule != ACCUSED or passives.is_ground(analysis, first):
                contents.add(analysis, found, first, last, inside=inside)

    def _add_source(self, analysis: Analysis, found: Attribution, first: int, last: int) -> None:
        """Who says so, or what does; words behind it may be the content's: was accused by Lee | of theft."""
        licence, charge = found.licence, last
        if found.rule == ACCUSED:
            last = charge = bounds.before_circumstance(analysis, first, last)
            if licence.sense.act is Act.ACCUSE:
                charge = bounds.charge(analysis, first, last)
        if found.rule in _PREDICATED:
            charge = bounds.predicated(analysis, first, last)
        found.content += ranges(analysis, charge, last)
        if found.rule in _WITH_AGENT:  # the backing of Lee | since he came, by Lee | after talks with her
            charge = bounds.before_clause(analysis, first, charge)
        found.source_chunks = _without_setting(analysis, found, first, charge)
        if licence is not UNLICENSED and found.rule in _ACCORDING:
            self._add_holder(analysis, found, found.source_chunks)
        elif found.rule == "according_to":
            found.source_chunks = documents.apart(analysis, *found.source_chunks)

    def _add_holder(self, analysis: Analysis, found: Attribution, chunks: Range) -> None:
        """Whose view or account it is: in her view, by the agency's estimate, in the words of the mayor."""
        first, last = chunks
        if analysis.tokens.words[analysis.ends[first] - 1].lower() not in HELD:
            comma = analysis.codes.find(_COMMA, first, last)
            if found.rule == "content_according" and comma > 0:  # (he led) in a poll, | his best showing
                found.source_chunks = (first, comma)
                found.content += ranges(analysis, comma, last)
            return
        if analysis.codes[first + 1 : first + 2] == _OF:
            found.cue += ranges(analysis, first, first + 2)
            found.source_chunks = (first + 2, last)
            return
        noun = self.nouns.owned(analysis, first, lending=False)
        if noun.owner:
            found.cue.append(noun.cue)
            found.source, found.source_chunks = [noun.owner], None

    def _add_noun(self, analysis: Analysis, found: Attribution, first: int, subject: Range | None) -> None:
        """A noun that reports, and whose it is: her claim; (he has) doubts."""
        found.licence, found.cue_chunk = analysis.licences[first], first
        ahead = self.nouns.ahead(analysis, first)
        noun = self.nouns.owned(analysis, first, lending=(ahead or subject) is not None)
        found.cue, found.source = [noun.cue], [noun.owner] if noun.owner else []
        found.source_chunks = (ahead or self.nouns.subject(analysis, first, subject)) if noun.lent else None
        lender = found.source_chunks if found.licence.complement == "that" else None
        if lender and analysis.tokens.words[analysis.ends[lender[0]] - 1] in THINGS:
            found.source_chunks = None  # the storm raised concerns that the dam would burst
        if found.licence.complement == "behind" and not noun.lent:
            found.source = []  # their support among the young


def _add_subject(analysis: Analysis, found: Attribution, first: int, last: int) -> None:
    """The subject of a passive: who was told, or what is said to be so."""
    relative = analysis.codes[last - 1] in bounds.RELATING
    meant = antecedents.of(analysis, last) if relative else passives.described(analysis, first, last)
    told = ranges(analysis, *meant) if meant else []
    if found.rule in SUBJECT_IS_CONTENT:
        found.content += [(counted(analysis, begin), end) for begin, end in told]
    elif analysis.tokens.words[analysis.begins[first]].lower() != "it":  # it is estimated that
        found.addressee += told


def _joined(content: list[Range]) -> list[Range]:
    """Stretches that touch as one: saw | a bar in Aune."""
    joined: list[Range] = []
    for begin, end in content:
        if joined and joined[-1][1] == begin:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((begin, end))
    return joined


def _withhold(analysis: Analysis, found: Attribution) -> None:
    """Part a cue that holds what it withholds: would not comment."""
    if found.licence.complement == "unsaid" and found.cue:
        withheld = unsaid(analysis.tokens.words, found.cue)
        found.cue, found.content = ([withheld[0]], [withheld[1]]) if withheld else (found.cue, [])


def _choose_source(analysis: Analysis, found: Attribution, subject: Range | None) -> None:
    """The chunks of the source, where it is understood or told more of elsewhere."""
    if found.rule in UNDERSTOOD and subject:
        found.source_chunks = subject
    if subject and found.source_chunks and found.rule in PLAIN:
        whole = subjects.described(analysis, found.source_chunks, subject)
        found.source_chunks, found.time = whole, found.time if whole == found.source_chunks else []
    if found.source_chunks:  # South Korea has refused to confirm: "has" is the cue's
        begin = found.licence.first
        first, last = found.source_chunks
        if first < begin < last:
            found.source_chunks = _without_setting(analysis, found, first, begin)


def _name_source(analysis: Analysis, found: Attribution, chunks: Range, frame: Frame) -> None:
    """The source's words, with a title or number in front; when, where and to whom, as its sentence tells."""
    found.source = ranges(analysis, chunks[0], chunks[1])
    if chunks[1] - chunks[0] == 1 and found.source:
        first, last = found.source[0]
        found.source = [(bounds.titled(analysis, chunks[0], first), last)]
    if found.source:
        first, last = found.source[0]
        found.source[0] = (counted(analysis, first), last)
    _add_opening(analysis, found, chunks)
    if not found.addressee and frame.rule not in UNDERSTOOD:
        heard = settings.audience(analysis, chunks, frame.slots[-1][2])
        found.addressee += ranges(analysis, heard, heard + 1) if heard is not None else []


def _without_setting(analysis: Analysis, found: Attribution, first: int, last: int) -> Range:
    """The source's chunks; the dates and venues behind it are no part of it: "Kim on Friday said"."""
    last = speakers.before(analysis, found.rule, first, last)
    last, told = settings.within(analysis, first, last, timed=bool(found.time))
    for slot, tokens in told:
        getattr(found, slot).append(tokens)
    return foregoing.beginning(analysis, found.rule, first, last), last


def _add_opening(analysis: Analysis, found: Attribution, subject: Range) -> None:
    """Dates and venues in front of the source: "Last month, ...", "In a statement on Friday, ..."."""
    if found.rule in UNDERSTOOD and found.rule not in PARTICIPLES:
        return
    opening = settings.opening(analysis, subject[0])
    told = found.content[:1]  # on a clear day, Lee says, you can see it
    if opening and not (told and told[0][0] <= analysis.begins[opening[0]]):
        found.situate(analysis, *opening, opening=True)
        present = found.cue_chunk >= 0 and analysis.letters(found.cue_chunk)[-1:] in _PRESENT
        found.time = [] if present and not found.venue else found.time  # this year, the bank predicts
