"""What a frame took for a source's first words and is another clause's: (gave up after) Lee said."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import PLAIN, RELATIVE
from grammar.slots.sources import links, relatives
from grammar.slots.sources.relatives import UNTOLD, VERBAL
from grammar.slots.syntax import counts
from grammar.slots.syntax.bounds import CLAUSAL, COMMON, ENDS, NOMINAL, PREPOSITIONS, related

_PREPOSITION, _AND, _COMMA = (CHUNKS[name] for name in ("Prep", "And", "Comma"))
_ADJECTIVES = frozenset((TOKEN_CLASSES["Adj"], TOKEN_CLASSES["CueAdj"]))
_BEFORE_CUE = RELATIVE | PLAIN | {"confident"}
_TWO_GROUPS = 2 * CHUNKS["Group"]
_WAYS = frozenset(("way", "time", "times", "moment", "day", "reason"))
_ASIDES = frozenset(CHUNKS[name] for name in ("Dash", "Left"))
_CLAUSE = 14  # chunks
_SUBORDINATORS = frozenset(CHUNKS[name] for name in ("As", "Question", "But", "Because"))


def beginning(analysis: Analysis, rule: str, first: int, last: int) -> int:
    """Where the source's own words begin; the steps are tried in turn, and the first that tells is taken."""
    codes, relative = analysis.codes, rule in RELATIVE
    told = _nearest(analysis, first, last, relative=relative)
    if told > UNTOLD:
        return told
    if rule not in _BEFORE_CUE or not _ASIDES.isdisjoint(codes[first:last]):
        return first
    told = _anew(analysis, first, last, relative=relative)
    if told > UNTOLD:
        return told
    if last - first <= 2:  # a group or a pronoun, and a comma
        return first
    told = _opened(analysis, first, last)
    if told > UNTOLD:
        return told
    told = _parted(analysis, first, last, relative=relative)
    if told > UNTOLD:
        return told
    return links.behind(analysis, first, last, relative=relative)


def _nearest(analysis: Analysis, first: int, last: int, *, relative: bool) -> int:
    """Where a clause tells of one noun alone: (the pill,) a drug | Lund (says it needs)."""
    if _is_behind_antecedent(analysis, first, last):
        return last - 1
    if not relative and last - first > 1 and related(analysis, last - 1):
        return last - 1
    return relatives.agent(analysis, first, last) if relative else UNTOLD


def _is_behind_antecedent(analysis: Analysis, first: int, last: int) -> bool:
    """(The memory) Lee says keeps returning."""
    licence = analysis.licences.get(last)
    if (
        licence is None
        or licence.complement != "gap"
        or not analysis.codes.endswith(_TWO_GROUPS, first, last)
    ):
        return False
    return last - first == len(_TWO_GROUPS)


def _anew(analysis: Analysis, first: int, last: int, *, relative: bool) -> int:
    """Where a clause has a subject of its own, or tells of a group before others: the way | Lee said."""
    codes = analysis.codes
    if last - first > 1 and codes[last - 2 : last] == _TWO_GROUPS and _is_way(analysis, last - 2):
        return last - 1  # the way | the clerks (said)
    return relatives.described(analysis, first, last) if relative else UNTOLD


def _opened(analysis: Analysis, first: int, last: int) -> int:
    """Where the source begins behind words that its first or last chunks show to be another clause's."""
    codes, lower, begins = analysis.codes, analysis.tokens.lower, analysis.begins
    if lower[begins[last - 1]] == "whose":
        return last - 1  # (the composer,) | whose father predicted
    behind = codes[last - 2] == _PREPOSITION and lower[begins[last - 2]] in CLAUSAL
    if behind and not counts.compares(analysis, last - 2) and _COMMA not in codes[first:last]:
        return last - 1  # (built by Lee, collapsed) after | each side (accused)
    if _is_adjective(analysis, first, last):  # (was too) short and | some, particularly the union, (warned)
        joined = codes[first + 1] in PREPOSITIONS and codes[last - 2] == _AND
        return last - 1 if joined else first + 2  # (were) glad with the plan and | 60 percent (said)
    return UNTOLD


def _parted(analysis: Analysis, first: int, last: int, *, relative: bool) -> int:
    """Where the source begins whose words hold a comma: While cooking, | Lee (said)."""
    comma = analysis.codes.find(_COMMA, first, last)
    alone = comma == first + 1 and analysis.letters(first) in COMMON
    if alone and analysis.tokens.lower[analysis.begins[first] - 1] == "while":
        return comma + 1
    if comma >= 0 and (not relative or comma < last - 2):
        if _is_enumerated(analysis, first, last):
            return comma + 1
        return first if relative else links.behind_object(analysis, first, comma)
    return UNTOLD


def _is_adjective(analysis: Analysis, first: int, last: int) -> bool:
    """(Was too) short and | some, particularly the union, (warned); Overall, | the bank (said)."""
    codes, edges = analysis.codes, analysis.chunks.edges
    word = analysis.tokens.words[analysis.begins[first]]
    if not word[1:].islower() or not _ADJECTIVES.issuperset(
        analysis.units.codes[edges[first] : edges[first + 1]]
    ):
        return False  # Wal-Mart
    link = codes[first + 1]
    if link in PREPOSITIONS:
        return _COMMA not in codes[first : last - 2]
    joins = link == _COMMA or (link == _AND and word.islower())  # but: Young and old (agree)
    return joins and codes[last - 1] != _COMMA


def _is_enumerated(analysis: Analysis, first: int, last: int) -> bool:
    """As it bought a ship, | brokers and banks (said): the list is not all of what stands in front."""
    codes = analysis.codes
    if codes[last - 2] != _AND or codes[last - 1] not in NOMINAL:
        return False
    at = links.opening(codes, first)
    return codes[at - 1 : at] in VERBAL and _opens_subordinate(analysis, first)


def _is_way(analysis: Analysis, chunk: int) -> bool:
    """The way, the first time: what a clause without a "that" stands behind."""
    return analysis.tokens.lower[analysis.ends[chunk] - 1] in _WAYS


def _opens_subordinate(analysis: Analysis, chunk: int) -> bool:
    """Whether "as" or the like opens the sentence: As it bought a ship, | brokers and banks (said)."""
    codes, at = analysis.codes, chunk
    while at and codes[at - 1] not in ENDS and codes[at - 1] != _COMMA and chunk - at < _CLAUSE:
        at -= 1
    return codes[at] in _SUBORDINATORS and (not at or codes[at - 1] in ENDS)
