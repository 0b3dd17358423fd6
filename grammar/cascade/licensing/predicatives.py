"""A noun group that holds a thing and what it is called: "the deal unpatriotic", "her “weak”", "this a lie".

Chunks do not part them (the object complement of Quirk et al. 1985, 16.46, has no mark of its own); they are
looked for behind verbs of naming alone, where "called the office" would report nothing.
"""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CLASS_NAMES, TOKEN_CLASSES, expand
from grammar.cascade.chunks import Chunks
from grammar.cascade.words.quotations import Units

_WITHIN = re.compile(
    expand("<Noun|Plural|Name|CueNoun|CueNominal|Venue><Adj>\\Z|\\A<Det><Det>|\\A<Poss><Adj>\\Z", CLASS_NAMES)
)

_NAME, _ADJECTIVE = TOKEN_CLASSES["Name"], TOKEN_CLASSES["Adj"]
_NOUNS = frozenset(
    TOKEN_CLASSES[name] for name in ("Noun", "Plural", "Name", "CueNoun", "CueNominal", "Venue", "Poss")
)


class Predicatives:
    """The noun groups of one text's chunks that call something a name."""

    def __init__(self, chunks: Chunks, units: Units) -> None:
        self._chunks = chunks
        self._units = units

    def within(self, chunk: int) -> bool:
        """Whether a group parts before its last words: an adjective behind a noun, a quoted word inside."""
        first, last = self._chunks.edges[chunk : chunk + 2]
        units = self._units
        return bool(_WITHIN.search(units.codes[first:last])) or any(
            (
                units.codes[at - 1] in _NOUNS or units.codes[at - 1 : at + 1] == 2 * _ADJECTIVE
            )  # the fine "unfair"
            and units.first[at] > units.last[at - 1]  # the marks are no units
            for at in range(first + 1, last)
        )

    def is_name(self, chunk: int) -> bool:
        """Whether a chunk is a group that ends in a name: astronomer Luz Berg."""
        edges = self._chunks.edges
        return chunk + 1 < len(edges) and self._units.codes[edges[chunk + 1] - 1] == _NAME
