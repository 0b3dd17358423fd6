"""Names of several words, some of which are other parts of speech elsewhere: the Mail on Sunday."""

from __future__ import annotations

import re
from bisect import bisect_left

from grammar.cascade.alphabet import TOKEN_CLASSES
from grammar.lexicon import lines
from grammar.text.tokens import Tokens

_NAME = TOKEN_CLASSES["Name"]
_MOST_MATTERS = 6
_OFFICES = ("Minister", "Secretary", "Commissioner", "Committees", "Academies", "Subcommittee")


def _listed() -> dict[str, re.Pattern[str]]:
    """The names of the list, by their first word; the match is the name."""
    by_first: dict[str, list[str]] = {}
    for name in lines("names/compounds.txt"):
        by_first.setdefault(Tokens(name).words[0], []).append(name)
    # Few texts have any of these words. The look-behind stands behind them, so that the search skips there.
    return {
        first: re.compile(
            rf"{first}(?<!\w{first})(?:{'|'.join(re.escape(name[len(first) :]) for name in names)})(?!\w)"
        )
        for first, names in by_first.items()
    }


def _portfolio() -> re.Pattern[str]:
    """What stands behind a body's head; the match's first group is the list of matters."""
    matters = "|".join(word.capitalize() for word in lines("names/portfolios.txt"))
    matter = rf"(?:the )?(?:[A-Z][\w-]+ ){{0,2}}(?:{matters})\b"
    listed = rf"{matter}(?:, {matter}){{0,{_MOST_MATTERS}}},? (?:and|&) {matter}"
    return re.compile(rf" (?:of|for|on) ({listed})(?! (?:{'|'.join(_OFFICES)}))")


_LISTED, _PORTFOLIO = _listed(), _portfolio()
_HEADS = frozenset((*(head.capitalize() for head in lines("organization_heads.txt")), *_OFFICES))
_OPENING = _HEADS.union(_LISTED)


def in_compounds(tokens: Tokens, codes: str) -> str:
    """Every word of such a name is a name: the Mail on Sunday, the Ministry of Culture, Media and Sport."""
    found: list[tuple[int, int]] = []
    for word in _OPENING.intersection(tokens.words):  # a pass over all words: one for both
        if word in _LISTED:
            found += [match.span() for match in _LISTED[word].finditer(tokens.text)]
        if word in _HEADS:
            found += _matters(tokens, word)
    if not found:
        return codes
    out = list(codes)
    for start, end in found:
        first, last = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
        out[first:last] = _NAME * (last - first)
    return "".join(out)


def _matters(tokens: Tokens, head: str) -> list[tuple[int, int]]:
    """The lists of matters behind a body's head, as ranges of characters.

    The text is searched and not its words: that takes a fiftieth of the time.
    """
    found: list[tuple[int, int]] = []
    text, starts = tokens.text, tokens.starts
    start = text.find(head)
    while start >= 0:
        match = _PORTFOLIO.match(text, start + len(head))
        if match and starts[bisect_left(starts, start, 0, len(starts) - 1)] == start:
            found.append(match.span(1))
        start = text.find(head, start + len(head))
    return found
