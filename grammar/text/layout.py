"""Which lines of a news page are prose, and where the prose begins after a dateline.

News comes with headlines, captions, bylines and buttons between its paragraphs. Each line is a paragraph
here, told by what it looks like: a whole line that is known, an opening, an ending, a mark within. The tables
under ``lexicon/layout`` hold them, with reasons. What no row knows is prose: it is better to read a button
than to lose a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from grammar.text.forms import word_of
from grammar.text.furniture import READ, Kind, tables
from grammar.text.lines import LABEL_WORDS, is_byline, is_stamp, is_stopped, is_title_case, line_ranges
from grammar.text.tokens import Tokens

__all__ = ["READ", "Kind", "Paragraph", "paragraphs"]

HEADLINE_WORDS = 30  # a longer line without a full stop is prose that lost it
ANY_OPENING_WORDS = 30  # openings without a first word are looked for in lines up to this
PROSE_WORDS = 10  # a shorter line does not end the top of a page, where headlines stand
OPENERS = 4  # marks that may stand before an opening, and the word after them
OPENING_CHARACTERS = 300  # how far into a paragraph marks are looked for
ENDING_CHARACTERS = 200
DATELINE_TOKENS = 24
DATELINE_CHARACTERS = 160


class Paragraph:
    """Tokens ``first`` to ``last`` (half-open); what is said begins at token ``body``.

    ``body`` is ``first`` but after a dateline, a list's mark or a speaker's name and colon. ``rule`` names
    the row or the reason that told the kind or the dateline; it is empty for plain prose.
    """

    __slots__ = ("body", "first", "kind", "last", "rule")

    def __init__(self, first: int, last: int, kind: Kind, body: int, rule: str) -> None:
        self.first = first
        self.last = last
        self.kind = kind
        self.body = body
        self.rule = rule


_EDGES = " \t\r.:;,!|>»›→↓▼-–—…()[]\ufeff\u200b\xa0\"“”'"
_DIGITS = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_SPEAKER = re.compile(
    r"[\"“]?[A-ZÀ-Þ][\w.'’-]{0,20}(?: [A-ZÀ-Þ(][\w.,'’()-]{0,20}){0,4}(?P<note> \([a-z ]{2,30}\))?:(?=\s)"
)
_OPENERS = frozenset(("(", "[", "-", "--", "–", "—", "•", "·", "*", ">", "»", "_", "\ufeff"))


def paragraphs(tokens: Tokens) -> list[Paragraph]:
    """The paragraphs of a text in order, each with its kind; blank lines give none.

    Time is linear in the text's length. A text that is set to a line width is cut at blank lines only; its
    paragraphs then hold line breaks as tokens.
    """
    return _Page(tokens).read()


def is_mark(piece: str) -> bool:
    """Whether rows may need this word, or a paragraph ends with it."""
    return word_of(piece) in tables().marks


class _Page:
    """One text on its way through the rows: what was seen so far decides on what comes."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.tables = tables()
        self.seen: set[str] = set()
        self.alone = False  # the whole text is one line
        self.prose = 0
        self.links = False  # in a list of other articles' headlines
        self.labels: list[tuple[int, str, int]] = []  # paragraphs that begin as a speaker's line does
        self.found: list[Paragraph] = []

    def read(self) -> list[Paragraph]:
        at = [at for at, needed in enumerate(self.tokens.told(is_mark)) if needed]
        ranges = line_ranges(self.tokens, at)
        self.alone = len(ranges) == 1
        for first, last, needed in ranges:
            self.found.append(self._paragraph(first, last, needed))
        self._name_speakers()
        return self.found

    def _paragraph(self, first: int, last: int, needed: set[str]) -> Paragraph:
        tokens = self.tokens
        start, end = tokens.span(first, last)
        line = tokens.text[start:end]
        words = tokens.words[first : min(last, first + HEADLINE_WORDS + 1)]
        body = first
        known = self._boilerplate(line, words, last - first, needed)
        if known:
            return Paragraph(first, last, known[0], body, known[1])
        kind, rule = self._prose(line, words)
        marks = self.tables.words["dateline"]
        if words[0][0].isdigit() or not marks.isdisjoint(words[:DATELINE_TOKENS]):
            body, dateline = self._body(line, first, last, kind)
            rule = dateline or rule
        if kind is Kind.PROSE and last - first > PROSE_WORDS:
            self.prose += 1
        return Paragraph(first, last, kind, body, rule)

    def _boilerplate(
        self, line: str, words: list[str], count: int, needed: set[str]
    ) -> tuple[Kind, str] | None:
        """The kind and the row of a line that is no part of the article's text."""
        key = line
        if count <= HEADLINE_WORDS:
            key = line.strip(_EDGES).casefold()
            known = self._whole_line(line, key, words)
            if known:
                return known
        if key in self.seen:
            return Kind.FURNITURE, "repeated"
        self.seen.add(key)
        known = self._by_opening(line, words, count) or self._by_words_within(line, count, needed)
        if known:
            return known
        if self.links and count <= HEADLINE_WORDS and not is_stopped(line):
            return Kind.FURNITURE, "links"
        return None

    def _by_opening(self, line: str, words: list[str], count: int) -> tuple[Kind, str] | None:
        """The row whose pattern a line begins with, marks in front aside."""
        first = next((word for word in words[:OPENERS] if word not in _OPENERS), words[0])
        rows = self.tables.opening.get("0" if first.isdigit() else first.lower())
        if rows is None and count <= ANY_OPENING_WORDS:
            rows = self.tables.opening["*"]
        if not rows:
            return None
        opening = line.index(first)
        for row in rows:
            if count <= row.words and row.pattern.match(line, opening):
                return row.kind, row.name
        return None

    def _by_words_within(self, line: str, count: int, needed: set[str]) -> tuple[Kind, str] | None:
        """The row whose pattern stands near a line's head or end; only those whose words the text has."""
        ending = max(0, len(line) - ENDING_CHARACTERS)
        for rows, begin, end in (
            (self.tables.inside, 0, OPENING_CHARACTERS),
            (self.tables.ending, ending, len(line)),
        ):
            near = [word for word in needed if line.find(word, begin, end) >= 0]
            for row in rows.needing(near) if near else ():
                if count <= row.words and row.pattern.search(line, begin, end):
                    return row.kind, row.name
        return None

    def _whole_line(self, line: str, key: str, words: list[str]) -> tuple[Kind, str] | None:
        """Short lines: known ones, labels, dates, bylines, and those without a letter."""
        if not _LETTER.search(line):
            return Kind.FURNITURE, "no_letters"
        short = key.count(" ") <= self.tables.most_blanks
        known = self.tables.lines.get(_DIGITS.sub("0", key)) if short else None
        if known:
            self.links = known == "links"
            return Kind.FURNITURE, known
        if len(words) <= LABEL_WORDS and not self.alone and line[-1] not in '.!?…:"”’':
            return Kind.FURNITURE, "label"
        if is_stamp(words, self.tables.words["stamp"]):
            return Kind.FURNITURE, "stamp"
        if is_byline(words, self.tables.words["byline"]):
            return Kind.BYLINE, "byline"
        return None

    def _prose(self, line: str, words: list[str]) -> tuple[Kind, str]:
        """Headline or prose: headlines stand before the first prose and end in no full stop."""
        stopped = is_stopped(line)
        if stopped:
            self.links = False
        if not self.alone and not self.prose and len(words) <= HEADLINE_WORDS:
            if not stopped and line[-1] != ":":
                return Kind.HEADLINE, "top"
            if not self.found and is_title_case(words, self.tables.words["small"]):
                return Kind.HEADLINE, "title_case"
        return Kind.PROSE, ""

    def _body(self, line: str, first: int, last: int, kind: Kind) -> tuple[int, str]:
        """The first token behind a dateline and the row that knew it; a speaker's label is noted."""
        starts = self.tokens.starts
        if kind is Kind.PROSE and ":" in line[:DATELINE_CHARACTERS]:
            label = _SPEAKER.match(line)
            body = bisect_left(starts, starts[first] + label.end(), first, last) if label else last
            if label and body < last:
                named = line[: label.start("note")] if label["note"] else label.group()  # LEE (on tape):
                self.labels.append((len(self.found), named.strip('"“: '), body))
        certain = self.alone or kind is Kind.HEADLINE  # "UN: ..." may name a source there
        for row in self.tables.datelines:
            if self.prose <= row.prose_before and not (certain and row.prose_before == 0):
                match = row.pattern.match(line, 0, DATELINE_CHARACTERS)
                if match:
                    body = bisect_left(starts, starts[first] + match.end(), first, last)
                    return (body, row.name) if body < last else (first, "")
        return first, ""

    def _name_speakers(self) -> None:
        """A label is a speaker's if it comes again, or stands in capitals among others that do."""
        counts = Counter(label for _, label, _ in self.labels)
        capitals = sum(label.isupper() for label in counts)
        for place, label, body in self.labels:
            if counts[label] > 1 or (capitals > 1 and label.isupper()):
                found = self.found[place]
                found.kind, found.body, found.rule = Kind.SPEAKER, body, "speaker"
