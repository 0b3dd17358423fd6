"""Pass one of the cascade: token classes into chunks (Abney 1996), by one bounded pattern for each kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from grammar.alphabet import CHUNKS, CLASS_NAMES
from grammar.rules import patterns


@dataclass(slots=True)
class Chunks:
    """A letter a chunk; chunk c is units ``edges[c]`` to ``edges[c + 1]``."""

    codes: str
    edges: list[int]


class Chunker:
    """Cuts a string of token classes into chunks: every unit belongs to exactly one."""

    def __init__(self) -> None:
        found = list(patterns("chunks.rules", CLASS_NAMES))
        self._letters = ["", *(CHUNKS[name] for name, _ in found)]
        # The groups tell which pattern fits. They stand behind it, not around it: a pattern that begins with
        # a letter or a set of letters is then passed over at once where another letter stands.
        self._pattern = re.compile("|".join(f"(?:{pattern})()" for _, pattern in found), re.S)

    def cut(self, codes: str) -> Chunks:
        """The chunks of a text's unit classes."""
        letters = self._letters
        edges: list[int] = []
        kinds: list[str] = []
        for match in self._pattern.finditer(codes):
            edges.append(match.start())
            kinds.append(letters[match.lastindex or 0])
        edges.append(len(codes))
        return Chunks("".join(kinds), edges)
