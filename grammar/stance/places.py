"""Where in a clause a marker stands: what its neighbours tell about it."""

from __future__ import annotations

from collections.abc import Sequence

from grammar.stance.vocabulary import (
    ADVERB,
    BARE,
    CLAIM,
    DETERMINER,
    FINITE,
    GENITIVE,
    INQUIRY,
    LINK,
    NOUNLIKE,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
)

_NEAR = 5  # words that a neighbour is looked for in: more adverbs in a row are not met


class Places:
    """The words of one content, as written and in lower case, without quotation marks."""

    __slots__ = ("headline", "low", "size", "words")

    def __init__(self, words: Sequence[str], low: Sequence[str], headline: bool) -> None:
        self.words, self.low, self.size, self.headline = words, low, len(low), headline

    def at(self, i: int) -> str:
        """The word there in lower case, or "" outside."""
        return self.low[i] if 0 <= i < self.size else ""

    def is_capital(self, i: int) -> bool:
        """Whether the word there begins with a capital."""
        return i < self.size and self.words[i][:1].isupper()

    def is_be(self, i: int) -> bool:
        """Whether it is "is", "becomes" and the like; "'s" only behind a pronoun, else it is a genitive."""
        word = self.at(i)
        if word in GENITIVE:
            before = self.at(i - 1)
            return before in PRONOUN or before in ("there", "that", "what", "who")
        return word in LINK

    def is_predicate(self, i: int) -> bool:
        """Whether it stands right behind "is" and the like, adverbs aside."""
        k = i - 1
        while k > max(i - _NEAR, 0) and self.low[k] in ADVERB:
            k -= 1
        return self.is_be(k)

    def is_free_adverb(self, i: int) -> bool:
        """Whether it stands outside of noun groups, unlike "the most likely cause"."""
        k = i - 1
        while k > max(i - _NEAR, 0) and self.low[k] in ("most", "more", "very"):
            k -= 1
        word = self.at(k)
        return self.is_be(k) or not (word in DETERMINER or word in PREPOSITION)

    def has_pronoun_subject(self, i: int) -> bool:
        """Whether it is the verb of a pronoun, auxiliaries and adverbs aside: "I do not think"."""
        k = i - 1
        while k > max(i - _NEAR, 0) and (self.low[k] in ADVERB or self.low[k] in FINITE):
            k -= 1
        return self.at(k) in PRONOUN

    def is_modal(self, i: int) -> bool:
        """Whether it is a verb, unlike "the might", "in May", "Theresa May"."""
        before = self.at(i - 1)
        if self.low[i] in NOUNLIKE and before in DETERMINER:
            return False
        if self.words[i] != "May":
            return True
        after = self.at(i + 1)
        return (
            self.headline
            and before not in PREPOSITION
            and after[:1].isalpha()
            and (after not in FINITE or after in BARE or after == "have")
            and after not in PREPOSITION
        )

    def is_perfect(self, i: int) -> bool:
        """Whether a participle follows: "must have known"."""
        word = self.at(i + 2)
        return word.endswith("ed") or word in PARTICIPLE

    def is_negated_behind(self, i: int) -> bool:
        """Whether "not" or "never" follows, other adverbs aside."""
        while self.at(i) in ADVERB and self.low[i] not in ("not", "never"):
            i += 1
        return self.at(i) in ("not", "never")

    def is_falsity(self, start: int, i: int) -> bool:
        """Whether it is said of a claim: "the report is false", "it is false"."""
        subject = self.low[start:i]
        return self.is_predicate(i) and (subject[0] in ("it", "this") or not CLAIM.isdisjoint(subject))

    def find_comma(self, i: int, reach: int) -> int:
        """The next comma from there on within ``reach`` words, or 0."""
        try:
            return self.low.index(",", i, min(i + reach, self.size))
        except ValueError:
            return 0

    def claim_clause(self) -> int:
        """Where the clause of "claims that ...", "the report that ..." begins, or 0."""
        for i in range(min(4, self.size)):
            if self.low[i] in CLAIM and self.at(i + 1) == "that":
                return i + 2
        return 0

    def is_condition(self, i: int) -> bool:
        """Whether an "if" sets a condition, unlike "even if", "as if", "to see if"."""
        before = self.at(i - 1)
        return before not in ("even", "as", "what") and before not in INQUIRY
