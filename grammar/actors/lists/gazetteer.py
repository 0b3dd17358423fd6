"""The word lists of names, loaded once: first names, surnames, countries, places, organizations, nouns."""

from __future__ import annotations

from typing import NamedTuple

from grammar.actors.lists.agencies import Agencies, written
from grammar.actors.lists.names import POSSESSIVE, fold, phrase, slug
from grammar.actors.lists.roles import Roles
from grammar.actors.lists.vocabulary import load
from grammar.claim import ActorKind
from grammar.lexicon import first_names, lines, table


class Known(NamedTuple):
    """A name that the lists hold. ``via`` tells how a mention by it is resolved.

    ``stands_for`` is the id of the country that the name speaks for ("the Kremlin"); ``weak`` marks a
    place that is a surname too ("Lincoln"), which a person of the article may claim.
    """

    id: str
    name: str
    kind: ActorKind
    via: str = "name"
    stands_for: str | None = None
    weak: bool = False


class Gazetteer:
    """All lists, as dictionaries over folded words. About 60 ms and 10 MB to load; never changed after."""

    def __init__(self) -> None:
        words = self.words = load()
        self.roles = Roles(words)
        self.first_names = first_names()
        self.surnames = frozenset(name for (names,) in table("names/surnames.txt") for name in names.split())
        self.titles = {fold(word): "-" for word in words.title}
        self.titles.update(dict.fromkeys(map(fold, words.title_f), "f"))
        self.titles.update(dict.fromkeys(map(fold, words.title_m), "m"))
        self.in_full = dict(pair.split(":", 1) for pair in words.in_full)
        self.suffixes = frozenset(map(fold, words.suffix))
        self.portfolios = frozenset(lines("names/portfolios.txt"))
        self.persons = {noun: g for g, nouns in table("names/person_nouns.tsv") for noun in nouns.split()}
        self.persons.update(dict.fromkeys(words.person.difference(self.persons), "-"))
        self.persons.update(dict.fromkeys(words.person_f, "f"))
        self.persons.update(dict.fromkeys(words.person_m, "m"))
        self.groups = words.group.union(*(nouns.split() for (nouns,) in table("names/group_nouns.txt")))
        self.heads = self.groups - words.not_head
        # What may follow a name to make another: "Trump campaign", "Trump’s transition team".
        self.compounding = self.heads | words.branch | POSSESSIVE
        self.named: dict[str, Known] = {}
        self.demonyms: dict[str, Known] = {}
        self.regional: dict[str, Known] = {}
        self._capitals: list[tuple[str, Known]] = []
        countries = self._add_countries()
        forms = list(table("names/newspaper_forms.tsv"))
        unions = (
            (union, form) for kind, union, forms in forms if kind == "union" for form in forms.split("|")
        )
        self.agencies = Agencies(
            {code: known.id for code, known in countries.items()}, unions, words.standing
        )
        for key, agency in self.agencies.everywhere.items():
            self.named.setdefault(key, Known(agency.id, agency.name, agency.kind))
        self._add_organizations()
        self._add_newspaper_forms(countries, [form for form in forms if form[0] != "union"])
        self.demonym_openings = frozenset(form.partition(" ")[0] for form in self.demonyms)

    def known(self, name: str) -> Known | None:
        """Whom a name means wherever it stands, in small letters or capitals: "the U.S.", "nasa"."""
        words = written(name.removeprefix("the "))
        known = self.named.get(phrase(words))
        agency = self.agencies.acronyms.get(phrase(words)) if known is None else None
        return known if agency is None else Known(agency.id, agency.name, agency.kind, "acronym")

    def _add_countries(self) -> dict[str, Known]:
        countries: dict[str, Known] = {}
        for code, name, others, demonyms, seats in table("names/countries.tsv"):
            country = Known(f"country:{slug((*name.split(),))}", name, ActorKind.COUNTRY)
            countries[code] = country
            for form in [name, *others.split("|")]:
                self._enter(form, country)
            self._enter_demonyms(demonyms, country)
            self._capitals.extend((seat, country) for seat in seats.split("|") if seat)
        for code, places in table("names/places.tsv"):
            for place in places.split("|"):
                weak = fold(place) in self.surnames or fold(place) in self.first_names
                home = countries.get(code)
                known = Known(f"place:{slug((*place.split(),))}", place, ActorKind.UNKNOWN, weak=weak)
                if home is None or fold(place) != fold(home.name):
                    self.named.setdefault(phrase(place.split()), known)
        return countries

    def _add_newspaper_forms(self, countries: dict[str, Known], newspaper: list[list[str]]) -> None:
        for seat, country in self._capitals:
            seated = Known(f"place:{slug((*seat.split(),))}", seat, ActorKind.UNKNOWN)
            self.named.setdefault(phrase(seat.split()), seated)
            self._enter_stand_in(seat, country)
        for kind, code, forms in newspaper:
            country = countries[code]
            if kind == "demonym":
                self._enter_demonyms(forms, country)
                continue
            for form in forms.split("|"):
                if kind == "name":
                    self.named[phrase(form.split())] = country
                elif kind == "regional":
                    self.regional[fold(form)] = country
                else:
                    self._enter_stand_in(form, country)

    def _enter(self, form: str, known: Known) -> None:
        if form:
            self.named.setdefault(phrase(form.removeprefix("The ").split()), known)

    def _enter_demonyms(self, forms: str, country: Known) -> None:
        for form in filter(None, forms.split("|")):
            self.demonyms.setdefault(phrase(form.split()), country)
            self.demonyms.setdefault(phrase(form.split()) + "s", country)

    def _enter_stand_in(self, form: str, country: Known) -> None:
        key = phrase(form.split())
        held = self.named.get(key)
        if held is not None and held.kind is ActorKind.COUNTRY and held.stands_for is None:
            return
        if held is not None and held.kind is ActorKind.ORGANIZATION:
            self.named[key] = held._replace(stands_for=country.id, via="stand_in")
            return
        kind, prefix = (ActorKind.COUNTRY, "place") if held else (ActorKind.ORGANIZATION, "org")
        weak = key in self.surnames
        self.named[key] = Known(
            f"{prefix}:{slug((*form.split(),))}", form, kind, "stand_in", country.id, weak
        )

    def _add_organizations(self) -> None:
        for name, others in table("names/firms.tsv"):
            firm = Known(f"org:{slug((*name.split(),))}", name, ActorKind.ORGANIZATION)
            for form in filter(None, (name, *others.split("|"))):
                self.named[phrase(self.agencies.entered(f"{form} "))] = firm
        for name, others in table("names/organizations.tsv"):
            known = Known(f"org:{slug((*name.split(),))}", name, ActorKind.ORGANIZATION)
            held = self.named.get(phrase(name.split()))
            known = held if held is not None and held.id in self.agencies.by_id else known
            self._enter(name, known)
            for form in filter(None, others.split("|")):
                if form.isupper() and fold(form) in self.agencies.acronyms:
                    continue  # as written alone: "Who" is no "WHO"
                self._enter(form, known._replace(via="acronym" if form.isupper() else "name"))
        for name in sorted(self.words.medium):
            if fold(name) not in self.agencies.acronyms:
                shown = name.upper() if len(name) < 6 else name.capitalize()
                self.named.setdefault(fold(name), Known(f"medium:{slug((name,))}", shown, ActorKind.MEDIUM))
