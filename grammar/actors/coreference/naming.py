"""The name inside a noun group, and the noun group or name before who, which and that."""

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
_STOPS: Final = frozenset((",", ".", ";", ":", "—", "!", "?", "\n"))


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
        """The name or noun group right before who, which or that."""
        word, end = self.words[token].lower(), token
        if word != "that" and end > 0 and self.words[end - 1] in (",", "—", "("):
            end -= 1
        near = self.collection.between(max(0, end - 12), end)
        if near and near[-1].last == end:
            figure, governed = near[-1].figure, self.words[near[-1].first - 1] in self.gazetteer.words.link
            fits = word != "who" or figure.kind in (ActorKind.PERSON, ActorKind.GROUP)
            if fits or (figure.kind is ActorKind.UNKNOWN and figure.parts and not governed):
                return [(figure, near[-1].by if near[-1].by != "name" else "pronoun")]
            behind = near[-2] if len(near) > 1 and near[-2].last == near[-1].first - 1 else None
            if governed and behind is not None and behind.figure.kind is ActorKind.PERSON:
                return [(behind.figure, behind.by if behind.by != "name" else "pronoun")]
            return []
        if (apposed := self._apposed(end)) is not None:
            return [(apposed, "pronoun")]
        begin = end
        while begin > max(0, end - 8) and self._describes(begin - 1):
            begin -= 1
            if self.words[begin].lower() in self.gazetteer.words.first_of_group:
                break
        if begin == end:
            return []
        described, _ = self.descriptions.resolve(begin, end, end - 1)
        if described is None or (word == "which" and described.kind is ActorKind.PERSON):
            return []
        return [(described, "pronoun")]

    def _apposed(self, end: int) -> Figure | None:
        """The person whose apposition ends here: "Doley, a banker and former official who"."""
        for comma in range(end - 1, max(1, end - _APPOSITION), -1):
            if self.words[comma] in _STOPS:
                opens = self.words[comma] == "," and self.words[comma + 1] in ("a", "an", "the", "one")
                before = self.collection.between(comma - 8, comma) if opens else []
                person = bool(before) and before[-1].last == comma
                return before[-1].figure if person and before[-1].figure.kind is ActorKind.PERSON else None
        return None

    def _describes(self, token: int) -> bool:
        word, words = self.words[token].lower(), self.gazetteer.words
        plain = self.words[token].islower() or word in words.opener
        ends = word in words.link or word in words.auxiliary or word.endswith("ing")
        return plain and word.isalpha() and not ends

    def behind(self, first: int, last: int, kinds: tuple[ActorKind, ...]) -> tuple[Figure, str] | None:
        """The name in apposition to a description: "the campaign manager, Corey Lowe, said".

        The apposition ends with the mention, which is ``last`` tokens into the text, or at a comma or stop.
        """
        if first >= len(self.words) or self.words[first] != ",":
            return None
        for mention in self.collection.between(first, first + _APPOSITION):
            if mention.figure.kind in kinds and not mention.modifier:
                end = mention.last
                after = self.words[end] if end < len(self.words) else "."
                follows = self.words[end + 1] if end + 1 < len(self.words) else ""
                closed = after in (",", ".", ";", ")") and follows not in ("and", "or")
                inside = end <= last and (closed or end == last or after in self.gazetteer.words.link)
                direct = mention.first == first + 1 and closed
                return (mention.figure, mention.by) if inside or direct else None
        return None
