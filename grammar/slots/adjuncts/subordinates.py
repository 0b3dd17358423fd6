"""Clauses that open their sentence behind "while", "after" or the like: at a comma, the main one begins."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS
from grammar.cascade.analysis import Analysis
from grammar.slots.syntax.bounds import CONNECTIVES, ENDS

_CONJUNCTIONS, _PREPOSITIONS = CONNECTIVES["conjunction"], CONNECTIVES["preposition"]
_COMMA, _THAT = CHUNKS["Comma"], CHUNKS["That"]
_VERBAL = frozenset(
    CHUNKS[name]
    for name in (
        "Verb", "Done", "Said", "SayThat", "SayQuote", "Tell", "Judge", "Post", "Believes", "SaidThat",
        "SaidTo", "SaidBy",
    )
)  # fmt: skip
_LINKS = frozenset(CHUNKS[name] for name in ("In", "Prep", "About", "Against", "By", "With", "For"))
_WHO = CHUNKS["Relative"]
_FARTHEST = 12  # chunks from the sentence's head to the subject


def opens(analysis: Analysis, at: int) -> bool:
    """Whether the clause whose subject begins at chunk ``at`` is subordinate, and opens its sentence.

    "Years after | Lee" and "Last month, when | Lee" do; "the price fell after | Lee" does not. A preposition
    begins a clause right before the subject, or where a verb follows: "After the vote | Lee" is none.
    """
    codes, lower, begins = analysis.codes, analysis.tokens.lower, analysis.begins
    head = at
    while head and codes[head - 1] not in ENDS:
        head -= 1
        if at - head > _FARTHEST:
            return False
    for chunk in range(codes.rfind(_COMMA, head, at) + 1 or head, at):
        word = lower[begins[chunk]]
        if word in _CONJUNCTIONS or (
            word in _PREPOSITIONS and (chunk == at - 1 or not _VERBAL.isdisjoint(codes[chunk + 1 : at]))
        ):
            reported = codes[chunk - 1 : chunk] == _THAT  # she said that when | Lee
            return reported or _VERBAL.isdisjoint(codes[head:chunk])
    # in a year in which | Lee
    return codes[at - 1] == _WHO and codes[at - 2] in _LINKS and _VERBAL.isdisjoint(codes[head:at])
