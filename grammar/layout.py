"""Which lines of a news page are prose, and where the prose begins after a dateline.

News text comes with headlines, captions, bylines and buttons between its paragraphs. Each line is one
paragraph here, and each is told by what it looks like: by whole lines that are known, by an opening, by an
ending or by a mark within (the tables under ``lexicon/layout`` say which, and why). What no row knows is
prose: it is better to read a button than to lose a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from grammar.lexicon import table
from grammar.tokens import Tokens

HEADLINE_WORDS = 30  # longer lines without a full stop are prose that lost it
LABEL_WORDS = 2  # a line this short without a full stop holds no claim
OPENING_CHARACTERS = 300  # how far into a paragraph "inside" and "opening" rows look
ENDING_CHARACTERS = 200
DATELINE_CHARACTERS = 120
TITLE_WORDS = 4
WRAP_WIDTH = (30, 120)  # characters of a line in a text set to a width
WRAP_LINES = 3
FIRST_PARAGRAPHS = 3  # of prose, in which a city in small letters may be a dateline


class Kind(StrEnum):
    """What a paragraph is. Claims are read in prose, headlines and speakers' lines only."""

    PROSE = "prose"
    HEADLINE = "headline"
    SPEAKER = "speaker"
    CAPTION = "caption"
    BYLINE = "byline"
    FURNITURE = "furniture"


class Paragraph(NamedTuple):
    """Tokens ``first`` to ``last`` (half-open); what is said begins at token ``body``.

    ``body`` is ``first`` but after a dateline, a list's mark or a speaker's name and colon. ``rule`` names
    the row or the reason that told the kind; it is empty for prose without a dateline.
    """

    first: int
    last: int
    kind: Kind
    body: int
    rule: str


class _Row(NamedTuple):
    name: str
    kind: Kind
    needs: tuple[str, ...]
    words: int
    pattern: re.Pattern[str]


class _Tables(NamedTuple):
    lines: dict[str, str]
    any_opening: re.Pattern[str]
    opening: list[_Row]
    ending: list[_Row]
    inside: list[_Row]
    datelines: list[tuple[str, bool, re.Pattern[str]]]
    calendar: frozenset[str]


_EDGES = " \t\r.:;,!|>»›→↓▼-–—…()[]\ufeff\u200b\xa0\"“”'"
_DIGITS = re.compile(r"\d+")
_SENTENCE_START = r" *(?=[\"“”‘’'`(\[]{0,3}[A-ZÀ-ÞŁŠŽČ0-9$£€¥…])"
_DATELINE_MARK = re.compile(r"[(\[—–|:/•●▪■◦‣⁃►▶➤*·]|-[- ]|\d[.)] ")
_LETTER = re.compile(r"[^\W\d_]")
_SPEAKER = re.compile(
    r"[\"“]?(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{0,20})(?: [A-ZÀ-Þ(][A-ZÀ-Þ.,'’()-]{0,20}){0,6} ?(?:\([^()\n]{1,40}\) ?)?:(?=\s)"
)
_SPEAKER = re.compile(r"[\"“]?[A-ZÀ-Þ][\w.'’-]{0,20}(?: [A-ZÀ-Þ(][\w.,'’()-]{0,20}){0,4}:(?=\s)")
_SENTENCE_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’')]»''")
_SMALL = frozenset(
    "a an and as at but by for from in into is nor of off on or out over per so than the to up via vs with its".split()
)
_BYLINE_WORDS = frozenset("and of the for in at de van von der den bin al el la le du da di special to with , | / - – — & • · .".split())
_STAMP_WORDS = frozenset(
    "published updated update last modified posted first created edited at on by am pm a.m. p.m. a.m p.m est edt et cst cdt "
    "ct pst pdt pt gmt utc bst ist kst jst cet cest hkt sgt aest local time min mins minute minutes read hour hours hr hrs h "
    "day days week weeks ago today yesterday issued now just date original of views view comments shares words "
    ", . | / - – — • · : ( ) & + updated:at at:".split()
)


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    names = {name: f"(?:{alternatives})" for name, alternatives in table("layout/names.tsv")}

    def filled(pattern: str) -> str:
        for name, alternatives in names.items():
            pattern = pattern.replace(f"{{{name}}}", alternatives)
        return pattern

    places: dict[str, list[_Row]] = {"opening": [], "ending": [], "inside": []}
    openings = []
    for name, kind, place, needs, words, pattern, _ in table("layout/patterns.tsv"):
        literals = () if needs == "-" else tuple(needs.split("|"))
        places[place].append(_Row(name, Kind(kind), literals, int(words), re.compile(filled(pattern))))
        if place == "opening":
            openings.append(f"(?:{filled(pattern)})")
    return _Tables(
        lines={line: kind for kind, line in table("layout/lines.tsv")},
        any_opening=re.compile("|".join(openings)),
        opening=places["opening"],
        ending=places["ending"],
        inside=places["inside"],
        datelines=[
            (name, where == "first", re.compile(f"(?:{filled(pattern)}){_SENTENCE_START}"))
            for name, where, pattern, _ in table("layout/datelines.tsv")
        ],
        calendar=frozenset(
            word.replace("\\", "").replace("?", end).lower()
            for name in ("month", "day")
            for word in names[name][3:-1].split("|")
            for end in ("",)
        ),
    )


