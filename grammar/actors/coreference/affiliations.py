"""What a source's words say that somebody belongs to: "Acme chief executive Jane Roe", "Chile's Prieto"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from grammar.actors.lists.names import POSSESSIVE, fold, phrase
from grammar.actors.recognition.collection import Collection
from grammar.actors.recognition.people import Mention
from grammar.claim import ActorKind, Affiliation
from grammar.lexicon.inflection import singular
from grammar.text.ranges import Range
from grammar.text.tokens import Tokens

_KINDS: Final = (ActorKind.ORGANIZATION, ActorKind.COUNTRY, ActorKind.MEDIUM)
_LINKS: Final = frozenset(("of", "for", "at", "with", "from"))
_DETERMINERS: Final = frozenset(("the", "a", "an", "its", "his", "her", "their"))
_RELATIVE: Final = frozenset(("who", "whose", "which", "that", "whom"))
_FARTHEST: Final = 40


class Affiliations:
    """Reads affiliations in the words of sources, and only where a rule ties them to the person.

    A name counts that owns or modifies what follows ("Russian President", "Acme executive"), or that stands
    behind of, for, at, with or from right after a noun for a person, a body, or a name. A place does not
    count, nor does what is spoken about ("an expert on Russia", "the ambassador to Chile").
    """

    def __init__(self, tokens: Tokens, collection: Collection) -> None:
        self.tokens = tokens
        self.words = collection.words
        self.collection = collection
        self.gazetteer = collection.gazetteer

    def of(self, ranges: Sequence[Range]) -> tuple[Affiliation, ...]:
        """The affiliations in a source's token ranges, in text order, each with the places of its name."""
        told: list[Affiliation] = []
        for first, last in ranges:
            stop = self._stop(first, min(last, first + _FARTHEST))
            self._add_names(first, stop, told)
            self._add_adjectives(first, stop, told)
        if not told:
            return ()
        found: dict[str, Affiliation] = {}
        for one in told:
            found.setdefault(one.actor_id, one)
        return tuple(sorted(found.values(), key=lambda one: one.spans))

    def _stop(self, first: int, last: int) -> int:
        """Where a relative clause begins, which tells what somebody does and not what he is."""
        for i in range(first + 1, last):
            if self.words[i] in _RELATIVE:
                return i
        return last

    def _add_names(self, first: int, last: int, told: list[Affiliation]) -> None:
        for name in self.collection.between(first, last):
            figure = name.figure
            if figure.kind not in _KINDS or figure.id.startswith("place:") or name.last > last:
                continue
            common = fold(figure.name)  # "CEO", "PAC"
            if common in self.gazetteer.persons or common in self.gazetteer.groups:
                continue
            if self._modifies(name, last) or self._behind(name.first, first):
                told.append(self._affiliation(figure.key, figure.name, figure.kind, name.first, name.last))

    def _modifies(self, name: Mention, last: int) -> bool:
        """Tell an owner or a modifier of what follows; what it is itself behind is for ``_behind``."""
        if name.last >= last:
            return False
        before = self.words[name.first - 1] if name.first else ""
        if before in ("of", "on", "in", "to", "about", "against", "over", "by", "near"):
            return False
        after = self.words[name.last]
        return after in POSSESSIVE or after[:1].isalpha()

    def _behind(self, at: int, first: int) -> bool:
        """Tell a name right behind "spokesman for the", "a professor at", "Jane Roe of"."""
        before = at - 1
        if before > first and self.words[before].lower() in _DETERMINERS:
            before -= 1
        if before < 1 or self.words[before] not in _LINKS:
            return False
        gazetteer, noun = self.gazetteer, self.words[before - 1].lower()
        single = singular(noun)
        if not {noun, single}.isdisjoint(gazetteer.words.toward) and self.words[before] in ("of", "for"):
            return False
        if self.words[before - 1][:1].isupper():
            return True
        return any(word in gazetteer.persons or word in gazetteer.groups for word in (noun, single))

    def _add_adjectives(self, first: int, last: int, told: list[Affiliation]) -> None:
        """Peoples before a noun or a title: "a senior South Korean official", "Russian President"."""
        demonyms, words = self.gazetteer.demonyms, self.words
        i = first
        while i < last - 1:
            opens = words[i][:1].isupper() and fold(words[i]) in self.gazetteer.demonym_openings
            for length in (2, 1) if opens else ():
                after = i + length
                known = demonyms.get(phrase(words[i:after])) if after < last else None
                if known is None or not words[after][:1].isalpha() or self._within(i):
                    continue
                if words[after] in ("and", "or"):
                    if phrase(words[after + 1 : after + 2]) not in demonyms:
                        continue
                elif words[after].lower() in self.gazetteer.words.link:
                    continue
                if i > first and words[i - 1][:1].isupper() and i - 1 > first:
                    continue
                told.append(self._affiliation(known.id, known.name, known.kind, i, after))
                i += length - 1
                break
            i += 1

    def _within(self, at: int) -> bool:
        """Tell whether a word stands within the name of a body: "Russian Academy of Sciences"."""
        inside = self.collection.between(max(0, at - 8), at + 1)
        return any(name.last > at and name.figure.kind in _KINDS for name in inside[-2:])

    def _affiliation(self, id: str, name: str, kind: ActorKind, first: int, last: int) -> Affiliation:
        return Affiliation(id, name, kind, (self.tokens.span(first, last),))
