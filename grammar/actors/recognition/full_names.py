"""Full names: which figure one introduces, and what the words beside it tell of that figure."""

from __future__ import annotations

from typing import Final

from grammar.actors.lists.gazetteer import Gazetteer
from grammar.actors.lists.names import phrase
from grammar.actors.recognition.people import Figure, Found
from grammar.actors.recognition.readings import NameReading, Shape, Words
from grammar.actors.recognition.register import Register
from grammar.actors.recognition.surroundings import Surroundings
from grammar.claim import ActorKind

_ACRONYM: Final = 8  # letters


class FullNames:
    """The full names of one article; their figures go into its register."""

    def __init__(
        self, words: list[str], gazetteer: Gazetteer, register: Register, beside: Surroundings
    ) -> None:
        self._words = words
        self._gazetteer = gazetteer
        self._register = register
        self._beside = beside

    def figure(self, first: int, last: int, reading: NameReading) -> Found | None:
        """The figure of a full name; None for what only a full name elsewhere can explain."""
        shape = reading.shape
        if shape is Shape.SINGLE:
            return None
        if shape is Shape.KNOWN and reading.known is not None:
            if last - first == 1 and not self._beside.certain(first, reading.known):
                return None
            return self._register.known(reading.known), reading.known.via
        if shape in (Shape.PERSON, Shape.SEVERAL) and reading.name not in self._register.people:
            called = self._register.held(reading.key)
            if called is not None:
                return called, "surname"
        if shape is Shape.PERSON or (shape is Shape.SEVERAL and self._beside.describes_person(first, last)):
            return self.person(first, last, reading), "name"
        if shape is Shape.ORGANIZATION:
            kind = ActorKind.ORGANIZATION
        elif shape is Shape.MEDIUM:
            kind = ActorKind.MEDIUM
        elif shape is Shape.SEVERAL:
            kind = ActorKind.UNKNOWN
        else:
            return None
        return self._several(first, last, reading.name, kind), "name"

    def person(self, first: int, last: int, reading: NameReading) -> Figure:
        """The figure of somebody's name, with the roles told beside it."""
        figure = self._register.people.get(reading.name)
        if figure is None:
            figure = self._register.person(reading, self._beside.credited(first, last))
        for noun in self._beside.roles(first, last, reading):
            self._register.add_role(figure, noun)
        return figure

    def _several(self, first: int, last: int, name: Words, kind: ActorKind) -> Figure:
        if kind is ActorKind.UNKNOWN and self._beside.looks_like_person(first, name):
            kind = ActorKind.PERSON
        owner = self._beside.state(first, name) if kind is ActorKind.ORGANIZATION else None
        if owner is not None and phrase((name[0],)) in self._gazetteer.demonyms:
            name = name[1:]
        elif owner is not None and phrase(name[:2]) in self._gazetteer.demonyms:
            name = name[2:]
        figure, new = self._register.several(name, kind, owner)
        words = self._words
        if figure.kind is ActorKind.UNKNOWN and first > 0 and words[first - 1].lower() == "the":
            figure.parts = ()
        if new and last + 2 < len(words) and words[last] == "(" and words[last + 2] == ")":
            short = words[last + 1]
            if short.isupper() and len(short) <= _ACRONYM and short[0] == name[0][:1]:
                self._register.abbreviate(figure, short)
        return figure
