"""The word lists of the topics: loaded, put into all their forms, and found in a text in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import compress, groupby
from typing import NamedTuple

from grammar.text.tokens import MOST_KEPT, Tokens
from grammar.topics import taxonomy

# What a list's weight counts for. The steps are wide: three usual words outweigh one strong one.
WORTH = {"3": 3.0, "2": 1.0, "1": 0.35}

_VOWELS = frozenset("aeiou")

Worth = tuple[tuple[str, float], ...]
"""What one mention of a term counts for: topic ids with the worth, in the vocabulary's order. They
are the topics that list the term and all above them. Where a topic and one below it list it, or two
below it do, the larger worth holds."""


class Hits(NamedTuple):
    """Where terms stand in one text: three lists of one length, in text order."""

    first: list[int]
    """The token that the term begins with."""
    last: list[int]
    """The token behind its last."""
    term: list[int]
    """Its number among the terms."""


class Terms:
    """All terms of all lists, numbered. A term with a capital letter matches only as written.

    An idiom that no list holds is a term that counts for nothing, and keeps the words in it from counting.

    ``worth[n]`` is what the term with the number n counts for. Loading takes about 0.2 s.
    """

    def __init__(self) -> None:
        listed: dict[str, list[tuple[str, float]]] = {}
        for path in sorted((taxonomy.DATA / "words").glob("*.tsv")):
            for topic, weight, terms in taxonomy.rows(f"words/{path.name}"):
                entry = (topic, WORTH[weight])
                for term in _cut(terms):
                    for form in _forms(term):
                        listed.setdefault(form, []).append(entry)
        for (idioms,) in taxonomy.rows("idioms.txt"):
            for idiom in _cut(idioms):
                for form in _forms(idiom):
                    listed.setdefault(form, [])
        self.worth = [_rolled_up(tuple(entries)) for entries in listed.values()]
        root = _Node()
        for number, term in enumerate(listed):
            node = root
            for word in term.lower().split(" "):
                node = node.follow(word)
            node.ends = True
            if term == term.lower():
                node.number = number
            else:
                node.as_written[term] = number
        self._beginnings = _Beginnings(root)

    def __len__(self) -> int:
        return len(self.worth)

    def find(self, tokens: Tokens) -> Hits:
        """The terms in a text: the longest at each place, none overlapping.

        One pass over the words; a term's words must stand side by side.
        """
        words = [*tokens.words, ""]
        beginnings = list(map(self._beginnings.__getitem__, tokens.words))
        hits, end = Hits([], [], []), 0
        for first, beginning in compress(enumerate(beginnings), beginnings):
            if first < end or beginning is None:
                continue
            node: _Node | None = beginning
            last, longest = first, -1
            while node:
                last += 1
                if node.ends:
                    number = node.number
                    if node.as_written:
                        number = node.as_written.get(" ".join(words[first:last]), number)
                    if number >= 0:
                        longest, end = number, last
                further = node.further  # most words that may begin a term begin none
                node = further.get(words[last].lower()) if further else None
            if longest >= 0:
                hits.first.append(first)
                hits.last.append(end)
                hits.term.append(longest)
        return hits


class _Node:
    """The terms that begin with the same words: those that end here, and the words that may follow."""

    __slots__ = ("as_written", "ends", "further", "number")

    def __init__(self) -> None:
        self.ends = False
        self.number = -1
        self.as_written: dict[str, int] = {}
        self.further: dict[str, _Node] = {}

    def follow(self, word: str) -> _Node:
        """The node behind this word, made where there is none; apostrophes are written in two ways."""
        node = self.further.get(word) or _Node()
        self.further[word] = self.further[word.replace("'", "’")] = node
        return node


class _Beginnings(dict[str, _Node | None]):
    """Of a word as written, the terms that begin with it; None for most. Worked out once a word and kept."""

    def __init__(self, root: _Node) -> None:
        super().__init__()
        self._root = root

    def __missing__(self, word: str) -> _Node | None:
        if len(self) >= MOST_KEPT:
            self.clear()
        node = self[word] = self._root.further.get(word.lower())
        return node


def _cut(terms: str) -> Iterator[str]:
    """The terms of a row, cut into words just as texts are, with one blank between the words."""
    words = Tokens(terms.replace("; ", "\n")).words
    for line_break, term in groupby(words, "\n".__eq__):
        if not line_break:
            yield " ".join(term)


@cache
def _rolled_up(listed: tuple[tuple[str, float], ...]) -> Worth:
    worth: dict[str, float] = {}
    for topic, value in listed:
        for each in (topic, *taxonomy.broader(topic)):
            worth[each] = max(value, worth.get(each, 0.0))
    return tuple(sorted(worth.items(), key=lambda each: taxonomy.rank(each[0])))


def _forms(term: str) -> tuple[str, ...]:
    """The term and its plural; one that ends in s is taken to be a plural, or to have none."""
    plural_already = term.endswith("s") and not term.endswith(("ss", "us", "is"))
    if plural_already or not term[-1].isalpha():
        return (term,)
    if term.endswith(("s", "sh", "ch", "x", "z")):
        return term, term + "es"
    if term.endswith("y") and term[-2:-1] not in _VOWELS:
        return term, term[:-1] + "ies"
    return term, term + "s"
