"""The tables by which lines of a news page are known: patterns, whole lines, datelines.

They are data, under ``lexicon/layout``, and loaded once. A row names the words that it needs, so that it
costs nothing where none of them stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from grammar.lexicon import table

ANYWHERE = 1 << 30
PROSE_BEFORE = {"top": 0, "first": 2, "any": ANYWHERE}  # paragraphs of prose that may precede a dateline
_SENTENCE_START = r"[ \xa0]*(?=[\"“”‘’'`(\[]{0,3}[A-ZÀ-ÞŁŠŽČ0-9$£€¥…])"
BREAKS = frozenset(("\n", ""))


class Kind(StrEnum):
    """What a paragraph is."""

    PROSE = "prose"
    HEADLINE = "headline"
    SPEAKER = "speaker"
    CAPTION = "caption"
    BYLINE = "byline"
    FURNITURE = "furniture"


READ = frozenset((Kind.PROSE, Kind.HEADLINE, Kind.SPEAKER))
"""What claims are read in."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@dataclass(frozen=True)
class _Rule:
    name: str
    source: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when it is first asked for: a text needs few of them."""
        return _compiled(self.source)


@dataclass(frozen=True)
class Row(_Rule):
    """One row of patterns.tsv."""

    kind: Kind
    needs: frozenset[str]
    words: int


@dataclass(frozen=True)
class Dateline(_Rule):
    """One row of datelines.tsv."""

    prose_before: int  # at most so many paragraphs of prose may stand before it


class Rows:
    """Rows in their order, found by the words that they need."""

    def __init__(self, rows: list[Row]) -> None:
        self._rows = rows
        self._by_need: dict[str, list[int]] = {}
        for number, row in enumerate(rows):
            for word in row.needs:
                self._by_need.setdefault(word, []).append(number)

    def needing(self, words: Iterable[str]) -> Iterator[Row]:
        """Those that need one of these words."""
        found = {number for word in words for number in self._by_need.get(word, ())}
        return (self._rows[number] for number in sorted(found))


class Tables(NamedTuple):
    """Everything under ``lexicon/layout``."""

    lines: dict[str, str]
    most_blanks: int  # in one of these lines
    opening: dict[str, list[Row]]  # by first word
    ending: Rows
    inside: Rows
    datelines: list[Dateline]
    words: dict[str, frozenset[str]]
    marks: frozenset[str]  # the words that rows need, and line breaks


@cache
def tables() -> Tables:
    """All of them; the same object every time."""
    names = {name: f"(?:{alternatives})" for name, alternatives in table("layout/names.tsv")}

    def expanded(pattern: str) -> str:
        for name, alternatives in names.items():
            pattern = pattern.replace(f"{{{name}}}", alternatives)
        return pattern

    words = {name: frozenset(members.split()) for name, members in table("layout/words.tsv")}
    calendar = [word.replace("\\.?", "").replace("s?", "") for word in names["month"][3:-1].split("|")]
    calendar += [word.replace("\\.?", "").replace("s?", "") for word in names["day"][3:-1].split("|")]
    words["stamp"] |= {word.lower() + dot for word in calendar for dot in ("", ".")}
    places: dict[str, list[Row]] = {"opening": [], "ending": [], "inside": []}
    for name, kind, place, needs, most, pattern, _ in table("layout/patterns.tsv"):
        places[place].append(Row(name, expanded(pattern), Kind(kind), frozenset(needs.split()), int(most)))
    firsts = sorted(frozenset().union(*(row.needs for row in places["opening"])))
    needed = (row.needs for row in places["ending"] + places["inside"])
    lines = {line: kind for kind, line in table("layout/lines.tsv")}
    return Tables(
        lines=lines,
        most_blanks=max(line.count(" ") for line in lines),
        opening={first: [row for row in places["opening"] if row.needs & {first, "*"}] for first in firsts},
        ending=Rows(places["ending"]),
        inside=Rows(places["inside"]),
        datelines=[
            Dateline(name, expanded(f"(?:{pattern}){_SENTENCE_START}"), PROSE_BEFORE[where])
            for name, where, pattern, _ in table("layout/datelines.tsv")
        ],
        words=words,
        marks=BREAKS.union(*needed),
    )
