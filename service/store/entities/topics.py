"""Topics in the store. A claim stands under its topics, under its document's, and under all broader ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import msgspec
from sqlite_utils import Database

from grammar.claim import Topic
from grammar.topics import taxonomy
from service.store.values.hints import Unknown
from service.store.values.names import fold
from service.store.values.paging import Page, Place, cut, start


class TopicCount(msgspec.Struct, frozen=True):
    """A Media Topic, and how many claims and documents fall under it or a narrower one.

    ``own`` are the claims that, or whose documents, have this very topic. ``broader`` is the id of the topic
    right above.
    """

    id: str
    label: str
    claims: int
    documents: int
    own: int
    broader: str | None


class TopicNode(msgspec.Struct, frozen=True):
    """A topic in the tree, counted as in a list, with what is right below it, most claims first."""

    id: str
    label: str
    claims: int
    documents: int
    own: int
    narrower: tuple[TopicNode, ...]


class TopicTree(msgspec.Struct, frozen=True, omit_defaults=True):
    """The topics at the top of what was asked for, most claims first.

    ``unknown`` stands there where nothing was found below the ``root`` asked for.
    """

    topics: tuple[TopicNode, ...]
    unknown: tuple[Unknown, ...] = ()


def closure(topics: Iterable[Topic]) -> dict[str, str]:
    """The ids and labels of these topics and of all that are broader."""
    found: dict[str, str] = {}
    for topic in topics:
        found[topic.id] = topic.label
        found.update(_broader(topic.id))
    return found


@cache
def _broader(id: str) -> dict[str, str]:
    """The ids and labels of all topics that are broader than this one, of some 1,200."""
    return {each: taxonomy.label(each) for each in taxonomy.broader(id)}


def rows_of(db: Database, topics: dict[str, str]) -> dict[str, int]:
    """The rows of these topics, made where they are not there."""
    query = "SELECT key, id FROM topics WHERE key IN (SELECT value FROM json_each(?))"
    asked = (msgspec.json.encode(list(topics)).decode(),)
    known = dict(db.execute(query, asked).fetchall())
    added = [(key, label) for key, label in topics.items() if key not in known]
    if not added:
        return known
    db.conn.executemany("INSERT INTO topics (key, label, claims, documents) VALUES (?, ?, 0, 0)", added)
    return dict(db.execute(query, asked).fetchall())


def resolve(db: Database, value: str) -> list[int]:
    """The rows of the topics that an id, a label or words of a label mean; narrower ones are in them."""
    wanted = _highest(taxonomy.find(value)) or [value.strip()]
    marks = ",".join("?" * len(wanted))
    return [row for (row,) in db.execute(f"SELECT id FROM topics WHERE key IN ({marks}) ORDER BY id", wanted)]


def search(db: Database, q: str | None, cursor: str | None, limit: int) -> Page[TopicCount]:
    """Topics by how many claims they have; ``q`` is an id, or the beginning of a label or of words in it."""
    bound = ("topics", q)
    place = start(cursor, bound)
    found = db.execute(
        "SELECT key, label, claims, documents, own, id FROM topics"
        " WHERE (-claims, id) > (?, ?) AND documents > 0 ORDER BY -claims, id",
        (place.rank, place.row),
    )
    kept: list[tuple[TopicCount, Place]] = []
    for key, label, claims, documents, own, row in found:
        if q is None or q.strip() == key or _begins(label, q):
            topic = TopicCount(key, label, claims, documents, own, _above(key))
            kept.append((topic, Place(-claims, 0, row)))
        if len(kept) > limit:
            break
    last = kept[limit - 1][1] if len(kept) > limit else None
    return cut([topic for topic, _ in kept], limit, last, bound)


def counted(db: Database, ids: Iterable[str]) -> tuple[TopicCount, ...]:
    """These known topics, in their order, with or without claims."""
    asked = "SELECT claims, documents, own FROM topics WHERE key = ?"
    found = []
    for id in ids:
        claims, documents, own = db.execute(asked, (id,)).fetchone() or (0, 0, 0)
        found.append(TopicCount(id, taxonomy.label(id), claims, documents, own, _above(id)))
    return tuple(found)


def tree(db: Database, root: str | None, depth: int, *, empty: bool) -> TopicTree:
    """The topics below each other: all, or those that ``root`` (an id, a label or a word of one) means.

    ``depth`` counts the levels. Topics without claims are left out unless ``empty``.
    """
    counts = {
        key: (claims, documents, own)
        for key, claims, documents, own in db.execute("SELECT key, claims, documents, own FROM topics")
    }

    def node(id: str, levels: int) -> TopicNode:
        below = level(taxonomy.children(id), levels - 1) if levels > 1 else ()
        return TopicNode(id, taxonomy.label(id), *counts.get(id, (0, 0, 0)), below)

    def level(ids: Iterable[str], levels: int) -> tuple[TopicNode, ...]:
        wanted = [id for id in ids if empty or counts.get(id, (0,))[0]]
        wanted.sort(key=lambda id: (-counts.get(id, (0,))[0], taxonomy.rank(id)))
        return tuple(node(id, levels) for id in wanted)

    if root is None:
        return TopicTree(level(taxonomy.children(""), depth))
    return TopicTree(level(_highest(taxonomy.find(root)), depth))


def _highest(ids: Sequence[str]) -> list[str]:
    """Those of these topics that no other of them is above."""
    return [id for id in ids if not set(taxonomy.broader(id)) & set(ids)]


def _above(id: str) -> str | None:
    return next(iter(taxonomy.broader(id)), None)


def _begins(label: str, q: str) -> bool:
    """Does every word of ``q`` begin a word of the label? There are some 1,200 labels at most."""
    words = fold(label).replace(",", " ").split()
    return all(any(word.startswith(part) for word in words) for part in fold(q).replace(",", " ").split())
