"""Short names, in text order: surnames, acronyms, peoples, single words that nothing explains."""

from __future__ import annotations

from grammar.actors.lists.gazetteer import Gazetteer
from grammar.actors.lists.names import fold
from grammar.actors.recognition.people import Figure, gender_of
from grammar.actors.recognition.readings import NameReading, Shape
from grammar.actors.recognition.register import Register
from grammar.actors.recognition.surroundings import Surroundings
from grammar.claim import ActorKind


class ShortNames:
    """Binds runs that are no full name. ``inner`` are the words with a capital inside a sentence."""

    def __init__(self, register: Register, beside: Surroundings, starts_sentence: set[int]) -> None:
        self.register = register
        self.beside = beside
        self.words = beside.words
        self.gazetteer: Gazetteer = beside.gazetteer
        self.starts_sentence = starts_sentence
        self.inner: set[str] = set()
        self._forms: frozenset[str] | None = None

    def confirmed(self, word: str) -> bool:
        """Tell whether a capital that opens a sentence is a name's: seen inside one, or in the lists."""
        if word in self.inner:
            return True
        key = fold(word)
        listed = key in self.gazetteer.surnames or key in self.gazetteer.first_names
        return listed and not self.used(word.lower())

    def used(self, word: str) -> bool:
        """Tell whether a word stands in the text in small letters, too."""
        if self._forms is None:
            self._forms = frozenset(self.words)
        return word in self._forms

    def bind(self, first: int, last: int, reading: NameReading) -> tuple[Figure | None, str]:
        """The figure of a short name, given the names met so far and those that come later."""
        name, register = reading.name, self.register
        if reading.shape is Shape.ROLE:
            figure = register.held(reading.key) if len(name) == 1 else None
            return figure, "surname" if figure else ""
        if reading.shape is Shape.DEMONYM:
            return self._demonym(last, reading)
        if reading.shape is Shape.GROUP:
            if first in self.starts_sentence and name[0] not in self.inner:
                return None, ""
            return register.single(name, ActorKind.GROUP), "group"
        regional = self.gazetteer.regional.get(reading.key)
        if (
            regional is not None
            and regional.id in register.figures
            and self.words[first - 1].lower() == "the"
        ):
            return register.figures[regional.id], "name"
        figure, by = register.recall(reading)
        if figure is not None:
            if by == "title" and figure.gender == "-":
                figure.gender = gender_of(name, reading.titles, self.gazetteer)
            if by in ("surname", "title"):
                register.count_short(figure)
            return figure, by
        return self._new(first, reading)

    def _new(self, first: int, reading: NameReading) -> tuple[Figure | None, str]:
        """The figure of a short name that goes back to none of those met so far."""
        name, register = reading.name, self.register
        if reading.known is not None:
            return register.known(reading.known), reading.known.via
        if reading.shape is Shape.ACRONYM:
            return register.single(name, ActorKind.ORGANIZATION), "acronym"
        called = reading.shape is Shape.TITLED
        if first in self.starts_sentence and not called and not self.confirmed(name[0]):
            return None, ""
        if name[0][1:2] == "-" and self.words[first - 1] == "(":
            return None, ""  # (D-Ohio)
        if fold(name[0]) in self.gazetteer.words.masthead and self.words[first - 1].lower() == "the":
            titled = register.heads.get(fold(name[0]), [])
            return (titled[0] if len(titled) == 1 else register.single(name, ActorKind.MEDIUM)), "name"
        return self._single(first, reading)

    def _single(self, first: int, reading: NameReading) -> tuple[Figure, str]:
        """A name of one word that no full name of the article explains."""
        name, key = reading.name, fold(reading.name[0])
        titled = reading.shape is Shape.TITLED
        given = "u" if titled else self.gazetteer.first_names.get(key, "u")
        personal = titled or given != "u"
        kind = ActorKind.PERSON if personal else ActorKind.UNKNOWN
        if not personal and key in self.gazetteer.groups:
            kind = ActorKind.ORGANIZATION
        figure = self.register.single(name, kind)
        figure.short_mentions += 1
        if figure.mentions == 0:
            figure.parts = (key,)
            figure.gender = given if given != "u" else "-"
        before = self.words[first - 1]
        if figure.kind is ActorKind.UNKNOWN and (before == "the" or before in self.gazetteer.words.locative):
            figure.parts = ()
        if titled:
            if figure.gender == "-":
                figure.gender = gender_of(name, reading.titles, self.gazetteer)
            for noun in self.beside.roles(first, first + reading.offset + 1, reading):
                self.register.add_role(figure, noun)
            self.register.share(key, figure)
        return figure, "surname" if titled else "name"

    def _demonym(self, last: int, reading: NameReading) -> tuple[Figure | None, str]:
        """A people ("Russians"), or the country whose adjective names an organization ("Russian army")."""
        word = fold(reading.name[-1])
        if reading.known is None:
            return None, ""
        if word.endswith("s") and word[:-1] in self.gazetteer.demonyms:
            return self.register.single(reading.name, ActorKind.GROUP), "group"
        if self.beside.compound_end(last, "") is not None:
            return self.register.known(reading.known), "name"
        return None, ""
