"""The cascade: words, classes, quotations, chunks, licensed cues, frames. One direction, no way back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from grammar.alphabet import CHUNKS, TOKEN_CLASSES, expand
from grammar.chunks import Chunker, Chunks
from grammar.classes import Classes, context_rules
from grammar.frames import Frame, Frames
from grammar.layout import Kind, Paragraph, paragraphs
from grammar.licence import Licence, Licensing
from grammar.quotations import Units, collapse
from grammar.tokens import Tokens

_READ = frozenset({Kind.PROSE, Kind.HEADLINE, Kind.SPEAKER})
_CUES = re.compile(expand("<Say|Saying|ToSay|Said|Aware>", CHUNKS))
_SENTENCE_START = re.compile(
    expand("(?:(?<=<Stop>)|(?<=<Break>)|(?<=<QuoteStop>)|(?<=<Colon>)|(?<=<Dash>)|^)<Name>(?!<Name>)", TOKEN_CLASSES)
)
_BREAK = TOKEN_CLASSES["Break"]
_NAME = TOKEN_CLASSES["Name"]
_TITLE_TOKENS = 30
_TITLE_CASE = 0.6  # share of a headline's words that are capitalised, from which on capitals tell nothing


@dataclass(slots=True)
class Analysis:
    """What the cascade makes of a text. Chunk c is tokens ``begins[c]`` to ``begins[c + 1]``.

    ``codes`` has a letter a chunk, cues marked by their complement; ``frames`` are in text order, each
    with the number of its paragraph; ``resumed`` lists the chunks at which the parser had to start again.
    """

    tokens: Tokens
    paragraphs: list[Paragraph]
    units: Units
    chunks: Chunks
    codes: str
    licences: dict[int, Licence]
    begins: list[int]
    ends: list[int]
    frames: list[tuple[int, Frame]] = field(default_factory=list)
    resumed: list[int] = field(default_factory=list)


class Cascade:
    """Both passes with their tables. Loading takes about 0.2 s; reading is linear in the text's length."""

    def __init__(self) -> None:
        self.classes = Classes()
        self._rules = context_rules()
        self._chunker = Chunker()
        self._licensing = Licensing()
        self._frames = Frames()

    def analyse(self, text: str) -> Analysis:
        """Every stage up to the frames."""
        tokens = Tokens(text)
        pars = paragraphs(tokens)
        codes = "".join(map(self.classes.__getitem__, tokens.pieces))
        codes = self._headlines(tokens, pars, codes)
        units = collapse(tokens, _unwrapped(pars, codes))
        units.codes = self._in_context(tokens, units)
        chunks = self._chunker.cut(units.codes)
        first, last = units.first, units.last
        begins = [first[edge] for edge in chunks.edges[:-1]]
        ends = [last[edge - 1] for edge in chunks.edges[1:]]
        marked, licences = self._licensing.apply(chunks, self._lemmas(tokens, chunks, ends))
        analysis = Analysis(tokens, pars, units, chunks, marked, licences, begins, ends)
        self._read(analysis)
        return analysis

    def _headlines(self, tokens: Tokens, pars: list[Paragraph], codes: str) -> str:
        """In a title-case headline, capitals tell nothing: verbs and small words get their usual class."""
        out: list[str] | None = None
        for paragraph in pars:
            if paragraph.kind not in _READ or paragraph.last - paragraph.body > _TITLE_TOKENS:
                continue
            places = range(paragraph.body, paragraph.last)
            long = [i for i in places if len(tokens.words[i]) > 3 and tokens.words[i][0].isalpha()]
            if sum(tokens.words[i][0].isupper() for i in long) < _TITLE_CASE * max(len(long), 4):
                continue
            out = out or list(codes)
            for i in places:
                if out[i] == _NAME:
                    out[i] = self.classes.in_title(tokens.words[i].lower())
        return "".join(out) if out else codes

    def _in_context(self, tokens: Tokens, units: Units) -> str:
        codes = units.codes
        out = list(codes)
        for match in _SENTENCE_START.finditer(codes):
            at = match.end() - 1
            out[at] = self.classes.at_start(tokens.words[units.first[at]].lower())
        codes = "".join(out)
        for pattern, letter in self._rules:
            codes = pattern.sub(letter, codes)
        return codes

    def _lemmas(self, tokens: Tokens, chunks: Chunks, ends: list[int]) -> dict[int, str]:
        forms = self.classes.cue_forms
        lemmas = {}
        for match in _CUES.finditer(chunks.codes):
            word = tokens.words[ends[match.start()] - 1].lower()
            lemmas[match.start()] = forms[word][0] if word in forms else word
        return lemmas

    def _read(self, analysis: Analysis) -> None:
        """Parse each paragraph that may hold claims, from its body on."""
        begins, codes = analysis.begins, analysis.codes
        chunk, size = 0, len(begins)
        for number, paragraph in enumerate(analysis.paragraphs):
            while chunk < size and begins[chunk] < paragraph.body:
                chunk += 1
            first = chunk
            while chunk < size and begins[chunk] < paragraph.last:
                chunk += 1
            if paragraph.kind not in _READ or first == chunk:
                continue
            frames, resumed = self._frames.read(codes[first:chunk])
            analysis.resumed += [first + at for at in resumed]
            for rule, slots in frames:
                moved = tuple((slot, first + begin, first + end) for slot, begin, end in slots)
                analysis.frames.append((number, Frame(rule, moved)))


def _unwrapped(pars: list[Paragraph], codes: str) -> str:
    """In a text set to a width, line breaks inside a paragraph are blanks."""
    out: list[str] | None = None
    for paragraph in pars:
        at = codes.find(_BREAK, paragraph.first, paragraph.last)
        while at >= 0:
            out = out or list(codes)
            out[at] = TOKEN_CLASSES["Mark"]
            at = codes.find(_BREAK, at + 1, paragraph.last)
    return "".join(out) if out else codes
