"""All that is told of one actor, or of one topic."""

from __future__ import annotations

import msgspec
from sqlite_utils import Database

from grammar.claim import ActorName
from grammar.topics import taxonomy
from service.store.asking import facets
from service.store.asking.facets import Facet
from service.store.asking.filters import Filters
from service.store.entities import actors, decisions, namesakes, naming, roles, topics
from service.store.entities.actors import ActorCount
from service.store.entities.identities import Identities
from service.store.entities.naming import Alias
from service.store.entities.roles import Role
from service.store.entities.topics import TopicCount
from service.store.values import aliases
from service.store.values.hints import Count

_ALIASES = 100
_TOPICS = 20
_NAMESAKES = 20


class ActorProfile(ActorCount, frozen=True, kw_only=True):
    """One actor, whole.

    ``roles`` are those of each document, newest first. ``stands_for`` is the country that the actor commonly
    speaks for; ``stood_for_by`` are those who speak for this one. ``merged`` are those whom editors merged
    into it. ``namesakes`` go by a shorter or longer form of its name, or by the first name alone, so that
    they may be the same person: an editor may merge them, and in queries ``namesakes=include`` takes those of
    the shorter forms along, which a first name alone is not.
    """

    aliases: tuple[Alias, ...]
    roles: tuple[Role, ...]
    acts: tuple[Count, ...]
    topics: tuple[Count, ...]
    stands_for: ActorName | None
    stood_for_by: tuple[ActorName, ...]
    merged: tuple[ActorName, ...]
    namesakes: tuple[ActorCount, ...]


class TopicProfile(TopicCount, frozen=True, kw_only=True):
    """One topic, whole.

    ``definition`` is IPTC's. ``above`` are all broader topics, nearest first, ``narrower`` those right below,
    most claims first; ``actors`` speak most under it or a narrower one, ``acts`` are what they do by it.
    """

    definition: str
    above: tuple[TopicCount, ...]
    narrower: tuple[TopicCount, ...]
    actors: tuple[Count, ...]
    acts: tuple[Count, ...]


def topic(db: Database, id: str) -> TopicProfile | None:
    """The profile of this Media Topic, claims or none; None if IPTC has no such topic."""
    concept = taxonomy.concepts().get(id)
    if concept is None:
        return None
    (count,) = topics.counted(db, (id,))
    below = topics.counted(db, taxonomy.children(id))
    counted = facets.count(db, Filters(topic=(id,)), (Facet.ACTOR, Facet.ACT), _TOPICS).facets
    return TopicProfile(
        **msgspec.structs.asdict(count),
        definition=concept.definition,
        above=topics.counted(db, taxonomy.broader(id)),
        narrower=tuple(sorted(below, key=lambda each: -each.claims)),
        actors=tuple(counted[Facet.ACTOR]),
        acts=tuple(counted[Facet.ACT]),
    )


def actor(db: Database, id: str) -> ActorProfile | None:
    """The profile of the actor with this id, or of the one into whom that was merged; None if unknown."""
    made = decisions.holding(db)
    identities = Identities(made)
    row = db.execute(
        "SELECT id, key, stands_for FROM actors WHERE key = ?",
        (identities.merged(id),),
    ).fetchone()
    if row is None:
        return None
    number, key, country = row
    (count,) = actors.counted(db, (number,))
    counted = facets.count(db, Filters(actor=(key,)), (Facet.ACT, Facet.TOPIC), _TOPICS).facets
    others = db.execute("SELECT id FROM actors WHERE stands_for = ? ORDER BY -claims, id", (key,)).fetchall()
    were = [each.actor for each in made if each.actor is not None]
    merged = {was.id: was for was in were if was.id != key and identities.merged(was.id) == key}
    return ActorProfile(
        **msgspec.structs.asdict(count),
        aliases=naming.aliases(db, number, _ALIASES),
        roles=roles.of_actor(db, number),
        acts=tuple(counted[Facet.ACT]),
        topics=tuple(counted[Facet.TOPIC]),
        stands_for=None if country is None else actors.named(db, country) or aliases.known(country),
        stood_for_by=tuple(found for (other,) in others if (found := actors.by_row(db, other))),
        merged=tuple(merged.values()),
        namesakes=actors.counted(db, namesakes.of(db, number, _NAMESAKES)),
    )
