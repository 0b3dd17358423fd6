"""The passes in their order: a text's words, classes, quotations, chunks, licensed cues, frames."""

from __future__ import annotations

import re
from typing import Any

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.chunks import Chunker, Chunks
from grammar.cascade.frames import Frames
from grammar.cascade.licensing.chaining import LONGEST_STAGE, STAGED
from grammar.cascade.licensing.licence import CUES, Licensing
from grammar.cascade.licensing.predicatives import Predicatives
from grammar.cascade.patterns.places import places, stands
from grammar.cascade.words.capitals import in_headlines, in_sentences
from grammar.cascade.words.classes import Classes
from grammar.cascade.words.compounds import in_compounds
from grammar.cascade.words.neighbours import Neighbours
from grammar.cascade.words.quotations import Units, collapse, look_inside
from grammar.text.forms import Forms, Table
from grammar.text.layout import READ, Kind, Paragraph, is_mark, paragraphs
from grammar.text.ordered import where
from grammar.text.tokens import Tokens

_CUED = tuple(
    CHUNKS[name]
    for name in (
        "SayThat", "SayQuote", "Tell", "Judge", "Post", "Inverted", "SayingThat", "SayingTo", "Telling",
        "SaidThat", "SaidBy", "SaidTo", "Wins", "Believes", "Report", "According", "Hearsay",
    )
)  # fmt: skip
_QUOTED = tuple(CHUNKS[name] for name in ("QuoteComma", "QuoteStop", "QuoteAsk", "QuoteOpen"))
_DASH, _GROUP = CHUNKS["Dash"], CHUNKS["Group"]
_COLON, _SIGNED = CHUNKS["Colon"], CHUNKS["Right"] + CHUNKS["When"]
_ASIDE = re.compile(expand("<Relative>(?=<Group|Pronoun><SayThat>)", CHUNK_NAMES))
_REPORT = CHUNKS["Report"]
_CHUNK_BREAK = CHUNKS["Break"]
_ASIDES = frozenset(("source", "subject"))  # slots that may hold a relative clause
_DEPTH = 3  # claims within claims; deeper ones are not looked for
_BREAK = TOKEN_CLASSES["Break"]
_TO_SAY = CHUNKS["ToSay"]


