"""One pass over an article's runs: its named figures, and which run goes to which of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import Final, NamedTuple

from grammar.actors.gazetteer import Gazetteer, Known
from grammar.actors.names import bare, fold, phrase
from grammar.actors.outline import QUOTATION_MARKS, Outline
from grammar.actors.people import Figure, gender_of
from grammar.actors.readings import NameReading, Shape, Words, read
from grammar.actors.register import Register
from grammar.claim import ActorKind

_POSSESSIVE: Final = frozenset(("'s", "’s", "'", "’"))
_STOPS: Final = frozenset((",", ".", ";", ":", "—", "\n"))
_APPOSITION: Final = 14
_ACRONYM: Final = 8
_NEAR_RUNS: Final = 12
_NEAR_SENTENCES: Final = 2
_KINDS: Final = {
    Shape.ORGANIZATION: ActorKind.ORGANIZATION,
    Shape.MEDIUM: ActorKind.MEDIUM,
    Shape.SEVERAL: ActorKind.UNKNOWN,
}


Found = tuple[Figure, str]


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
        self._alone: Counter[str] = Counter()
        self._full: list[tuple[int, int, NameReading, Found | None]] = []
        self.mentions: list[Mention] = []
        self._gather()
        self.firsts = [mention.first for mention in self.mentions]

    def between(self, first: int, last: int) -> list[Mention]:
        """The mentions that begin in a token range."""
        return self.mentions[bisect_left(self.firsts, first) : bisect_left(self.firsts, last)]

    def read(self, first: int, last: int) -> NameReading:
        """The reading of a run by itself, without a nickname in quotation marks."""
        words = self.words[first:last]
        if last - first > 2 and not QUOTATION_MARKS.isdisjoint(words):
            at = next(i for i, word in enumerate(words) if word in QUOTATION_MARKS)
            del words[at : at + 3]
        return read(tuple(words), self.gazetteer)

    def introduce(self, first: int, last: int) -> Found | None:
        """The figure of a run that was left out of the collection; None where it is no name."""
        reading = self.read(first, last)
        named = self._introduce(first, last, reading)
        if named is not None:
            return named
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
        full = self._full
        for first, last in outline.runs:
            if outline.headlines and outline.sentence(first) in outline.headlines:
                continue
            reading = self.read(first, last)
            if reading.shape is Shape.SEVERAL and self._holds_office(first):
                rest = self.read(first + 1, last)
                reading = rest._replace(offset=rest.offset + 1) if rest.shape is Shape.PERSON else reading
            if first not in outline.starts_sentence:
                inner.add(self.words[first])
            if reading.shape is Shape.SINGLE:
                self._alone[reading.name[0]] += 1
            full.append((first, last, reading, self._introduce(first, last, reading)))
        subject_of = -1
        for at, (first, last, reading, named) in enumerate(full):
            mention = self._mention(at, first, last, reading, named or self._family(at))
            if mention is None:
                continue
            if mention.subject:
                sentence = outline.sentence(first)
                if sentence == subject_of:
                    mention = mention._replace(subject=False)
                subject_of = sentence
            self.mentions.append(mention)

    def _holds_office(self, first: int) -> bool:
        """Tell whether a run goes on an office: "Secretary of" before "State John Kerry"."""
        return (
            first > 1
            and self.words[first - 1] == "of"
            and self.words[first - 2].lower() in self.gazetteer.words.office
        )

    def _family(self, at: int) -> Found | None:
        """The first of two given names before one surname: "Khizr and Ghazala Khan"."""
        _, last, reading, _ = self._full[at]
        if reading.shape is not Shape.SINGLE or at + 1 == len(self._full):
            return None
        begin, end, other, _ = self._full[at + 1]
        if (
            begin != last + 1
            or self.words[last] != "and"
            or other.shape is not Shape.PERSON
            or len(other.name) != 2
        ):
            return None
        name = reading.name[0]
        given = self.gazetteer.first_names.get(fold(name), "u") != "u"
        if not given or self.register.held(name) is not None:
            return None
        if fold(name) in self.gazetteer.surnames and self._alone[name] > 1:
            return None
        pair = NameReading(Shape.PERSON, (name, other.name[1]))
        return self._person(begin, end, pair), "name"

    def _mention(
        self, at: int, first: int, last: int, reading: NameReading, named: Found | None
    ) -> Mention | None:
        words = self.words
        after = words[last] if last < len(words) else ""
        if named is not None:
            figure, by = named
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
            begin = last + (after in _POSSESSIVE)
            nouns = tuple(words[begin:end])
            agency = self._agency(at, nouns) if figure.kind is ActorKind.COUNTRY and len(nouns) > 1 else None
            figure, by = (agency, "role") if agency else (self.register.compound(figure, nouns), "name")
            last = end
        modifier = end is None and (after in _POSSESSIVE or after in self.gazetteer.words.modified)
        quotation = self.outline.quoted(first)
        governed = first > 0 and words[first - 1] in self.gazetteer.words.preposition
        subject = not modifier and not governed and quotation < 0
        return Mention(first, last, figure, by, modifier, subject, quotation)

    def _agency(self, at: int, nouns: Words) -> Figure | None:
        """The agency named right beside that a country's "spy agency" or "health ministry" is: one or none."""
        branch = self.gazetteer.branches.get(nouns[0])
        if branch is None:
            return None
        here = self.outline.sentence(self._full[at][0])
        found: set[Figure] = set()
        for first, _, reading, named in self._full[max(0, at - _NEAR_RUNS) : at + _NEAR_RUNS]:
            named_so = reading.shape is Shape.ORGANIZATION and branch in map(fold, reading.name)
            if named_so and named is not None and abs(self.outline.sentence(first) - here) <= _NEAR_SENTENCES:
                found.add(named[0])
        return found.pop() if len(found) == 1 else None

    def _compound_end(self, last: int, after: str) -> int | None:
        """Where "the Trump campaign" or "South Korea's military" ends, if the run opens such a name."""
        words, at = self.words, last + (after in _POSSESSIVE)
        if at < len(words) and words[at] in self.gazetteer.heads:
            return at + 1
        if (
            at + 1 < len(words)
            and words[at] in self.gazetteer.words.branch
            and words[at + 1] in self.gazetteer.heads
        ):
            return at + 2
        return None

    # ------------------------------------------------------------------ full names

    def _introduce(self, first: int, last: int, reading: NameReading) -> Found | None:
        """The figure of a full name; None for what only a full name elsewhere can explain."""
        shape = reading.shape
        if shape is Shape.SINGLE:
            return None
        if shape is Shape.KNOWN and reading.known is not None:
            if last - first == 1 and not self._certain(first, reading.known):
                return None
            return self.register.known(reading.known), reading.known.via
        if shape in (Shape.PERSON, Shape.SEVERAL) and reading.name not in self.register.people:
            called = self.register.held(*reading.name)
            if called is not None:
                return called, "surname"
        if shape is Shape.PERSON or (shape is Shape.SEVERAL and self._describes_person(first, last)):
            return self._person(first, last, reading), "name"
        kind = _KINDS.get(shape)
        if kind is None:
            return None
        return self._several(first, last, reading.name, kind), "name"

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
        owner = self._state(first, name) if kind is ActorKind.ORGANIZATION else None
        if owner is not None and phrase((name[0],)) in self.gazetteer.demonyms:
            name = name[1:]
        elif owner is not None and phrase(name[:2]) in self.gazetteer.demonyms:
            name = name[2:]
        figure, new = self.register.several(name, kind, owner)
        words = self.words
        if figure.kind is ActorKind.UNKNOWN and first > 0 and words[first - 1].lower() == "the":
            figure.parts = ()
        if new and last + 2 < len(words) and words[last] == "(" and words[last + 2] == ")":
            short = words[last + 1]
            if short.isupper() and len(short) <= _ACRONYM and short[0] == name[0][:1]:
                self.register.abbreviate(figure, short)
        return figure

    def _state(self, first: int, name: Words) -> Known | None:
        """The state whose body an organization is: "Russian Defense Ministry", "Russia's Defense Ministry"."""
        if fold(name[-1]) not in self.gazetteer.words.state_body:
            return None
        for length in (1, 2):
            if len(name) > length and (known := self.gazetteer.demonyms.get(phrase(name[:length]))):
                return known
        if first > 1 and self.words[first - 1] in _POSSESSIVE:
            for length in (1, 2):
                known = self.gazetteer.named.get(phrase(self.words[max(0, first - 1 - length) : first - 1]))
                if known is not None and known.kind is ActorKind.COUNTRY and known.stands_for is None:
                    return known
        return None

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
        nouns = [self.gazetteer.in_full.get(title, title) for title in reading.titles]
        nouns = [noun for noun in nouns if noun in persons]
        if nouns and len(reading.titles) > 1 and reading.titles[-2] not in persons:
            nouns.append(f"{reading.titles[-2]} {nouns[-1]}")
        if first > 0:
            if words[first - 1] in persons:
                nouns.append(words[first - 1])
            elif nouns and words[first - 1].lower() == "former":
                nouns = [f"former {noun}" for noun in nouns]
        if last < len(words) and words[last] == ",":
            nouns += self._apposition(last)
        elif nouns and last + 1 < len(words) and words[last] == "of" and words[last + 1][:1].isupper():
            nouns.append(f"{fold(words[last + 1])} {nouns[0]}")
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
            if by in ("surname", "title"):
                register.count_short(figure)
            return figure, by
        if reading.known is not None:
            return register.known(reading.known), reading.known.via
        if reading.shape is Shape.ACRONYM:
            return register.single(name, ActorKind.ORGANIZATION), "acronym"
        if opens and not self.confirmed(name[0]):
            return None, ""
        if name[0][1:2] == "-" and self.words[first - 1] == "(":
            return None, ""
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
        if self._compound_end(last, "") is not None:
            return self.register.known(reading.known), "name"
        return None, ""
