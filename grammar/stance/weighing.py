"""Markers weighed where they stand: which count for the clause, and what they make of it."""

from __future__ import annotations

from collections.abc import Sequence

from grammar.stance import vocabulary as v
from grammar.stance.markers import CERTAIN, Found, Phrase, load, match
from grammar.stance.places import Places

PHRASES = load("stance/content.tsv")
WINDOW = 48
"""Words of a content that are looked at: a main clause seldom has more."""
END = -1
"""Instead of the word to go on with: the main clause is over."""
NO_GROUP = -2

_ASIDES = frozenset(("any", "adverb", "self"))
_ASIDE_ENDS = frozenset(("", ",")) | v.STOP
_NOMINAL = frozenset(
    ["object", "object-to", "gerund", "of", "for", "about", "against", "with", "to", "as", "in", "by"]
)
_INFINITIVE = frozenset(("infinitive", "whom-to", "seems"))


class Weighing(Places):
    """What the markers met so far come to, and how far the clause has got."""

    __slots__ = (
        "_denied",
        "_first_preposition",
        "_group_end",
        "_infinitive",
        "_noun",
        "_relative",
        "_start",
        "_there",
        "_verb",
        "conditional",
        "found",
        "level",
        "negative",
        "unknown",
        "withheld",
    )

    def __init__(
        self, words: Sequence[str], low: Sequence[str], complement: str, *, headline: bool, denied: bool
    ) -> None:
        super().__init__(words, low, headline)
        self._noun = complement in _NOMINAL
        self._infinitive = self._noun or complement in _INFINITIVE
        self._denied = denied
        self.conditional = False
        self._first_preposition = WINDOW
        self.found: list[Found] = []
        self.level = CERTAIN
        self.negative = self.unknown = self.withheld = False
        self._begin(0)

    def _begin(self, start: int) -> int:
        """A main clause begins there; nothing of it has been seen."""
        self._start = start
        self._verb = 0  # 1: a form that may be its verb; 2: its verb
        self._group_end = NO_GROUP  # the word behind the verb group, as long as that may go on
        self._relative = 0  # 1: a relative clause stands open; 2: its verb has come
        self._there = False
        return start

    def _weigh(self, i: int, phrases: list[Phrase]) -> int:
        """Let the first phrase that stands here and fits the place count; the word behind it, or 0."""
        for phrase, last in match(phrases, self.low, i):
            if self._fits(phrase.place, i):
                return self._count(phrase, i, last)
        return 0

    def _fits(self, place: str, i: int) -> bool:
        match place:
            case "any":
                return True
            case "modal":
                return self.is_modal(i)
            case "adverb":
                return self.is_free_adverb(i)
            case "predicate":
                return self.is_predicate(i)
            case "self":
                return (not self._verb or i == self._group_end) and self.has_pronoun_subject(i)
            case "there":
                return self._there
            case "verb":
                bare = self.at(i + 1) != "to" or self._infinitive
                return bare or self.is_be(i - 1) or self.at(i - 1) == "ought"
            case "argument":
                return self.at(i - 1) not in v.PREPOSITION
            case "perfect":
                return self.is_perfect(i)
            case "falsity":
                return self.is_falsity(self._start, i)
            case "noun":
                return self._noun and i < self._first_preposition
            case "answer":
                return i == self._start and not self.at(i + 1)[:1].isdigit()
            case _:
                return i == self._start

    def _count(self, phrase: Phrase, i: int, last: int) -> int:
        """Take a phrase's effect; the word behind what it cites, or the end."""
        effects = phrase.effects
        if i == self._group_end:
            self._group_end = last
        if "ability" in effects and (self.negative or self._denied or self.is_negated_behind(last)):
            return last
        if phrase.kind:
            self.found.append(Found(i, last, phrase.kind))
        self.level = min(self.level, phrase.level)
        if "negative" in effects:
            # "Neither ... nor" is one negation in two words.
            self.negative = not self.negative or self.low[i] == "nor"
            self.withheld = self._withholds(i, last)
        self.withheld = self.withheld or "withheld" in effects
        self.unknown = "unknown" in effects
        if self.withheld or self.unknown or "ends" in effects:
            return END
        return self._opened(phrase, last) if "opens" in effects else last

    def _opened(self, phrase: Phrase, last: int) -> int:
        """Behind "it is likely (that)" and "I think (that)" the next clause is the main one."""
        after = self.at(last)
        if after == "that":
            return self._begin(last + 1)
        if phrase.place == "self":
            return last if after in v.PREPOSITION else self._begin(last)
        impersonal = self.low[self._start] in v.EXPLETIVE
        return self._begin(last) if impersonal and self._starts_noun_group(last) else last

    def _withholds(self, i: int, last: int) -> bool:
        """Whether it is the source's own "he would not say", "she declined to comment"."""
        if self.low[self._start] not in v.PRONOUN or self.at(last) not in v.WITHHELD:
            return False
        modal = self.at(i - 1) if self.low[i] == "not" else self.low[i]
        return self.low[last - 1] == "to" or modal.startswith(("would", "could", "can", "will", "won"))

    def _starts_noun_group(self, i: int) -> bool:
        word = self.at(i)
        return word in v.DETERMINER or word in v.PRONOUN or word == "there" or self.is_capital(i)

    def _aside(self, i: int) -> int:
        """Let ", probably," and ", I think," count wherever they stand; the word behind them, or 0."""
        marker = i + (self.at(i) in v.PRONOUN)
        for phrase, behind in match(PHRASES.get(self.at(marker), ()), self.low, marker):
            if phrase.kind and phrase.place in _ASIDES and self.at(behind) in _ASIDE_ENDS:
                self.found.append(Found(marker, behind, phrase.kind))
                self.level = min(self.level, phrase.level)
                self._group_end = behind + 1 if self._group_end == i - 1 else self._group_end
                return behind + 1
        return 0
