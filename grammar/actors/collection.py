"""One pass over an article's runs: its named figures, and which run goes to which of them."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import Final, NamedTuple

from grammar.actors.gazetteer import Gazetteer, Known
from grammar.actors.names import bare, fold, phrase
from grammar.actors.outline import Outline
from grammar.actors.people import Figure, gender_of
from grammar.actors.readings import NameReading, Shape, Words, read
from grammar.actors.register import Register
from grammar.claim import ActorKind

_POSSESSIVE: Final = frozenset(("'s", "’s", "'", "’"))
_STOPS: Final = frozenset((",", ".", ";", ":", "—", "\n"))
_APPOSITION: Final = 14
_ACRONYM: Final = 8


class Mention(NamedTuple):
    """A run that goes to a figure.

    ``subject``: the first of its sentence that is neither possessive nor governed by a preposition.
    ``quotation``: the first token of the quotation in which it stands, or -1.
    """

    first: int
    last: int
    figure: Figure
    by: str
    modifier: bool
    subject: bool
    quotation: int


class Collection:
    """The figures of one article and their mentions in text order, found once and then only read."""

    def __init__(self, outline: Outline, gazetteer: Gazetteer) -> None:
        self.outline = outline
        self.words = outline.words
        self.gazetteer = gazetteer
        self.register = Register(gazetteer)
        self._inner: set[str] = set()
        self.mentions: list[Mention] = []
        self._gather()
        self.firsts = [mention.first for mention in self.mentions]

    def between(self, first: int, last: int) -> list[Mention]:
        """The mentions that begin in a token range."""
        return self.mentions[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def read(self, first: int, last: int) -> NameReading:
        """The reading of a run by itself."""
        return read(tuple(self.words[first:last]), self.gazetteer)

    def introduce(self, first: int, last: int) -> tuple[Figure, str] | None:
        """The figure of a run that was left out of the collection; None where it is no name."""
        reading = self.read(first, last)
        figure = self._introduce(first, last, reading)
        if figure is not None:
            return figure, "name"
        if reading.shape in (Shape.SINGLE, Shape.TITLED):
            return self.register.single(reading.name, ActorKind.UNKNOWN), "name"
        found, by = self._bind(first, last, reading)
        return (found, by) if found is not None else None

    def confirmed(self, word: str) -> bool:
        """Tell whether a capital that opens a sentence is a name's: seen inside one, or in the lists."""
        if word in self._inner:
            return True
        key = fold(word)
        listed = key in self.gazetteer.surnames or key in self.gazetteer.first_names
        return listed and word.lower() not in self._forms

    @cached_property
    def _forms(self) -> frozenset[str]:
        return frozenset(self.words)

    # ------------------------------------------------------------------ the pass

    def _gather(self) -> None:
        """All full names first, then all runs in order: a short name may come before its full one."""
        outline, inner = self.outline, self._inner
        full: list[tuple[int, int, NameReading, Figure | None]] = []
        for first, last in outline.runs:
            if outline.headlines and outline.sentence(first) in outline.headlines:
                continue
            reading = self.read(first, last)
            if first not in outline.starts_sentence:
                inner.add(self.words[first])
            full.append((first, last, reading, self._introduce(first, last, reading)))
        subject_of = -1
        for first, last, reading, named in full:
            mention = self._mention(first, last, reading, named)
            if mention is None:
                continue
            if mention.subject:
                sentence = outline.sentence(first)
                if sentence == subject_of:
                    mention = mention._replace(subject=False)
                subject_of = sentence
            self.mentions.append(mention)

    def _mention(self, first: int, last: int, reading: NameReading, named: Figure | None) -> Mention | None:
        words = self.words
        after = words[last] if last < len(words) else ""
        if named is not None:
            figure, by = named, reading.known.via if reading.known else "name"
            if after != "/":
                self.register.hold(figure)
        else:
            found, by = self._bind(first, last, reading)
            if found is None:
                return None
            figure = found
        figure.mentions += 1
        end = self._compound_end(last, after)
        if end is not None:
            figure, last, by = self.register.compound(figure, words[end - 1]), end, "name"
        modifier = end is None and (after in _POSSESSIVE or after in self.gazetteer.words.modified)
        quotation = self.outline.quoted(first)
        governed = first > 0 and words[first - 1] in self.gazetteer.words.preposition
        subject = not modifier and not governed and quotation < 0
        return Mention(first, last, figure, by, modifier, subject, quotation)

    def _compound_end(self, last: int, after: str) -> int | None:
        """Where "the Trump campaign" or "South Korea's military" ends, if the run opens such a name."""
        at = last + (after in _POSSESSIVE)
        if at < len(self.words) and self.words[at] in self.gazetteer.heads:
            return at + 1
        return None

    # ------------------------------------------------------------------ full names

    def _introduce(self, first: int, last: int, reading: NameReading) -> Figure | None:
        """The figure of a full name; None for what only a full name elsewhere can explain."""
        shape = reading.shape
        if shape is Shape.SINGLE:
            return None
        if shape is Shape.KNOWN and reading.known is not None:
            if last - first == 1 and not self._certain(first, reading.known):
                return None
            return self.register.known(reading.known)
        if shape is Shape.PERSON or (shape is Shape.SEVERAL and self._describes_person(first, last)):
            return self._person(first, last, reading)
        if shape is Shape.ORGANIZATION:
            return self._several(first, last, reading.name, ActorKind.ORGANIZATION)
        if shape is Shape.MEDIUM:
            return self._several(first, last, reading.name, ActorKind.MEDIUM)
        if shape is Shape.SEVERAL:
            return self._several(first, last, reading.name, ActorKind.UNKNOWN)
        return None

    def _certain(self, first: int, known: Known) -> bool:
        """Tell a place from a person of the same name by the word before it."""
        return not known.weak or (first > 0 and self.words[first - 1] in ("in", "from", "near", "at"))

    def _person(self, first: int, last: int, reading: NameReading) -> Figure:
        figure = self.register.people.get(reading.name)
        if figure is None:
            words = self.words
            credit = (first > 0 and words[first - 1] == "/") or (last < len(words) and words[last] == "/")
            figure = self.register.person(reading, credit)
        self._add_roles(figure, first, last, reading)
        return figure

    def _several(self, first: int, last: int, name: Words, kind: ActorKind) -> Figure:
        if kind is ActorKind.UNKNOWN and self._looks_like_person(first, name):
            kind = ActorKind.PERSON
        figure, new = self.register.several(name, kind)
        words = self.words
        if new and last + 2 < len(words) and words[last] == "(" and words[last + 2] == ")":
            short = words[last + 1]
            if short.isupper() and len(short) <= _ACRONYM and short[0] == name[0][:1]:
                self.register.abbreviate(figure, short)
        return figure

    def _looks_like_person(self, first: int, name: Words) -> bool:
        article = first > 0 and self.words[first - 1].lower() in ("the", "a", "an")
        return not article and len(name) <= 3 and bare(name[-1]) in self.gazetteer.surnames

    def _describes_person(self, first: int, last: int) -> bool:
        """Tell a person by the words around: "analyst Oyx Brdl", "Oyx Brdl, 22,", "Oyx Brdl, who"."""
        words = self.words
        if first > 0 and words[first - 1] in self.gazetteer.persons:
            return True
        if last + 2 >= len(words) or words[last] != ",":
            return last < len(words) and words[last] == "who"
        age = words[last + 1].isdigit() and len(words[last + 1]) == 2 and words[last + 2] == ","
        return age or words[last + 1] == "who" or bool(self._apposition(last))

    def _add_roles(self, figure: Figure, first: int, last: int, reading: NameReading) -> None:
        persons, words = self.gazetteer.persons, self.words
        nouns = [title for title in reading.titles if title in persons]
        if first > 0:
            if words[first - 1] in persons:
                nouns.append(words[first - 1])
            elif nouns and words[first - 1].lower() == "former":
                nouns = [f"former {noun}" for noun in nouns]
        if last < len(words) and words[last] == ",":
            nouns += self._apposition(last)
        for noun in nouns:
            self.register.add_role(figure, noun)

    def _apposition(self, comma: int) -> list[str]:
        """The person nouns of an apposition behind this comma: "a defense analyst with ..."."""
        persons, links = self.gazetteer.persons, self.gazetteer.words.link
        found: list[str] = []
        for i in range(comma + 1, min(comma + _APPOSITION, len(self.words))):
            word = self.words[i]
            if word in persons:
                found.append(word)
            elif word in links or word in _STOPS:
                return found
            elif (found and word != "and") or (
                i == comma + 1 and word in ("and", "but", "or", "while", "as")
            ):
                return []
        return found

    # ------------------------------------------------------------------ short names

    def _bind(self, first: int, last: int, reading: NameReading) -> tuple[Figure | None, str]:
        """The figure of a short name, given the names met so far and those that come later."""
        name, register = reading.name, self.register
        opens = first in self.outline.starts_sentence
        if reading.shape is Shape.ROLE:
            figure = register.held(name[0]) if len(name) == 1 else None
            return figure, "surname" if figure else ""
        if reading.shape is Shape.DEMONYM:
            return self._demonym(last, reading)
        if reading.shape is Shape.GROUP:
            if opens and name[0] not in self._inner:
                return None, ""
            return register.single(name, ActorKind.GROUP), "group"
        regional = self.gazetteer.regional.get(phrase(name))
        if (
            regional is not None
            and regional.id in register.figures
            and self.words[first - 1].lower() == "the"
        ):
            return register.figures[regional.id], "name"
        figure, by = register.recall(reading)
        if figure is not None:
            figure.short_mentions += by in ("surname", "title")
            return figure, by
        if reading.known is not None:
            return register.known(reading.known), reading.known.via
        if reading.shape is Shape.ACRONYM:
            return register.single(name, ActorKind.ORGANIZATION), "acronym"
        if opens and not self.confirmed(name[0]):
            return None, ""
        return self._single(first, reading)

    def _single(self, first: int, reading: NameReading) -> tuple[Figure, str]:
        """A name of one word that no full name of the article explains."""
        name, key = reading.name, fold(reading.name[0])
        titled = reading.shape is Shape.TITLED
        given = "u" if titled else self.gazetteer.first_names.get(key, "u")
        personal = titled or given != "u"
        figure = self.register.single(name, ActorKind.PERSON if personal else ActorKind.UNKNOWN)
        figure.short_mentions += 1
        if figure.mentions == 0:
            figure.parts = (key,)
            figure.gender = given if given != "u" else "-"
        if figure.kind is ActorKind.UNKNOWN and self.words[first - 1] in self.gazetteer.words.locative:
            figure.parts = ()
        if titled:
            if figure.gender == "-":
                figure.gender = gender_of(name, reading.titles, self.gazetteer)
            self._add_roles(figure, first, first + reading.offset + 1, reading)
            self.register.share(key, figure)
        return figure, "surname" if titled else "name"

    def _demonym(self, last: int, reading: NameReading) -> tuple[Figure | None, str]:
        """A people ("Russians"), or the country whose adjective names an organization ("Russian army")."""
        word = fold(reading.name[-1])
        if reading.known is None:
            return None, ""
        if word.endswith("s") and word[:-1] in self.gazetteer.demonyms:
            return self.register.single(reading.name, ActorKind.GROUP), "group"
        if last < len(self.words) and self.words[last] in self.gazetteer.heads:
            return self.register.known(reading.known), "name"
        return None, ""
