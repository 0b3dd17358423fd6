"""Where the cue of a "to say" begins: "came to believe", "took to Twitter to say", "was the first to go"."""

from __future__ import annotations

import re
from collections.abc import Callable

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, expand
from grammar.cascade.licensing.complements import INNER, Sense
from grammar.lexicon import table
from grammar.lexicon.inflection import forms

LONGEST_STAGE = 7  # chunks
# used his speech | to say; took to Twitter on Friday | to say
STAGED = re.compile(
    expand(
        "<Verb|Done|Doing|Say|Judge><!Verb|Done|Doing|Say|SayThat|SayQuote|Tell|Judge|Post|Saying|ToSay|Said|Stop|Break"
        "|Semicolon|Comma|Colon|Relative|That|Question|And|But>{1,6}+\\Z",
        CHUNK_NAMES,
    )
)
# led | some in the party | to wonder; forced | her | to deny
_CAUSED = re.compile(
    expand("<Verb|Done|Doing>(?:<Group>(?:<Of|In|As|Prep><Group>){0,2}|<Objective>)\\Z", CHUNK_NAMES)
)
# spent much of her speech | attacking; made a point of | saying; has taken to | urging
_SPENT = re.compile(
    expand("<Verb|Done>(?:<Group|When|Adverb>(?:<Of|In|About|Prep><Group>)*){1,2}\\Z", CHUNK_NAMES)
)
_MADE = re.compile(expand("<Verb|Done><Group><Of>\\Z", CHUNK_NAMES))
_TAKEN = re.compile(expand("<Verb|Done><To>\\Z", CHUNK_NAMES))
_RANKS = frozenset(("first", "pains"))  # was the first to say, was at pains to stress
_PERSON = frozenset(CHUNKS[name] for name in ("Group", "Report", "Objective"))
_LONGEST_PERSON = 6  # chunks
_UNREAL = frozenset(("may", "might", "could", "would", "will", "can", "should", "not", "n't", "never"))
_BEING = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_VERB = CHUNKS["Verb"]
_VERBAL = frozenset((_VERB, CHUNKS["Done"]))
_JUDGE, _TO = CHUNKS["Judge"], CHUNKS["To"]
_WENT_ON = _VERB + CHUNKS["About"]  # went on to say
# went so far as to say, has gone as far as to say
_WENT_FAR = frozenset(_VERB + CHUNKS[so] + CHUNKS["Adverb"] + CHUNKS["As"] for so in ("But", "As", "Adverb"))
_FAR, _GOING = 4, frozenset(("go", "goes", "went", "gone"))  # the first's chunks
_MORE_LIKELY = _VERB + CHUNKS["Group"]  # is more likely to say
_WITH_CLAUSE = frozenset(("that", "that-clause", "wh", "bare", "plain", "quote", "whom"))

Words = Callable[[int, int], list[str]]
"""The words of some chunks."""


class Chaining:
    """The words that lead to a "to say" and are its cue's; one object serves all texts."""

    def __init__(self) -> None:
        verbs = {
            name: frozenset(form for word in words.split() for form in {word, *forms(word)})
            for name, words in table("chaining.tsv")
        }
        self._leading, self._stages, self._ranks = (verbs[name] for name in ("any", "stage", "rank"))
        self._sent, self._habits = verbs["sent"] | verbs["called"], verbs["habit"]
        self._causing, self._efforts, self._striven = (verbs[name] for name in ("cause", "effort", "striven"))
        self._spending, self._making, self._taking = (
            verbs[name] for name in ("spending", "making", "taking")
        )
        self._made = verbs["made"]
        self._kept, self._keeping = verbs["kept"], verbs["keeping"]
        self._chaining = verbs["clause"] | verbs["sent"] | self._habits | self._leading

    def chains(self, verb: str) -> bool:
        """Whether a verb right before "to say" may be a part of its cue."""
        return verb in self._chaining

    def cause(self, codes: str, at: int, words: Words) -> int | None:
        """The chunk of the verb that makes the group before the "to say" in chunk ``at`` say it."""
        if codes[at - 1 : at] not in _PERSON:
            return None
        match = _CAUSED.search(codes, max(at - _LONGEST_PERSON, 0), at)
        if match is None:
            return None
        verb = [word.lower() for word in words(match.start(), match.start() + 1)]
        return match.start() if verb[-1] in self._causing and _UNREAL.isdisjoint(verb) else None

    def spent(self, codes: list[str], at: int, sense: Sense, words: Words) -> int:
        """Where the cue of the "saying" in chunk ``at`` begins, if its time or point stands before it."""
        if sense.type in INNER:
            return at
        behind = "".join(codes[max(at - LONGEST_STAGE, 0) : at])
        for pattern, verbs in ((_TAKEN, self._taking), (_MADE, self._making), (_SPENT, self._spending)):
            match = pattern.search(behind)
            if match is None:
                continue
            first = at - len(behind) + match.start()
            verb = [word.lower() for word in words(first, first + 1)]
            if verb[-1] not in verbs or not _UNREAL.isdisjoint(verb):
                continue
            if pattern is _MADE and words(first + 1, first + 2)[-1].lower() not in self._made:
                continue
            return first
        return at

    def first(
        self,
        codes: list[str],
        at: int,
        complement: str,
        sense: Sense,
        lemmas: dict[int, str],
        words: Words,
    ) -> int:
        """Where the cue of the "to say" in chunk ``at`` begins; ``codes`` are licensed up to there."""
        before = lemmas.get(at - 1)
        behind = "".join(codes[max(at - LONGEST_STAGE, 0) : at])
        if behind.endswith(_WENT_ON):
            return at - 2
        if behind[-_FAR:] in _WENT_FAR:
            far = [word.lower() for word in words(at - _FAR, at)]
            return at - _FAR if far[-4] in _GOING and far[-2:] == ["far", "as"] else at
        chains = before in self._leading or (complement in _WITH_CLAUSE and before in self._chaining)
        if behind[-1:] in _VERBAL:
            striven = before in self._efforts and sense.lemma in self._striven
            used = before in self._habits and complement == "none"  # as she used | to say, ...
            return at - 1 if chains or striven or used else at
        chains = chains or (before in self._kept and sense.lemma in self._keeping)  # was unable | to comment
        if chains and behind.endswith(_MORE_LIKELY):
            return at - 2
        if sense.type in INNER:  # took a mathematician to see
            return at
        staged = STAGED.search(behind)
        if staged is None:
            return at
        first = at - len(behind) + staged.start()
        verb = lemmas.get(first)
        if verb in self._sent:  # wrote to them | to say, called them to ask if; but: called for them to go
            sent = complement in _WITH_CLAUSE and (staged[0][0] != _JUDGE or staged[0][1] == _TO)
            return first if sent else at
        ranked = verb in self._ranks and not _RANKS.isdisjoint(words(first + 1, at))  # was the first | to say
        took = verb in self._stages and not _is_passive(words(first, first + 1))
        return first if ranked or took else at


def _is_passive(verb: list[str]) -> bool:
    """Whether somebody else did it: were taken (hostage to praise it); not: are taking."""
    return not verb[-1].endswith("ing") and not _BEING.isdisjoint(verb[:-1])
