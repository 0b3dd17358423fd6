"""Names that everybody knows, as the engine knows them: "U.S." is the United States."""

from __future__ import annotations

from functools import cache

from grammar.actors.cast import Cast
from grammar.actors.lists.gazetteer import Gazetteer
from grammar.actors.lists.names import fold, slug
from grammar.claim import Actor, ActorKind, ActorName
from grammar.text.tokens import Tokens

_PREFIXES = {ActorKind.ORGANIZATION: "org", ActorKind.UNKNOWN: "name"}
_KNOWN = {ActorKind.COUNTRY, ActorKind.ORGANIZATION, ActorKind.MEDIUM}


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer()


def known_id(name: str) -> str | None:
    """Give the id of the country, organization or medium of this name, if every article would mean it."""
    found = _gazetteer().known(name)
    return found.id if found and found.kind in _KNOWN and not found.weak else None


def known(id: str) -> ActorName | None:
    """The country, organization or medium of this id among those of the lists."""
    return _by_id().get(id)


@cache
def _by_id() -> dict[str, ActorName]:
    names = {agency.id: ActorName(agency.id, agency.name, agency.kind) for agency in _gazetteer().agencies}
    named = _gazetteer().named.values()
    return names | {
        each.id: ActorName(each.id, each.name, each.kind) for each in named if each.kind in _KNOWN
    }


def id_of(name: str, kind: ActorKind) -> str:
    """The id that the engine would give an actor of this name and kind."""
    actors = _cast(name)
    if len(actors) == 1 and actors[0].kind == kind:
        return actors[0].id
    written = _cast(f"Mr. {name}") if kind == ActorKind.PERSON else ()
    if len(written) == 1 and written[0].kind == kind:
        return written[0].id
    return f"{_PREFIXES.get(kind, str(kind))}:{slug((*name.split(),))}"


def _cast(name: str) -> tuple[Actor, ...]:
    tokens = Tokens(name)
    return Cast(tokens, _gazetteer()).resolve((0, len(tokens)))


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
