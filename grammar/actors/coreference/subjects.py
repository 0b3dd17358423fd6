"""The subjects of sentences, as far as they tell what "they" and "it" go back to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from grammar.actors.recognition.collection import Collection
from grammar.actors.recognition.people import Figure, Mention
from grammar.lexicon.inflection import singular

MENTIONS: Final = 24
"""In one sentence, how many mentions a pronoun looks through; a careful writer names again before that."""
_OPENING: Final = 5
_MARKS: Final = frozenset((",", "-", "--", "–", "—", ")", ":"))
_JOINING: Final = frozenset(("and", "but", "so", "yet", "then"))
_ONE: Final = frozenset(("he", "she", "it", "they", "we", "i", "you", "that", "this"))
Describe = Callable[[int, int], Figure | None]
"""Gives the figure of the noun group between two tokens."""


class Subjects:
    """What stands before the verb in the sentences of a text, by the names and nouns gathered there."""

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._outline = collection.outline
        self._words = collection.words
        self._gazetteer = collection.gazetteer

    def plural(self, token: int, describe: Describe) -> tuple[Figure, ...]:
        """The several who are the subject of this sentence before a token, or else of the one before.

        A subject that is one actor ends the search. "They" of a quotation are its speaker's, and "..., they
        say," goes back to whoever spoke.
        """
        here = self._outline.sentence(token)
        if self._outline.quoted(token) >= 0 or self.is_postposed(token, here):
            return ()
        for sentence in range(here, max(-1, here - 2), -1):
            first, end = self._outline.sentences[sentence], min(token, self.end(sentence))
            if end - first < 2 or self._outline.quoted(first) >= 0:
                continue
            mentions = [m for m in self._collection.between(first, end)[:MENTIONS] if m.quotation < 0]
            named = next((i for i, m in enumerate(mentions) if m.subject), None)
            described = self._described(first, mentions[named].first if named is not None else end, describe)
            if described is not None:
                return (described,)
            if named is not None:
                subject = self._joined(mentions[named:])
                leads = self.leads(first, mentions[named].first)
                return subject if leads and (len(subject) > 1 or subject[0].plural) else ()
        return ()

    def leads(self, first: int, name: int) -> bool:
        """Tell a name that may be a sentence's subject: little but "although many" stands before it."""
        words = self._words
        mark = max((i for i in range(first, name) if words[i] in _MARKS), default=first - 1)
        before = [word.lower() for word in words[mark + 1 : name]]
        lists = self._gazetteer.words
        plain = (lists.determiner, lists.first_of_group, lists.subordinator, lists.clause, lists.opener)
        return len([word for word in before if not any(word in some for some in plain)]) < 2 and not any(
            word in lists.link or word in lists.auxiliary or word.endswith(("ed", "ing")) for word in before
        )

    def is_postposed(self, token: int, here: int) -> bool:
        """Tell whether it is "..., he said" behind what was said, whose names are no antecedents."""
        words = self._words
        start = self._outline.sentences[here]
        if token <= start or words[token - 1] not in (",", "”", '"', "''", "’"):
            return False
        if words[token - 1] != ",":
            return True
        opener = words[start].lower()
        if opener in self._gazetteer.words.subordinator or opener.endswith("ing"):
            return False
        after = words[token + 2] if token + 2 < len(words) else "."
        return after not in self._gazetteer.words.clause

    def end(self, sentence: int) -> int:
        """Where the next sentence begins, or the text ends."""
        sentences = self._outline.sentences
        return sentences[sentence + 1] if sentence + 1 < len(sentences) else len(self._words)

    def _described(self, first: int, end: int, describe: Describe) -> Figure | None:
        """The group of persons, spoken of by a noun, with which a sentence begins: "Many voters in Ohio"."""
        lists = self._gazetteer
        opener = self._words[first].lower()
        begin = first + (opener in lists.words.subordinator or opener in _JOINING)
        for i in range(begin, min(end, begin + _OPENING)):
            word = self._words[i].lower()
            single = singular(word)
            if word == "people" or (single != word and single in lists.persons):
                return describe(begin, i + 1) if self._ends_group(i + 1) else None
            if (
                not word.isalpha()
                or word in lists.words.link
                or word in lists.words.auxiliary
                or word in _ONE
            ):
                return None
        return None

    def _ends_group(self, last: int) -> bool:
        """Tell whether a noun group may end before a token: no name, noun of a compound or list goes on."""
        after = self._words[last] if last < len(self._words) else "."
        return after[:1].islower() and after not in ("and", "or")

    def _joined(self, mentions: list[Mention]) -> tuple[Figure, ...]:
        """A mention with those that "and" joins to it: "Ann Lee and Sam Finch"."""
        figures, end = [mentions[0].figure], mentions[0].last
        for mention in mentions[1:]:
            if mention.first != end + 1 or self._words[end] not in ("and", ",", "&"):
                break
            figures.append(mention.figure)
            end = mention.last
        return tuple(figures) if "and" in self._words[mentions[0].last : end] else (mentions[0].figure,)
