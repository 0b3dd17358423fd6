"""What the doubts share: their word lists, kinds of rules, and a look at the words in front."""

from __future__ import annotations

from grammar.cascade.analysis import Analysis
from grammar.lexicon import table

WORDS = {name: frozenset(words.split()) for name, words in table("suppositions.tsv")}
RELATIVE = frozenset(("who_said", "who_judged", "who_told"))
PLAIN = frozenset(("said_that", "said_quote", "told", "judged", "confident", "said_nothing"))
_NEAR = 5  # words


def near(analysis: Analysis, token: int) -> frozenset[str]:
    """The few words in front of a token, in lower case."""
    return frozenset(word.lower() for word in analysis.tokens.words[max(token - _NEAR, 0) : token])
