"""Names in a question that nothing is stored of, and those like them that something is stored of.

Who misspells a name would otherwise be answered just as if its bearer had said nothing, and who leaves it out
as if it had not been there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher

import msgspec
from sqlite_utils import Database

from grammar.topics import taxonomy
from service.store.asking import counts
from service.store.values import aliases, names, spelling
from service.store.values.hints import Count, Unknown

_MOST = 5
_TOLD = 10
_LOOKED_AT = 50
_BEYOND = "\U0010ffff"
_PUBLISHERS = 10_000


Named = tuple[str, str]
"""A parameter and a name in it."""


def told(db: Database, unknown: Sequence[Named]) -> tuple[Unknown, ...]:
    """What is like each of these names; of the first ten alone."""
    return tuple(
        Unknown(parameter, value, _near(db, parameter, value) if number < _TOLD else ())
        for number, (parameter, value) in enumerate(dict.fromkeys(unknown))
    )


def _near(db: Database, parameter: str, value: str) -> tuple[Count, ...]:
    find = _NEAR.get(parameter.removeprefix("not_"))
    return find(db, value) if find else ()


def _actors(db: Database, value: str, tally: str = "claims") -> tuple[Count, ...]:
    """Those with a word like each of the name's, else like its last."""
    if ":" in value:  # an id: what is behind its kind is the name
        value = value.rpartition(":")[2].replace("-", " ")
    words = names.words(aliases.without_titles(value)) or names.words(value)
    for wanted in (words[-_MOST:], words[-1:]):
        conditions, values = [f"{tally} > 0"], []
        for word in wanted:
            like = "word IN (SELECT value FROM json_each(?))"
            values.append(msgspec.json.encode(sorted(spelling.variants(word))).decode())
            if spelling.is_begun(word):
                like += " OR (word >= ? AND word < ?)"
                values += [word, word + _BEYOND]
            conditions.append(f"id IN (SELECT actor FROM actor_words WHERE {like})")
        found = (
            wanted
            and db.execute(
                f"SELECT key, name, {tally} FROM actors WHERE {' AND '.join(conditions)}"
                f" ORDER BY {tally} DESC, id LIMIT {_LOOKED_AT}",
                values,
            ).fetchall()
        )
        if found:
            return _nearest(value, (Count(*row) for row in found))
    return ()


def _concerned(db: Database, value: str) -> tuple[Count, ...]:
    return _actors(db, value, "about")


def _topics(db: Database, value: str) -> tuple[Count, ...]:
    """Those with a word like each of the label's, else what is broader than the one meant, else like one."""
    rows = db.execute("SELECT key, label, claims FROM topics WHERE claims > 0 ORDER BY claims DESC, id")
    stored = {key: Count(key, label, claims) for key, label, claims in rows.fetchall()}
    words = names.words(value)

    def alike(fewest: int | None = None) -> list[Count]:
        return [count for count in stored.values() if spelling.alike(words, names.words(count.label), fewest)]

    meant = taxonomy.find(value)
    if not meant and (found := alike()):
        return _nearest(value, found)
    meant = meant or tuple(
        concept.id
        for concept in taxonomy.concepts().values()
        if spelling.alike(words, names.words(concept.label))
    )
    broader = (next((stored[each] for each in taxonomy.broader(id) if each in stored), None) for id in meant)
    if found := list(dict.fromkeys(count for count in broader if count)):
        return tuple(found[:_MOST])
    return _nearest(value, alike(1))


def _publishers(db: Database, value: str) -> tuple[Count, ...]:
    """Those with a word like each of the name's; of the first 10,000."""
    claims, words = counts.of(db, "publisher"), names.words(value)
    rows = db.execute(f"SELECT id, name FROM publishers ORDER BY id LIMIT {_PUBLISHERS}").fetchall()
    found = [
        Count(name, name, claims.get(row, 0))
        for row, name in rows
        if spelling.alike(words, names.words(name))
    ]
    return _nearest(value, sorted(found, key=lambda count: -count.claims))


def _nearest(value: str, found: Iterable[Count]) -> tuple[Count, ...]:
    """Those spelled most like a name; of such as are alike in this, in the order given."""
    matcher = SequenceMatcher(b=names.fold(value), autojunk=False)

    def likeness(count: Count) -> float:
        matcher.set_seq1(names.fold(count.label))
        return matcher.ratio()

    return tuple(sorted(found, key=likeness, reverse=True)[:_MOST])


_NEAR: dict[str, Callable[[Database, str], tuple[Count, ...]]] = {
    "actor": _actors,
    "about": _concerned,
    "topic": _topics,
    "root": _topics,
    "publisher": _publishers,
}
