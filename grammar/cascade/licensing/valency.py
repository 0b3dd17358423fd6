"""The cue lexicon at work: which complement a verb or noun has at its place, and the sense that takes it."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, expand
from grammar.cascade.licensing.chaining import Words
from grammar.cascade.licensing.complements import (
    Sense,
    first_of,
    known_complements,
    limited,
    trials_of,
)
from grammar.cascade.licensing.entries import NOUNS, VERBS, senses
from grammar.cascade.licensing.inversion import Inversion
from grammar.cascade.licensing.predicatives import Predicatives
from grammar.cascade.licensing.selection import NAME_ALONE, Selection
from grammar.cascade.licensing.winning import GIVEN
from grammar.lexicon import lines

# "...," he continued in a lower voice: behind a quotation and its speaker, a verb of speech needs no more.
_AFTER_QUOTATION = re.compile(
    expand(
        "<QuoteComma|QuoteAsk|QuoteOpen>(?<!<Of|To|For|About|Against|With|By|In|Prep>.)<Comma>?"
        "(?:<Pronoun>|<Group>(?:<Of|For|With|In|To|About|Against|Prep><Group>){0,3}(?:<Comma><Group>(?:<Of|For|With|In|To|About|Against|Prep|And><Group>|<Comma><Group>){0,6}<Comma>)?)\\Z",
        CHUNK_NAMES,
    )
)
# ("Why?") He answered, "I have no idea."; Ann Lee said the gate was shut: words of its own
_ON_ANSWER = re.compile(
    expand(
        "<Adverb>?<Comma|Colon>(?:<QuoteStop|QuoteAsk>)"
        "|(?<=<Group>.)(?:<That><Group|Pronoun>|<Group|Pronoun>(?:<Of|In|For><Group>)?<Verb|Said>)",
        CHUNK_NAMES,
    )
)
# (Although he admits it was "late,") he claimed they had come: no quotation is said with a clause of its own.
_ON_CLAUSE = re.compile(expand("<That><Group|Pronoun>|<Pronoun><Verb|Said>", CHUNK_NAMES))
# (Citing its "failures,") she urged | members to leave
_ON_URGING = re.compile(expand("<Group|Objective>(?:<Of|In><Group>)?<ToDo|ToSay>", CHUNK_NAMES))
# Asked if it was "safe," (the mayor said it was)
_ASKING = re.compile(
    expand("(?<!<!Stop|Break|QuoteStop>)<Say><Question><!Stop|Break|Comma>{0,14}+\\Z", CHUNK_NAMES)
)
_LOOK_BACK = 20
_SUBJECT, _OBJECT_NEAR = 24, 6  # chunks before and behind a verb among which its nouns are sought
_SAY, _SAYING, _TO_SAY, _SAID, _REPORT = (
    CHUNKS[name] for name in ("Say", "Saying", "ToSay", "Said", "Report")
)
_GROUP, _ASKED, _AS = (CHUNKS[name] for name in ("Group", "QuoteAsk", "As"))
_BARE = frozenset(("bare", "plain"))
_NAMING = frozenset((_SAY, _SAYING, _TO_SAY))
_OBJECT = re.compile(
    expand("<Group>(?:(?:<Of|For|With|In|About|Against|Prep>|<And>)<Group>){0,4}+", CHUNK_NAMES)
)
ALONE = frozenset(("none", "alone"))
_OBJECT_ALONE = frozenset(("object",))
_PARTICLED = frozenset(("out-that", "out-bare", "out-quote", "out-none", "out-object"))
_BY_FORM = frozenset(("reduced", "reduced-apart", "under-way"))  # some of the verb's forms report alone
_PERFECT = frozenset(("had", "has", "have", "having", "would", "will", "could", "can", "did", "does", "do"))
_PLATFORMS = frozenset(lines("platforms.txt"))
# what behind "he's said" tells that it is "has", where the passive takes none of it
_DONE_BY = frozenset(
    ("that", "bare", "wh", "quote", "infinitive", "gerund", "object", "for", "against", "whom", "whom-to")
)
_DEMANDED = frozenset(("for", "against"))
_NOT_OF_HIM = frozenset(("it-bare", "it-that", "that", "bare"))  # it's said that; but: he's argued that
_GIVEN = frozenset(lines("given_verbs.txt"))
_COURT, _PLACED = "court", frozenset(CHUNKS[name] for name in ("In", "Against", "Of"))
# the trial of a man accused of theft | has heard; an inquest into the fire, which began on Monday, | heard
_SITTING = re.compile(
    expand(
        "<Group>(?:<Of|In|Against|Prep|For>(?:<!Stop|Break|Comma|Say|Relative>|<Say>(?=<Of|By|With>)){1,9}+)?"
        r"(?:<Comma><Relative><!Stop|Break|Comma>{1,9}+<Comma>)?\Z",
        CHUNK_NAMES,
    )
)
Found = tuple[str, Sense]
"""A complement and the sense that takes it."""


def _is_plural(noun: str) -> bool:
    """Whether a common noun has the ending of a plural: links; not: boss, crisis, Reuters."""
    return noun.islower() and noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ics", "news"))


def is_platform(behind: list[str]) -> bool:
    """Whether these words tell on what somebody wrote: on Facebook; but: about Facebook."""
    return behind[:1] == ["on"] and " ".join(behind[1:]).lower() in _PLATFORMS


class Valency:
    """The complements that lemmas take; one object serves all texts.

    ``nouns`` are the reporting nouns, ``given`` what each takes behind its giver: from voters | for a ban.
    """

    def __init__(self) -> None:
        found = known_complements()
        names = frozenset(name for name, *_ in found)
        self._senses: dict[str, list[Sense]] = {}
        for sense in senses(VERBS, names):
            self._senses.setdefault(sense.lemma, []).append(sense)
        self.nouns = {sense.lemma: sense for sense in senses(NOUNS, names)}
        self._selection = Selection()
        self._inversion = Inversion(found)
        self._active = {lemma: trials_of(found, senses) for lemma, senses in self._senses.items()}
        self._passive = {lemma: trials_of(found, senses, "be-") for lemma, senses in self._senses.items()}
        self._nominal = {noun: trials_of(found, [sense]) for noun, sense in self.nouns.items()}
        self.given = {noun: limited(trials, GIVEN) for noun, trials in self._nominal.items()}

    def of(self, lemma: str, codes: str, at: int, predicatives: Predicatives, words: Words) -> Found | None:
        """What a cue takes where it stands, in a sense that its neighbours allow."""
        code = codes[at]
        found = (
            self._inversion.of(self._senses.get(lemma, ()), codes, at, predicatives, words)
            or self._behind(lemma, codes, at)
            or self._naming(lemma, codes, at, predicatives)
        )
        if found is None:
            return None
        trials = self._active.get(lemma, [])
        if code == _SAYING and found[0] in ALONE and codes[at - 1 : at] != _AS:
            return None  # writing in it
        if found[0] == "about" and is_platform(words(at + 1, at + 3)):
            found = first_of(limited(trials, ALONE), codes, at + 1)
        if found and found[0] in _PARTICLED:
            asked = self._selection.nouns(lemma, found[0], "cue")
            if asked and asked.isdisjoint(word.lower() for word in words(at + 1, at + 2)):
                # found only | 13% of growers: not "found out"
                found = first_of([trial for trial in trials if trial[0][0] not in _PARTICLED], codes, at + 1)
        if code == _SAYING and found and found[0] in _BARE and self._holds(lemma, codes, at, words):
            # a group claiming responsibility for the fire | said
            found = first_of(limited(trials, _OBJECT_ALONE), codes, at + 1) or found
        if found and code in _NAMING and self._is_other_sense(lemma, found[0], at, words):
            return self._other(lemma, found[0], codes, at, predicatives)
        return (found[0], self._in_court(lemma, codes, at, words) or found[1]) if found else None

    def _takes(self, lemma: str, complement: str) -> bool:
        """Whether a verb takes this complement in any sense."""
        return any(complement in sense.complements for sense in self._senses.get(lemma, ()))

    def _holds(self, lemma: str, codes: str, at: int, words: Words) -> bool:
        """Whether a participle right behind a group has an object that it is known by: claiming credit."""
        if codes[at - 1 : at] != _GROUP:
            return False
        return words(at + 1, at + 2)[-1].lower() in self._selection.nouns(lemma, "object", "content")

    def perfect(self, lemma: str, passive: Found | None, codes: str, at: int) -> Found | None:
        """What a cue behind "he's" takes where that is "has": vowed to go; not: asked to go, denied bail."""
        if passive and passive[0] not in _NOT_OF_HIM:
            return None
        found = first_of(self._active.get(lemma, []), codes, at + 1)
        taken = _DEMANDED if lemma in _GIVEN else _DONE_BY  # he's called for calm; but: he's called a liar
        return found if found and found[0] in taken else None

    def _in_court(self, lemma: str, codes: str, at: int, words: Words) -> Sense | None:
        """The sense of a verb whose subject sits in judgement: what an inquest heard was said there."""
        senses = [sense for sense in self._senses.get(lemma, ()) if _COURT in sense.complements]
        if not senses:
            return None
        nouns = self._selection.nouns(lemma, _COURT, "source")
        heads = [at - 1, at - 3] if codes[at - 2 : at - 1] in _PLACED else [at - 1]
        if sitting := _SITTING.search(codes, max(at - _LOOK_BACK, 0), at):
            heads.append(sitting.start())
        sits = any(words(head, head + 1)[-1].lower() in nouns for head in heads if head >= 0)
        return senses[0] if sits else None

    def _is_other_sense(self, lemma: str, complement: str, at: int, words: Words) -> bool:
        """Whether none of the nouns is near of which one must be source or content: found a wallet.

        What is no cue then leaves its neighbours to theirs; which slot the noun stands in, the frames tell.
        """
        if complement == "inverted-plain":
            verb, noun = words(at, at + 1), words(at + 1, at + 2)[-1:]
            if verb[0].lower() in _PERFECT:
                return True  # (the suspects, all students,) had pledged it: no speaker stands behind "had"
            if verb[-1].endswith("s") and any(map(_is_plural, noun)):
                return True  # (the tool, free to all,) adds useful links
        near = [("source", at - _SUBJECT, at), ("content", at + 1, at + _OBJECT_NEAR)]
        if complement in _BY_FORM:
            near.append(("cue", at, at + 1))
        for slot, first, last in near:
            nouns = self._selection.nouns(lemma, complement, slot)
            if nouns and nouns.isdisjoint(word.lower() for word in words(max(first, 0), last)):
                behind = words(at + 1, at + 2)[-1:] if slot == "content" and NAME_ALONE in nouns else []
                return not any(word[0].isupper() for word in behind)  # but: ripped Ann Lee
        return False

    def _behind(self, lemma: str, codes: str, at: int) -> Found | None:
        """What stands behind the cue, or what a quotation with its speaker before it stands for."""
        code = codes[at]
        trials = self._nominal if code == _REPORT else self._passive if code == _SAID else self._active
        behind = code != _SAID and _AFTER_QUOTATION.search(codes, max(at - _LOOK_BACK, 0), at)
        if (
            behind
            and not (behind[0][0] == _ASKED and _ON_ANSWER.match(codes, at + 1))
            and not _ON_CLAUSE.match(codes, at + 1)
            and not (_ON_URGING.match(codes, at + 1) and self._takes(lemma, "whom-to"))
            and not _ASKING.search(codes, max(behind.start() - _LOOK_BACK, 0), behind.start())
        ):
            spoken = self._spoken(lemma, code)
            if spoken:
                return spoken
        return first_of(trials.get(lemma, []), codes, at + 1)

    def _naming(self, lemma: str, codes: str, at: int, predicatives: Predicatives) -> Found | None:
        """What a verb of naming takes where its object and the name are one noun group."""
        if codes[at] in _NAMING:
            for sense in self._senses.get(lemma, ()):
                if "naming" in sense.complements:
                    named = _OBJECT.match(codes, at + 1)
                    if named and any(map(predicatives.within, range(*named.span()))):
                        return "naming", sense
        return None

    def _other(
        self, lemma: str, complement: str, codes: str, at: int, predicatives: Predicatives
    ) -> Found | None:
        """What else a verb takes whose form does not report with this complement: they consider it a risk."""
        if complement not in _BY_FORM:
            return None
        trials = [trial for trial in self._active.get(lemma, []) if trial[0][0] not in _BY_FORM]
        return first_of(trials, codes, at + 1) or self._naming(lemma, codes, at, predicatives)

    def _spoken(self, lemma: str, code: str) -> Found | None:
        """What a verb takes behind a quotation and its speaker."""
        senses = self._senses.get(lemma, []) if code != _REPORT else []
        for mark, complement in (("inverted", "none"), ("whom", "whom")):
            for sense in senses:
                if mark in sense.complements:
                    return complement, sense
        return None
