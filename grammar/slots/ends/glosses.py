"""A writer's gloss on what was said: "(he would go), a move that some fear"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.lexicon import lines
from grammar.slots.ends import figures
from grammar.slots.syntax.bounds import LISTING, PAUSES
from grammar.slots.syntax.negation import withholds

_GROUPS = frozenset(expand("<Group>", CHUNK_NAMES).strip("[]"))
# (that, in May,) a plan | will be drawn up: a clause's subject, no gloss
_PREDICATES = frozenset(CHUNKS[name] for name in ("Verb", "Said"))
_DOING = CHUNKS["Doing"]
_HEADS = frozenset((TOKEN_CLASSES["Noun"], TOKEN_CLASSES["Plural"]))
# a plan that the union has called reckless
_JUDGED = re.compile(
    expand("<Group>(?:<Of|In|For><Group>)?<That|Relative>?<Group|Pronoun><Judge|SayThat>", CHUNK_NAMES)
)
_SUMMARIES = frozenset(line for line in lines("glosses.txt") if " " not in line)
_INDEFINITE = _SUMMARIES | {"a", "an"}


def without_gloss(analysis: Analysis, first: int, last: int) -> int:
    """Where the clause in chunks ``first`` to ``last`` ends: before the writer's own words, or at ``last``.

    An indefinite noun behind a pause tells them, or a participle of what followed; other appositions stay:
    they may be the source's.
    """
    codes, words = analysis.codes, analysis.tokens.words
    for at in range(first + 2, last):
        if withholds(analysis, at):
            return at - (codes[at - 1] in PAUSES)
        if codes[at - 1] not in PAUSES:
            continue
        group = words[analysis.begins[at] : analysis.ends[at]]
        if codes[at] in _GROUPS:
            opens = group[-1] in _SUMMARIES and codes[at + 1 : at + 2] in _PREDICATES
            known = _sums_up(group, analysis.letters(at)) or _JUDGED.match(codes, at, last + 1)
            listed = len(group) == 1 and codes[at + 1 : at + 2] in LISTING  # the money, message and time
            counted = any(word[0].isdigit() for word in group)  # rose to nine million, a 5% increase
            if known and group[0] in _INDEFINITE and not (listed or opens or counted):
                return at - 1
        elif group[0] == "compared" and figures.are_compared(analysis, first, at):
            continue  # 3m, compared with 2m; harder, compared with before
        elif group[0] == "compared" or (codes[at] == _DOING and group[0] in _SUMMARIES):
            return at - 1
    return last


def _sums_up(group: Sequence[str], letters: str) -> bool:
    """A theory that, a point lower; not: a theory book, where another noun is the head."""
    return any(word in _SUMMARIES and letters[at + 1 : at + 2] not in _HEADS for at, word in enumerate(group))
