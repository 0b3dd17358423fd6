"""What a frame attributes, as token ranges, and how chunks become such."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import UNLICENSED, Licence
from grammar.slots.adjuncts import circumstances
from grammar.slots.syntax.mood import Mood
from grammar.text.ranges import Range

ACCUSED = "was_accused_by"
SUBJECT_IS_CONTENT = frozenset(("is_said_to", "won_support", ACCUSED))
_TRIMMED = frozenset(CHUNKS[name] for name in ("Comma", "Semicolon", "Colon", "Dash", "Break", "Stop"))
_TRAILING = _TRIMMED | {CHUNKS["And"]}
_LEADING = _TRAILING | {CHUNKS["But"]}
_CONCEDING = frozenset(("although", "though", "while", "whereas"))


class Attribution:
    """Who said what, as token ranges in text order."""

    __slots__ = (
        "addressee", "content", "cue", "cue_chunk", "licence", "mood", "paragraph", "parent", "rule",
        "source", "source_chunks", "time", "venue",
    )  # fmt: skip

    def __init__(
        self, rule: str, paragraph: int, cue: list[Range], content: list[Range], source: list[Range],
        *, licence: Licence = UNLICENSED, source_chunks: Range | None = None,
    ) -> None:  # fmt: skip
        self.rule = rule
        self.paragraph = paragraph
        self.cue = cue
        self.content = content
        self.source = source
        self.addressee: list[Range] = []
        self.time: list[Range] = []
        self.venue: list[Range] = []
        self.parent: Attribution | None = None
        self.licence = licence
        self.mood: Mood | None = None
        self.source_chunks = source_chunks
        self.cue_chunk = -1

    def spoken(self, paragraph: int, content: list[Range]) -> Attribution:
        """The same with words that stand in a paragraph of their own."""
        said = Attribution(
            "said_quote", paragraph, self.cue, content, self.source,
            licence=self.licence, source_chunks=self.source_chunks,
        )  # fmt: skip
        said.addressee, said.time, said.venue = self.addressee, list(self.time), self.venue
        said.parent, said.mood, said.cue_chunk = self.parent, self.mood, self.cue_chunk
        return said

    def reaches(self, analysis: Analysis, chunk: int) -> bool:
        """Whether the content ends with this chunk, a closing quotation mark aside."""
        if not self.content:
            return False
        first, last = self.content[-1]
        return last == analysis.units.closed(first, analysis.ends[chunk])[1]

    def ends_before(self, token: int) -> bool:
        """Whether all of the content stands in front of this token."""
        return bool(self.content) and all(end <= token for _, end in self.content)

    def situate(self, analysis: Analysis, first: int, last: int, *, opening: bool = False) -> None:
        """Take in the dates and venues that stand between or behind the slots."""
        for slot, tokens in circumstances.between(analysis, first, last, opening=opening):
            if slot == "addressee" and self.addressee:  # told the crowd | to loud applause
                continue
            getattr(self, slot).append(tokens)


_SO_FAR = ["so", "far"]


def ranges(analysis: Analysis, first: int, last: int, *, label: bool = False) -> list[Range]:
    """These chunks as token ranges, without punctuation and conjunctions at the ends; it may be none."""
    codes = analysis.codes
    while not label and last > first and codes[last - 1] in _TRAILING:
        last -= 1
    while not label and first < last and codes[first] in _LEADING:
        begin = analysis.begins[first]
        if analysis.tokens.lower[begin : begin + 2] == _SO_FAR:
            break
        conceding = analysis.tokens.lower[begin] in _CONCEDING
        if conceding and codes[first + 1 : first + 2] not in _TRIMMED:
            break  # Although it rained, the match went on, she said; but: she said, though, that it went on
        first += 1
    return [(analysis.begins[first], analysis.ends[last - 1])] if first < last else []
