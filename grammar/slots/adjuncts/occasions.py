"""Occasions: what a preposition and its group tell of a place or a time, and the dates within them."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.lexicon import lines, table
from grammar.text.ranges import Range

_OF, _WHEN = CHUNKS["Of"], CHUNKS["When"]
_DATED = re.compile(expand("<Done>(?:<By|In|To|With|About><Group>){0,2}<When>", CHUNK_NAMES))
_PLACING = frozenset(CHUNKS[name] for name in ("In", "About", "Against", "By", "Prep"))
_YEAR = TOKEN_CLASSES["Year"]
_DAYS = frozenset(word for name, row in table("closed.tsv") if name == "Time" for word in row.split()) | {
    "may"
}
NOUNS = {kind: frozenset(words.split()) for kind, words in table("occasions.tsv")}
"""The words of occasions.tsv by their class, for whoever asks of one."""
_EVENTS, _PUBLISHED = NOUNS["event"], NOUNS["dated"]
_NAMED = NOUNS["named"]
_VENUES = NOUNS["venue"] | _EVENTS
_MEDIA = frozenset(
    word for kind, row in table("names/vocabulary.tsv") if kind == "medium" for word in row.split()
) | {"tv", "news", "television"}
_IN = frozenset(("in", "on", "at", "by"))
_WHEN_WORDS = frozenset(("after", "before", "following", "during"))
_AROUND = frozenset(("at", "around", "about"))
_CLOCK = frozenset(("a.m.", "p.m.", "am", "pm", "gmt", "est"))
_POINTING = frozenset(("the", "that"))
_AT_THE_TIME = 3  # words
_PLATFORMS = frozenset(lines("platforms.txt"))


def published(analysis: Analysis, first: int, last: int) -> list[tuple[str, Range]]:
    """When a source was made public: a report released by the firm | on Monday."""
    if analysis.codes.find(_WHEN, first, last) < 0:
        return []  # as most
    match = _DATED.search(analysis.codes, first, last)
    if match is None or analysis.tokens.lower[analysis.begins[match.start()]] not in _PUBLISHED:
        return []
    at = match.end() - 1
    return [("time", (analysis.begins[at], analysis.ends[at]))]


def slot_filled(analysis: Analysis, at: int) -> str:
    """The slot that a preposition and the group behind it fill, or none: in her ruling, after the hearing."""
    lower, codes, begin, end = (
        analysis.tokens.lower,
        analysis.codes,
        analysis.begins[at],
        analysis.ends[at + 1],
    )
    link, noun = lower[begin], lower[end - 1]
    if codes[at] not in _PLACING:
        return ""
    if _is_platform(analysis, at) or (link == "on" and noun in _MEDIA):
        return "venue"
    if link == "at" and noun == "time":
        pointing = end - begin == _AT_THE_TIME and lower[begin + 1] in _POINTING
        return "time" if pointing and codes[at + 2 : at + 3] != _OF else ""
    if link in _AROUND and noun in _CLOCK and lower[begin + 1][:1].isdigit():
        return "time"
    if end - begin < _AT_THE_TIME:
        return ""
    if link in _WHEN_WORDS and noun in _EVENTS:
        return "time"
    if link not in _IN:
        return ""
    named = end
    while named > begin + 2 and analysis.tokens.words[named - 1][0].isupper():
        named -= 1  # in the journal | Soil Today
    return "venue" if noun in _VENUES or (named < end and lower[named - 1] in _NAMED) else ""


def date_within(analysis: Analysis, first: int, last: int) -> Range | None:
    """The tokens of a date within a venue: in a | May | meeting, at | Tuesday | 's hearing."""
    units, words = analysis.units, analysis.tokens.words
    for at in range(analysis.chunks.edges[first], analysis.chunks.edges[last]):
        token = units.first[at]
        if units.codes[at] == _YEAR or (words[token].lower() in _DAYS and words[token][0].isupper()):
            return token, token + 1
    return None


def _is_platform(analysis: Analysis, chunk: int) -> bool:
    words = analysis.tokens.words[analysis.begins[chunk] : analysis.ends[chunk + 1]]
    return len(words) == 2 and words[0].lower() == "on" and words[1].lower() in _PLATFORMS
