"""Queries for full-text search: words, "phrases" and beginnings*, all of them wanted; any text is a query."""

from __future__ import annotations

import re
from typing import NamedTuple

_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
_BEGUN = re.compile(r"[^\W_]\*$")


class Search(NamedTuple):
    """A query in FTS5's language, in two parts that must both hold; an empty one asks for nothing.

    ``stems`` goes to the index of stems ("resigned" finds "resigning"), ``begun`` to that of words as they
    are written: a stem may be shorter than what a reader has typed of a word.
    """

    stems: str
    begun: str


def parse(q: str) -> Search | None:
    """The query that a text stands for; None where there is no word in it."""
    stems, begun = [], []
    for phrase, term in _TERM.findall(q):
        if term and _BEGUN.search(term):
            *whole, last = _WORD.findall(term)
            begun += [f'"{word}"' for word in whole]
            begun.append(f'"{last}" *')
        elif words := _WORD.findall(phrase or term):
            stems.append('"' + " ".join(words) + '"')
    return Search(" AND ".join(stems), " AND ".join(begun)) if stems or begun else None
