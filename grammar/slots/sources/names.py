"""Where a name begins in a group: behind nouns, a genitive, a title or an office of two parts."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.words.persons import PERSONS
from grammar.lexicon import first_names, lines, table
from grammar.slots.syntax.bounds import DETERMINED

_NAME, _GENITIVE, _DET, _YEAR = (TOKEN_CLASSES[name] for name in ("Name", "Gen", "Det", "Year"))
_OF, _FOR, _GROUP = (CHUNKS[name] for name in ("Of", "For", "Group"))
_HONORIFICS = frozenset(("dr", "prof", "professor"))  # no offices
_MEDIA = frozenset(("TV", "FM"))
_PEERS = frozenset(("duke", "duchess", "earl", "countess", "marquess"))
_LINKING = frozenset((_OF, _FOR))
_QUALIFYING = frozenset(TOKEN_CLASSES[name] for name in ("Det", "Adj", "TimeAdj"))
_RELATING = frozenset(("rival", "fellow", "ally"))  # adjectives by their form that say what it is to others
_DESCRIBING = frozenset(("official",))  # nouns that describe a body as an adjective does
_NOUNS = frozenset(TOKEN_CLASSES[name] for name in ("Noun", "CueNoun", "CueNominal"))
_GENERAL = frozenset(
    ("accounting", "motors", "electric", "dynamics", "mills", "foods", "assembly", "secretariat", "court")
)
_OFFICE = _OF + _GROUP + _FOR + _GROUP
_NAMED_FIELD = 2  # names that may be the field alone: Minister for Home Affairs
_FIELDS = frozenset(("affairs", "relations", "services", "security", "development", "trade", "operations"))
_DEPARTMENTS = frozenset(("state", "police", "staff", "defense", "defence", "education", "health")) | {
    "justice", "agriculture", "operations", "finance",
}  # fmt: skip


class Names:
    """Finds names by the word lists of titles, given names and heads of organizations."""

    def __init__(self) -> None:
        self.titles = frozenset(lines("titles.txt"))
        self.heads = frozenset(lines("organization_heads.txt"))
        self._given = first_names()
        words: dict[str, set[str]] = {"particle": set(), "person": set(PERSONS)}
        for kind, row in table("names/vocabulary.tsv"):
            words.setdefault(kind, set()).update(row.split())
        self._particles = frozenset(words["particle"])
        self.persons = words["person"].difference(self._given)

    def begin(self, analysis: Analysis, first: int) -> int | None:
        """Where the name begins in the first group: behind nouns, a genitive or a title."""
        units = analysis.units
        unit, stop = analysis.chunks.edges[first], analysis.chunks.edges[first + 1]
        if units.codes[stop - 1] != _NAME:
            return None
        at, words = stop, analysis.tokens.words
        if words[units.first[at - 1]] in _MEDIA:  # Iranian state TV
            return units.first[unit]
        office = units.codes[unit] == _DET and words[units.first[at - 1]].lower() in self.titles
        if office and words[units.first[at - 2]].lower() not in self._given:  # the Attorney General
            return units.first[unit]
        while at > unit and (
            units.codes[at - 1] == _NAME
            or self._is_capital(analysis, unit, at - 1)
            or words[units.first[at - 1]] in self._particles  # Prince Faisal bin Turki
        ):
            at -= 1
            title = words[units.first[at]].lower().rstrip(".").rpartition("-")[2]
            if title == "general" and at + 1 < stop and words[units.first[at + 1]].lower() in _GENERAL:
                return units.first[unit]  # General Motors
            if title in self.titles and stop - at == 2 and words[units.first[at + 1]].lower() in self.heads:
                return units.first[unit]  # the Justice Department
            if title in self.titles and at + 1 < stop:
                alone = stop - at == 2 and title in _HONORIFICS  # Dr. Wells, as Mr. Wells
                return units.first[at if alone else at + 1]
        if at == unit and stop - unit > 2:  # Striker | Wayne Hale, at the head of a sentence
            opening, second = (words[units.first[place]].lower() for place in (unit, unit + 1))
            return units.first[unit + (opening in self.persons and second in self._given)]
        noun = words[units.first[at - 1]].lower()  # rival Ann Lee
        describing = at - (noun in _DESCRIBING)
        qualified = _QUALIFYING.issuperset(units.codes[unit:describing])
        if noun in self.persons:  # the conservative Daily Post; but: the conservative | Ann Lee
            given = words[units.first[at]].lower() in self._given
            called = noun in _RELATING or (given and not self._is_organization(analysis, at, stop))
            qualified = qualified and not called
        if qualified and not any(self._is_capital(analysis, unit, place) for place in range(unit + 1, at)):
            return units.first[unit]  # undefeated Lee; the latest Office (for Statistics)
        if units.codes[at - 1] == _GENITIVE and self._is_organization(analysis, at, stop):
            return units.first[unit]  # Mexico's National Migration Institute
        return units.first[at]

    def _is_organization(self, analysis: Analysis, first: int, stop: int) -> bool:
        words, units = analysis.tokens.words, analysis.units
        return any(words[units.first[at]].lower() in self.heads for at in range(first, stop))

    @staticmethod
    def _is_capital(analysis: Analysis, first: int, unit: int) -> bool:
        """The Long Beach police: a common word within a name, which does not open the group."""
        return unit > first and analysis.tokens.words[analysis.units.first[unit]][0].isupper()

    def holder(self, analysis: Analysis, first: int, end: int) -> int | None:
        """Where the name begins behind an office of two parts: Secretary of State, Chief of Police."""
        codes, units, edges = analysis.codes, analysis.units, analysis.chunks.edges
        if (
            codes[first + 1 : end] == _OFFICE
            and analysis.tokens.lower[analysis.ends[first] - 1] in self.titles
        ):
            return self._behind_field(analysis, first + 4)  # Minister of State for Energy Ann Lee
        if end != first + 3 or codes[first + 1] not in _LINKING or codes[first + 2] != _GROUP:
            return None
        words, start, stop = analysis.tokens.words, edges[first + 2], edges[first + 3]
        office = words[units.last[edges[first + 1] - 1] - 1].lower()
        name = stop
        while name > start and units.codes[name - 1] == _NAME:
            name -= 1
        named = start < name < stop - 1 and units.codes[name - 1] in _NOUNS
        if codes[first + 1] == _FOR:  # cabinet member for culture | Ann Lee
            bare = analysis.letters(first)[:1] not in DETERMINED
            held = bare and (office in self.persons or office in self.titles)
            if held and not named and office in self.titles:
                return self._behind_field(analysis, first + 2)
            return units.first[name] if named and held else None
        if named and office in self.heads:
            return units.first[name]  # Department of Justice attorney Ann Lee
        titled = self.begin(analysis, first + 2) if office in self.titles else None
        if titled is not None and titled > units.first[start]:
            return titled  # Speaker of the House Rep. Ann Lee
        if name == start and office in self.titles and stop - start > 3:
            return units.first[stop - 2]  # Minister of Public Safety Ann Lee
        if office not in self.titles or self._is_organization(analysis, stop - 1, stop):
            return None
        if set(units.codes[start:stop]) == {_NAME} and words[units.first[start]].lower() in _DEPARTMENTS:
            return units.first[start + 1] if stop - start > 2 else None
        names = range(max(start + 1, name), stop - 1)  # Speaker of the House | Ann Lee
        return next((units.first[at] for at in names if words[units.first[at]].lower() in self._given), None)

    def _behind_field(self, analysis: Analysis, chunk: int) -> int | None:
        """Where the name begins behind a minister's field: (Minister for) Foreign Affairs | Ann Lee."""
        units, (start, stop) = analysis.units, analysis.chunks.edges[chunk : chunk + 2]
        whole = set(units.codes[start:stop]) == {_NAME} and stop - start > _NAMED_FIELD
        lower = [analysis.tokens.lower[at] for at in units.first[start:stop]]
        if not whole or lower[-1] in _FIELDS:
            return None
        given = next((at for at in range(1, len(lower) - 1) if lower[at] in self._given), len(lower) - 2)
        return units.first[start + given]

    def goes_on(self, analysis: Analysis, tail: int) -> bool:
        """Tell whether an organization's name goes on: Bank of England, Centers for Disease Control."""
        units, edges = analysis.units, analysis.chunks.edges
        after = edges[tail + 1]
        if units.codes[after : after + 1] == _YEAR:  # the Health Act of 2009
            return True
        if units.codes[after : after + 1] != _NAME:
            return False
        office = analysis.tokens.words[analysis.ends[tail - 1] - 1].lower()  # County Clerk of Court
        group = units.codes[edges[tail - 1] : edges[tail]]
        held = office in self.titles or office in _PEERS or office.endswith("s")
        held = held and (group[0] == _DET or _GENITIVE in group)  # South Korea's Joint Chiefs of Staff
        return held or self._is_organization(analysis, edges[tail - 1], edges[tail])
