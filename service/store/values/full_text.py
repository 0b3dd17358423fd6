"""Queries for full-text search: words, "phrases" and beginnings*, all of them wanted; any text is a query."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
_INDEXED = 3
_BEGUN = re.compile(r"[^\W_]\*$")


class Search(NamedTuple):
    """A query in FTS5's language, in two parts that must both hold; an empty one asks for nothing.

    ``stems`` goes to the index of stems ("resigned" finds "resigning"), ``begun`` to that of words as they
    are written: a stem may be shorter than what a reader has typed of a word.
    """

    stems: str
    begun: str


Expand = Callable[[str], Sequence[str]]


def parse(q: str, expand: Expand) -> Search | None:
    """The query that a text stands for; None where there is no word in it.

    ``expand`` gives the words that begin in a way, or nothing where they are too many. It is asked for
    beginnings of more than three letters: FTS5 has an index of the shorter, and gathers the longer each time.
    """
    stems, begun = [], []
    for phrase, term in _TERM.findall(q):
        if term and _BEGUN.search(term):
            *whole, last = _WORD.findall(term)
            begun += [f'"{word}"' for word in whole]
            known = expand(last) if len(last) > _INDEXED else ()
            either = " OR ".join(f'"{word}"' for word in known)
            begun.append(f"({either})" if known else f'"{last}" *')
        elif words := _WORD.findall(phrase or term):
            stems.append('"' + " ".join(words) + '"')
    return Search(" AND ".join(stems), " AND ".join(begun)) if stems or begun else None


def words(q: str) -> list[str]:
    """The whole words of a query, in phrases too, each once."""
    terms = (phrase or term for phrase, term in _TERM.findall(q) if not _BEGUN.search(term))
    return list(dict.fromkeys(word for term in terms for word in _WORD.findall(term)))
