"""Who is called what in one article: full names, short names, acronyms, roles, owners."""

from __future__ import annotations

from typing import Final

from grammar.actors.lists.agencies import Agency
from grammar.actors.lists.gazetteer import Gazetteer, Known
from grammar.actors.lists.names import bare, fold, joined, slug
from grammar.actors.recognition.people import Figure, gender_of, person_parts, short_forms, shown
from grammar.actors.recognition.readings import NameReading, Shape, Words
from grammar.claim import ActorKind

# Called so by its short name this often, a figure keeps it when a namesake is introduced.
_FIRM: Final = 2
_JOINTS: Final = frozenset(("of", "for", "on"))


class Register:
    """The figures of one article by all that they are called; a look-up each, however long the article."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.figures: dict[str, Figure] = {}
        self.people: dict[Words, Figure] = {}
        self.acronyms: dict[str, Figure] = {}
        self.bodies: dict[Agency, Figure] = {}
        self.roles: dict[str, list[Figure]] = {}
        self.heads: dict[str, list[Figure]] = {}
        self.called: dict[str, list[Figure]] = {}
        self._short: dict[str, Figure] = {}
        self._companies: dict[str, Figure] = {}
        self._principal: dict[str, Figure] = {}
        self._gendered: dict[tuple[str, str], Figure] = {}
        self._given: dict[str, Figure | None] = {}
        self._ends: dict[tuple[str, str], Figure] = {}

    # ------------------------------------------------------------------ entering

    def known(self, known: Known) -> Figure:
        """The figure of a name that the lists hold."""
        figure = self.figures.get(known.id)
        if figure is None:
            figure = Figure(known.name, known.kind, "", id=known.id, stands_for=known.stands_for)
            self.figures[known.id] = figure
            agency = self.gazetteer.agencies.by_id.get(known.id)
            if agency is not None:
                self.embody(figure, agency)
            if known.kind is ActorKind.ORGANIZATION:
                self._add_head(figure, known.name.split())
        return figure

    def embody(self, figure: Figure, agency: Agency) -> None:
        """Let a figure be a listed agency, which is spoken of again by what it is: "the agency"."""
        figure.id, figure.name, figure.kind, figure.parts = agency.id, agency.name, agency.kind, ()
        self.figures[agency.id] = figure
        self.bodies[agency] = figure
        initials = fold("".join(word[0] for word in agency.name.split() if word[:1].isupper()))
        if len(initials) > 2:
            self.acronyms.setdefault(initials, figure)
        for noun in agency.called:
            self.called.setdefault(noun, []).append(figure)

    def person(self, reading: NameReading, credit: bool = False) -> Figure:
        """The figure of a person's full name. The names in a photo credit get no short form."""
        parts, key = person_parts(reading.name, self.gazetteer)
        ends = (key, "") if key.endswith("-jr") else (parts[0], parts[-1])
        figure = self._ends.get(ends) or self.figures.get("person:" + key)
        if figure is None:
            figure = Figure(shown(reading.name, self.gazetteer), ActorKind.PERSON, key, parts=parts)
            figure.gender = gender_of(reading.name, reading.titles, self.gazetteer)
            self._ends[ends] = figure
            for form in () if credit else short_forms(reading.name, parts, self.gazetteer):
                self._short.setdefault(form, figure)
                self._gendered.setdefault((form, figure.gender), figure)
            self._given[parts[0]] = None if parts[0] in self._given else figure
        elif len(parts) < len(figure.parts):
            figure.slug, figure.parts = key, parts
        self.figures["person:" + key] = self.people[reading.name] = figure
        return figure

    def several(self, name: Words, kind: ActorKind, owner: Known | None = None) -> tuple[Figure, bool]:
        """The figure of a name of several words that is no person's for sure, and whether it is new.

        ``owner`` is the state whose body it is; the name alone goes to the same figure from then on.
        """
        key = slug(name) if owner is None else f"{slug((*owner.name.split(),))}-{slug(name)}"
        figure = self.figures.get("name:" + key)
        if figure is not None:
            return figure, False
        full = joined(name)
        full = full if owner is None else f"{owner.name} {full}"
        figure = self.figures["name:" + key] = Figure(full, kind, key)
        if owner is not None:
            self.figures.setdefault("name:" + slug(name), figure)
        if kind in (ActorKind.UNKNOWN, ActorKind.PERSON):
            figure.parts = tuple(fold(word) for word in name)
        else:
            self._add_head(figure, list(name))
            self._add_company(figure, name)
        initials = fold("".join(word[0] for word in name if word[:1].isupper()))
        if len(initials) > 2:
            self.acronyms.setdefault(initials, figure)
        return figure, True

    def single(self, name: Words, kind: ActorKind) -> Figure:
        """The figure of one word, or of a name taken as it stands."""
        key = f"single:{slug(name)}"
        figure = self.figures.get(key)
        if figure is None:
            figure = self.figures[key] = Figure(joined(name), kind, slug(name))
            figure.plural = kind is ActorKind.GROUP
        elif kind is ActorKind.PERSON:
            figure.kind = kind
        return figure

    def compound(self, owner: Figure, nouns: Words, name: str = "") -> Figure:
        """The organization called by its owner and a noun: "Trump campaign", "China foreign ministry"."""
        base = slug((owner.parts[-1],)) if owner.parts else owner.slug or owner.id.partition(":")[2]
        key = f"{base}-{slug(nouns)}"
        figure = self.figures.get("compound:" + key)
        if figure is None:
            short = owner.name.split()[-1] if owner.parts else owner.name
            figure = self.figures["compound:" + key] = Figure(
                name or f"{short} {' '.join(nouns)}", ActorKind.ORGANIZATION, key
            )
            self.heads.setdefault(nouns[-1], []).append(figure)
        return figure

    def abbreviate(self, figure: Figure, acronym: str) -> None:
        """Enter an acronym that the text itself gives in brackets behind the name."""
        self.acronyms[fold(acronym)] = figure
        if figure.kind in (ActorKind.UNKNOWN, ActorKind.PERSON):
            figure.kind, figure.parts = ActorKind.ORGANIZATION, ()

    def add_role(self, figure: Figure, noun: str) -> None:
        """Enter what somebody is: "minister", "former president"; the noun may tell the gender."""
        if noun not in figure.roles:
            figure.roles.add(noun)
            self.roles.setdefault(noun, []).append(figure)
        if figure.gender == "-":
            figure.gender = self.gazetteer.persons.get(noun, "-")

    def hold(self, figure: Figure) -> None:
        """A full name takes over its short name, unless another is firmly called by it."""
        if not figure.parts:
            return
        for form in (figure.parts[-1], bare(figure.parts[-1])):
            if self._short.get(form) is figure:
                continue
            holder = self._short.get(form) or self.figures.get(f"single:{form}")
            if holder is None or holder is figure or holder.short_mentions < _FIRM:
                self._short[form] = figure

    def share(self, form: str, figure: Figure) -> None:
        """Let a form be a figure's short name if it is nobody's."""
        self._short.setdefault(form, figure)

    # ------------------------------------------------------------------ finding

    def recall(self, reading: NameReading) -> tuple[Figure | None, str]:
        """The figure that a short form goes to: an acronym, a surname, a first name; or None."""
        name = reading.name
        key = reading.key
        if len(name) == 1 and name[0].isupper() and len(key) > 1 and key in self.acronyms:
            return self.acronyms[key], "acronym"
        titled = reading.shape is Shape.TITLED
        gender = gender_of(name, reading.titles, self.gazetteer) if titled else "-"
        holder = self._short.get(key) or (self._short.get(bare(name[0])) if len(name) == 1 else None)
        if holder is not None and not holder.parts:
            holder = None
        if holder is not None and (gender == "-" or holder.gender in ("-", gender)):
            return holder, "title" if titled else "surname"
        if gender != "-" and (other := self._gendered.get((key, gender))) is not None:
            return other, "title"
        if not titled and (company := self._companies.get(key)) is not None:
            return company, "short_name"
        given = self._given.get(key)
        if given is not None and reading.known is None:
            return given, "first_name"
        return None, ""

    def count_short(self, figure: Figure) -> None:
        """Count a mention by the short name; who has most is the one that a headline means."""
        figure.short_mentions += 1
        form = figure.parts[-1]
        first = self._principal.get(form)
        if first is None or figure.short_mentions > first.short_mentions:
            self._principal[form] = figure

    def principal(self, reading: NameReading) -> Figure | None:
        """Who is called most by this short name in the whole article."""
        return self._principal.get(reading.key) if reading.shape is Shape.SINGLE else None

    def held(self, key: str) -> Figure | None:
        """Who is called by this short name, a folded phrase, at this place of the article: "pena nieto"."""
        return self._short.get(key)

    def _add_company(self, figure: Figure, name: Words) -> None:
        """A company is called by the first word of its name too: "Goldman" for "Goldman Sachs Group"."""
        first = fold(name[0])
        lists = self.gazetteer
        if fold(name[-1]) not in lists.words.company or len(first) < 4 or first in lists.words.opener:
            return
        if first not in lists.named and first not in lists.demonyms and first not in lists.persons:
            self._companies.setdefault(first, figure)

    def _add_head(self, figure: Figure, name: list[str]) -> None:
        end = next((i for i, word in enumerate(name) if i and word in _JOINTS), len(name))
        head = fold(name[end - 1])
        if head in self.gazetteer.groups or figure.kind is ActorKind.MEDIUM:
            self.heads.setdefault(head, []).append(figure)
