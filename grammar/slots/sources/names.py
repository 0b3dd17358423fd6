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
_LINKING = frozenset((_OF, _FOR))
_QUALIFYING = frozenset(TOKEN_CLASSES[name] for name in ("Det", "Adj", "TimeAdj"))
_RELATING = frozenset(("rival", "fellow", "ally"))  # adjectives by their form that say what it is to others
_DESCRIBING = frozenset(("official",))  # nouns that describe a body as an adjective does
_NOUNS = frozenset(TOKEN_CLASSES[name] for name in ("Noun", "CueNoun", "CueNominal"))
_OFFICE = _OF + _GROUP + _FOR + _GROUP
_NAMED_FIELD = 2  # names that may be the field alone: Minister for Home Affairs

_WORDS = {kind: frozenset(words.split()) for kind, words in table("names/offices.tsv")}


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
        if self._is_office(analysis, unit, stop):
            return units.first[unit]
        at, words = stop, analysis.tokens.words
        while at > unit and (
            units.codes[at - 1] == _NAME
            or self._is_capital(analysis, unit, at - 1)
            or words[units.first[at - 1]] in self._particles  # Prince Faisal bin Turki
        ):
            at -= 1
            titled = self._behind_title(analysis, unit, at, stop)
            if titled is not None:
                return units.first[titled]
        if at > unit:
            return units.first[unit if self._is_whole(analysis, unit, at, stop) else at]
        if stop - unit > 2:  # Striker | Wayne Hale, at the head of a sentence
            opening, second = (words[units.first[place]].lower() for place in (unit, unit + 1))
            return units.first[unit + (opening in self.persons and second in self._given)]
        return units.first[unit]

    def _is_office(self, analysis: Analysis, unit: int, stop: int) -> bool:
        """Iranian state TV; the Attorney General: no name stands in the group."""
        words, places = analysis.tokens.words, analysis.units.first
        last = words[places[stop - 1]]
        if last in _MEDIA:
            return True
        held = analysis.units.codes[unit] == _DET and last.lower() in self.titles
        return held and words[places[stop - 2]].lower() not in self._given

    def _behind_title(self, analysis: Analysis, unit: int, at: int, stop: int) -> int | None:
        """The unit with which the name begins where a title or what looks like one stands at ``at``."""
        if at + 1 == stop:
            return None
        words, places = analysis.tokens.words, analysis.units.first
        title = words[places[at]].lower().rstrip(".").rpartition("-")[2]
        behind = words[places[at + 1]].lower()
        if title == "general" and behind in _WORDS["general_name"]:
            return unit  # General Motors
        if title not in self.titles or (at == unit and title in _WORDS["initials"]):
            return None
        last = stop - at == 2
        if last and behind in self.heads:
            return unit  # the Justice Department
        return at if last and title in _HONORIFICS else at + 1  # Dr. Wells, as Mr. Wells

    def _is_whole(self, analysis: Analysis, unit: int, at: int, stop: int) -> bool:
        """Whether what stands before a name belongs to it: undefeated Lee, Mexico's Migration Institute."""
        words, units = analysis.tokens.words, analysis.units
        noun = words[units.first[at - 1]].lower()  # rival Ann Lee
        describing = at - (noun in _DESCRIBING)
        qualified = _QUALIFYING.issuperset(units.codes[unit:describing])
        if noun in self.persons:  # the conservative Daily Post; but: the conservative | Ann Lee
            given = words[units.first[at]].lower() in self._given
            called = noun in _RELATING or (given and not self._is_organization(analysis, at, stop))
            qualified = qualified and not called
        if qualified:
            return True  # the latest Office (for Statistics)
        return units.codes[at - 1] == _GENITIVE and self._is_organization(analysis, at, stop)

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
        if codes[first + 1 : end] == _OFFICE and self._office(analysis, first) in self.titles:
            return self._behind_field(analysis, first + 4)  # Minister of State for Energy Ann Lee
        if end != first + 3 or codes[first + 1] not in _LINKING or codes[first + 2] != _GROUP:
            return None
        if codes[first + 1] == _FOR:
            return self._in_charge(analysis, first)
        start, stop = edges[first + 2], edges[first + 3]
        office = self._office(analysis, first)
        name = _names_from(analysis, start, stop)
        if office in self.heads and _has_noun(analysis, start, name, stop):
            return units.first[name]  # Department of Justice attorney Ann Lee
        if office not in self.titles and office != "head":  # head of sales Ann Lee; the Head River
            return None
        titled = self.begin(analysis, first + 2)
        if titled is not None and titled > units.first[start]:
            return titled  # Speaker of the House Rep. Ann Lee
        if name == start and stop - start > 3:
            return units.first[stop - 2]  # Minister of Public Safety Ann Lee
        if self._is_organization(analysis, stop - 1, stop):
            return None
        lower = [analysis.tokens.lower[at] for at in units.first[start:stop]]
        if name == start and lower[0] in _WORDS["department"]:
            return units.first[start + 1] if stop - start > 2 else None
        names = range(max(start + 1, name), stop - 1)  # Speaker of the House | Ann Lee
        return next((units.first[at] for at in names if lower[at - start] in self._given), None)

    def _in_charge(self, analysis: Analysis, first: int) -> int | None:
        """Where the name begins behind a field that somebody has: cabinet member for culture | Ann Lee."""
        office = self._office(analysis, first)
        titled = office in self.titles
        if analysis.letters(first)[:1] in DETERMINED or not (titled or office in self.persons):
            return None
        start, stop = analysis.chunks.edges[first + 2 : first + 4]
        name = _names_from(analysis, start, stop)
        if _has_noun(analysis, start, name, stop):
            return analysis.units.first[name]
        return self._behind_field(analysis, first + 2) if titled else None

    @staticmethod
    def _office(analysis: Analysis, first: int) -> str:
        """The last word of a group, in lower case."""
        return analysis.tokens.lower[analysis.ends[first] - 1]

    def _behind_field(self, analysis: Analysis, chunk: int) -> int | None:
        """Where the name begins behind a minister's field: (Minister for) Foreign Affairs | Ann Lee."""
        units, (start, stop) = analysis.units, analysis.chunks.edges[chunk : chunk + 2]
        whole = set(units.codes[start:stop]) == {_NAME} and stop - start > _NAMED_FIELD
        lower = [analysis.tokens.lower[at] for at in units.first[start:stop]]
        if not whole:
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
        held = office in self.titles or office in _WORDS["peer"] or office.endswith("s")
        held = held and (group[0] == _DET or _GENITIVE in group)  # South Korea's Joint Chiefs of Staff
        return held or self._is_organization(analysis, edges[tail - 1], edges[tail])


def _names_from(analysis: Analysis, start: int, stop: int) -> int:
    """Where the names at a group's end begin."""
    name = stop
    while name > start and analysis.units.codes[name - 1] == _NAME:
        name -= 1
    return name


def _has_noun(analysis: Analysis, start: int, name: int, stop: int) -> bool:
    """Whether a common noun stands before a name of two words or more."""
    return start < name < stop - 1 and analysis.units.codes[name - 1] in _NOUNS