def paragraphs(tokens: Tokens) -> list[Paragraph]:
    """The paragraphs of a text in order, each with its kind; blank lines give none.

    Time is linear in the text's length. A text that is wrapped at a line width is cut at blank lines only;
    its paragraphs then hold line breaks as tokens.
    """
    return _Page(tokens).read()


class _Page:
    """One text on its way through the rows: what has been seen so far decides on what comes."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.tables = tables = _tables()
        text = tokens.text
        self.inside = [row for row in tables.inside if any(need in text for need in row.needs)]
        self.ending = [row for row in tables.ending if any(need in text for need in row.needs)]
        self.seen: set[str] = set()
        self.prose = 0  # paragraphs of prose so far
        self.links = False  # in a list of other articles' headlines
        self.labels: list[tuple[int, str, int]] = []  # paragraphs that begin as a speaker's line does

    def read(self) -> list[Paragraph]:
        ranges = _ranges(self.tokens)
        found = [self._paragraph(place, first, last, len(ranges)) for place, (first, last) in enumerate(ranges)]
        counts = Counter(label for _, label, _ in self.labels)
        if len(self.labels) > 1:
            for place, label, body in self.labels:
                if counts[label] > 1 or label.isupper():
                    found[place] = found[place]._replace(kind=Kind.SPEAKER, body=body, rule="speaker")
        return found

    def _paragraph(self, place: int, first: int, last: int, total: int) -> Paragraph:
        tokens = self.tokens
        start, end = tokens.starts[first], tokens.ends[last - 1]
        line = tokens.text[start:end]
        count = last - first
        kind, rule = self._kind(line, first, last, place, total)
        body = first
        if kind is Kind.PROSE or kind is Kind.HEADLINE:
            if _DATELINE_MARK.search(line, 0, DATELINE_CHARACTERS):
                body, rule = self._body(line, first, last, place, rule)
            if kind is Kind.PROSE and count > HEADLINE_WORDS // 3:
                self.prose += 1
        return Paragraph(first, last, kind, body, rule)

    def _kind(self, line: str, first: int, last: int, place: int, total: int) -> tuple[Kind, str]:
        tables = self.tables
        count = last - first
        key = line.strip(_EDGES).casefold()
        stopped = line[-1] in _SENTENCE_ENDS or (line[-1] in _CLOSERS and line[-2:-1] in _SENTENCE_ENDS)
        if count <= HEADLINE_WORDS:
            if not _LETTER.search(line):
                return Kind.FURNITURE, "no_letters"
            known = tables.lines.get(_DIGITS.sub("0", key))
            if known:
                self.links = known == "links"
                return Kind.FURNITURE, known
            words = self.tokens.words[first:last]
            if count <= LABEL_WORDS and not stopped and total > 1:
                return Kind.FURNITURE, "label"
            if _is_stamp(words):
                return Kind.FURNITURE, "stamp"
            if _is_byline(words):
                return Kind.BYLINE, "byline"
        if key in self.seen:
            return Kind.FURNITURE, "repeated"
        self.seen.add(key)
        if tables.any_opening.match(line):
            for row in tables.opening:
                if count <= row.words and row.pattern.match(line):
                    return row.kind, row.name
        for row in self.inside:
            if count <= row.words and any(need in line for need in row.needs) and row.pattern.search(line, 0, 300):
                return row.kind, row.name
        for row in self.ending:
            if count <= row.words and any(need in line for need in row.needs):
                if row.pattern.search(line, max(0, len(line) - ENDING_CHARACTERS)):
                    return row.kind, row.name
        if stopped:
            self.links = False
        elif self.links:
            return Kind.FURNITURE, "links"
        if total > 1 and not self.prose and count <= HEADLINE_WORDS:
            if not stopped:
                return Kind.HEADLINE, "top"
            if place == 0 and _is_title_case(self.tokens.words[first:last]):
                return Kind.HEADLINE, "title_case"
        return Kind.PROSE, ""

    def _body(self, line: str, first: int, last: int, place: int, rule: str) -> tuple[int, str]:
        """The first token behind a dateline, and the row that knew it."""
        start = self.tokens.starts[first]
        for name, only_first, pattern in self.tables.datelines:
            if only_first and self.prose >= FIRST_PARAGRAPHS:
                continue
            match = pattern.match(line, 0, DATELINE_CHARACTERS + 40)
            if match:
                body = bisect_left(self.tokens.starts, start + match.end(), first, last)
                return (body, name) if body < last else (first, rule)
        if ":" in line[:DATELINE_CHARACTERS]:
            match = _SPEAKER.match(line)
            if match:
                body = bisect_left(self.tokens.starts, start + match.end(), first, last)
                if body < last:
                    self.labels.append((place, match.group().strip("\"“: "), body))
        return first, rule


def _ranges(tokens: Tokens) -> list[tuple[int, int]]:
    """Token ranges between line breaks, or between blank lines where a text is wrapped at a width."""
    breaks = [at for at, word in enumerate(tokens.words) if word == "\n" or not word]
    if not breaks:
        return [(0, len(tokens))] if len(tokens) else []
    if _is_wrapped(tokens, breaks):
        breaks = [at for at in breaks if tokens.pieces[at].count("\n") > 1]
    found = []
    first = 0
    for at in breaks:
        if at > first:
            found.append((first, at))
        first = at + 1
    if first < len(tokens):
        found.append((first, len(tokens)))
    return found


def _is_wrapped(tokens: Tokens, breaks: list[int]) -> bool:
    """Do single line breaks fall inside sentences, as in a plain text set to a width?"""
    single = wrapped = 0
    start = 0
    for at in breaks:
        end = tokens.starts[at]
        if tokens.pieces[at].count("\n") == 1 and at + 1 < len(tokens):
            single += 1
            wrapped += tokens.words[at + 1][:1].islower() and WRAP_WIDTH[0] <= end - start <= WRAP_WIDTH[1]
        start = end
    return wrapped >= WRAP_LINES and wrapped * 3 >= single


def _is_stamp(words: list[str]) -> bool:
    """Only a date, a time of day, or how long ago: "2 min read", "Updated 10:32 AM EST"."""
    number = False
    for word in words:
        lower = word.lower()
        if lower[:1].isdigit():
            number = True
        elif lower not in _STAMP_WORDS and lower not in _tables().calendar:
            return False
    return number


def _is_byline(words: list[str]) -> bool:
    """ "By" and names alone: "By Jane Doe and John Roe, Staff Writers"."""
    return (
        len(words) > LABEL_WORDS
        and words[0] in ("By", "BY", "by")
        and words[-1] not in ("?", "!")
        and all(word[:1].isupper() or word.lower() in _BYLINE_WORDS for word in words[1:])
    )


def _is_title_case(words: list[str]) -> bool:
    """Four words or more, and all but small words capitalised."""
    letters = [word for word in words if word[0].isalpha()]
    large = [word for word in letters if word.lower() not in _SMALL]
    return len(large) >= TITLE_WORDS and all(word[0].isupper() for word in large)
