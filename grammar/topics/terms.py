"""The word lists of the topics: loaded, put into all their forms, and found in a text in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from grammar.lexicon import FOLDER, table
from grammar.text.forms import word_of
from grammar.text.tokens import Tokens
from grammar.topics import taxonomy
from grammar.topics.places import Place, places

# What a list's weight counts for. The steps are wide: three usual words outweigh one strong one.
WORTH = {"3": 3.0, "2": 1.0, "1": 0.35}

_VOWELS = frozenset("aeiou")

Entry = tuple[Place, float]
"""A topic that lists a term, and what the term counts for there."""

_Listed = tuple[str, Entry | None]
"""A term as it is listed, in a topic or as an idiom."""

Worth = tuple[Entry, ...]
"""What one mention of a term counts for: topics with the worth, in the vocabulary's order. They
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
    """All terms of all lists, numbered as they are met. A term with a capital letter matches only as written.

    An idiom that no list holds is a term that counts for nothing, and keeps the words in it from counting.

    ``worth[n]`` is what the term with the number n counts for. Loading takes about 0.05 s: the terms are only
    told apart by their first word, and put into all their forms when a text has that word.
    """

    def __init__(self) -> None:
        self.worth: list[Worth] = []
        self._first: dict[str, _Node] = {}
        self._listed: defaultdict[str, list[_Listed]] = defaultdict(list)
        for path in sorted((FOLDER / "topics" / "words").glob("*.tsv")):
            for topic, weight, terms in table(f"topics/words/{path.name}"):
                self._list(terms, _entry(places()[topic], WORTH[weight]))
        for (idioms,) in table("topics/idioms.txt"):
            self._list(idioms, None)

    def __len__(self) -> int:
        """How many terms are listed."""
        return sum(map(len, self._listed.values())) + len(self.worth)

    def _list(self, terms: str, entry: Entry | None) -> None:
        """Note the terms of a row, each under the first word of its forms."""
        for term in _cut(terms):
            for first in dict.fromkeys(form.partition(" ")[0].lower() for form in _forms(term)):
                self._listed[first].append((term, entry))

    def beginning(self, piece: str) -> _Node | None:
        """The terms that begin with a piece's word; None for most."""
        word = word_of(piece).lower().replace("’", "'")
        if word in self._listed:
            self._first[word] = self._grown(word, self._listed.pop(word))
        return self._first.get(word)

    def _grown(self, first: str, listed: list[_Listed]) -> _Node:
        """All forms of these terms that begin with a word, as a tree of the words behind it."""
        forms: dict[str, list[Entry]] = {}
        for term, entry in listed:
            for form in _forms(term):
                if form.lower().partition(" ")[0] == first:
                    forms.setdefault(form, []).extend([entry] if entry else [])
        root = _Node()
        for form, entries in forms.items():
            node = root
            for word in form.lower().split(" ")[1:]:
                node = node.follow(word)
            node.end(form, len(self.worth))
            self.worth.append(_rolled_up(tuple(entries)))
        return root

    def find(self, tokens: Tokens) -> Hits:
        """The terms in a text: the longest at each place, none overlapping.

        One pass over the words; a term's words must stand side by side.
        """
        words, lower, size = tokens.words, tokens.lower, len(tokens.words)
        beginnings = tokens.told(self.beginning)
        firsts: list[int] = []
        lasts: list[int] = []
        numbers: list[int] = []
        end = 0
        for first, root in enumerate(beginnings):
            if root is None or first < end:
                continue
            node: _Node | None = root
            last, longest = first, -1
            while node is not None:
                last += 1
                number = node.number
                if node.as_written:
                    number = node.as_written.get(" ".join(words[first:last]), number)
                if number >= 0:
                    longest, end = number, last
                further = node.further  # most words that may begin a term begin none
                node = further.get(lower[last]) if further and last < size else None
            if longest >= 0:
                firsts.append(first)
                lasts.append(end)
                numbers.append(longest)
        return Hits(firsts, lasts, numbers)


class _Node:
    """The terms that begin with the same words: those that end here, and the words that may follow.

    ``number`` is that of the term in small letters, or -1. Of the many nodes most are the end of a term.
    """

    __slots__ = ("as_written", "further", "number")

    def __init__(self) -> None:
        self.number = -1
        self.as_written: dict[str, int] | None = None
        self.further: dict[str, _Node] | None = None

    def follow(self, word: str) -> _Node:
        """The node behind this word, made where there is none; apostrophes are written in two ways."""
        if self.further is None:
            self.further = {}
        node = self.further.get(word) or _Node()
        self.further[word] = self.further[word.replace("'", "’")] = node
        return node

    def end(self, term: str, number: int) -> None:
        """Let a term end here."""
        if term == term.lower():
            self.number = number
        else:
            self.as_written = {**(self.as_written or {}), term: number}


def _cut(terms: str) -> Iterator[str]:
    """The terms of a row, cut into words just as texts are, with one blank between the words."""
    for term in terms.split("; "):
        if term.replace(" ", "").isalpha():  # as most are: nothing to cut but at the blanks
            yield term
        else:
            yield " ".join(Tokens(term).words)


@cache
def _rolled_up(listed: tuple[Entry, ...]) -> Worth:
    worth: dict[str, float] = {}
    for topic, value in listed:
        for each in (topic.id, *taxonomy.broader(topic.id)):
            worth[each] = max(value, worth.get(each, 0.0))
    return tuple(_entry(places()[id], worth[id]) for id in sorted(worth, key=taxonomy.rank))


@cache
def _entry(topic: Place, value: float) -> Entry:
    """The same object for all terms: there are few, and all of a text's stay close at hand."""
    return topic, value


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
