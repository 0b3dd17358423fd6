"""Where a source begins: a clause in front of its words, which the frame took for theirs, is none of them."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.slots import documents, extents

ENDS = frozenset(CHUNKS[name] for name in ("Stop", "Break", "QuoteStop", "QuoteAsk"))
_THAT, _ADJECTIVE = CHUNKS["That"], TOKEN_CLASSES["Adj"]
_PREPOSITION, _AS, _AND, _COMMA = (CHUNKS[name] for name in ("Prep", "As", "And", "Comma"))
_LINKING = frozenset(CHUNKS[name] for name in ("Prep", "In", "Against", "About"))
_GOVERNING = frozenset(
    CHUNKS[name] for name in ("Verb", "Bare", "Said", "Judge", "Done", "Doing", "ToDo", "ToSay")
)
_PREPOSITIONS = frozenset(
    CHUNKS[name] for name in ("To", "With", "By", "In", "Prep", "For", "About", "Against")
)
_RELATIVE = frozenset(("who_said", "who_told", "who_judged"))
_BEFORE_CUE = _RELATIVE | {"said_that", "said_quote", "told", "judged", "confident"}
_ASIDES = frozenset(CHUNKS[name] for name in ("Dash", "Left"))
# prepositions that open clauses as well
_CLAUSAL = frozenset(("after", "before", "since", "until", "till", "than"))


def beginning(analysis: Analysis, rule: str, first: int, last: int) -> int:
    """Where the source's own clause begins: (gave up after) Lee said; (was too short and) some warned."""
    codes, edges, units = analysis.codes, analysis.chunks.edges, analysis.units.codes
    if rule not in _BEFORE_CUE or not _ASIDES.isdisjoint(codes[first:last]):
        return first
    if rule in _RELATIVE and documents.is_antecedent(analysis, last - 2):
        return last - 2  # (fined it after the end of) an inquiry that found
    words = analysis.tokens.words
    before, further = codes[first - 1 : first], codes[first - 2 : first - 1]
    governed = before in _GOVERNING or (before in _PREPOSITIONS and further and further not in ENDS)
    comma = codes.find(_COMMA, first, last)
    if comma >= 0 and (rule not in _RELATIVE or comma < last - 2):
        return first
    for at in range(last - 2, first, -1):
        word = words[analysis.begins[at]].lower()
        if (codes[at] == _PREPOSITION and word in _CLAUSAL) or (
            codes[at] in _LINKING and rule in _RELATIVE and extents.is_thing(analysis, first, last)
        ):
            joined = codes.find(_AND, at, last - 1) if governed and word in _CLAUSAL else -1
            return joined + 1 if joined > 0 and extents.is_apart(analysis, joined) else at + 1
    for at in range(first + 1, last - 1):
        if governed and (codes[at] == _AS or (codes[at] == _AND and rule not in _RELATIVE)):
            return at + 2 if codes[at + 1] == _THAT else at + 1
    bare = set(units[edges[first] : edges[first + 1]]) <= {_ADJECTIVE}
    link = codes[first + 1 : first + 2]
    return first + 2 if bare and last - first > 2 and (link == _AND or link in _PREPOSITIONS) else first
