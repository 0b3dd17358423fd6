"""The word lists of the topics: loaded, put into all their forms, and found in a text in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from grammar.tokens import Tokens
from grammar.topics import taxonomy

# What a list's weight counts for. The steps are wide: three usual words outweigh one strong one.
WORTH = {"3": 3.0, "2": 1.0, "1": 0.35}

_VOWELS = frozenset("aeiou")


class Term(NamedTuple):
    """A word or several, and what one mention counts for."""

    words: tuple[str, ...]
    worth: tuple[tuple[str, float], ...]
    """Topic ids with the worth, in the vocabulary's order: the topics that list it, and all above
    them. Where a topic and one below it list it, or two below it do, the larger worth holds."""


class Hits(NamedTuple):
    """Where terms stand in one text: three lists of one length, in text order."""

    first: list[int]
    """The token that the term begins with."""
    last: list[int]
    """The token behind its last."""
    term: list[int]
    """Its number among the terms."""


class Trie(dict[str, "Trie"]):
    """Words to the words that may follow; ``ends`` are the terms that are complete here."""

    __slots__ = ("ends",)

    def __init__(self) -> None:
        super().__init__()
        # The spelling that a term insists on, "" where any case will do (that one stands last).
        self.ends: list[tuple[str, int]] = []


class Terms:
    """All terms of all lists. A term with a capital letter matches only as written."""

    def __init__(self) -> None:
        listed: dict[tuple[str, ...], dict[str, float]] = {}
        for path in sorted((taxonomy.DATA / "words").glob("*.tsv")):
            for topic, weight, terms in taxonomy.rows(f"words/{path.name}"):
                for term in _cut(terms):
                    for form in _forms(term):
                        worth = listed.setdefault(form, {})
                        worth[topic] = max(WORTH[weight], worth.get(topic, 0.0))
        self.terms = [Term(words, _rolled_up(tuple(worth.items()))) for words, worth in listed.items()]
        self._trie = Trie()
        for number, words in enumerate(listed):
            self._plant(number, words)
        # Most words stand alone, in any case: no walk is needed for them.
        self._alone = {
            word: node.ends[0][1] for word, node in self._trie.items() if node.ends and not node.ends[0][0]
        }

    def _plant(self, number: int, words: tuple[str, ...]) -> None:
        node = self._trie
        spelling = " ".join(words)
        lowered = spelling.lower()
        for word in lowered.split(" "):
            node = node[word] if word in node else node.setdefault(word, Trie())
        node.ends.append((spelling if spelling != lowered else "", number))
        node.ends.sort(reverse=True)

    def __len__(self) -> int:
        return len(self.terms)

    def find(self, tokens: Tokens) -> Hits:
        """The terms in a text: the longest at each place, none overlapping.

        One pass over the words; a term's words must stand side by side.
        """
        lowered = [word.lower() for word in tokens.words]
        lowered.append("")
        trie, alone, end = self._trie, self._alone, 0
        hits = Hits([], [], [])
        for first, word in [(place, word) for place, word in enumerate(lowered) if word in trie]:
            if first < end:
                continue
            node = trie[word]
            if word in alone and lowered[first + 1] not in node:
                last, term = first + 1, alone[word]
            elif node.ends or lowered[first + 1] in node:
                longest = self._longest(first, tokens.words, lowered)
                if not longest:
                    continue
                last, term = longest
            else:
                continue
            hits.first.append(first)
            hits.last.append(last)
            hits.term.append(term)
            end = last
        return hits

    def _longest(self, first: int, words: list[str], lowered: list[str]) -> tuple[int, int] | None:
        longest: tuple[int, int] | None = None
        node: Trie | None = self._trie[lowered[first]]
        last = first + 1
        while node is not None:
            for spelling, term in node.ends:
                if not spelling or spelling == " ".join(words[first:last]):
                    longest = (last, term)
                    break
            node = node.get(lowered[last])
            last += 1
        return longest


def _cut(terms: str) -> Iterator[tuple[str, ...]]:
    """The terms of a row, cut into words just as texts are."""
    words = Tokens(terms.replace("; ", "\n")).words
    for line_break, term in groupby(words, "\n".__eq__):
        if not line_break:
            yield tuple(term)


@cache
def _rolled_up(listed: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    worth: dict[str, float] = {}
    for topic, value in listed:
        for each in (topic, *taxonomy.broader(topic)):
            worth[each] = max(value, worth.get(each, 0.0))
    return tuple(sorted(worth.items(), key=lambda each: taxonomy.rank(each[0])))


def _forms(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The term and its plural; one that ends in s is taken to be a plural, or to have none."""
    last = words[-1]
    plural_already = last.endswith("s") and not last.endswith(("ss", "us", "is"))
    if plural_already or not last[-1].isalpha():
        return (words,)
    if last.endswith(("s", "sh", "ch", "x", "z")):
        plural = last + "es"
    elif last.endswith("y") and last[-2:-1] not in _VOWELS:
        plural = last[:-1] + "ies"
    else:
        plural = last + "s"
    return words, (*words[:-1], plural)
