"""What the words beside a name say of it: a title, an age, an apposition, a country's possessive."""

from __future__ import annotations

from typing import Final

from grammar.actors.lists.gazetteer import Gazetteer, Known
from grammar.actors.lists.names import POSSESSIVE, bare, fold, phrase
from grammar.actors.recognition.readings import NameReading, Words
from grammar.claim import ActorKind

_STOPS: Final = frozenset((",", ".", ";", ":", "—", "\n"))
_APPOSITION: Final = 14
_OFFICE_OF: Final = 2  # words: secretary | of
_OFFICE_LENGTH: Final = 6  # words
RANKS: Final = frozenset(("prime", "deputy", "vice", "junior", "shadow"))  # of ministers and the like
_DEPARTMENTS: Final = frozenset(("state", "defense", "defence", "finance", "justice", "health", "education"))
_DETERMINERS: Final = frozenset(("the", "a", "an", "his", "her", "their", "its", "our", "my"))

# titles of clergy that are nouns of kin else: "her father" is not Father Lee
_CLERGY: Final = {"father": "clergyman", "brother": "clergyman", "mother": "nun", "sister": "nun"}


class Surroundings:
    """Looks a few words to the left and to the right of a run, never farther."""

    def __init__(self, words: list[str], gazetteer: Gazetteer) -> None:
        self.words = words
        self.gazetteer = gazetteer

    def holds_office(self, first: int) -> bool:
        """Tell whether a run goes on an office: "Secretary of" before "State John Kerry".

        "The secretary of" and "chairman of" tell what somebody heads, not who.
        """
        words = self.words
        if first < _OFFICE_OF or words[first - 1] != "of":
            return False
        office = words[first - 2]
        if words[first].lower() not in _DEPARTMENTS:
            opening = words[max(first - _OFFICE_LENGTH, 0) : first - _OFFICE_OF]  # the Attorney | General of
            while opening and opening[-1][:1].isupper() and opening[-1].lower() not in _DETERMINERS:
                opening.pop()
            if office.islower() or (opening and opening[-1].lower() in _DETERMINERS):
                return False
        return office.lower() in self.gazetteer.words.office

    def compound_end(self, last: int, after: str) -> int | None:
        """Where "the Trump campaign" or "South Korea's military" ends, if the run opens such a name."""
        words, at = self.words, last + (after in POSSESSIVE)
        if at < len(words) and words[at] in self.gazetteer.heads:
            return at + 1
        if (
            at + 1 < len(words)
            and words[at] in self.gazetteer.words.branch
            and words[at + 1] in self.gazetteer.heads
        ):
            return at + 2
        return None

    def state(self, first: int, name: Words) -> Known | None:
        """The state whose body this is: "Russian Defense Ministry", "Russia's Defense Ministry"."""
        if fold(name[-1]) not in self.gazetteer.words.state_body:
            return None
        for length in (1, 2):
            if len(name) > length and (known := self.gazetteer.demonyms.get(phrase(name[:length]))):
                return known
        if first > 1 and self.words[first - 1] in POSSESSIVE:
            for length in (1, 2):
                known = self.gazetteer.named.get(phrase(self.words[max(0, first - 1 - length) : first - 1]))
                if known is not None and known.kind is ActorKind.COUNTRY and known.stands_for is None:
                    return known
        return None

    def credited(self, first: int, last: int) -> bool:
        """Tell the name in a photo credit: "(Ann Lowe/Agency)", "Picture: Ann Lowe"."""
        words = self.words
        if (first > 0 and words[first - 1] == "/") or (last < len(words) and words[last] == "/"):
            return True
        called = first > 1 and words[first - 1] in (":", "by")
        return called and words[first - 2].lower() in self.gazetteer.words.credit

    def certain(self, first: int, known: Known) -> bool:
        """Tell a place from a person of the same name by the word before it."""
        return not known.weak or (first > 0 and self.words[first - 1] in ("in", "from", "near", "at"))

    def looks_like_person(self, first: int, name: Words) -> bool:
        """Tell a person whose first name is unknown by the surname and the missing article."""
        article = first > 0 and self.words[first - 1].lower() in ("the", "a", "an")
        return not article and len(name) <= 3 and bare(name[-1]) in self.gazetteer.surnames

    def describes_person(self, first: int, last: int) -> bool:
        """Tell a person by the words around: "analyst Oyx Brdl", "Oyx Brdl, 22,", "Oyx Brdl, who"."""
        words = self.words
        if first > 0 and words[first - 1] in self.gazetteer.persons:
            return True
        if last + 2 >= len(words) or words[last] != ",":
            return last < len(words) and words[last] == "who"
        age = words[last + 1].isdigit() and len(words[last + 1]) == 2 and words[last + 2] == ","
        return age or words[last + 1] == "who" or bool(self.apposition(last))

    def apposition(self, comma: int) -> list[str]:
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

    def roles(self, first: int, last: int, reading: NameReading) -> list[str]:
        """The nouns that say what a person is, titles, appositions and "former" included."""
        persons, words = self.gazetteer.persons, self.words
        nouns = [self.gazetteer.in_full.get(title, title) for title in reading.titles]
        nouns = [_CLERGY.get(noun, noun) for noun in nouns if noun in persons]
        if nouns and len(reading.titles) > 1 and reading.titles[-2] not in persons:
            nouns.append(f"{reading.titles[-2]} {nouns[-1]}")
        if first > 0:
            if words[first - 1] in persons:
                nouns += self._charge(first - 1)
            elif first > 1 and words[first - 1] == "," and words[first - 2] in persons:
                nouns += self._charge(first - 2)
            elif nouns and words[first - 1].lower() == "former":
                nouns = [f"former {noun}" for noun in nouns]
        if last < len(words) and words[last] == ",":
            nouns += self.apposition(last)
        elif nouns and last + 1 < len(words) and words[last] == "of" and words[last + 1][:1].isupper():
            nouns.append(f"{fold(words[last + 1])} {nouns[0]}")
        return nouns

    def _charge(self, noun: int) -> list[str]:
        """A person noun, and with the matter or rank before it: "minister", "transport minister"."""
        before = self.words[noun - 1].lower() if noun else ""
        told = before in self.gazetteer.portfolios or before in RANKS
        return [self.words[noun], f"{before} {self.words[noun]}"] if told else [self.words[noun]]
