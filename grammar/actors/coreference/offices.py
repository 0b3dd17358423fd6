"""Who holds an office that a noun group names: ministers are told apart by their matters and ranks."""

from __future__ import annotations

from typing import Final

from grammar.actors.lists.names import fold
from grammar.actors.recognition.collection import Collection
from grammar.actors.recognition.people import Figure
from grammar.actors.recognition.surroundings import RANKS

_MOST: Final = 64  # holders of one office that are looked at


class Offices:
    """The roles that one article gives to those whom it names."""

    def __init__(self, collection: Collection) -> None:
        self._register = collection.register
        self._words = collection.words
        self._matters = collection.gazetteer.portfolios

    def holders(self, noun: str, first: int, head: int) -> list[Figure]:
        """Who may be meant by a noun group whose head is this noun: "the deputy prime minister"."""
        before = fold(self._words[head - 1]) if head > first else ""
        if "former" in self._words[first:head]:
            before = "former"
        elif before in RANKS and self._words[head - 2].lower() in RANKS:
            before = f"{self._words[head - 2].lower()} {before}"
        return self._register.roles.get(f"{before} {noun}") or self._called(noun, before)

    def _called(self, noun: str, before: str) -> list[Figure]:
        """Who is called by the noun and may be by the word before it: the prime minister is no other one."""
        holders = self._register.roles.get(noun, [])
        if before.partition(" ")[0] in RANKS:
            return []
        if before not in self._matters:
            return holders
        few = holders[:_MOST]
        return [holder for holder in few if not any(self._is_of(role, noun) for role in holder.roles)]

    def _is_of(self, role: str, noun: str) -> bool:
        """Tell whether a role names a matter or a rank, beside the noun."""
        of, _, what = role.partition(" ")
        return what == noun and (of in self._matters or of in RANKS)
