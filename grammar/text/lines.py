"""The lines of a page: where they break, and which look like a date, a byline or a title."""

from __future__ import annotations

from collections.abc import Sequence

from grammar.text.furniture import BREAKS
from grammar.text.tokens import Tokens

TITLE_WORDS = 4  # fewer capitalised words are no title case
LABEL_WORDS = 2  # a line this short without a full stop holds no claim
WRAP_WIDTH = (30, 120)  # characters of a line in a text set to a width
WRAP_LINES = 3
_SENTENCE_ENDS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’')]»")


def line_ranges(tokens: Tokens, marks: Sequence[int]) -> list[tuple[int, int, set[str]]]:
    """Token ranges between line breaks, each with the marks in it that rows may need."""
    words = tokens.words
    least = 2 if _is_wrapped(tokens, [at for at in marks if words[at] in BREAKS]) else 0
    found: list[tuple[int, int, set[str]]] = []
    first, needed = 0, set[str]()
    for at in marks:
        if words[at] not in BREAKS:
            needed.add(words[at])
        elif not words[at] or _breaks(tokens, at) >= least:  # blanks in front, or a break
            if at > first:
                found.append((first, at, needed))
                needed = set()
            first = at + 1
    if first < len(tokens):
        found.append((first, len(tokens), needed))
    return found


def _breaks(tokens: Tokens, at: int) -> int:
    """How many line breaks a token is."""
    return tokens.text.count("\n", tokens.starts[at], tokens.piece_end(at))


def _is_wrapped(tokens: Tokens, breaks: Sequence[int]) -> bool:
    """Tell whether single line breaks fall inside sentences, as in a plain text set to a width."""
    single = wrapped = start = 0
    for at in breaks:
        end = tokens.starts[at]
        if at + 1 < len(tokens) and _breaks(tokens, at) == 1:
            single += 1
            inside = tokens.words[at + 1][:1].islower()
            wrapped += inside and WRAP_WIDTH[0] <= end - start <= WRAP_WIDTH[1]
        start = end
    return wrapped >= WRAP_LINES and wrapped * 3 >= single


def is_stopped(line: str) -> bool:
    """Whether it ends as a sentence does."""
    return line[-1] in _SENTENCE_ENDS or (line[-1] in _CLOSERS and line[-2:-1] in _SENTENCE_ENDS)


def is_stamp(words: Sequence[str], stamp: frozenset[str]) -> bool:
    """Only a date, a time of day, or how long ago: "2 min read", "Updated 10:32 AM EST"."""
    numbers = 0
    for word in words:
        if word[0].isdigit():
            numbers += 1
        elif word.lower() not in stamp:
            return False
    return numbers > 0


def is_byline(words: Sequence[str], between: frozenset[str]) -> bool:
    """Names after the word "by": "By Jane Doe and John Roe, Staff Writers"."""
    return (
        len(words) > LABEL_WORDS
        and words[0] in ("By", "BY", "by")
        and all(word[0].isupper() or word.lower() in between for word in words[1:])
    )


def is_title_case(words: Sequence[str], small: frozenset[str]) -> bool:
    """All but the small words are capitalised."""
    large = [word for word in words if word[0].isalpha() and word.lower() not in small]
    return len(large) >= TITLE_WORDS and all(word[0].isupper() for word in large)
