"""A month or season in front of what it is said of: said | October sales fell.

A day may stand alone for when somebody spoke ("said Tuesday profits fell"), so only months are taken.
"""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.lexicon import table
from grammar.slots.syntax.bounds import DETERMINED

_WHEN, _GROUP = CHUNKS["When"], CHUNKS["Group"]
_MONTHS = frozenset(
    word for kind, _, row in table("times/words.tsv") if kind == "month" for word in row.split()
)
_SAID_OF = frozenset(CHUNKS[name] for name in ("Group", "Pronoun", "Verb", "Said"))
_UNIT = TOKEN_CLASSES["TimeUnit"]


def begin(analysis: Analysis, first: int, last: int) -> int:
    """Where what was said begins in the chunks before a content: at ``last``, or at its month or season."""
    at = last - 1
    if at < first or analysis.codes[at] != _WHEN or analysis.codes[last : last + 1] not in _SAID_OF:
        return last
    words = analysis.tokens.lower[analysis.begins[at] : analysis.ends[at]]
    if len(words) == 1:
        bare = analysis.letters(last)[0] not in DETERMINED and analysis.codes[last] == _GROUP
        return at if bare and words[0] in _MONTHS else last
    return at if words[0] == "the" and analysis.letters(at)[1:] == _UNIT else last
