"""Which verbs are cues here: a cue needs a complement that its lemma takes (its valency, after Levin 1993).

"The study found that ..." reports, "people find the show" does not: the cue lexicon says that *find* reports
with a clause, not with an object. What no complement licenses becomes an ordinary verb.
"""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, expand
from grammar.cascade.chaining import Chaining, Words
from grammar.cascade.chunks import Chunks
from grammar.cascade.complements import (
    Sense,
    first_of,
    is_apposed,
    known_complements,
    limited,
    trials_of,
    with_implied,
)
from grammar.cascade.licensed import chunk_of
from grammar.cascade.places import places
from grammar.cascade.predicatives import Predicatives
from grammar.cascade.selection import Selection
from grammar.cascade.viewpoints import Viewpoints
from grammar.cascade.winning import GIVEN, Winning
from grammar.claim import Act, Type
from grammar.lexicon import lines, table


class Licence:
    """Why a chunk is a cue: its lemma, the complement found behind it and the reading that takes it.

    ``first`` is the chunk where the cue begins: before its own where a verb chains, as in refused to say.
    """

    __slots__ = ("complement", "first", "lemma", "sense")

    def __init__(self, lemma: str, complement: str, sense: Sense, first: int) -> None:
        self.lemma = lemma
        self.complement = complement
        self.sense = sense
        self.first = first


# "...," he continued in a lower voice: behind a quotation and its speaker, a verb of speech needs no more.
_AFTER_QUOTATION = re.compile(
    expand(
        "<QuoteComma|QuoteAsk|QuoteOpen>(?<!<Of|To|For|About|Against|With|By|In|Prep>.)<Comma>?"
        "(?:<Pronoun>|<Group>(?:<Of|For|With|In|To|About|Against|Prep><Group>){0,3}(?:<Comma><Group>(?:<Of|For|With|In|To|About|Against|Prep|And><Group>|<Comma><Group>){0,6}<Comma>)?)\\Z",
        CHUNK_NAMES,
    )
)
# ("Why?") He answered, "I have no idea."
_ON_QUOTING = re.compile(expand("<Adverb>?<Comma|Colon>(?:<QuoteStop|QuoteAsk>)", CHUNK_NAMES))
# Asked if it was "safe," (the mayor said it was)
_ASKING = re.compile(
    expand("(?<!<!Stop|Break|QuoteStop>)<Say><Question><!Stop|Break|Comma>{0,14}+\\Z", CHUNK_NAMES)
)
_LOOK_BACK = 20
_SUBJECT, _OBJECT_NEAR = 24, 6  # chunks before and behind a verb among which its nouns are sought
CUES = tuple(CHUNKS[name] for name in ("Say", "Saying", "ToSay", "Said", "Aware", "Report"))
_ASKED = CHUNKS["QuoteAsk"]
_DOING, _ADVERB, _AS = CHUNKS["Doing"], CHUNKS["Adverb"], CHUNKS["As"]
_PRONOUN, _OBJECTIVE = CHUNKS["Pronoun"], CHUNKS["Objective"]
_SET = frozenset((CHUNKS["When"], CHUNKS["Where"]))
_ON_COMMA = CHUNKS["Comma"] + CHUNKS["Say"]
_WINS, _ACCORDING, _BY, _OF, _ABOUT = (CHUNKS[name] for name in ("Wins", "According", "By", "Of", "About"))
_FOUND = Sense("in", frozenset(("clause",)), Type.ASSERTION, Act.STATE)  # in a poll
_BELIEVED = Sense("to", frozenset(("clause",)), Type.BELIEF, Act.BELIEVE)  # to her critics
_PLATFORMS = frozenset(lines("platforms.txt"))
_ALONE = frozenset(("none", "alone"))
_BY_FORM = frozenset(("reduced", "reduced-apart", "under-way"))  # some of the verb's forms report alone
_PERFECT = frozenset(("had", "has", "have", "would", "will", "could", "can", "did", "does", "do"))
_SAY, _SAYING, _TO_SAY, _SAID, _AWARE, _REPORT = (
    CHUNKS[name] for name in ("Say", "Saying", "ToSay", "Said", "Aware", "Report")
)
_NAMING = frozenset((_SAY, _SAYING, _TO_SAY))
_OBJECT = re.compile(
    expand("<Group>(?:(?:<Of|For|With|In|About|Against|Prep>|<And>)<Group>){0,4}+", CHUNK_NAMES)
)
_TOLD = frozenset((_SAY, _SAID))
_HEARSAY = CHUNKS["Hearsay"]
HEARSAY = frozenset(word for name, row in table("closed.tsv") if name == "Hearsay" for word in row.split())
_PLAIN = {_SAY: CHUNKS["Verb"], _SAYING: CHUNKS["Doing"], _TO_SAY: CHUNKS["ToDo"],
          _SAID: CHUNKS["Verb"], _AWARE: CHUNKS["Verb"], _REPORT: CHUNKS["Group"]}  # fmt: skip


