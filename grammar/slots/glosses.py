"""A writer's gloss on what was said: "(he would go), a move that some fear"."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, expand
from grammar.cascade.analysis import Analysis
from grammar.lexicon import lines

_PAUSES = frozenset((CHUNKS["Comma"], CHUNKS["Dash"]))
_GROUPS = frozenset(expand("<Group>", CHUNK_NAMES).strip("[]"))
_SUMMARIES = frozenset(lines("glosses.txt"))
_INDEFINITE = _SUMMARIES | {"a", "an"}


def without_gloss(analysis: Analysis, first: int, last: int) -> int:
    """Where the clause in chunks ``first`` to ``last`` ends: before the writer's own words, or at ``last``.

    An indefinite noun behind a pause tells them; other appositions stay: they may be the source's.
    """
    codes, words = analysis.codes, analysis.tokens.words
    for at in range(first + 2, last):
        if codes[at - 1] not in _PAUSES:
            continue
        group = words[analysis.begins[at] : analysis.ends[at]]
        summed = codes[at] in _GROUPS and group[0] in _INDEFINITE and not _SUMMARIES.isdisjoint(group)
        if summed or group[0] == "compared":
            return at - 1
    return last
