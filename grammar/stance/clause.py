"""The main clause of a claim's content: which markers bear on its verb, and which do not.

One walk from the left over at most ``WINDOW`` words, with a little memory (has the verb come, does a
relative clause stand open), and it ends where the main clause does. There is no tree: a present-tense
verb without an auxiliary is not seen, so a marker behind ", and" may count that should not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from grammar.claim import MarkerKind
from grammar.stance import vocabulary as v
from grammar.stance.markers import Found, triggers
from grammar.stance.weighing import END, PHRASES, WINDOW, Weighing

INTERESTING = triggers(PHRASES, v.COMMON) | v.CONDITION | {"?"}
"""Content with none of these words is positive and certain: most needs no walk."""

_INSERTION = 14  # words within which ", which ..., " or ", he said, " must close
_ASIDE = 5  # the same for ", they fear,"


class Clause(Weighing):
    """What the markers of one content come to, over its first main clause."""

    __slots__ = ()

    def __init__(
        self, words: Sequence[str], low: Sequence[str], complement: str, *, headline: bool, denied: bool
    ) -> None:
        super().__init__(words, low, complement, headline=headline, denied=denied)
        self._walk(self._begin(self._opening(complement)))

    def _opening(self, complement: str) -> int:
        """Where the first clause begins: behind "what", and behind "claims that" in a noun group."""
        if complement in ("wh", "wh-to", "whether"):
            return int(self.at(0) in v.SUBORDINATOR or self.at(0) in v.RELATIVE)
        if self._noun:
            start = self.claim_clause()
            self._noun = self._infinitive = not start
            return start
        if self.at(0) in v.INVERTED and self._starts_noun_group(1) and (close := self.find_comma(1, WINDOW)):
            self.conditional = True  # "Had the vote failed, ..."
            return close + 1
        return 0

    def _walk(self, i: int) -> None:
        low, handlers = self.low, _HANDLERS
        size = self.size
        while size and low[size - 1] not in INTERESTING:
            size -= 1  # what stands behind the last possible marker makes no difference
        while 0 <= i < size:
            word = low[i]
            phrases = PHRASES.get(word)
            if word in v.FINITE and not self._finite(i):
                return
            if phrases and not self._relative and (beyond := self._weigh(i, phrases)):
                i = beyond
                continue
            handler = handlers.get(word)
            if handler:
                i = handler(self, i)
            else:
                self._lexical(i)
                i += 1

    # Words by class: each gives the word to go on with ------------------------------------------------

    def _finite(self, i: int) -> bool:
        """A finite auxiliary: the main verb's, a relative clause's, or (False) that of a further clause."""
        before = self.at(i - 1)
        if not self.is_modal(i) or before == "to":
            return True
        if i != self._group_end:
            if self._relative == 1:
                self._relative = 2
            elif self._noun or self._verb == 2:
                return False
            else:
                self._relative, self._verb = 0, 2
        self._group_end = i + 1
        return True

    def _lexical(self, i: int) -> None:
        """Any other word: it may be the main verb, if it looks like a past form."""
        word = self.low[i]
        if self._verb == 2:
            return
        past = word in v.PAST
        if self._relative:
            if past or word.endswith("ed"):
                self._verb = 2 if self._relative == 2 and past else self._verb
                self._relative = 0 if self._relative == 2 and past else 2
        elif past:
            self._verb = 2
        elif word.endswith("ed") and i > self._start and self.is_free_adverb(i):
            self._verb = 2 if self._starts_noun_group(i + 1) or self.at(i + 1) == "that" else 1

    def _pass(self, i: int) -> int:
        return i + 1

    def _in_group(self, i: int) -> int:
        if i == self._group_end:
            self._group_end = i + 1
        return i + 1

    def _genitive_or_is(self, i: int) -> int:
        return i + 1 if not self.is_be(i) or self._finite(i) else END

    def _preposition(self, i: int) -> int:
        if i > self._start:
            self._first_preposition = min(self._first_preposition, i)
        return i + 1

    def _to_infinitive(self, i: int) -> int:
        """Behind the main verb, what one decided, tried or came to do is not the main clause."""
        if self._infinitive or self._verb < 2 or i == self._group_end:
            return i + 1
        return END

    def _there_is(self, i: int) -> int:
        self._there = self._there or not self._verb
        return i + 1

    def _pronoun(self, i: int) -> int:
        """Behind the verb it begins a further clause; before, the next word may be the verb: "it plans"."""
        if self._relative:
            return i + 1
        if self._verb:
            return END if self.low[i] in v.SUBJECT and i != self._group_end else i + 1
        after = self.at(i + 1)
        lexical = after and after not in _HANDLERS and after not in PHRASES
        if self._is_contact(i):
            self._relative = 2 if lexical else 1
        elif lexical:
            self._verb = 2
        return i + 1

    def _is_contact(self, i: int) -> bool:
        """Whether a relative clause without a relative pronoun begins: "the price you pay may fall"."""
        before = self.at(i - 1)
        noun = before not in _HANDLERS and before not in PHRASES and self.low[self._start] in v.DETERMINER
        return i > self._start and (noun or before in v.INDEFINITE)

    def _that(self, i: int) -> int:
        if i == self._start:
            self._start = i + 1
            return i + 1
        if self.at(i - 1) in v.PREPOSITION:
            return i + 1
        return self._relative_clause(i)

    def _relative_clause(self, i: int) -> int:
        """In the subject it is passed over up to the next clause's verb; behind the verb it is the end."""
        if self._verb or self._noun:
            return END
        k = i + 1
        while self.at(k) in v.ADVERB:
            k += 1
        awaited = self.at(k) in v.FINITE or self._starts_noun_group(k) or i == self._start
        self._relative = 1 if awaited else 2
        return i + 1

    def _subordinator(self, i: int) -> int:
        word = self.low[i]
        if self._noun and i > self._start and word not in v.CONDITION:
            return END
        if word in v.CONDITION and self.is_condition(i):
            self.conditional = True
            self.found.append(Found(i, i + 1, MarkerKind.HEDGE))
            if i != self._start:
                return END
        if i == self._start:
            close = self.find_comma(i, WINDOW)
            return self._begin(close + 1) if close else i + 1
        if self._verb or word not in v.TEMPORAL:
            return i + 1 if i == self._group_end else END
        return i + 1

    def _coordinator(self, i: int) -> int:
        if i == self._start:
            return self._begin(i + 1)
        if self._verb == 2 or self._noun:
            return i + 1 if i == self._group_end else END
        after = self.at(i + 1)
        further = after in v.FINITE or after in v.SUBJECT or self._infinitive
        return END if further else i + 1

    def _parenthesis(self, i: int) -> int:
        mark = self.low[i]
        closing = {"(": ")", "[": "]"}.get(mark, mark)
        if closing == mark and (self._noun or (self._verb == 2 and i != self._group_end)):
            return END
        for k in range(i + 1, min(i + 2 * _INSERTION, self.size)):
            if self.low[k] == closing:
                return k + 1
        return i + 1

    def _stop(self, i: int) -> int:
        return END

    def _comma(self, i: int) -> int:
        """Ends the clause behind its verb; before it, opens an insertion or a further subject."""
        after = self.at(i + 1)
        if beyond := self._aside(i + 1):
            return beyond
        if self._relative:
            return i + 1
        if (self._verb == 2 and i != self._group_end) or after in ("but", "so", "yet"):
            return END
        contrast = after == "not" and i != self._group_end
        insertion = contrast or after in v.RELATIVE or after in v.SUBORDINATOR or after in v.ABSOLUTE
        reach = _INSERTION if insertion or i == self._group_end else _ASIDE * (after in v.SUBJECT)
        if self._verb == 1 and (insertion or after in v.COORDINATOR):
            return END
        close = self.find_comma(i + 1, reach)
        if not close:
            return END if insertion else self._in_group(i)
        if after in v.CONDITION:
            self.conditional = True
            self.found.append(Found(i + 1, i + 2, MarkerKind.HEDGE))
        if i == self._group_end:
            self._group_end = close + 1
        return close + 1


_HANDLERS: dict[str, Callable[[Clause, int], int]] = {}
for _words, _handler in (
    (v.PREPOSITION, Clause._preposition),
    (v.ADVERB | v.BARE | v.FINITE, Clause._in_group),
    (v.DETERMINER, Clause._pass),
    (v.PRONOUN, Clause._pronoun),
    (v.RELATIVE, Clause._relative_clause),
    (v.COORDINATOR, Clause._coordinator),
    (v.SUBORDINATOR, Clause._subordinator),
    (v.PARENTHESIS | {"(", "["}, Clause._parenthesis),
    (v.STOP, Clause._stop),
    (v.GENITIVE, Clause._genitive_or_is),
    ({","}, Clause._comma),
    ({"that"}, Clause._that),
    ({"to"}, Clause._to_infinitive),
    ({"there"}, Clause._there_is),
):
    _HANDLERS |= dict.fromkeys(_words, _handler)