def is_platform(behind: list[str]) -> bool:
    """Whether these words tell on what somebody wrote: on Facebook; but: about Facebook."""
    return behind[:1] == ["on"] and " ".join(behind[1:]).lower() in _PLATFORMS


class Licensing:
    """The cue lexicon at work on a chunk string."""

    def __init__(self) -> None:
        self._senses: dict[str, list[Sense]] = {}
        for lemma, complements, type_, act, *_ in table("cues.tsv"):
            sense = Sense(lemma, with_implied(complements.split()), Type(type_), Act(act))
            self._senses.setdefault(lemma, []).append(sense)
        self._nouns = {
            noun: Sense(noun, frozenset(complements.split()), Type(type_), Act(act))
            for noun, complements, type_, act in table("cue_nouns.tsv")
        }
        self._viewpoints = Viewpoints()
        self._winning = Winning({noun: sense.complements for noun, sense in self._nouns.items()})
        self._chaining = Chaining()
        self._selection = Selection()
        found = known_complements()
        (self._inverting,) = [pattern for name, pattern, _ in found if name == "inverted-plain"]
        self._active = {lemma: trials_of(found, senses) for lemma, senses in self._senses.items()}
        self._passive = {lemma: trials_of(found, senses, "be-") for lemma, senses in self._senses.items()}
        self._nominal = {noun: trials_of(found, [sense]) for noun, sense in self._nouns.items()}
        self._given = {noun: limited(trials, GIVEN) for noun, trials in self._nominal.items()}

    def apply(
        self,
        chunks: Chunks,
        lemmas: dict[int, str],
        predicatives: Predicatives,
        words: Words,
    ) -> tuple[str, dict[int, Licence]]:
        """The chunk string with each cue marked by its complement, and each cue chunk's licence.

        ``lemmas`` gives the lemma of every chunk that holds a cue verb, and the last word of what stands
        before "to say" and of the verb before that; ``predicatives`` tells which noun groups call something
        a name; ``words`` gives the words of a run of chunks.
        """
        codes = chunks.codes
        out = list(codes)
        licences: dict[int, Licence] = {}
        chain = -1
        for at in places(codes, CUES):
            code = codes[at]
            lemma = lemmas[at]
            won = self._winning.verb(lemma, out, at, words) if code == _REPORT else None
            if won is not None:
                licences[at - 1] = Licence(lemma, "from", self._nouns[lemma], won)
                out[won], out[at] = _WINS, _PLAIN[code]
                continue
            if code == _SAY and self._chaining.chains(lemma) and codes[at + 1 : at + 2] == _TO_SAY:
                chain = at
            given = self._given.get(lemma) if code == _REPORT else None
            found = first_of(given, codes, self._winning.behind(codes, at, words)) if given else None
            if found:  # calls from voters for a ban
                out[at + 1] = _BY
            else:
                found = (
                    self._inverted(lemma, codes, at, predicatives)
                    or self._license(lemma, codes, at)
                    or self._naming(lemma, codes, at, predicatives)
                )
            if (
                found and code == _SAYING and found[0] in _ALONE and codes[at - 1 : at] != _AS
            ):  # writing in it
                found = None
            if found and found[0] == "whom-of":
                out[codes.index(_OF, at)] = _ABOUT  # warned them | of the risk
            if found and found[0] == "about" and is_platform(words(at + 1, at + 3)):
                found = first_of(limited(self._active.get(lemma, ()), _ALONE), codes, at + 1)
            if found and code in _NAMING and self._is_other_sense(lemma, found[0], at, words):
                found = self._other(lemma, found[0], codes, at, predicatives)
            if found is None:
                # (the duo) reportedly saw it: what is told of is not said by its subject, but it is told
                told = code in _TOLD and not HEARSAY.isdisjoint(word.lower() for word in words(at, at + 1))
                out[at] = _HEARSAY if told else _PLAIN[code]
                chain = chain if chain == at else -1
                continue
            complement, sense = found
            first = at
            if code == _TO_SAY:
                chained = 0 <= chain == at - 1
                if chained and complement in _ALONE and at - 1 in licences:
                    out[at] = _PLAIN[code]  # refused | to elaborate
                    continue
                first = chain if chained else self._chaining.first(out, at, complement, sense, lemmas, words)
            cause = self._chaining.cause(codes, at, words) if code == _TO_SAY and first == at else None
            if cause is not None:  # (it) forced | her | to deny
                out[cause] = _PLAIN[_SAY] if codes[cause] != _DOING else _DOING
                out[at - 1] = _PRONOUN if codes[at - 1] == _OBJECTIVE else codes[at - 1]
                code = _SAY
            elif code == _TO_SAY and words(at - 1, at)[-1:] == [
                "except"
            ]:  # would not comment, except | to say
                code = _SAYING
            if first < at:
                out[first:at] = (code if code in _SET else _ADVERB for code in codes[first:at])
                code = _SAYING if codes[first] == _DOING else _SAY
            licences[at] = Licence(lemma, complement, sense, first)
            out[at] = CHUNKS[chunk_of(code, complement, sense)]
        for at, believed in self._viewpoints.of(codes, words, licences):
            sense = _BELIEVED if believed else _FOUND
            out[at], licences[at] = _ACCORDING, Licence(sense.lemma, "clause", sense, at)
        return "".join(out), licences

    def _is_other_sense(self, lemma: str, complement: str, at: int, words: Words) -> bool:
        """Whether none of the nouns is near of which one must be source or content: found a wallet.

        What is no cue then leaves its neighbours to theirs; which slot the noun stands in, the frames tell.
        """
        if complement == "inverted-plain" and words(at, at + 1)[0].lower() in _PERFECT:
            return (
                True  # (the suspects, all students,) had pledged allegiance: no speaker stands behind "had"
            )
        near = [("source", at - _SUBJECT, at), ("content", at + 1, at + _OBJECT_NEAR)]
        if complement in _BY_FORM:
            near.append(("cue", at, at + 1))
        for slot, first, last in near:
            nouns = self._selection.nouns(lemma, complement, slot)
            if nouns and nouns.isdisjoint(word.lower() for word in words(max(first, 0), last)):
                return True
        return False

    def _license(self, lemma: str, codes: str, at: int) -> tuple[str, Sense] | None:
        code = codes[at]
        trials = self._nominal if code == _REPORT else self._passive if code == _SAID else self._active
        behind = code != _SAID and _AFTER_QUOTATION.search(codes, max(at - _LOOK_BACK, 0), at)
        if (
            behind
            and not (behind[0][0] == _ASKED and _ON_QUOTING.match(codes, at + 1))
            and not _ASKING.search(codes, max(behind.start() - _LOOK_BACK, 0), behind.start())
        ):
            spoken = self._spoken(lemma, code)
            if spoken:
                return spoken
        return first_of(trials.get(lemma, []), codes, at + 1)

    def _inverted(
        self, lemma: str, codes: str, at: int, predicatives: Predicatives
    ) -> tuple[str, Sense] | None:
        """A name behind a verb that may take an object too: ..., reported The Ledger."""
        if codes[at - 1 : at + 1] != _ON_COMMA or not predicatives.is_name(at + 1) or is_apposed(codes, at):
            return None
        for sense in self._senses.get(lemma, ()):
            inverts = "inverted" in sense.complements and sense.type is Type.ASSERTION
            inverts = inverts and "naming" not in sense.complements  # a probe, called Ember, rose
            if inverts and self._inverting.match(codes, at + 1):
                return "inverted-plain", sense
        return None

    def _naming(
        self, lemma: str, codes: str, at: int, predicatives: Predicatives
    ) -> tuple[str, Sense] | None:
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
    ) -> tuple[str, Sense] | None:
        """What else a verb takes whose form does not report with this complement: they consider it a risk."""
        if complement not in _BY_FORM:
            return None
        trials = [trial for trial in self._active.get(lemma, []) if trial[0][0] not in _BY_FORM]
        return first_of(trials, codes, at + 1) or self._naming(lemma, codes, at, predicatives)

    def _spoken(self, lemma: str, code: str) -> tuple[str, Sense] | None:
        """What a verb takes behind a quotation and its speaker."""
        senses = self._senses.get(lemma, []) if code != _REPORT else []
        for mark, complement in (("inverted", "none"), ("whom", "whom")):
            for sense in senses:
                if mark in sense.complements:
                    return complement, sense
        return None
