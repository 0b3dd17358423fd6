"""What the doubts share: word lists, kinds of chunks, a cue's words and those in front of it."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.lexicon import table
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.negation import negators

HEADLESS = frozenset(TOKEN_CLASSES[name] for name in ("Adj", "Adv", "Quant", "Det", "CueAdj"))
PREDICATES = frozenset(CHUNKS[name] for name in ("Verb", "Bare", "Said"))
INQUIRING = frozenset((CHUNKS["Question"], CHUNKS["Relative"]))
BARE_CLAUSE = frozenset(("bare", "plain"))
"""The complements that are a clause without "that"."""
WORDS = {name: frozenset(words.split()) for name, words in table("doubts.tsv")}
COPULAS, PERSONAL, EMPTY = WORDS["copula"], WORDS["personal"], WORDS["empty"]
_NEAR = 5  # words


def near(analysis: Analysis, token: int) -> frozenset[str]:
    """The few words in front of a token, in lower case."""
    return frozenset(word.lower() for word in analysis.tokens.words[max(token - _NEAR, 0) : token])


def cue_words(analysis: Analysis, found: Attribution) -> frozenset[str]:
    """The cue's words in lower case, with what negates them in the source."""
    lower = analysis.tokens.lower
    ranges = (*negators(analysis.tokens, found.source), *found.cue)
    return frozenset([word.replace("’", "'") for first, end in ranges for word in lower[first:end]])
