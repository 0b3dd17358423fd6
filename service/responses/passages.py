"""Where a claim stands in its text: the sentence, and what is before and after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from grammar.claim import Claim, Span

_END = re.compile(r"\n|[.!?…][\"”’')\]]*(?=\s|$)")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Prof|Jr|Sr|No|vs|Inc|Co))\.$"
)
_REACH = 2_000


class Passage(NamedTuple):
    """Spans of a text that adjoin: before the sentence, the sentence, after it."""

    before: Span
    sentence: Span
    after: Span


def extent(claim: Claim) -> Span:
    """From the first to the last character of the claim's source, cue and content."""
    spans = [*claim.cue.spans, *claim.content.spans, *(claim.source.spans if claim.source else ())]
    return min(start for start, _ in spans), max(end for _, end in spans)


def passage(text: str, claim: Claim, around: int) -> Passage:
    """The sentence (or sentences) of a claim, with at most ``around`` characters on either side.

    A sentence ends at a line's end, or at a full stop and the like that ends no title or initial. Nothing is
    looked for further than 2,000 characters off.
    """
    first, last = extent(claim)
    behind = max(0, first - _REACH)
    start = behind
    for match in _ends(text, behind, first):
        start = match
    start += len(text[start:first]) - len(text[start:first].lstrip())
    end = next(_ends(text, max(last - 1, 0), min(len(text), last + _REACH)), min(len(text), last + _REACH))
    end = max(end, last)
    end -= len(text[last:end]) - len(text[last:end].rstrip())
    return Passage(
        (_word_from(text, start - around, start), start), (start, end), (end, _word_to(text, end, around))
    )


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    for match in _END.finditer(text, start, end):
        if match[0] == "\n" or not _ABBREVIATED.search(text, max(start, match.end() - 6), match.end()):
            yield match.end()


def _word_from(text: str, start: int, end: int) -> int:
    """The first whole word from ``start`` on."""
    if start <= 0:
        return 0
    blank = text.find(" ", start, end)
    return end if blank < 0 else blank + 1


def _word_to(text: str, start: int, around: int) -> int:
    end = start + around
    if end >= len(text):
        return len(text)
    blank = text.rfind(" ", start, end)
    return start if blank < 0 else blank
