"""Pass one of the cascade: token classes into chunks (Abney 1996), by one bounded pattern for each kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from grammar.alphabet import CHUNKS, TOKEN_CLASSES, expand

_RULES = Path(__file__).parent / "chunks.rules"


@dataclass(slots=True)
class Chunks:
    """A letter a chunk; chunk c is units ``edges[c]`` to ``edges[c + 1]``."""

    codes: str
    edges: list[int]


class Chunker:
    """Cuts a string of token classes into chunks: every unit belongs to exactly one."""

    def __init__(self) -> None:
        names = dict(TOKEN_CLASSES)
        patterns: list[str] = []
        self._letters = [""]
        for line in _RULES.read_text("utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            head, _, rest = line.partition(" ")
            if head == "let":
                head, _, rest = rest.partition(" ")
                names[head] = expand("".join(rest.split()), names)
            else:
                self._letters.append(CHUNKS[head])
                patterns.append("(" + expand("".join(rest.split()), names) + ")")
        self._pattern = re.compile("|".join(patterns), re.S)

    def cut(self, codes: str) -> Chunks:
        """The chunks of a text's unit classes."""
        letters = self._letters
        cuts = [(match.start(), match.lastindex or 0) for match in self._pattern.finditer(codes)]
        edges = [start for start, _ in cuts]
        edges.append(len(codes))
        return Chunks("".join([letters[kind] for _, kind in cuts]), edges)
