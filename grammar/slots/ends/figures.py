"""Figures that are held against figures: what was said goes on with ", while exports fell to 3 pct".

Otherwise a writer's own clause begins there. Both sides must hold a number, the second no words that report.
"""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis

_NUM = TOKEN_CLASSES["Num"]
_COMMA = CHUNKS["Comma"]
_CONTRAST = _COMMA + CHUNKS["But"]
_WHILE = frozenset(("while", "whereas"))
_ENDS = frozenset(CHUNKS[name] for name in ("Stop", "Break", "Semicolon"))
_MARKS = _ENDS | {_COMMA, CHUNKS["Dash"]}
_BARRING = frozenset(
    CHUNKS[name]
    for name in (
        "SayThat", "SayQuote", "Tell", "Judge", "Post", "Believes", "Inverted", "SaidThat", "SaidTo",
        "SaidBy", "SayingThat", "SayingTo", "Telling", "According", "Report", "Hearsay", "QuoteComma",
        "QuoteStop", "QuoteAsk", "QuoteOpen", "Colon",
    )
)  # fmt: skip
_MOVED = frozenset(
    ("compared", "rising", "falling", "slipping", "dropping", "climbing", "growing", "easing", "slowing",
     "up", "down")
)  # fmt: skip
_PARTS = frozenset(
    (
        "half",
        "third",
        "thirds",
        "quarter",
        "quarters",
        "fifth",
        "fifths",
        "tenth",
        "one-third",
        "two-thirds",
        "most",
    )
)
_LONGEST = 24  # chunks


def are_compared(analysis: Analysis, first: int, at: int) -> bool:
    """Whether "compared" at chunk ``at`` holds a number against one said before: 3m, compared with 2m.

    Without a number behind it, it holds the whole clause against something: harder, compared with before.
    """
    behind = min(at + 6, len(analysis.codes))
    parts = analysis.tokens.lower[analysis.begins[at] : analysis.ends[behind - 1]]
    shared = _counts(analysis, at, behind) or not _PARTS.isdisjoint(parts)
    return _counts(analysis, first, at) == shared or not shared


def compared(analysis: Analysis, first: int, last: int) -> int:
    """(Reported) sales of 3m | , compared with 2m; growth of 3% | , slipping to 2%: up to the next mark."""
    codes = analysis.codes
    if codes[last : last + 1] != _COMMA or last + 1 >= len(codes) or _COMMA in codes[first:last]:
        return last
    moved = analysis.tokens.lower[analysis.begins[last + 1]] in _MOVED
    if not moved or not are_compared(analysis, first, last + 1):
        return last
    for at in range(last + 2, min(last + _LONGEST, len(codes))):
        if codes[at] in _MARKS:
            return at
        if codes[at] in _BARRING:
            return last
    return last


def end(analysis: Analysis, first: int, last: int) -> int:
    """Where the content goes on to: behind ", while" and a clause with a figure of its own, or ``last``."""
    codes = analysis.codes
    if codes[last : last + 2] != _CONTRAST or not _counts(analysis, first, last):
        return last
    if analysis.tokens.lower[analysis.begins[last + 1]] not in _WHILE:
        return last
    for at in range(last + 2, min(last + _LONGEST, len(codes))):
        if codes[at] in _ENDS:
            return at if _counts(analysis, last, at) else last
        if codes[at] in _BARRING:
            return last
    return last


def _counts(analysis: Analysis, first: int, last: int) -> bool:
    return any(_NUM in analysis.letters(chunk) for chunk in range(first, last))
