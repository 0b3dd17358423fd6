"""From attributions to claims: their slots as text, and what the annotators make of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from grammar.actors import Cast
from grammar.actors.anonymous import Anonymous
from grammar.cascade.analysis import Analysis
from grammar.claim import Act, Actor, Claim, Cue, Quotation, Slot, Source, Span, Time, Topic, Type
from grammar.drafts import Draft
from grammar.slots.attribution import Attribution
from grammar.slots.sources.mentions import Parts, Sources
from grammar.slots.syntax.negation import negators
from grammar.stance import Stance
from grammar.text.layout import Kind
from grammar.text.ranges import Range
from grammar.text.tokens import Tokens
from grammar.times import resolve
from grammar.topics import Hits, Topics

_LACKING = "gap-object"
_DENIALS = frozenset((Act.DENY, Act.OPPOSE))
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_ANAPHORS = frozenset(("he", "she", "his", "her", "him", "it", "its"))
_SENTENCE = 60  # tokens


class Maker:
    """Makes the claims of one text."""

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

    def claims(self, attributions: Iterable[Attribution]) -> tuple[Claim, ...]:
        """The claims of these attributions, which are in the order of their cues; each claim once.

        Every annotator goes over all of them before the next one does, so that its code stays in the
        processor's cache (benchmarks/README.md).
        """
        known: dict[str, Attribution] = {}
        for each in attributions:
            known.setdefault(self.id_of(each), each)
        tokens = self._analysis.tokens
        drafts = [Draft(id, each, tokens) for id, each in known.items()]
        for draft in drafts:
            self._judge(draft)
        for draft in drafts:
            draft.parts = self._parts(draft.found)
        for draft in drafts:  # in their order: whom a source stands for may depend on those before it
            self._cast_source(draft)
        for draft in drafts:
            draft.topics = self._topics.of_range(draft.ranges, self._treated, self._hits)
        return tuple([self._claim(draft, position) for position, draft in enumerate(drafts)])

    def _judge(self, draft: Draft) -> None:
        """How surely it is said, and with which act."""
        tokens, found = self._analysis.tokens, draft.found
        paragraph = self._analysis.paragraphs[found.paragraph]
        cued = () if found.rule == "orphan_quotation" else found.cue  # she does not mince her words: "..."
        draft.judged = self._stance.judge(
            tokens,
            sorted((*negators(tokens, found.source), *cued)),
            draft.ranges,
            lemma=draft.lemma,
            act=draft.act,
            type=draft.type,
            complement=draft.complement,
            headline=paragraph.kind is Kind.HEADLINE,
        )
        if draft.judged.act is Act.INTEND:  # declined to vote
            draft.type = Type.EVENTUALITY

    def _cast_source(self, draft: Draft) -> None:
        """Who says it, and who is named in it."""
        found, act = draft.found, draft.judged.act
        if draft.parts:
            draft.source, draft.actors = self._source(found, draft.parts)
        if draft.complement == _LACKING and act in _DENIALS and draft.actors and self._accusation:
            draft.actors = self._denier(found, draft.actors, *self._accusation)
        if act is Act.ACCUSE:
            self._accusation = found, draft.actors
        draft.about = self._cast.about(draft.ranges)

    def _claim(self, draft: Draft, position: int) -> Claim:
        tokens, found, judged, cue = self._analysis.tokens, draft.found, draft.judged, draft.cue
        return Claim(
            id=draft.id,
            document_id=self._document_id,
            position=position,
            rule=found.rule,
            type=draft.type,
            act=judged.act,
            polarity=judged.polarity,
            certainty=judged.certainty,
            markers=judged.markers,
            quotation=self._quotation(draft.ranges),
            source=draft.source,
            actors=draft.actors,
            cue=Cue(cue.text, cue.spans, draft.lemma),
            content=draft.content,
            addressee=_slot(tokens, found.addressee),
            venue=_slot(tokens, found.venue),
            time=self._time(found.time),
            parent_id=self._parent(found),
            topics=draft.topics,
            about=draft.about,
        )

    def _source(self, found: Attribution, parts: Parts) -> tuple[Source, tuple[Actor, ...]]:
        tokens = self._analysis.tokens
        whole = tokens.slot(found.source)
        actors = self._cast.resolve(parts.mention, parts.mention[0], barred=self._barred(found))
        self._speakers[id(found)] = actors
        anonymity = self._cast.anonymity(parts.mention, actors)
        role = tokens.slot(parts.role) if parts.role else None
        mention = tokens.slot([self._analysis.units.closed(parts.mention[0], parts.mention[1])])
        kind = self._anonymous.type_of(tokens.words, parts.mention, actors, anonymity)
        source = Source(whole.text, whole.spans, mention, role, anonymity, kind)
        return source, self._cast.affiliated(actors, found.source, parts.mention)

    def _parts(self, found: Attribution) -> Parts | None:
        """Who of the source's words speaks, and what describes him; None where there is no source."""
        if not found.source:
            return None
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
        outer = found.parent
        first, last = found.source[0]
        lone = last - first == 1 and self._analysis.tokens.lower[first] in _ANAPHORS
        if outer is None or not lone or not self._inside[first]:
            return frozenset()
        barred: set[str] = set()
        while outer is not None:
            if outer.source and outer.cue and not self._within_one(outer.cue[0][0], first):
                if id(outer) not in self._speakers and (parts := self._parts(outer)):
                    self._speakers[id(outer)] = self._cast.foreseen(parts.mention)
                barred.update([actor.id for actor in self._speakers[id(outer)]])
            outer = outer.parent
        return frozenset(barred)

    def _within_one(self, token: int, other: int) -> bool:
        """Whether two tokens and all between them stand in quotation marks."""
        return self._inside.find(0, min(token, other), max(token, other) + 1) < 0

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
            cue, source = _written(tokens.spans(found.cue)), _written(tokens.spans(found.source))
            digest.update(f"{cue}{source}{_written(tokens.spans(sorted(found.content)))}".encode())
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


def _written(spans: list[Span]) -> str:
    """Spans as they go into ids: [(0, 4), (9, 12)]."""
    return f"[{', '.join([f'({first}, {last})' for first, last in spans])}]"


def _slot(tokens: Tokens, ranges: Sequence[Range]) -> Slot | None:
    return tokens.slot(sorted(ranges)) if ranges else None


def _quoted(analysis: Analysis) -> bytearray:
    """One flag a token: whether it stands in quotation marks."""
    flags = bytearray(len(analysis.tokens))
    for first, last in analysis.units.marks:
        flags[first:last] = b"\1" * (last - first)
    return flags
