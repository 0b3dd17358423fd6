"""A claim on its way: what an attribution gives, and what the annotators make of it, one after the other."""

from __future__ import annotations

from grammar.cascade.licensing.licence import UNLICENSED
from grammar.claim import About, Act, Actor, Source, Topic, Type
from grammar.slots.attribution import Attribution
from grammar.slots.sources.mentions import Parts
from grammar.stance import Judgement
from grammar.text.tokens import Tokens

# What the frames without a verb do: rule, lemma, type, act, complement.
_PLAIN = {
    "according_to": ("according to", Type.ASSERTION, Act.STATE, "clause"),
    "content_according": ("according to", Type.ASSERTION, Act.STATE, "clause"),
    "reportedly": ("reportedly", Type.ASSERTION, Act.STATE, "clause"),
    "speaker_colon": (":", Type.ASSERTION, Act.STATE, "clause"),
    "turned_colon": (":", Type.ASSERTION, Act.STATE, "quote"),
    "signed": ("post", Type.ASSERTION, Act.STATE, "clause"),
}


class Draft:
    """What is known so far of the claim of an attribution."""

    __slots__ = (
        "about", "act", "actors", "complement", "content", "cue", "found", "id", "judged", "lemma", "parts",
        "ranges", "source", "topics", "type",
    )  # fmt: skip

    def __init__(self, id: str, found: Attribution, tokens: Tokens) -> None:
        self.id = id
        self.found = found
        self.ranges = tuple(sorted(found.content))
        self.cue, self.content = tokens.slot(found.cue), tokens.slot(self.ranges)
        self.lemma, self.type, self.act, self.complement = _reading(found, self.cue.text)
        self.judged: Judgement
        self.parts: Parts | None = None
        self.source: Source | None = None
        self.actors: tuple[Actor, ...] = ()
        self.about: tuple[About, ...] = ()
        self.topics: tuple[Topic, ...] = ()


def _reading(found: Attribution, cue: str) -> tuple[str, Type, Act, str]:
    """The cue's lemma, the claim's type, act and complement: as licensed, by its rule, or by its mood."""
    licence = found.licence
    if licence is not UNLICENSED:
        lemma, complement = licence.lemma, licence.complement
        type_, act = licence.sense.type, licence.sense.act
    else:
        lemma, type_, act, complement = _PLAIN.get(found.rule, (cue, Type.ASSERTION, Act.STATE, "clause"))
    if found.mood:
        type_, act = found.mood
    return lemma, type_, act, complement
