"""Negation of cues: "neither she nor her lawyer would say"; "would not comment", which withholds a word."""

from __future__ import annotations

from collections.abc import Sequence

Range = tuple[int, int]
_ALONE = frozenset(("nobody", "none", "neither"))
_BEFORE_NOUN = frozenset(("no", "not"))
_NOT = frozenset(
    (
        "not",
        "never",
        "yet",
        "wouldn't",
        "won't",
        "didn't",
        "doesn't",
        "don't",
        "hasn't",
        "haven't",
        "hadn't",
        "couldn't",
    )
)


def negators(words: Sequence[str], source: Sequence[Range]) -> tuple[Range, ...]:
    """The words at a source's beginning that negate its cue as "not" does: one range, or none.

    "No" is looked at before a word in small letters alone, since No 10 and No Labels are names.
    """
    if not source:
        return ()
    first, end = source[0]
    word = words[first].lower()
    if word in _ALONE:
        return ((first, first + 1),)
    if word in _BEFORE_NOUN and first + 1 < end and words[first + 1].islower():
        return ((first, first + 1 + (words[first + 1] == "one")),)
    return ()


def unsaid(words: Sequence[str], cue: Sequence[Range]) -> tuple[Range, Range] | None:
    """The cue and the content of "would not | comment", "has yet to | reply"; None without a negation."""
    first, end = cue[0]
    if _NOT.isdisjoint(word.lower().replace("’", "'") for word in words[first : end - 1]):
        return None
    return (first, end - 1), (end - 1, end)
