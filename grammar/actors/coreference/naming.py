"""The name inside a noun group, in apposition behind it, or before who, which and that."""

from __future__ import annotations

from typing import Final

from grammar.actors.coreference.descriptions import Descriptions
from grammar.actors.lists.roles import ARABIC_ARTICLES
from grammar.actors.recognition.collection import Collection
from grammar.actors.recognition.people import Figure
from grammar.actors.recognition.readings import Shape
from grammar.claim import ActorKind
from grammar.lexicon.inflection import singular
from grammar.text.ordered import where

_APPOSITION: Final = 16
_FINITE: Final = frozenset(("said", "says", "told", "added", "has", "had", "was", "is", "will", "would"))
_SHORTEST: Final = 2  # letters: a name, no label of an answer


class Naming:
    """Finds the figure of a named source, in headlines and at the start of sentences too."""

    def __init__(self, collection: Collection, descriptions: Descriptions) -> None:
        self.collection = collection
        self.descriptions = descriptions
        self.words = collection.words
        self.gazetteer = collection.gazetteer

    def named(self, first: int, last: int, head: int) -> tuple[Figure, str] | None:
        """The figure of the name that is the head of a noun group."""
        at = where(self.collection.firsts, head + 1) - 1
        if at >= 0:
            mention = self.collection.mentions[at]
            # The role before a name may have been cut off; a name that goes on behind is another's.
            if head < mention.last and (mention.first >= first or mention.last <= last):
                return mention.figure, mention.by
        begin = head
        while begin > first and self._in_run(begin - 1):
            begin -= 1
        if not self._in_run(head):
            return None
        return self._unlisted(begin, head + 1)

    def _in_run(self, token: int) -> bool:
        word = self.words[token]
        if word.startswith(ARABIC_ARTICLES):
            return word[3:4].isupper()
        return (
            word[:1].isupper()
            and word not in ("The", "A", "An")
            and word.lower() not in self.gazetteer.words.day
        )

    def _unlisted(self, first: int, last: int) -> tuple[Figure, str] | None:
        """A name that the collection left out, as in a headline or at the start of a sentence."""
        collection = self.collection
        for begin in range(first, last):
            reading = collection.read(begin, last)
            if reading.known is not None and reading.shape is Shape.KNOWN:
                return collection.register.known(reading.known), reading.known.via
            key = reading.key
            principal = collection.register.principal(reading)
            if principal is not None:
                return principal, "surname"
            figure, by = collection.register.recall(reading)
            if figure is not None:
                return figure, by
            held = collection.register.figures.get("person:" + key.replace(" ", "-"))
            if held is not None:
                return held, "name"
        lower = self.words[last - 1].lower()
        single = singular(lower)
        common = (
            lower in self.gazetteer.words.opener
            or lower in self.gazetteer.words.people
            or lower in self.gazetteer.persons
            or single in self.gazetteer.persons
            or lower in self.gazetteer.groups
            or lower in self.gazetteer.words.document
        )
        if last - first == 1 and (common or not self._is_called(first)):
            return None
        return collection.introduce(first, last)

    def _is_called(self, at: int) -> bool:
        """Tell a name from a noun with a sentence's capital: a speaker in the singular has an article else.

        "Starmer said" names somebody; "Research says" does not, since a few nouns go without an article, nor
        do "Growers say", "Clearly" and "Asking".
        """
        word = self.words[at]
        if self.collection.short_names.confirmed(word):
            return True
        lower, lists = word.lower(), self.gazetteer.words
        speaks = not _FINITE.isdisjoint(self.words[at + 1 : at + 2])
        formed = lower.endswith("ly") or (lower.endswith("ing") and not speaks)
        bare = lower in lists.bare or lower.rpartition("-")[2] in lists.bare
        plural = singular(lower) != lower or len(lower) < _SHORTEST
        return not (formed or bare or plural or self.collection.short_names.used(lower))

    def relative(self, token: int) -> list[tuple[Figure, str]]:
        """Whose name stands right before who, which or that."""
        end = token - (token > 0 and self.words[token - 1] in (",", "—", "("))
        near = self.collection.between(max(0, end - 12), end)
        if not near or near[-1].last != end:
            return []
        figure = near[-1].figure
        fits = self.words[token].lower() != "who" or figure.kind in (ActorKind.PERSON, ActorKind.GROUP)
        return [(figure, "pronoun")] if fits else []

    def behind(self, first: int, kinds: tuple[ActorKind, ...]) -> tuple[Figure, str] | None:
        """The name in apposition to a description, closed by a mark: "the manager, Corey Lowe, said"."""
        if first >= len(self.words) or self.words[first] != ",":
            return None
        for mention in self.collection.between(first, first + _APPOSITION):
            if mention.figure.kind in kinds and not mention.modifier:
                end = mention.last
                after = self.words[end] if end < len(self.words) else "."
                follows = self.words[end + 1] if end + 1 < len(self.words) else ""
                closed = after in (",", ".", ";", ")") and follows not in ("and", "or")
                return (mention.figure, mention.by) if mention.first == first + 1 and closed else None
        return None
