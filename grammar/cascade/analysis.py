"""What the cascade makes of a text, for all later stages: chunks, licensed cues and the frames found."""

from __future__ import annotations

from dataclasses import dataclass, field

from grammar.cascade.chunks import Chunks
from grammar.cascade.frames import Frame
from grammar.cascade.licensing.licence import Licence
from grammar.cascade.words.quotations import Units
from grammar.text.layout import Paragraph
from grammar.text.tokens import Tokens

Reported = tuple[int, Frame, int]
"""The number of a frame's paragraph, the frame, the number of that in whose content it stands, or -1."""

_CUES = frozenset(("cue", "report"))


@dataclass(slots=True)
class Analysis:
    """What the cascade makes of a text. Chunk c is tokens ``begins[c]`` to ``ends[c]``.

    ``codes`` has a letter a chunk, cues marked by their complement. Behind the text's ``own`` chunks stand
    those of the words inside its quotations, which ``inner`` gives by the quotation's chunk, and a margin of
    breaks, so that ``codes[chunk - 1]`` is a break for the first chunk as for any paragraph's; ``cued`` lists
    the chunks that report, ``quoted`` the quotations. ``frames`` are in text order, outer before inner;
    ``resumed`` lists the chunks at which the parser had to start again; ``refused`` tells of a cue why
    its frame is no claim.
    """

    tokens: Tokens
    paragraphs: list[Paragraph]
    units: Units
    chunks: Chunks
    codes: str
    licences: dict[int, Licence]
    begins: list[int]
    ends: list[int]
    own: int
    inner: dict[int, tuple[int, int]]
    cued: list[int]
    quoted: list[int]
    frames: list[Reported] = field(default_factory=list)
    resumed: list[int] = field(default_factory=list)
    refused: dict[int, str] = field(default_factory=dict)

    def refuse(self, frame: Frame, reason: str) -> None:
        """Keep why a frame is no claim; the first reason counts."""
        for slot, first, last in frame.slots:
            if slot in _CUES:
                for chunk in range(first, last):
                    self.refused.setdefault(chunk, reason)

    def letters(self, chunk: int) -> str:
        """The class letters of a chunk's units; none where there is no such chunk."""
        if not 0 <= chunk < len(self.codes):
            return ""
        edges = self.chunks.edges
        return self.units.codes[edges[chunk] : edges[chunk + 1]]
