"""Numbers in front of a group, with the words that belong to them: more than 20, about half."""

from __future__ import annotations

from grammar.cascade.analysis import Analysis
from grammar.lexicon import table

_NUMBERS = frozenset(word for name, row in table("closed.tsv") if name == "Num" for word in row.split()) | {
    "half",
    "a",
}
_PARTS = _NUMBERS | {"third", "quarter", "fifth", "tenth", "score"}
_AT_LEAST = frozenset((("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("up", "to")))
_ABOUT = frozenset(
    ("about", "around", "nearly", "almost", "over", "roughly", "approximately", "only", "barely")
)


def counted(analysis: Analysis, first: int) -> int:
    """The token where a group begins that opens with a number: more than | 20 firms, about | half."""
    words, lower = analysis.tokens.words, analysis.tokens.lower
    count = lower[first - 1] if first else ""
    if lower[first] == "least" or (lower[first] == "many" and words[first + 1 : first + 2] == ["as"]):
        return first - (first > 0 and count in ("at", "as"))
    if not (lower[first] in _NUMBERS or words[first][:1].isdigit()):
        return first
    if words[first] == "a" and words[first - 1] == "over" and _PARTS.isdisjoint(words[first + 1 : first + 2]):
        return first  # handed over | a petition
    if first > 1 and (lower[first - 2], count) in _AT_LEAST:
        return first - 2
    return first - (count in _ABOUT)
