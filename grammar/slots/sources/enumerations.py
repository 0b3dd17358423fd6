"""Sources that are several: A and B; A, B and C; Sen. A, R-Leeds, and Rep. B, D-York; A (a) and B (b)."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.lexicon import first_names

_NAME, _DET = TOKEN_CLASSES["Name"], TOKEN_CLASSES["Det"]
_COMMA, _OF, _AND, _GROUP = (CHUNKS[name] for name in ("Comma", "Of", "And", "Group"))
_IN = CHUNKS["In"]
_AND_ANOTHER = _COMMA + _AND + _GROUP
_LINKS = frozenset((_GROUP, _AND, _COMMA, _OF))
_PLACED = 3  # chunks of "drivers in Leeds"
_BRACKET = "(?:<Left><!Left|Right|Break|Stop>{1,3}+<Right>)"
_BRACKETED = re.compile(
    expand(
        f"<Group>{_BRACKET}?(?:<Comma><Group>{_BRACKET}?){{0,8}}+<Comma>?<And><Group>{_BRACKET}",
        CHUNK_NAMES,
    )
)


class Enumerations:
    """Tells several sources from one with an apposition, by titles and the last words of bodies' names."""

    def __init__(self, titles: frozenset[str], heads: frozenset[str]) -> None:
        self._titles, self._heads = titles, heads
        self._given = first_names()

    def has(self, analysis: Analysis, first: int, last: int) -> bool:
        """Whether chunks ``first`` to ``last`` name several sources."""
        if analysis.codes.find(_AND, first, last) < 0:
            return False  # as most
        bracketed = _BRACKETED.fullmatch(analysis.codes, first, last) is not None
        return bracketed or self._is_plain(analysis, first, last) or self._is_tagged(analysis, first, last)

    def _is_plain(self, analysis: Analysis, first: int, last: int) -> bool:
        """A and B; A, B and C: groups and what joins them; not "Lee, a Republican and former auditor"."""
        codes, edges, units = analysis.codes, analysis.chunks.edges, analysis.units.codes
        comma, joined = codes.find(_COMMA, first, last), codes.find(_AND, first, last)
        placed = first + 1 + (codes[first + 1 : first + 2] == _IN and comma == first + _PLACED)
        if joined < 0 or not _LINKS.issuperset(codes[placed:last]):  # drivers in | Leeds, York and Hull
            return False
        if codes[joined - 2] == _OF and edges[joined + 2 : joined + 3]:  # of the Fire | and | Rescue Service
            name, stop = edges[joined - 1 : joined + 3 : 3]
            whole = set(units[name : edges[joined]].lstrip(_DET)) == {_NAME} == {units[edges[joined + 1]]}
            if whole and self._is_body(analysis, stop - 1):
                return self._is_body(analysis, edges[joined] - 1)
        if comma < 0 or codes[comma + 1] == _AND:  # half of the crews, and most captains,
            return True
        if codes.find(_AND, comma, last) < 0:  # the prime minister and foreign minister, Sheikh Ali Nasser
            return False
        at = edges[comma + 1]
        word = analysis.tokens.words[analysis.units.first[at]].lower()
        office = word in self._titles or units[edges[comma + 2] - 1] != _NAME  # Leeds's mayor
        body = word == "the" and set(units[at + 1 : edges[comma + 2]]) == {_NAME}  # the Post and the Ledger
        office = office or not (body or units[at] == _NAME)
        apposed = units[edges[comma] - 1] == _NAME and office
        return not apposed and codes[last - 1] == _GROUP

    def _is_tagged(self, analysis: Analysis, first: int, last: int) -> bool:
        """Sen. Bo Roy, R-Leeds, and Rep. Ann Lee, D-York: two names, each with what describes it."""
        at = analysis.codes.find(_AND_ANOTHER, first, last)
        if at < 0 or analysis.codes[first + 1] != _COMMA:
            return False
        both = (first, at + 2)
        words = (analysis.tokens.words[analysis.begins[place]].lower().rstrip(".") for place in both)
        named = all(analysis.letters(place)[-2:] == 2 * _NAME for place in both)
        return named and any(word in self._titles or word in self._given for word in words)

    def _is_body(self, analysis: Analysis, unit: int) -> bool:
        return analysis.tokens.words[analysis.units.first[unit]].lower() in self._heads
