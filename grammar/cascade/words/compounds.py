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


def _portfolios() -> dict[str, re.Pattern[str]]:
    """What stands behind a body's head, by that; the match's first group is the list of matters."""
    matters = "|".join(word.capitalize() for word in lines("names/portfolios.txt"))
    matter = rf"(?:the )?(?:[A-Z][\w-]+ ){{0,2}}(?:{matters})\b"
    listed = rf"{matter}(?:, {matter}){{0,{_MOST_MATTERS}}},? (?:and|&) {matter}"
    heads = (*(head.capitalize() for head in lines("organization_heads.txt")), *_OFFICES)
    return {
        head: re.compile(rf"{head}(?<!\w{head}) (?:of|for|on) ({listed})(?! (?:{'|'.join(_OFFICES)}))")
        for head in heads
    }


_LISTED, _PORTFOLIOS = _listed(), _portfolios()
_FIRST_WORDS = frozenset((*_LISTED, *_PORTFOLIOS))


def in_compounds(tokens: Tokens, codes: str) -> str:
    """Every word of such a name is a name: the Mail on Sunday, the Ministry of Culture, Media and Sport."""
    out: list[str] | None = None
    for word in _FIRST_WORDS.intersection(tokens.words):
        for names, group in ((_LISTED, 0), (_PORTFOLIOS, 1)):
            if word not in names:
                continue
            for match in names[word].finditer(tokens.text):
                out = out or list(codes)
                first = bisect_left(tokens.starts, match.start(group))
                last = bisect_left(tokens.starts, match.end(group))
                out[first:last] = _NAME * (last - first)
    return "".join(out) if out else codes
