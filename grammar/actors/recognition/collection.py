"""One pass over an article's runs: its named figures, and which run goes to which of them."""

from __future__ import annotations

from collections import Counter
from typing import Final

from grammar.actors.lists.gazetteer import Gazetteer
from grammar.actors.lists.names import POSSESSIVE, fold, joined, phrase
from grammar.actors.lists.roles import QUOTATION_MARKS
from grammar.actors.recognition.bodies import Bodies
from grammar.actors.recognition.full_names import FullNames
from grammar.actors.recognition.outline import Outline
from grammar.actors.recognition.people import Figure, Found, Mention
from grammar.actors.recognition.readings import NameReading, Shape, read
from grammar.actors.recognition.register import Register
from grammar.actors.recognition.short_names import ShortNames
from grammar.actors.recognition.surroundings import Surroundings
from grammar.claim import ActorKind
from grammar.lexicon.inflection import singular
from grammar.text.ordered import where

_LONGEST_PERSON: Final = 3


class Collection:
    """The figures of one article and their mentions in text order, found once and then only read."""

    def __init__(self, outline: Outline, gazetteer: Gazetteer) -> None:
        self.outline = outline
        self.words = outline.words
        self.gazetteer = gazetteer
        self.register = Register(gazetteer)
        self.beside = Surroundings(outline.words, gazetteer)
        self.bodies = Bodies(outline.words, gazetteer, self.register)
        self.full_names = FullNames(outline.words, gazetteer, self.register, self.beside)
        self.short_names = ShortNames(self.register, self.beside, outline.starts_sentence)
        self._alone: Counter[str] = Counter()
        self._full: list[tuple[int, int, int, NameReading, Found | None]] = []
        self.mentions: list[Mention] = []
        self._gather()
        self.firsts = [mention.first for mention in self.mentions]

    def first_of(self, figure: Figure) -> int:
        """The token where a figure is first mentioned; 0 for one without mentions."""
        return max(figure.first, 0)

    def between(self, first: int, last: int) -> list[Mention]:
        """The mentions that begin in a token range."""
        return self.mentions[where(self.firsts, first) : where(self.firsts, last)]

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
        named = self.full_names.figure(first, last, reading)
        if named is not None:
            return named
        if reading.shape in (Shape.SINGLE, Shape.TITLED):
            return self.register.single(reading.name, ActorKind.UNKNOWN), "name"
        found, by = self.short_names.bind(first, last, reading)
        return (found, by) if found is not None else None

    # ------------------------------------------------------------------ the pass

    def _gather(self) -> None:
        """All full names first, then all runs in order: a short name may come before its full one."""
        likely = self._read_runs()
        self._settle()
        self.bodies.settle(self._full, likely)
        self._bind_runs()

    def _read_runs(self) -> list[int]:
        """Read every run by itself, and enter full names; the places of those that may name agencies."""
        outline, inner = self.outline, self.short_names.inner
        full, likely = self._full, list[int]()
        alone, countries = list[str](), list[str]()
        within = self.gazetteer.agencies.within
        headlines, sentences, sentence = outline.headlines, outline.sentences, 0
        for first, last in outline.runs:
            while sentence + 1 < len(sentences) and sentences[sentence + 1] <= first:
                sentence += 1
            if sentence in headlines:
                continue
            reading = self.read(first, last)
            if reading.shape is Shape.SEVERAL and self.beside.holds_office(first):
                reading = self._behind_office(first, last, reading)
            known = reading.known
            if known is not None:
                countries.append(known.stands_for or known.id)
            if reading.shape is Shape.ORGANIZATION or reading.key in within:
                likely.append(len(full))
            if first not in outline.starts_sentence:
                inner.add(self.words[first])
            if reading.shape is Shape.SINGLE:
                alone.append(reading.name[0])
            full.append((first, last, sentence, reading, self.full_names.figure(first, last, reading)))
        self._alone.update(alone)
        self.bodies.countries.update(countries)
        return likely

    def _behind_office(self, first: int, last: int, reading: NameReading) -> NameReading:
        """The reading of a name behind its first word, an office: Speaker | Lee; else as it was."""
        rest = self.read(first + 1, last)
        if rest.shape is Shape.SINGLE:
            return rest._replace(shape=Shape.TITLED, offset=1)
        return rest._replace(offset=rest.offset + 1) if rest.shape is Shape.PERSON else reading

    def _bind_runs(self) -> None:
        """Find the figure of each run in the order of the text, and make it a mention."""
        full = self._full
        subject_of, unions = -1, self.gazetteer.agencies.unions
        for at, (first, last, sentence, reading, named) in enumerate(full):
            owner = reading.known is not None or reading.key in unions
            body = self.bodies.described(full, at) if owner else None
            found = body[0] if body else self._found(at, first, last, reading, named)
            if found is not None:
                end = body[1] if body else last
                mention = self._mention(
                    first, end, found, subject_known=sentence == subject_of, described=body is not None
                )
                subject_of = sentence if mention.subject else subject_of
                self.mentions.append(mention)
                if mention.figure.first < 0:
                    mention.figure.first = first

    def _settle(self) -> None:
        """Tell persons among the names of several words that no list knows, now that all are there.

        Who is called by the last word alone is one ("Oyx Oduya ... Oduya"), unless that is a common noun.
        What begins with somebody's surname is none ("Finch World").
        """
        for _, _, _, reading, named in self._full:
            if named is None or reading.shape is not Shape.SEVERAL:
                continue
            figure = named[0]
            if figure.kind is not ActorKind.UNKNOWN or not 2 <= len(figure.parts) <= _LONGEST_PERSON:
                continue
            owner = self.register.held(figure.parts[0])
            if owner is not None and owner is not figure and owner.kind is ActorKind.PERSON:
                figure.parts = ()
            elif self._alone[reading.name[-1]] and not self._common(figure.parts):
                figure.kind = ActorKind.PERSON

    def _common(self, parts: tuple[str, ...]) -> bool:
        """Tell whether the last word of a name is a noun of the lists or of the text, or any word is none."""
        last, lists = parts[-1], self.gazetteer
        single = singular(last)
        nouns = (lists.persons, lists.groups, lists.words.document, lists.words.medium_noun, lists.named)
        listed = any(word in some for some in nouns for word in (last, single))
        return (
            listed
            or not all(part.replace("-", "").isalpha() for part in parts)
            or self.short_names.used(last)
        )

    def _family(self, at: int) -> Found | None:
        """The first of two given names before one surname: "Khizr and Ghazala Khan"."""
        if at + 1 == len(self._full):
            return None
        _, last, _, reading, _ = self._full[at]
        begin, end, _, other, _ = self._full[at + 1]
        if (
            begin != last + 1
            or self.words[last] != "and"
            or other.shape is not Shape.PERSON
            or len(other.name) != 2
        ):
            return None
        name = reading.name[0]
        given = self.gazetteer.first_names.get(fold(name), "u") != "u"
        if not given or self.register.held(reading.key) is not None:
            return None
        if fold(name) in self.gazetteer.surnames and self._alone[name] > 1:
            return None
        names = (name, other.name[1])
        pair = NameReading(Shape.PERSON, names, phrase(names))
        return self.full_names.person(begin, end, pair), "name"

    def _found(
        self, at: int, first: int, last: int, reading: NameReading, named: Found | None
    ) -> Found | None:
        """The figure that a run goes to, with the names met before it; None for one in a photo credit."""
        if named is None and reading.shape is Shape.SINGLE:
            named = self._family(at)
        if named is None:
            figure, by = self.short_names.bind(first, last, reading)
            return None if figure is None else (figure, by)
        if named[0].kind is ActorKind.PERSON and self.beside.credited(first, last):
            return None
        self.register.hold(named[0])
        return named

    def _mention(
        self, first: int, last: int, found: Found, *, subject_known: bool, described: bool
    ) -> Mention:
        words = self.words
        after = words[last] if last < len(words) else ""
        figure, by = found
        figure.mentions += 1
        compounding = not described and after in self.gazetteer.compounding
        end = self.beside.compound_end(last, after) if compounding else None
        if end is not None:
            begin = last + (after in POSSESSIVE)
            nouns = tuple(words[begin:end])
            figure, by = self.register.compound(figure, nouns, self._shown(first, end)), "name"
            last = end
        modifier = end is None and (after in POSSESSIVE or after in self.gazetteer.words.modified)
        quotation = self.outline.opened_before.get(first, -1)
        governed = first > 0 and words[first - 1] in self.gazetteer.words.preposition
        subject = not (subject_known or modifier or governed or quotation >= 0)
        return Mention(first, last, figure, by, modifier=modifier, subject=subject, quotation=quotation)

    def _shown(self, first: int, last: int) -> str:
        return joined(self.words[first:last])
