"""Editors' decisions on who is who, put on what the engine read. They stand above it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from grammar.claim import About, Actor, ActorKind, ActorName, Claim, Mark, MarkKind, Span
from service.requests.corrections import Decision, DecisionKind
from service.store.values.aliases import without_titles
from service.store.values.names import words

BY = "editor"
_KINDS = {str(kind): kind for kind in ActorKind} | {"org": ActorKind.ORGANIZATION}
_POSSESSIVE = re.compile(r"['’]s?$")

Words = tuple[str, ...]


def forms(text: str) -> set[Words]:
    """The folded words of a mention as it stands, and without titles, "the" and the possessive."""
    bare = _POSSESSIVE.sub("", text.strip())
    return {found for form in (text, bare, without_titles(bare)) if (found := tuple(words(form)))}


class Identities:
    """The decisions that hold, oldest first: first pins, then splits, then merges, then the claim's marks."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._pins: dict[Words, ActorName] = {}
        self._splits: dict[str, list[tuple[Decision, set[Words]]]] = defaultdict(list)
        self._merges: dict[str, ActorName] = {}
        for decision in decisions:
            if decision.kind is DecisionKind.PIN:
                self._pins[tuple(words(decision.name or ""))] = decision.to
            elif decision.actor is None:
                continue
            elif decision.kind is DecisionKind.MERGE:
                self._merges[decision.actor.id] = decision.to
            else:
                names = {form for name in decision.names for form in forms(name)}
                self._splits[decision.actor.id].append((decision, names))

    def canonical(self, actor: ActorName) -> ActorName:
        """Whom this actor has become by merges."""
        seen = {actor.id}
        while (following := self._merges.get(actor.id)) is not None and following.id not in seen:
            actor = following
            seen.add(actor.id)
        return actor

    def merged(self, id: str) -> str:
        """The id that this id has become by merges."""
        into = self._merges.get(id)
        return id if into is None else self.canonical(into).id

    def revised(self, claim: Claim, text: str, marks: Sequence[Mark]) -> Claim:
        """The claim with its actors and those named in it as the decisions and its marks have them."""
        if not (self._pins or self._splits or self._merges or marks):
            return claim
        actors = self._actors(claim)
        for mark in marks:
            actors = self._marked(actors, mark)
        about = tuple(self._named(claim, named, text) for named in claim.about)
        return replace(claim, actors=_once(actors), about=_joined(about), marks=tuple(marks))

    def _actors(self, claim: Claim) -> list[Actor]:
        mention = forms(claim.source.mention.text) if claim.source else set()
        if not claim.actors:
            pinned = self._pinned(mention)
            return [] if pinned is None else [_actor(self.canonical(pinned))]
        alone = mention if len(claim.actors) == 1 else set()
        return [self._actor(claim, actor, alone) for actor in claim.actors]

    def _actor(self, claim: Claim, actor: Actor, mention: set[Words]) -> Actor:
        was = ActorName(actor.id, actor.name, actor.kind, actor.stands_for)
        now = self._become(claim, was, mention)
        return actor if now.id == was.id else _actor(now)

    def _become(self, claim: Claim, was: ActorName, mention: set[Words]) -> ActorName:
        """Whom a mention stands for that the engine took for ``was``, by its own words or the full name."""
        full = forms(was.name)
        now = self._pinned(mention) or self._pinned(full) or was
        for decision, names in self._splits.get(now.id, ()):
            if (
                claim.id in decision.claims
                or claim.document_id in decision.documents
                or not names.isdisjoint(mention | full)
            ):
                now = decision.to
                break
        return self.canonical(now)

    def _pinned(self, mention: set[Words]) -> ActorName | None:
        return next((self._pins[form] for form in sorted(mention) if form in self._pins), None)

    def _named(self, claim: Claim, named: About, text: str) -> About:
        was = ActorName(named.actor_id, named.name, named_kind(named.actor_id), named.stands_for)
        mention = {form for first, last in named.spans for form in forms(text[first:last])}
        now = self._become(claim, was, mention)
        if now.id == was.id:
            return named
        return replace(named, actor_id=now.id, name=now.name, stands_for=now.stands_for)

    def _marked(self, actors: list[Actor], mark: Mark) -> list[Actor]:
        """The actors after a mark: reassigned, or without the one whom an editor rejects."""
        if mark.kind is MarkKind.REASSIGN and mark.to is not None:
            right = _actor(self.canonical(mark.to))
        elif mark.kind is MarkKind.REJECT and mark.actor_id is not None:
            right = None
        else:
            return actors
        if mark.actor_id is None:
            return [] if right is None else [right]
        wrong = {mark.actor_id, self.merged(mark.actor_id)}
        now = (right if actor.id in wrong else actor for actor in actors)
        return [actor for actor in now if actor is not None]


def named_kind(actor_id: str) -> ActorKind:
    """What an actor is, as far as its id tells."""
    return _KINDS.get(actor_id.partition(":")[0], ActorKind.UNKNOWN)


def _actor(named: ActorName) -> Actor:
    return Actor(named.id, named.name, named.kind, BY, named.stands_for)


def _once(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    found: dict[str, Actor] = {}
    for actor in actors:
        found.setdefault(actor.id, actor)
    return tuple(found.values())


def _joined(about: Iterable[About]) -> tuple[About, ...]:
    """Those who are one now, with the places of both."""
    first: dict[str, About] = {}
    spans: dict[str, list[Span]] = defaultdict(list)
    for named in about:
        first.setdefault(named.actor_id, named)
        spans[named.actor_id] += named.spans
    return tuple(replace(named, spans=tuple(sorted(spans[id]))) for id, named in first.items())
