"""Names that everybody knows, as the engine knows them: "U.S." is the United States."""

from __future__ import annotations

from functools import cache

from grammar.actors.gazetteer import Gazetteer
from grammar.actors.names import fold, phrase
from grammar.claim import ActorKind

_KNOWN = {ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.MEDIUM}


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer()


def known_id(name: str) -> str | None:
    """Give the id of the country, organization or medium of this name, if every article would mean it."""
    found = _gazetteer().named.get(phrase(name.removeprefix("the ").split()))
    return found.id if found and found.kind in _KNOWN and not found.weak else None


def without_titles(name: str) -> str:
    """Take off "the" and what stands before a name up to the last title: "Prime Minister Kishida"."""
    words = name.split()
    if words and words[0].lower() == "the":
        del words[0]
    last = max((place for place, word in enumerate(words[:-1]) if _is_title(word)), default=-1)
    return " ".join(words[last + 1 :])


def _is_title(word: str) -> bool:
    gazetteer = _gazetteer()
    return fold(word) in gazetteer.titles or fold(word) in gazetteer.persons
