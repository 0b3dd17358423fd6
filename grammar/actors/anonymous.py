"""What a source without a name is said to be: an official, somebody familiar with it, an analyst ..."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from grammar.actors.lists.gazetteer import Gazetteer
from grammar.claim import Actor, ActorKind, Anonymity, AnonymousType
from grammar.lexicon import table
from grammar.lexicon.inflection import singular

_SOMEBODY: Final = frozenset(("person", "people", "someone", "somebody", "individual", "man", "woman", "one"))
_KNOWS: Final = frozenset(("familiar", "close", "briefed", "knowledge", "informed", "involved", "privy"))
_GENERAL: Final = frozenset((AnonymousType.OFFICIAL, AnonymousType.FAMILIAR, AnonymousType.LAW_ENFORCEMENT))
_OFFICES: Final = frozenset(  # the health secretary is no doctor
    ("minister", "secretary", "commissioner", "mayor", "governor", "president", "regulator")
)
_PERSONS: Final = (ActorKind.PERSON, ActorKind.GROUP)
_LONGEST: Final = 16


class Anonymous:
    """Types sources by the head of their noun group and the words beside it, after a word list."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._links = gazetteer.words.link
        self._quantities = gazetteer.words.first_of_group | gazetteer.words.quantity
        self._heads: dict[str, AnonymousType] = {}
        self._before: dict[str, AnonymousType] = {}
        for kind, nouns in table("names/anonymous.tsv"):
            before, _, name = kind.rpartition(" ")
            types = self._before if before else self._heads
            for noun in nouns.split():
                types.setdefault(noun, AnonymousType(name))

    def type_of(
        self, words: Sequence[str], mention: tuple[int, int], actors: tuple[Actor, ...], anonymity: Anonymity
    ) -> AnonymousType | None:
        """The type of a source; None for a named one, and for what is no person or group of persons."""
        if anonymity is Anonymity.NAMED or any(actor.kind not in _PERSONS for actor in actors):
            return None
        if any(actor.resolved_by in ("pronoun", "group") for actor in actors):
            return None
        first, last = mention[0], min(mention[1], mention[0] + _LONGEST)
        group = [word.lower() for word in words[first:last]]
        end = next((i for i, word in enumerate(group) if i and word in self._links), len(group))
        if end < len(group) and group[end] == "of" and group[end - 1] in self._quantities:
            behind = (i for i in range(end + 1, len(group)) if group[i] in self._links)
            end = next(behind, len(group))
        knows = not _KNOWS.isdisjoint(group)
        if group[0] in _SOMEBODY and knows:
            return AnonymousType.FAMILIAR
        for i in range(end - 1, -1, -1):
            noun = group[i]
            found = self._heads.get(noun) or self._heads.get(singular(noun))
            if noun in _SOMEBODY and knows:
                return AnonymousType.FAMILIAR
            if found is not None:
                general = found in _GENERAL and singular(noun) not in _OFFICES
                before = self._before.get(group[i - 1]) if i and general else None
                return before or found
        return AnonymousType.OTHER if actors else None
