"""A source's words: its name or noun group alone (the mention), and what describes it (the role)."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, COUNTS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.slots.sources import descriptions
from grammar.slots.sources.enumerations import Enumerations
from grammar.slots.sources.names import Names
from grammar.slots.syntax.bounds import DETERMINED
from grammar.text.ranges import Range

_NAME, _GENITIVE, _DET = (TOKEN_CLASSES[name] for name in ("Name", "Gen", "Det"))
_COMMA, _LEFT, _DASH, _RELATIVE, _THAT, _OF, _AND, _GROUP = (
    CHUNKS[name] for name in ("Comma", "Left", "Dash", "Relative", "That", "Of", "And", "Group")
)
_ENDS_MENTION = frozenset({_COMMA, _LEFT, _DASH, _THAT, CHUNKS["Done"], CHUNKS["Doing"]})
_FOLLOWS_NAME = frozenset(
    CHUNKS[name] for name in ("Of", "With", "For", "In", "Against", "About", "Prep", "As", "By")
)
_AFTER_NAME = frozenset((_COMMA, _RELATIVE, _OF, CHUNKS["Done"], CHUNKS["Doing"]))
_OPENING = frozenset(TOKEN_CLASSES[name] for name in ("Det", "Poss", "Adj"))  # Danish | shipping giant Maersk
_NUMBER = TOKEN_CLASSES["Num"]
_RIGHT = CHUNKS["Right"]
_ADDING = frozenset((_GROUP, _OF, _LEFT))
_FOR, _DONE, _PLURAL = CHUNKS["For"], CHUNKS["Done"], TOKEN_CLASSES["Plural"]
_BODIES = frozenset((_OF, _FOR, *(CHUNKS[name] for name in ("In", "To", "About"))))
_HEADS = frozenset(("head", "boss", "member"))
_AFTER_PAIR = frozenset((_COMMA, _LEFT, _RELATIVE))
_NOTE = 5  # chunks of a note in brackets
_PAIR = 3  # chunks of two groups and the conjunction between them
_NAME_LENGTH = 4
_FORMS_OF_FIRMS = frozenset(("inc", "corp", "ltd", "llc", "llp", "plc", "co", "gmbh"))


class Parts:
    """Token ranges of the mention and of the role: before the name, behind it, both or neither."""

    __slots__ = ("mention", "role")

    def __init__(self, mention: Range, role: tuple[Range, ...] = ()) -> None:
        self.mention = mention
        self.role = role


class Sources:
    """Splits sources; titles ("President", "Sen.") come from a list."""

    def __init__(self) -> None:
        self._names = Names()
        self._titles, self._persons = self._names.titles, self._names.persons
        self._enumerations = Enumerations(self._titles, self._names.heads)

    def split(self, analysis: Analysis, first: int, last: int) -> Parts:
        """The parts of the source that is chunks ``first`` to ``last``."""
        if last - first > 1 and analysis.codes[last - 1] in (_RELATIVE, _THAT):  # the woman who (said)
            last -= 1
        last = descriptions.without_circumstance(analysis, first, last)
        parts = self._of_several(analysis, first, last) or self._of_apposed(analysis, first, last)
        return parts or self._of_noted(analysis, first, last) or self._of_group(analysis, first, last)

    def _of_noted(self, analysis: Analysis, first: int, last: int) -> Parts | None:
        """The parts where a note in brackets stands before a name: Justice (retd) | Ann Lee.

        Without a noun behind the note, a title must stand before it: the firm Lee (Lund) Ltd is one name.
        """
        codes, begins = analysis.codes, analysis.begins
        left = codes.find(_LEFT, first + 1, last)
        right = codes.find(_RIGHT, left, min(last, left + _NOTE)) if left > 0 else -1
        named = right + 1
        if right < 0 or codes[named : named + 1] != _GROUP or named >= last:
            return None
        name = self._names.begin(analysis, named)
        if name is None:
            return None
        linked = (
            codes[left - 2 : left - 1] == _OF and left - 2 > first
        )  # Commissioner of Police (West) | Ann Lee
        titles = {
            analysis.tokens.lower[analysis.ends[at] - 1].rstrip(".") for at in (left - 1, left - 3 * linked)
        }
        ending = analysis.tokens.lower[analysis.ends[named] - 1]  # Tax Justice (Lund) Network
        if name == begins[named] and (self._titles.isdisjoint(titles) or ending in self._names.heads):
            return None
        return self._titled(analysis, (name, analysis.ends[named]), begins[first], name, named + 1, last)

    def _of_several(self, analysis: Analysis, first: int, last: int) -> Parts | None:
        """The parts where "and" joins two descriptions of one person, or several sources."""
        codes, begins, ends = analysis.codes, analysis.begins, analysis.ends
        pair = first + _PAIR
        if last == pair or (last > pair and codes[pair] in _AFTER_PAIR):  # author and activist Ann Lee
            shared = self._shared_name(analysis, first, pair)
            if shared is not None:
                return self._titled(analysis, (shared, ends[pair - 1]), begins[first], shared, pair, last)
        if self._enumerations.has(analysis, first, last):
            return Parts((begins[first], ends[last - 1 - (codes[last - 1] == _COMMA)]))
        return None

    def _of_apposed(self, analysis: Analysis, first: int, last: int) -> Parts | None:
        """The parts where a name stands behind what describes it, with a comma between them or without."""
        begins, ends = analysis.begins, analysis.ends
        if last - first == 2 and self._names_first(analysis, first):  # the think-tank | The Lane Institute
            return Parts((begins[first + 1], ends[first + 1]), ((begins[first], ends[first]),))
        behind_comma = self._named_behind(analysis, first, last)
        if behind_comma is None:
            return None
        at = analysis.chunks.edges[behind_comma]  # the foreign minister, | Ann Lee
        at += analysis.units.codes[at] == _NUMBER  # one survivor, 19-year-old Jade Cole
        named = self._names.begin(analysis, behind_comma)  # the mayor, retired major Ann Lee
        mention = max(analysis.units.first[at], named or 0), ends[behind_comma]
        parts = self._titled(analysis, mention, begins[first], ends[behind_comma - 2], behind_comma + 1, last)
        if mention[0] > analysis.units.first[at]:
            parts.role = (parts.role[0], (begins[behind_comma], mention[0]), *parts.role[1:])
        return parts

    def _of_group(self, analysis: Analysis, first: int, last: int) -> Parts:
        """The parts of a group, a title before a name in it, and of what describes it behind."""
        codes, begins, ends = analysis.codes, analysis.begins, analysis.ends
        end = self._end(analysis, first, last)
        whose = end - first > 1 and codes[end : end + 1] == _LEFT and analysis.letters(first)[-1:] != _NAME
        behind = None if whose else descriptions.behind(analysis, end, last)  # an aide to Sen. Ann Lee | (D)
        start = begins[first]
        holder = self._names.holder(analysis, first, end)
        if holder is not None:  # Secretary of State Ann Lee
            return self._titled(analysis, (holder, ends[end - 1]), start, holder, end, last)
        name = self._names.begin(analysis, first)
        if name is not None:
            tail = next((c for c in range(first + 1, end) if codes[c] in _FOLLOWS_NAME), None)
            if (
                tail is not None
                and _AND not in codes[first:tail]
                and not (self._names.goes_on(analysis, tail) or descriptions.is_many(analysis, first, tail))
            ):
                behind, end = descriptions.behind(analysis, tail, last), tail
            if name > start and analysis.letters(first).lstrip(_DET)[:1] not in COUNTS:
                return self._titled(analysis, (name, ends[end - 1]), start, name, end, last)
        return Parts((start, ends[end - 1]), (behind,) if behind else ())

    def _end(self, analysis: Analysis, first: int, last: int) -> int:
        """The chunk with which a description begins behind the group, or ``last``."""
        if last - first == 1:
            return last  # as most
        codes = analysis.codes
        headless = _OPENING.issuperset(analysis.letters(first)) and codes[first : first + 2] == 2 * _GROUP
        rest = range(first + 1 + headless + 2 * self._is_firm(analysis, first, last), last)
        end = next((c for c in rest if codes[c] in _ENDS_MENTION or self._is_apposed(analysis, c)), last)
        counted = codes[end : end + 1] == _LEFT and codes[end + 2 : end + 4] == _RIGHT + _OF
        return last if counted else end  # a majority (56%) of the residents

    @staticmethod
    def _is_firm(analysis: Analysis, first: int, last: int) -> bool:
        """Harborside, | Inc.: what tells the form of a firm belongs to its name."""
        at = first + 2
        firm = at < last and analysis.codes[at - 1 : at + 1] == _COMMA + _GROUP
        return firm and analysis.tokens.lower[analysis.begins[at]].rstrip(".") in _FORMS_OF_FIRMS

    def _titled(
        self, analysis: Analysis, mention: Range, start: int, end: int, behind: int, last: int
    ) -> Parts:
        """A name behind its title, and what a noun in apposition adds: Sen. | Ann Lee | a Democrat."""
        behind += analysis.codes[behind : behind + 1] == _COMMA
        adds = behind < last and analysis.codes[behind] in _ADDING
        further = descriptions.behind(analysis, behind, last) if adds else None
        return Parts(mention, ((start, end), further) if further else ((start, end),))

    def _shared_name(self, analysis: Analysis, first: int, last: int) -> int | None:
        """Where the name begins behind two nouns for one person: star striker and captain | Aune."""
        if last - first != _PAIR or analysis.codes[first + 1] != _AND:
            return None
        words, units = analysis.tokens.words, analysis.units
        noun = words[analysis.ends[first] - 1].lower().rstrip(".")
        opening = analysis.letters(first)[:1]
        if not (noun in self._persons or noun in self._titles) or opening in DETERMINED:
            return None
        name = self._names.begin(analysis, last - 1)
        return name if name is not None and name > units.first[analysis.chunks.edges[last - 1]] else None

    @staticmethod
    def _names_first(analysis: Analysis, chunk: int) -> bool:
        units, edges = analysis.units.codes, analysis.chunks.edges
        both = analysis.codes[chunk : chunk + 2] == _GROUP + _GROUP
        return both and units[edges[chunk + 1] - 1] != _NAME and units[edges[chunk + 2] - 1] == _NAME

    @staticmethod
    def _is_apposed(analysis: Analysis, chunk: int) -> bool:
        """Ann Lee | a writer; Ann Lee | who writes: no comma stands between them."""
        units, at, code = analysis.units.codes, analysis.chunks.edges[chunk], analysis.codes[chunk]
        return code == _RELATIVE or (units[at - 1] == _NAME and code == _GROUP and units[at] == _DET)

    def _named_behind(self, analysis: Analysis, first: int, last: int) -> int | None:
        """The chunk of a name that stands in apposition to a description before it."""
        codes, edges, units = analysis.codes, analysis.chunks.edges, analysis.units.codes
        comma = codes.find(_COMMA, first, last)
        if comma < 0 or comma + 1 >= last or codes[comma + 1] != _GROUP:
            return None
        words = analysis.tokens.words
        if _DONE in codes[first:comma] or (
            codes[first + 1] == _FOR and units[edges[first + 1] - 1] == _PLURAL
        ):
            return None  # a study led by a biologist, Ann Lee; lawyers for the supervisor, Ann Lee
        office = words[analysis.ends[comma - 1] - 1].lower()
        if units[edges[comma] - 1] == _NAME and office not in self._titles:
            # the president of the Ski Union, Ann Lee; Peru's envoy to Chile, Ann Lee
            link = next((at for at in range(first + 1, comma) if codes[at] in _BODIES), first)
            head = words[analysis.ends[link - 1] - 1].lower()
            group = units[edges[first] : edges[first + 1]]
            held = group[0] in DETERMINED or _GENITIVE in group or words[analysis.begins[first]].islower()
            known = head in self._titles or head in self._persons or head in _HEADS
            if link == first or not (held and known):
                return None
        name = units[edges[comma + 1] : edges[comma + 2]]
        alone = comma + 2 == last or codes[comma + 2] in _AFTER_NAME
        alone = alone or words[analysis.begins[comma + 2]].lower() == "whose"
        if alone and set(name[1:]) == {_NAME} and words[analysis.begins[comma + 1]].lower() == "the":
            return comma + 1  # a newspaper, the Sun
        named = set(name.removeprefix(_NUMBER)) == {_NAME} and len(name) <= _NAME_LENGTH
        named = named or self._is_titled(analysis, first, comma)
        return comma + 1 if alone and named else None

    def _is_titled(self, analysis: Analysis, first: int, comma: int) -> bool:
        """The town's mayor, | retired colonel Ann Lee: an office, and a name of two words behind a title."""
        words, codes = analysis.tokens.words, analysis.codes
        office = words[analysis.ends[first if codes[first + 1] in _BODIES else comma - 1] - 1].lower()
        if not (office in self._titles or office in self._persons or office in _HEADS):
            return False
        name = self._names.begin(analysis, comma + 1)
        aged = words[analysis.begins[comma + 1]].endswith("-old")  # 22-year-old student Ann Lee
        if name is None or (analysis.letters(comma + 1)[:1] in DETERMINED and not aged):
            return False
        return analysis.begins[comma + 1] < name < analysis.ends[comma + 1] - 1
