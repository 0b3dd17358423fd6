"""From an attribution to a claim: its slots as text, and what the annotators make of them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import accumulate
from operator import ne

from msgspec.structs import replace

from grammar.actors import Cast
from grammar.actors.anonymous import Anonymous
from grammar.cascade.analysis import Analysis
from grammar.claim import Act, Actor, Claim, Cue, Quotation, Slot, Source, Time, Topic, Type
from grammar.slots.attribution import Attribution
from grammar.slots.sources.mentions import Parts, Sources
from grammar.slots.syntax.negation import negators
from grammar.stance import Stance
from grammar.text.layout import Kind
from grammar.text.tokens import Tokens
from grammar.times import resolve
from grammar.topics import Hits, Topics

Range = tuple[int, int]

# What the frames without a verb do: rule, lemma, type, act, complement.
_PLAIN = {
    "according_to": ("according to", Type.ASSERTION, Act.STATE, "clause"),
    "content_according": ("according to", Type.ASSERTION, Act.STATE, "clause"),
    "reportedly": ("reportedly", Type.ASSERTION, Act.STATE, "clause"),
    "speaker_colon": (":", Type.ASSERTION, Act.STATE, "clause"),
    "turned_colon": (":", Type.ASSERTION, Act.STATE, "quote"),
    "signed": ("post", Type.ASSERTION, Act.STATE, "clause"),
    "confident": ("be confident", Type.BELIEF, Act.BELIEVE, "that"),
}
_LACKING = "gap-object"
_DENIALS = frozenset((Act.DENY, Act.OPPOSE))
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_ANAPHORS = frozenset(("he", "she", "his", "her", "him", "it", "its"))
_SENTENCE = 60  # tokens


class Maker:
    """Makes the claims of one text, in the order of their cues."""

    def __init__(
        self,
        analysis: Analysis,
        cast: Cast,
        document: tuple[Topic, ...],
        hits: Hits,
        *,
        document_id: str,
        published_at: str | None,
        sources: Sources,
        anonymous: Anonymous,
        stance: Stance,
        topics: Topics,
    ) -> None:
        self._analysis, self._cast, self._hits, self._treated = analysis, cast, hits, topics.treated(document)
        self._document_id, self._published_at = document_id, published_at
        self._sources, self._stance, self._topics = sources, stance, topics
        self._anonymous = anonymous
        self._hash = hashlib.blake2b(analysis.tokens.text.encode("utf-8", "surrogatepass"), digest_size=16)
        self._inside = _quoted(analysis)
        self._ids: dict[int, str] = {}
        self._accusation: tuple[Attribution, tuple[Actor, ...]] | None = None
        self._speakers: dict[int, tuple[Actor, ...]] = {}  # by the attribution
        self._runs: list[int] = []

    def claim(self, found: Attribution, position: int) -> Claim:
        """The claim of one attribution."""
        tokens = self._analysis.tokens
        ranges = tuple(sorted(found.content))
        cue, content = tokens.slot(found.cue), tokens.slot(ranges)
        lemma, type_, act, complement = _reading(found, cue.text)
        paragraph = self._analysis.paragraphs[found.paragraph]
        cued = () if found.rule == "orphan_quotation" else found.cue  # she does not mince her words: "..."
        judged = self._stance.judge(
            tokens,
            sorted((*negators(tokens, found.source), *cued)),
            ranges,
            lemma=lemma,
            act=act,
            type=type_,
            complement=complement,
            headline=paragraph.kind is Kind.HEADLINE,
        )
        if judged.act is Act.INTEND:  # declined to vote
            type_ = Type.EVENTUALITY
        source, actors = self._source(found)
        if complement == _LACKING and judged.act in _DENIALS and actors and self._accusation:
            actors = self._denier(found, actors, *self._accusation)
        if judged.act is Act.ACCUSE:
            self._accusation = found, actors
        return Claim(
            id=self.id_of(found),
            document_id=self._document_id,
            position=position,
            rule=found.rule,
            type=type_,
            act=judged.act,
            polarity=judged.polarity,
            certainty=judged.certainty,
            markers=judged.markers,
            quotation=self._quotation(ranges),
            source=source,
            actors=actors,
            cue=Cue(cue.text, cue.spans, lemma),
            content=content,
            addressee=_slot(tokens, found.addressee),
            venue=_slot(tokens, found.venue),
            time=self._time(found.time),
            parent_id=self._parent(found),
            topics=self._topics.of_range(ranges, self._treated, self._hits),
            about=self._cast.about(ranges),
        )

    def _source(self, found: Attribution) -> tuple[Source | None, tuple[Actor, ...]]:
        if not found.source:
            return None, ()
        tokens = self._analysis.tokens
        parts = self._parts(found)
        whole = tokens.slot(found.source)
        actors = self._cast.resolve(parts.mention, parts.mention[0], barred=self._barred(found))
        self._speakers[id(found)] = actors
        anonymity = self._cast.anonymity(parts.mention, actors)
        role = tokens.slot(parts.role) if parts.role else None
        mention = tokens.slot([self._analysis.units.closed(parts.mention[0], parts.mention[1])])
        kind = self._anonymous.type_of(tokens.words, parts.mention, actors, anonymity)
        source = Source(whole.text, whole.spans, mention, role, anonymity, kind)
        return source, self._cast.affiliated(actors, found.source, parts.mention)

    def _parts(self, found: Attribution) -> Parts:
        """Who of the source's words speaks, and what describes him."""
        if not found.source_chunks:
            return Parts(found.source[0])  # the owner within a group: Trump's claim
        parts = self._sources.split(self._analysis, found.source_chunks[0], found.source_chunks[1])
        begin, end = found.source[0][0], found.source[-1][1]
        first, last = max(begin, parts.mention[0]), min(end, parts.mention[1])
        if not parts.role and begin < parts.mention[0]:
            first = begin  # more than | half of them
        if first >= last:  # all that is left of the words is no name: (in any case) | Lund
            first, last = found.source[0]
        role = tuple((max(at, begin), min(stop, end)) for at, stop in parts.role if stop > begin and at < end)
        return Parts((first, last), role)  # (in) the report | Ann Lee (said)

    def _barred(self, found: Attribution) -> frozenset[str]:
        """Who is quoted with the words in which a pronoun stands: nobody calls himself "he"."""
        (first, last), outer = found.source[0], found.parent
        lone = last - first == 1 and self._analysis.tokens.lower[first] in _ANAPHORS
        if outer is None or not lone or not self._inside[first]:
            return frozenset()
        if not self._runs:  # how often marks have opened or closed before each token
            self._runs = [0, *accumulate(map(ne, self._inside, self._inside[1:]))]
        barred: set[str] = set()
        while outer is not None:
            if outer.source and outer.cue and self._runs[outer.cue[0][0]] != self._runs[first]:
                if id(outer) not in self._speakers:
                    self._speakers[id(outer)] = self._cast.foreseen(self._parts(outer).mention)
                barred.update([actor.id for actor in self._speakers[id(outer)]])
            outer = outer.parent
        return frozenset(barred)

    def _denier(
        self,
        found: Attribution,
        actors: tuple[Actor, ...],
        accusation: Attribution,
        accusers: tuple[Actor, ...],
    ) -> tuple[Actor, ...]:
        """Whose denial it is: the army's in "Lee accused the army of theft, a charge it denies"."""
        first, last = found.source[0]
        near = 0 < first - accusation.cue[0][0] < _SENTENCE
        pronoun = last - first == 1 and self._analysis.tokens.lower[first] in _PRONOUNS
        if not (near and pronoun and {a.id for a in actors} == {a.id for a in accusers}):
            return actors
        if not accusation.addressee:
            return ()
        accused = self._cast.resolve(accusation.addressee[0], accusation.addressee[0][0])
        return tuple(replace(actor, resolved_by="pronoun") for actor in accused)

    def _parent(self, found: Attribution) -> str | None:
        return self.id_of(found.parent) if found.parent else None

    def id_of(self, found: Attribution) -> str:
        """A hash of the text and of the cue's, the source's and the content's spans."""
        key = id(found)
        if key not in self._ids:
            digest, tokens = self._hash.copy(), self._analysis.tokens
            said = ""
            for ranges in (found.cue, found.source, sorted(found.content)):
                spans = [f"({first}, {last})" for first, last in tokens.spans(ranges)]
                said += f"[{', '.join(spans)}]"
            digest.update(said.encode())
            self._ids[key] = digest.hexdigest()
        return self._ids[key]

    def _time(self, ranges: Sequence[Range]) -> Time | None:
        if not ranges:
            return None
        slot = self._analysis.tokens.slot([max(ranges)])
        value, anchor = resolve(slot.text, self._published_at)
        return Time(slot.text, slot.spans, value, anchor)

    def _quotation(self, ranges: Sequence[Range]) -> Quotation:
        words = self._analysis.tokens.words
        inside = outside = 0
        for first, last in ranges:
            quoted = self._inside.count(1, first, last)
            inside += quoted
            if not quoted:
                outside += 1
            elif last - first > quoted:
                outside += sum(not self._inside[i] and words[i][:1].isalnum() for i in range(first, last))
        return (
            Quotation.DIRECT if inside and not outside else Quotation.MIXED if inside else Quotation.INDIRECT
        )


def _reading(found: Attribution, cue: str) -> tuple[str, Type, Act, str]:
    """The cue's lemma, the claim's type, act and complement: as licensed, by its rule, or by its mood."""
    licence = found.licence
    if licence:
        lemma, complement = licence.lemma, licence.complement
        type_, act = licence.sense.type, licence.sense.act
    else:
        lemma, type_, act, complement = _PLAIN.get(found.rule, (cue, Type.ASSERTION, Act.STATE, "clause"))
    if found.mood:
        type_, act = found.mood
    return lemma, type_, act, complement


def _slot(tokens: Tokens, ranges: Sequence[Range]) -> Slot | None:
    return tokens.slot(sorted(ranges)) if ranges else None


def _quoted(analysis: Analysis) -> bytearray:
    """One flag a token: whether it stands in quotation marks."""
    flags = bytearray(len(analysis.tokens))
    for first, last in analysis.units.marks:
        flags[first:last] = b"\1" * (last - first)
    return flags