class Cascade:
    """Both passes with their tables. Loading takes about 0.2 s; reading is linear in the text's length."""

    def __init__(self, *tables: Table) -> None:
        """``tables`` are those that later stages ask of every token."""
        self.classes = Classes()
        self._forms = Forms(self.classes.of, is_mark, *tables)
        self._neighbours = Neighbours()
        self._chunker = Chunker()
        self._licensing = Licensing()
        self._frames = Frames()

    def analyse(self, text: str) -> Analysis:
        """Every stage up to the frames."""
        tokens = Tokens(text, self._forms)
        pars = paragraphs(tokens)
        tokens.fence()
        codes = "".join(tokens.told(self.classes.of))
        codes = in_compounds(tokens, in_headlines(tokens, pars, codes, self.classes))
        codes = _unwrapped(pars, codes)
        units = collapse(tokens, codes)
        own = len(units.codes)
        look_inside(tokens, units, codes)
        analysis = self._cut(tokens, pars, units, own)
        self._read(analysis)
        return analysis

    def _cut(self, tokens: Tokens, pars: list[Paragraph], units: Units, own: int) -> Analysis:
        """Units into chunks, cues licensed; behind the text's own units stand those within its quotations."""
        units.codes = self._neighbours.rewritten(in_sentences(tokens, units, self.classes))
        chunks = self._chunker.cut(units.codes)
        begins = _picked(units.first, chunks.edges[:-1])
        ends = _picked([0, *units.last], chunks.edges[1:])
        lemmas = self._lemmas(tokens, chunks, ends)

        def words(first: int, last: int) -> list[str]:
            return tokens.words[begins[first] : ends[min(last, len(ends)) - 1]] if last > first else []

        marked, licences = self._licensing.apply(chunks, lemmas, Predicatives(chunks, units), words)
        first = where(chunks.edges, own)
        within = _within(units, chunks, first)
        cued, quoted = places(marked, _CUED), places(marked, _QUOTED)
        return Analysis(
            tokens, pars, units, chunks, marked, licences, begins, ends, first, within, cued, quoted
        )

    def _lemmas(self, tokens: Tokens, chunks: Chunks, ends: list[int]) -> dict[int, str]:
        forms = self.classes.cue_forms
        lemmas = {}
        codes = chunks.codes
        for at in places(codes, CUES):
            word, code = tokens.lower[ends[at] - 1], codes[at]
            lemmas[at] = forms[word][0] if word in forms and code != _REPORT else word
            if code == _TO_SAY and at:
                staged = STAGED.search(codes, max(at - LONGEST_STAGE, 0), at)
                for before in (at - 1, staged.start() if staged else at - 1):
                    lemmas.setdefault(before, tokens.lower[ends[before] - 1])
        return lemmas

    def _read(self, analysis: Analysis) -> None:
        """Parse each paragraph that may hold claims, from its body on, or its label ("NAME:")."""
        begins, last, size = analysis.begins, 0, analysis.own
        cued, quoted, codes = analysis.cued, analysis.quoted, analysis.codes
        for number, paragraph in enumerate(analysis.paragraphs):
            start = paragraph.first if paragraph.kind is Kind.SPEAKER else paragraph.body
            first = where(begins, start, last, size)
            last = where(begins, paragraph.last, first, size)
            if paragraph.kind in READ and (
                stands(cued, first, last)
                or stands(quoted, first, last)
                or codes.find(_COLON, first, last) >= 0
                or codes.find(_SIGNED, first, last) >= 0
                or (codes[last - 1 : last] == _GROUP and codes.find(_DASH, first, last) >= 0)
            ):
                self._parse(analysis, number, first, last, -1, 0)

    def _parse(self, analysis: Analysis, number: int, first: int, last: int, parent: int, depth: int) -> None:
        """The frames in a run of chunks, and those within their contents and asides."""
        frames, resumed = self._frames.read(analysis.codes[first:last], first)
        analysis.resumed += resumed
        for frame in frames:
            if frame.rule == "clause" and depth < _DEPTH:  # the rule, which supporters say would help, is
                _, begin, end = frame.slots[0]
                aside = _ASIDE.search(analysis.codes, begin, end)
                if aside:
                    self._parse(analysis, number, aside.start(), end, parent, depth + 1)
            at = len(analysis.frames)
            analysis.frames.append((number, frame, parent))
            if depth == _DEPTH:
                continue
            for slot, begin, end in frame.slots:
                if slot == "content":
                    self._parse_content(analysis, number, begin, end, at, depth)
                elif end - begin > 1 and slot in _ASIDES and stands(analysis.cued, begin, end):
                    self._parse(analysis, number, begin, end, parent, depth + 1)

    def _parse_content(
        self, analysis: Analysis, number: int, begin: int, end: int, parent: int, depth: int
    ) -> None:
        cued, quoted = analysis.cued, analysis.quoted
        if stands(cued, begin, end):
            self._parse(analysis, number, begin, end, parent, depth + 1)
        for quotation in quoted[where(quoted, begin) : where(quoted, end)]:
            inner = analysis.inner.get(quotation)
            if inner and stands(cued, inner[0], inner[1]):
                self._parse(analysis, number, inner[0], inner[1], parent, depth + 1)


def _picked(numbers: list[Any], places: list[int]) -> list[int]:
    """The numbers at these places, as they are: one that is known for a number is made anew when compiled."""
    return [numbers[place] for place in places]


def _within(units: Units, chunks: Chunks, own: int) -> dict[int, tuple[int, int]]:
    """The chunks of the words within each quotation, by the quotation's chunk: from break to break."""
    found: dict[int, tuple[int, int]] = {}
    begin = own
    for unit in units.quoted:
        end = chunks.codes.index(_CHUNK_BREAK, begin + 1)
        found[where(chunks.edges, unit)] = (begin + 1, end)
        begin = end
    return found


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
