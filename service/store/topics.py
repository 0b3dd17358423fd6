"""Topics in the store. A claim stands under its topics, under its document's, and under all broader ones."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlite_utils import Database

from grammar.claim import Topic
from grammar.topics import taxonomy
from service.store.names import fold
from service.store.paging import Page, Place, cut, start


class TopicCount(msgspec.Struct, frozen=True):
    """A Media Topic, and how many claims and documents fall under it or a narrower one."""

    id: str
    label: str
    claims: int
    documents: int


def closure(topics: Iterable[Topic]) -> dict[str, str]:
    """The ids and labels of these topics and of all that are broader."""
    found: dict[str, str] = {}
    for topic in topics:
        found.setdefault(topic.id, topic.label)
        for id in taxonomy.broader(topic.id):
            found.setdefault(id, taxonomy.label(id))
    return found


def rows_of(db: Database, topics: dict[str, str]) -> dict[str, int]:
    """The rows of these topics, made where they are not there."""
    db.table("topics").insert_all(
        ({"key": key, "label": label, "claims": 0, "documents": 0} for key, label in topics.items()),
        ignore=True,
    )
    marks = ",".join("?" * len(topics))
    return dict(db.execute(f"SELECT key, id FROM topics WHERE key IN ({marks})", list(topics)).fetchall())


def resolve(db: Database, value: str) -> list[int]:
    """The rows of the topics that an id, a label or words of a label mean; narrower ones are in them."""
    named = taxonomy.find(value) or (value.strip(),)
    wanted = [id for id in named if not set(taxonomy.broader(id)) & set(named)]
    marks = ",".join("?" * len(wanted))
    return [row for (row,) in db.execute(f"SELECT id FROM topics WHERE key IN ({marks}) ORDER BY id", wanted)]


def search(db: Database, q: str | None, cursor: str | None, limit: int) -> Page[TopicCount]:
    """Topics by how many claims they have; ``q`` is an id, or the beginning of a label or of words in it."""
    bound = ("topics", q)
    place = start(cursor, bound)
    found = db.execute(
        "SELECT key, label, claims, documents, id FROM topics"
        " WHERE (-claims, id) > (?, ?) ORDER BY -claims, id",
        (place.rank, place.row),
    )
    kept: list[tuple[TopicCount, Place]] = []
    for key, label, claims, documents, row in found:
        if q is None or q.strip() == key or _begins(label, q):
            kept.append((TopicCount(key, label, claims, documents), Place(-claims, 0, row)))
        if len(kept) > limit:
            break
    last = kept[limit - 1][1] if len(kept) > limit else None
    return cut([topic for topic, _ in kept], limit, last, bound)


def _begins(label: str, q: str) -> bool:
    """Does every word of ``q`` begin a word of the label? There are some 1,200 labels at most."""
    words = fold(label).replace(",", " ").split()
    return all(any(word.startswith(part) for word in words) for part in fold(q).replace(",", " ").split())
