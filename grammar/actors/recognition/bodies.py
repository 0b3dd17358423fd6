"""The agencies of one text: by a country and what they do there, and by names that hold within a country."""

from __future__ import annotations

from collections import Counter
from typing import Final

from grammar.actors.lists.agencies import Agency, Description, name_key
from grammar.actors.lists.gazetteer import Gazetteer, Known
from grammar.actors.lists.names import POSSESSIVE, phrase
from grammar.actors.recognition.people import Figure, Found
from grammar.actors.recognition.readings import NameReading, Shape
from grammar.actors.recognition.register import Register
from grammar.claim import ActorKind

_WINDOW: Final = 8
_APPOSED: Final = frozenset((ActorKind.ORGANIZATION, ActorKind.MEDIUM))
_CLOSED: Final = frozenset((",", ".", ";", "(", ")", "—"))
_MARKETS: Final = frozenset(("org:wall-street",))
_TRADING: Final = ("company", "bank", "airline")  # kinds of agencies that are firms
_NAMES: Final = frozenset((Shape.ORGANIZATION, Shape.ACRONYM, Shape.MEDIUM, Shape.SEVERAL, Shape.SINGLE))

Run = tuple[int, int, int, NameReading, Found | None]


class Bodies:
    """Finds agencies by country and kind. ``countries`` are counted before, whole: one may come later."""

    def __init__(self, words: list[str], gazetteer: Gazetteer, register: Register) -> None:
        self.words = words
        self.agencies = gazetteer.agencies
        self.demonyms = gazetteer.demonyms
        self.register = register
        self.countries: Counter[str] = Counter()
        self._apposed: dict[tuple[str, Description], Figure] = {}

    def settle(self, runs: list[Run], likely: list[int]) -> None:
        """Let names, ``likely`` ones, be an agency's that are so where the text speaks of its country."""
        by_country = self.agencies.by_country
        for at in likely:
            first, last, sentence, reading, named = runs[at]
            key = name_key(reading.name)
            if reading.shape not in _NAMES and (reading.shape is not Shape.KNOWN or key not in by_country):
                continue
            if named is not None and named[0].id and not self._elsewhere(named[0]):
                continue
            agency = self.agencies.among(self.countries, key) if key in by_country else None
            if agency is None and reading.shape is Shape.ORGANIZATION:
                agency = self._capitals(runs, at)
            short = self.register.acronyms.get(reading.key)  # of a name that the text gives in full
            if agency is None or (short is not None and (named is None or short is not named[0])):
                continue
            figure = self.register.figures.get(agency.id)
            if figure is None and named is not None and not named[0].id:
                figure = named[0]
                self.register.embody(figure, agency)
            figure = self._figure(agency) if figure is None else figure
            by = "acronym" if key.isupper() else "name"
            runs[at] = (first, last, sentence, reading, (figure, by))

    def _elsewhere(self, figure: Figure) -> bool:
        """Tell whether a name is listed for what the text does not speak of, and so may be another's here."""
        agency = self.agencies.by_id.get(figure.id)
        if agency is None:
            return figure.kind in (ActorKind.ORGANIZATION, ActorKind.UNKNOWN)
        return agency.kind is not ActorKind.MEDIUM and agency.owner not in self.countries

    def _capitals(self, runs: list[Run], at: int) -> Agency | None:
        """The agency that "Turkish Central Bank" and "Turkey's Central Bank" are."""
        first, _, _, reading, _ = runs[at]
        name = reading.name
        for length in (1, 2):
            known = self.demonyms.get(phrase(name[:length])) if len(name) > length else None
            if known is not None:
                return self._called(known, name[length:])
        if at and first > 1 and self.words[first - 1] in POSSESSIVE and runs[at - 1][1] == first - 1:
            before = runs[at - 1][3].known
            return None if before is None else self._called(before, name)
        return None

    def _called(self, owner: Known, words: tuple[str, ...]) -> Agency | None:
        described = self.agencies.describe(words, 0, len(words))
        if described is None or described[0] < len(words):
            return None
        return self.agencies.of(owner.stands_for or owner.id, described[1], self.register.figures)

    def described(self, runs: list[Run], at: int) -> tuple[Found, int] | None:
        """The agency that a run begins, a country's name or adjective, and where its description ends."""
        first, last, _, reading, _ = runs[at]
        owner = self._owner(reading)
        if not owner.startswith("country:") and not self.agencies.owns(owner):
            return None
        words = self.words
        begin = last + (last < len(words) and words[last] in POSSESSIVE)
        found = self.agencies.describe(words, begin, min(begin + _WINDOW, len(words)))
        if found is None:
            return None
        end, description = found
        if end < len(words) and words[end][:1].isupper():
            return None  # "Italian news agency Apcom": the name tells
        figure = self._behind(runs, at, end)
        if figure is None and first > 1 and self._closed(end):
            figure = self._before(runs, at)
        if figure is not None:
            self._apposed[owner, description] = figure
        else:
            figure = self._apposed.get((owner, description))
        if figure is not None:
            return (figure, "role"), end
        agency = self.agencies.of(owner, description, self.register.figures)
        return None if agency is None else ((self._figure(agency), "listed"), end)

    def _owner(self, reading: NameReading) -> str:
        known = reading.known
        return self.agencies.unions.get(reading.key, "") if known is None else known.stands_for or known.id

    def _behind(self, runs: list[Run], at: int, end: int) -> Figure | None:
        """The name in apposition behind: "Oyxland's spy agency, the Bureau of Watch, said"."""
        words = self.words
        if at + 1 == len(runs) or end + 2 >= len(words) or words[end] != ",":
            return None
        first, last, _, _, named = runs[at + 1]
        if first != end + 1 + (words[end + 1] == "the") or named is None or named[0].kind not in _APPOSED:
            return None
        return named[0] if self._closed(last) else None

    def _closed(self, end: int) -> bool:
        """Tell an apposition, which a mark closes, from a list, which goes on with "and"."""
        words = self.words
        if end >= len(words):
            return True
        return words[end] in _CLOSED and (end + 1 == len(words) or words[end + 1] not in ("and", "or"))

    def _before(self, runs: list[Run], at: int) -> Figure | None:
        """The name behind which the description stands: "the Bureau of Watch, Oyxland's spy agency,"."""
        first = runs[at][0]
        comma = first - 1 - (self.words[first - 1] == "the")
        if at == 0 or self.words[comma] != "," or runs[at - 1][1] != comma:
            return None
        named = runs[at - 1][4]
        return named[0] if named is not None and named[0].kind in _APPOSED else None

    def meant(self, first: int, head: int) -> Found | None:
        """The agency that "the central bank" is: the only one that the text speaks of."""
        words = self.words
        found = self.agencies.describe(words, first + 1, head + 1)
        if found is None or found[0] != head + 1:
            return None
        description = found[1]
        for tier in description.tiers:
            bodies = [
                figure for agency, figure in self.register.bodies.items() if not tier.isdisjoint(agency.kinds)
            ]
            if bodies:
                return (bodies[0], "role") if len(bodies) == 1 else None
        apposed = {figure for (_, known), figure in self._apposed.items() if known == description}
        return (apposed.pop(), "role") if len(apposed) == 1 else None

    def _figure(self, agency: Agency) -> Figure:
        return self.register.known(Known(agency.id, agency.name, agency.kind))

    def may_trade(self, figure: Figure) -> bool:
        """Tell whom "the company" may be from a regulator, and from all that is traded on Wall Street."""
        agency = self.agencies.by_id.get(figure.key)
        state_owned = agency is None or any(kind.endswith(_TRADING) for kind in agency.kinds)
        return state_owned and figure.key not in _MARKETS
