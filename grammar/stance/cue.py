"""What a cue alone says: its act's and its verb's own stance, and the words around the verb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from grammar.claim import Act, MarkerKind, Polarity, Type
from grammar.lexicon import table
from grammar.lexicon.inflection import spellings
from grammar.stance import vocabulary as v
from grammar.stance.markers import LEVEL, POSSIBLE, UNSPECIFIED, Found, Phrase, load, match

ANY = "*"
_UNWILLING = frozenset(("refuse", "decline", "avoid", "fail"))
_NOTHING: tuple[Phrase | None, int] = (None, 0)
_NEGATIONS = frozenset(("negates", "cannot", "assures"))


class Sense(NamedTuple):
    """What a cue means for its content."""

    act: Act | None
    polarity: Polarity
    level: int
    kind: MarkerKind | None
    negated: str


class Negated(NamedTuple):
    """What a negated cue comes to; None keeps what was there."""

    act: Act | None
    polarity: Polarity | None
    level: int | None
    kind: MarkerKind | None
    keeps_kind: bool
    cited: bool


class CueStance(NamedTuple):
    """A cue's part in the judgement."""

    act: Act
    polarity: Polarity
    level: int
    found: list[Found]


class Cues:
    """The stance of cues, from acts.tsv, cues.tsv, cue_words.tsv and negated.tsv."""

    def __init__(self) -> None:
        self._words = load("stance/cue_words.tsv")
        self._acts = {
            Act(act): Sense(None, Polarity(polarity), LEVEL[certainty], _kind(kind), negated)
            for act, polarity, certainty, kind, negated in table("stance/acts.tsv")
        }
        self._senses = {
            (lemma, complement): Sense(
                None if act == "-" else Act(act),
                Polarity(polarity),
                LEVEL.get(certainty, -1),
                _kind(kind),
                "" if negated == "-" else negated,
            )
            for lemma, complement, act, polarity, certainty, kind, negated in table("stance/cues.tsv")
        }
        self._headed = {lemma for lemma, complement in self._senses if complement in ("claims", "no")}
        self._negated = {
            name: Negated(
                None if act == "-" else Act(act),
                None if polarity == "flip" else Polarity(polarity),
                None if certainty == "-" else LEVEL[certainty],
                _kind("-" if kind == "=" else kind),
                kind == "=",
                cited == "yes",
            )
            for name, act, polarity, certainty, kind, cited in table("stance/negated.tsv")
        }
        self._forms: dict[str, frozenset[str]] = {}
        # News says "said" again and again: the answer depends on these few words alone.
        self.read = lru_cache(maxsize=4096)(self._read)

    def heading(self, lemma: str, head: tuple[str, ...]) -> str:
        """What cues.tsv calls the noun group that content begins with, where the cue asks for it, or ""."""
        if lemma not in self._headed:
            return ""
        if head[:1] == ("no",):
            return "no"
        for word in head[:4]:
            if word in v.CLAIM:
                return "claims"
            if word in v.PREPOSITION:
                break
        return ""

    def _read(self, low: tuple[str, ...], lemma: str, act: Act, kind: Type, complement: str) -> CueStance:
        """The stance of a cue, given its words in lower case."""
        lemma = self._noun_or_adjective(low, lemma)
        sense = self._sense(low, lemma, act, kind, complement)
        act = sense.act or act
        found, effects, level = self._around(low, sense.level)
        if act is Act.DECLINE:
            found = found or self._verb(low, lemma, MarkerKind.NEGATION)
            return CueStance(act, Polarity.UNSPECIFIED, UNSPECIFIED, found)
        if "withholds" in effects and lemma not in _UNWILLING:
            return CueStance(Act.DECLINE, Polarity.UNSPECIFIED, UNSPECIFIED, found)
        polarity, verb_kind = sense.polarity, sense.kind
        if "disproves" in effects or "opposes" in effects:
            polarity = Polarity.NEGATIVE
        if effects & _NEGATIONS:
            if _confirms_or_denies(low):
                return CueStance(Act.DECLINE, Polarity.UNSPECIFIED, UNSPECIFIED, found)
            rule = self._negated[_negation(sense.negated, effects, lemma, complement)]
            act = rule.act or act
            polarity = rule.polarity or _flipped(polarity)
            level = level if rule.level is None else rule.level
            verb_kind = verb_kind if rule.keeps_kind else rule.kind
            if not rule.cited:
                found = [marker for marker in found if marker.kind is not MarkerKind.NEGATION]
        if verb_kind and "assures" not in effects:
            found = found + [marker for marker in self._verb(low, lemma, verb_kind) if marker not in found]
        return CueStance(act, polarity, level, found)

    def _noun_or_adjective(self, low: Sequence[str], lemma: str) -> str:
        """The word that cues.tsv knows of "is worried", "their fears", which come whole or under one name."""
        if lemma == "rule" and "out" in low:
            return "rule out"
        if not low or not (lemma == "reportedly" or lemma in (" ".join(low), low[-1])):
            return lemma
        return next(
            (word for word in (low[-1], low[-1].removesuffix("s")) if (word, ANY) in self._senses), lemma
        )

    def _sense(self, low: Sequence[str], lemma: str, act: Act, kind: Type, complement: str) -> Sense:
        """The row for the verb and its complement, else for the verb, else for the act."""
        default = self._acts[act]
        if complement == "infinitive" and (lemma, "passive") in self._senses and not v.BE.isdisjoint(low):
            complement = "passive"
        sense = self._senses.get((lemma, complement)) or self._senses.get((lemma, ANY))
        if sense is None:
            if complement == "whether":
                return default._replace(polarity=Polarity.UNSPECIFIED, level=UNSPECIFIED, kind=None)
            if kind is Type.EVENTUALITY and default.level != UNSPECIFIED:
                return default._replace(level=UNSPECIFIED, kind=None)
            return default
        if sense.level < 0:
            sense = sense._replace(level=UNSPECIFIED if kind is Type.EVENTUALITY else default.level)
        return sense if sense.negated else sense._replace(negated=self._acts[sense.act or act].negated)

    def _around(self, low: tuple[str, ...], level: int) -> tuple[list[Found], set[str], int]:
        """The markers among a cue's words, what they do, and how sure they leave it."""
        found: list[Found] = []
        effects: set[str] = set()
        i, size = 0, len(low)
        while i < size:
            phrases = self._words.get(low[i])
            phrase, last = next(match(phrases, low, i), _NOTHING) if phrases else _NOTHING
            last = last or i + 1
            if phrase and phrase.kind:
                if "ability" in phrase.effects and low[last : last + 1] == ("not",):
                    effects.add("cannot")
                else:
                    found.append(Found(i, last, phrase.kind))
                    effects |= phrase.effects
                    level = min(level, POSSIBLE if "ability" in phrase.effects else phrase.level)
            i = last
        return found, effects, level

    def _verb(self, low: tuple[str, ...], lemma: str, kind: MarkerKind) -> list[Found]:
        """The cue's verb, noun or adjective as a marker: a form of its lemma, else its last word."""
        known = self._forms.get(lemma)
        if known is None:
            verb = lemma.partition(" ")[0]
            known = self._forms[lemma] = frozenset(
                chain.from_iterable(spellings(verb)) if len(verb) > 1 else (verb,)
            )
        particle = lemma.partition(" ")[2]
        last = -1
        for i, word in enumerate(low):
            if word in known:
                return [Found(i, i + 1 + (low[i + 1 : i + 2] == (particle,)), kind)]
            if word[:1].isalpha() and word not in v.ADVERB:
                last = i
        return [Found(last, last + 1, kind)] if last >= 0 else []


def _confirms_or_denies(low: Sequence[str]) -> bool:
    """Whether it is "neither confirmed nor denied" in any form, or "nor ruled out"."""
    other = "ruled" in low or any(word.startswith("den") for word in low)
    return other and any(word.startswith("confirm") for word in low)


def _negation(name: str, effects: set[str], lemma: str, complement: str) -> str:
    """The row of negated.tsv: "could not deny" grants, "does not see why" leaves open."""
    if name == "open" and "cannot" in effects and lemma != "rule out":
        return "granted"
    return "unknown" if name in ("flip", "factive") and complement in ("wh", "wh-to") else name


def _kind(name: str) -> MarkerKind | None:
    return None if name == "-" else MarkerKind(name)


def _flipped(polarity: Polarity) -> Polarity:
    if polarity is Polarity.UNSPECIFIED:
        return polarity
    return Polarity.POSITIVE if polarity is Polarity.NEGATIVE else Polarity.NEGATIVE
