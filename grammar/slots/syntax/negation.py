"""What is not said: "neither she nor her lawyer would say"; "would not comment"; ", without naming them"."""

from __future__ import annotations

from collections.abc import Sequence

from grammar.cascade.alphabet import CHUNKS
from grammar.cascade.analysis import Analysis
from grammar.lexicon import lines
from grammar.slots.syntax.bounds import CONNECTIVES, PAUSES
from grammar.text.ranges import Range
from grammar.text.tokens import Tokens

_ALONE = frozenset(("nobody", "none", "neither", "no-one", "noone"))
_BEFORE_NOUN = frozenset(("no", "not"))
_NOT = CONNECTIVES["negating"]
_MARKS = frozenset((",", "-", '"', "”", "''"))  # ("I saw it,") without elaborating
_WITHHOLDING = frozenset(tuple(line.split()) for line in lines("glosses.txt") if " " in line)
_BUT, _PREPOSITION = CHUNKS["But"], CHUNKS["Prep"]


def negators(tokens: Tokens, source: Sequence[Range]) -> tuple[Range, ...]:
    """The words at a source's beginning that negate its cue as "not" does: one range, or none.

    "No" is looked at before a word in small letters alone, since No 10 and No Labels are names.
    """
    if not source:
        return ()
    first, end = source[0]
    word = tokens.lower[first]
    if word in _ALONE:
        return ((first, first + 1),)
    if word in _BEFORE_NOUN and first + 1 < end and tokens.words[first + 1].islower():
        return ((first, first + 1 + (tokens.words[first + 1] == "one")),)
    return ()


def unsaid(words: Sequence[str], cue: Sequence[Range]) -> tuple[Range, Range] | None:
    """The cue and the content of "would not | comment", "has yet to | reply"; None without a negation."""
    first, end = cue[0]
    if _NOT.isdisjoint(word.lower().replace("’", "'") for word in words[first : end - 1]):
        return None
    return (first, end - 1), (end - 1, end)


def withholds(analysis: Analysis, chunk: int) -> bool:
    """What a writer says a speaker left out: (he sought four men,) without naming them; but gave no date."""
    words, begins = analysis.tokens.words, analysis.begins
    if chunk + 2 > len(analysis.codes) or analysis.codes[chunk] not in (_BUT, _PREPOSITION):
        return False
    opening, verb = words[begins[chunk]].lower(), words[begins[chunk + 1]].lower()
    if (opening, verb) not in _WITHHOLDING:
        return False
    if opening == "without":
        return words[begins[chunk] - 1] in _MARKS or analysis.codes[chunk - 1] in PAUSES
    behind = begins[chunk + 1] + 1
    return not {"no", "few"}.isdisjoint(words[behind : behind + 1])
