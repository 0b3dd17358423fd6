"""Which verbs are cues here: a cue needs a complement that its lemma takes (its valency, after Levin 1993).

"The study found that ..." reports, "people find the show" does not: the cue lexicon says that *find* reports
with a clause, not with an object. What no complement licenses becomes an ordinary verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from grammar.cascade.alphabet import CHUNKS
from grammar.cascade.chunks import Chunks
from grammar.cascade.licensing.chaining import Chaining, Words
from grammar.cascade.licensing.complements import Sense, first_of
from grammar.cascade.licensing.licensed import chunk_of
from grammar.cascade.licensing.predicatives import Predicatives
from grammar.cascade.licensing.selection import Selection
from grammar.cascade.licensing.valency import ALONE, Found, Valency
from grammar.cascade.licensing.viewpoints import Viewpoints
from grammar.cascade.licensing.winning import Winning
from grammar.cascade.patterns.places import places
from grammar.claim import Act, Type
from grammar.lexicon import table


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


UNLICENSED = Licence("", "", Sense("", frozenset(), Type.ASSERTION, Act.STATE), -1)
"""What stands for a licence where no verb or noun is the cue: the Mayor: "...", according to the mayor."""
CUES = tuple(CHUNKS[name] for name in ("Say", "Saying", "ToSay", "Said", "Aware", "Report"))
_SAY, _SAYING, _TO_SAY, _SAID, _AWARE, _REPORT = CUES
_DOING, _ADVERB, _PRONOUN, _OBJECTIVE = (CHUNKS[name] for name in ("Doing", "Adverb", "Pronoun", "Objective"))
_WINS, _ACCORDING, _BY, _OF, _ABOUT = (CHUNKS[name] for name in ("Wins", "According", "By", "Of", "About"))
_SET = frozenset((CHUNKS["When"], CHUNKS["Where"]))
_SHORT = frozenset(("'s", "’s"))
_BEEN = frozenset(("been", "being"))
_PERSONS = frozenset(("he", "she", "who"))
_FOUND = Sense("in", frozenset(("clause",)), Type.ASSERTION, Act.STATE)  # in a poll
_BELIEVED = Sense("to", frozenset(("clause",)), Type.BELIEF, Act.BELIEVE)  # to her critics
_TOLD = frozenset((_SAY, _SAID))
_HEARSAY, _GROUP, _PREP = (CHUNKS[name] for name in ("Hearsay", "Group", "Prep"))
HEARSAY = frozenset(word for name, row in table("closed.tsv") if name == "Hearsay" for word in row.split())
_PLAIN = {_SAY: CHUNKS["Verb"], _SAYING: CHUNKS["Doing"], _TO_SAY: CHUNKS["ToDo"],
          _SAID: CHUNKS["Verb"], _AWARE: CHUNKS["Verb"], _REPORT: CHUNKS["Group"]}  # fmt: skip


class Licensing:
    """Marks the cues of a chunk string; one object serves all texts."""

    def __init__(self) -> None:
        self._valency = Valency()
        self._viewpoints = Viewpoints()
        nouns = self._valency.nouns
        self._winning = Winning({noun: sense.complements for noun, sense in nouns.items()})
        self._chaining = Chaining()
        self._selection = Selection()

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
        text = _Marking(chunks.codes, lemmas, predicatives, words)
        for at in places(text.codes, CUES):
            self._mark(text, at)
        for at in places(text.codes, (_ACCORDING,)):
            if text.codes[at + 1 : at + 2] == _GROUP and not self._is_authority(words(at + 1, at + 2)):
                text.out[at] = _PREP
        for at, believed in self._viewpoints.of(text.codes, words, text.licences):
            sense = _BELIEVED if believed else _FOUND
            text.out[at], text.licences[at] = _ACCORDING, Licence(sense.lemma, "clause", sense, at)
        return "".join(text.out), text.licences

    def _is_authority(self, group: Sequence[str]) -> bool:
        """According to the law enforcement office, to James Law; not: according to the law, to plan."""
        return self._selection.admits("according", "object", "source", group[-1:])

    def _mark(self, text: _Marking, at: int) -> None:
        """Mark the cue in this chunk, and whatever else its complement gives another part."""
        codes, code, lemma = text.codes, text.codes[at], text.lemmas[at]
        if code == _REPORT and self._is_won(text, lemma, at):
            return
        if code == _SAY and self._chaining.chains(lemma) and codes[at + 1 : at + 2] == _TO_SAY:
            text.chain = at
        found = self._complement(text, lemma, at)
        if code == _SAID and text.is_short(at):
            perfect = self._valency.perfect(lemma, found, codes, at)
            found, code = (perfect, _SAY) if perfect else (found, code)
        if found is None:
            text.leave(at)
            return
        complement, sense = found
        first = at
        if code == _TO_SAY:
            chained = 0 <= text.chain == at - 1
            if chained and complement in ALONE and at - 1 in text.licences:
                text.out[at] = _PLAIN[code]  # refused | to elaborate
                return
            chaining = self._chaining
            first = (
                text.chain
                if chained
                else chaining.first(text.out, at, complement, sense, text.lemmas, text.words)
            )
            code = self._led(text, at, first)
        elif code == _SAYING:
            first = self._chaining.spent(text.out, at, sense, text.words)
            text.out[first:at] = _ADVERB * (at - first)
            code = _SAY if first < at else code
        text.licences[at] = Licence(lemma, complement, sense, first)
        text.out[at] = CHUNKS[chunk_of(code, complement, sense)]

    def _is_won(self, text: _Marking, noun: str, at: int) -> bool:
        """Won the support of the guild: the verb before the noun is marked, and the noun no cue any more."""
        won = self._winning.verb(noun, text.out, at, text.words)
        if won is None:
            return False
        text.licences[at - 1] = Licence(noun, "from", self._valency.nouns[noun], won)
        text.out[won], text.out[at] = _WINS, _PLAIN[_REPORT]
        return True

    def _complement(self, text: _Marking, lemma: str, at: int) -> Found | None:
        """What the cue takes; a link that would be read otherwise behind it is marked."""
        codes = text.codes
        if codes[at] == _REPORT:
            given = self._valency.given.get(lemma)
            found = first_of(given, codes, self._winning.behind(codes, at, text.words)) if given else None
            if found:  # calls from voters for a ban
                text.out[at + 1] = _BY
                return found
        found = self._valency.of(lemma, codes, at, text.predicatives, text.words)
        if found and found[0] == "whom-of":
            text.out[codes.index(_OF, at)] = _ABOUT  # warned them | of the risk
        return found

    def _led(self, text: _Marking, at: int, first: int) -> str:
        """What kind of cue a "to say" is by the words that lead to it, which are marked as parts of it."""
        codes, out = text.codes, text.out
        if first < at:  # refused | to say
            out[first:at] = (code if code in _SET else _ADVERB for code in codes[first:at])
            return _SAYING if codes[first] == _DOING else _SAY
        cause = self._chaining.cause(codes, at, text.words)
        if cause is not None:  # (it) forced | her | to deny
            out[cause] = _PLAIN[_SAY] if codes[cause] != _DOING else _DOING
            out[at - 1] = _PRONOUN if codes[at - 1] == _OBJECTIVE else codes[at - 1]
            return _SAY
        except_ = text.words(at - 1, at)[-1:] == ["except"]  # would not comment, except | to say
        return _SAYING if except_ else _TO_SAY


class _Marking:
    """A text's chunk string as its cues are marked, from its begin on."""

    __slots__ = ("chain", "codes", "lemmas", "licences", "out", "predicatives", "words")

    def __init__(self, codes: str, lemmas: dict[int, str], predicatives: Predicatives, words: Words) -> None:
        self.codes = codes
        self.lemmas = lemmas
        self.predicatives = predicatives
        self.words = words
        self.out = list(codes)
        self.licences: dict[int, Licence] = {}
        self.chain = -1  # the verb that may be a part of the next "to say"

    def is_short(self, at: int) -> bool:
        """He's | vowed: whether a form of "is" may be one of "has"."""
        words = [word.lower() for word in self.words(max(at - 1, 0), at + 1)]
        return not _SHORT.isdisjoint(words[1:2]) and words[0] in _PERSONS and _BEEN.isdisjoint(words)

    def leave(self, at: int) -> None:
        """Make an ordinary chunk of what nothing licenses."""
        code = self.codes[at]
        # (the duo) reportedly saw it: what is told of is not said by its subject, but it is told
        told = code in _TOLD and not HEARSAY.isdisjoint(word.lower() for word in self.words(at, at + 1))
        self.out[at] = _HEARSAY if told else _PLAIN[code]
        if self.chain != at:
            self.chain = -1
