"""What a store answers: claims, one claim, what they add up to, and the actors and topics in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from grammar.claim import ActorKind, Claim
from service.responses.exports import Exported
from service.store.asking import claims, facets, profiles, related, unknown, walks
from service.store.asking.claims import Cited
from service.store.asking.facets import Facet, Facets
from service.store.asking.filters import Filters, Order
from service.store.asking.matching import matching
from service.store.asking.profiles import ActorProfile, TopicProfile
from service.store.connections import PROMPT, Connections, Limit
from service.store.entities import actors, topics
from service.store.entities.actors import ActorCount
from service.store.entities.topics import TopicCount, TopicTree
from service.store.values import decoders
from service.store.values.hints import Found, Unknown
from service.store.values.paging import DEFAULT, FIRST, MAXIMUM, Place

_EXPORT_SECONDS = 30.0


class Answers:
    """The questions of a store, each answered from one snapshot of the file.

    Those about claims that take longer than ``query_seconds`` are cut off with TooCostlyError.
    """

    def __init__(self, connections: Connections, query_seconds: float | None) -> None:
        self._connections = connections
        self._limit = Limit.usual(query_seconds)

    def claims(
        self,
        filters: Filters,
        cursor: str | None = None,
        limit: int = DEFAULT,
        order: Order = Order.NEWEST,
    ) -> Cited[Claim]:
        """Claims by ``published_at``, undated last, then by position.

        Raises CursorError, UnknownCursorError and TooCostlyError.
        """
        page = self.claims_raw(filters, cursor, limit, order)
        items = [decoders.CLAIM.decode(item) for item in page.items]
        return Cited(items, page.next, page.unknown, documents=page.documents)

    def claims_raw(
        self,
        filters: Filters,
        cursor: str | None = None,
        limit: int = DEFAULT,
        order: Order = Order.NEWEST,
        prompt: bool = False,
    ) -> Cited[msgspec.Raw]:
        """The same as JSON, without structs in between; ``prompt`` cuts it off after 5 ms."""
        with self._connections.reading(PROMPT if prompt else self._limit) as db:
            return claims.page(db, filters, order, cursor, limit)

    def unknown(self, names: Iterable[Unknown]) -> tuple[Unknown, ...]:
        """What is like these names, that are unknown to a page of claims; of the first ten alone."""
        with self._connections.reading(self._limit) as db:
            return unknown.told(db, [(each.parameter, each.value) for each in names])

    def unknown_in(self, filters: Filters) -> tuple[Unknown, ...]:
        """The names in a question that nothing is stored of, with what is like them."""
        with self._connections.reading(self._limit) as db:
            return unknown.told(db, matching(db, filters).unknown)

    def claim(self, id: str) -> Claim | None:
        """One claim. Where two documents have the same text, that of the one stored first."""
        with self._connections.reading() as db:
            found = claims.one(db, id)
        return None if found is None else decoders.CLAIM.decode(found)

    def steps(self, filters: Filters, order: Order = Order.NEWEST) -> list[str]:
        """What SQLite does to find the first of these claims: which index serves which question."""
        with self._connections.reading() as db:
            return walks.steps(db, matching(db, filters), order)

    def related(self, id: str, cursor: str | None = None, limit: int = DEFAULT) -> Cited[msgspec.Raw] | None:
        """What the claim's actors say on its matter, newest first; None if it is not there. As ``claims``."""
        with self._connections.reading(self._limit) as db:
            return related.page(db, id, cursor, limit)

    def export(self, filters: Filters, order: Order = Order.NEWEST) -> Iterator[list[Exported]]:
        """All claims that the filters ask for, in pieces, each read when it is asked for.

        Raises TooCostlyError where questions have a limit and one piece takes longer than half a minute.
        """
        limit = self._limit and Limit.usual(_EXPORT_SECONDS)
        place: Place | None = FIRST
        while place is not None:
            with self._connections.reading(limit) as db:
                piece, place = claims.piece(db, filters, order, place, MAXIMUM)
            yield piece

    def facets(self, filters: Filters, by: Sequence[Facet] = (), top: int = 20) -> Facets:
        """Claims counted by facets, the commonest values first. Raises TooCostlyError."""
        with self._connections.reading(self._limit) as db:
            return facets.count(db, filters, by, top)

    def actors(
        self,
        q: str | None = None,
        cursor: str | None = None,
        limit: int = DEFAULT,
        kinds: Sequence[ActorKind] = (),
        role: str | None = None,
    ) -> Found[ActorCount]:
        """Actors, those with most claims first; ``q`` is an id, a name or the beginning of its words.

        Those of one of these ``kinds``, if any, and with words that begin as those of ``role`` in what a
        document calls them. Where ``q`` alone finds nobody, those like it are told. Raises TooCostlyError.
        """
        with self._connections.reading(self._limit) as db:
            page = actors.search(db, q, kinds, role, cursor, limit)
            alone = not (page.items or cursor or kinds or role)
            return Found(page.items, page.next, unknown.sought(db, "actor", q) if q and alone else ())

    def actor(self, id: str) -> ActorProfile | None:
        """All that is told of the actor of this id, or of the one into whom an editor merged it."""
        with self._connections.reading(self._limit) as db:
            return profiles.actor(db, id)

    def topic_tree(self, root: str | None = None, depth: int = 6, empty: bool = False) -> TopicTree:
        """Topics below each other with their counts, from the top or from what ``root`` means.

        Where nothing is found of ``root``, what is like it is told.
        """
        with self._connections.reading() as db:
            found = topics.tree(db, root, depth, empty=empty)
            if root is None or found.topics:
                return found
            return msgspec.structs.replace(found, unknown=unknown.told(db, [("root", root)]))

    def topics(
        self, q: str | None = None, cursor: str | None = None, limit: int = DEFAULT
    ) -> Found[TopicCount]:
        """Topics, those with most claims first; ``q`` is an id, a label or the beginning of its words.

        Where none is found, those like it are told.
        """
        with self._connections.reading() as db:
            page = topics.search(db, q, cursor, limit)
            alone = not (page.items or cursor)
            return Found(page.items, page.next, unknown.sought(db, "topic", q) if q and alone else ())

    def topic(self, id: str) -> TopicProfile | None:
        """All that is told of the Media Topic of this id, claims or none."""
        with self._connections.reading(self._limit) as db:
            return profiles.topic(db, id)
