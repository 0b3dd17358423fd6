"""Numbers in front of a group, with the words that belong to them: more than 20, about half."""

from __future__ import annotations

from grammar.cascade.analysis import Analysis
from grammar.lexicon import table

_NUMBERS = frozenset(word for name, row in table("closed.tsv") if name == "Num" for word in row.split()) | {
    "half",
    "a",
}
_PARTS = _NUMBERS | {"third", "quarter", "fifth", "tenth", "score"}
_AT_LEAST = frozenset(
    (("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("up", "to"), ("all", "but"))
)
_MORE = frozenset(("more", "less", "fewer"))
# just over half, slightly more than a third; only with these "under half" is a number
_HEDGES = frozenset(("just", "well", "slightly", "only", "barely", "far", "little"))
_HEDGED = frozenset(("over", "under", "about", "around", "shy"))
_ABOUT = frozenset(
    ("about", "around", "nearly", "almost", "over", "roughly", "approximately", "only", "just", "barely")
)


def counted(analysis: Analysis, first: int) -> int:
    """The token where a group begins that opens with a number: more than | 20 firms, just over | half."""
    begin = _approximated(analysis, first)
    hedged = first - begin > 1 or (first > 0 and analysis.tokens.lower[first - 1] in _HEDGED)
    if not hedged or not is_number(analysis, first):
        return begin
    if begin == first and first > 1 and analysis.tokens.lower[first - 2] in _HEDGES:
        return first - 2  # just under | half
    return begin - (0 < begin < first and analysis.tokens.lower[begin - 1] in _HEDGES)


def compares(analysis: Analysis, chunk: int) -> bool:
    """More | than (900)."""
    at, lower = analysis.begins[chunk], analysis.tokens.lower
    return lower[at] == "than" and lower[at - 1] in _MORE


def is_number(analysis: Analysis, first: int) -> bool:
    """Whether a token is a number, or opens with one: 40, two-thirds."""
    word = analysis.tokens.lower[first]
    return word[:1].isdigit() or word.partition("-")[0] in _NUMBERS  # two-thirds


def _approximated(analysis: Analysis, first: int) -> int:
    words, lower = analysis.tokens.words, analysis.tokens.lower
    count = lower[first - 1] if first else ""
    if lower[first] == "least" or (lower[first] == "many" and words[first + 1 : first + 2] == ["as"]):
        return first - (first > 0 and count in ("at", "as"))
    if not is_number(analysis, first):
        return first
    if words[first] == "a" and words[first - 1] == "over" and _PARTS.isdisjoint(words[first + 1 : first + 2]):
        return first  # handed over | a petition
    if first > 1 and (lower[first - 2], count) in _AT_LEAST:
        return first - 2
    return first - (count in _ABOUT)
