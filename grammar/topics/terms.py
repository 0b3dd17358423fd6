"""The word lists of the topics: loaded, put into all their forms, and found in a text in one pass."""

from __future__ import annotations

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
                for term in terms.split("; "):
                    for form in _forms(tuple(Tokens(term.strip()).words)):
                        worth = listed.setdefault(form, {})
                        worth[topic] = max(WORTH[weight], worth.get(topic, 0.0))
        self.terms = [Term(words, _rolled_up(worth)) for words, worth in listed.items()]
        self._trie = Trie()
        for number, words in enumerate(listed):
            self._plant(number, words)
        # Most words begin no longer term and may stand in any case: no walk is needed for them.
        self._alone = {
            word: node.ends[0][1] for word, node in self._trie.items() if not node and not node.ends[0][0]
        }

    def _plant(self, number: int, words: tuple[str, ...]) -> None:
        node = self._trie
        for word in words:
            node = node.setdefault(word.lower(), Trie())
        spelling = " ".join(words)
        node.ends.append((spelling if spelling != spelling.lower() else "", number))
        node.ends.sort(reverse=True)

    def __len__(self) -> int:
        return len(self.terms)

    def find(self, tokens: Tokens) -> list[tuple[int, int, int]]:
        """First token, end and number of each term found: the longest at each place, none overlapping.

        One pass over the words; a term's words must stand side by side.
        """
        lowered = [word.lower() for word in tokens.words]
        trie, alone, end = self._trie, self._alone, 0
        found: list[tuple[int, int, int]] = []
        for first, word in [(place, word) for place, word in enumerate(lowered) if word in trie]:
            if first < end:
                continue
            if word in alone:
                found.append((first, first + 1, alone[word]))
            elif longest := self._longest(first, tokens.words, lowered):
                found.append(longest)
                end = longest[1]
        return found

    def _longest(self, first: int, words: list[str], lowered: list[str]) -> tuple[int, int, int] | None:
        longest: tuple[int, int, int] | None = None
        node: Trie | None = self._trie[lowered[first]]
        place = first + 1
        while node is not None:
            for spelling, number in node.ends:
                if not spelling or spelling == " ".join(words[first:place]):
                    longest = (first, place, number)
                    break
            node = node.get(lowered[place]) if node and place < len(lowered) else None
            place += 1
        return longest


def _rolled_up(listed: dict[str, float]) -> tuple[tuple[str, float], ...]:
    worth: dict[str, float] = {}
    for topic, value in listed.items():
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
