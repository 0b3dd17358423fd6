"""Names and words in a question that nothing is stored of, and those like them that something is stored of.

Who misspells a name would otherwise be answered just as if its bearer had said nothing, and who leaves it out
as if it had not been there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import partial
from typing import Literal

import msgspec
from sqlite_utils import Database

from grammar.topics import taxonomy
from service.store.asking import counts
from service.store.entities import roles, vocabulary
from service.store.values import aliases, names, spelling
from service.store.values.hints import Count, Unknown

_MOST = 5
_TOLD = 10
_LOOKED_AT = 50
_BEYOND = "\U0010ffff"
_PUBLISHERS = 10_000
_TWO_SLIPS = 5  # letters that a word must have for two of them to be wrong
_LIKENESS = 0.75
_COUNTED = 1000

Named = tuple[str, str]
"""A parameter and a name in it."""


def told(db: Database, unknown: Sequence[Named]) -> tuple[Unknown, ...]:
    """What is like each of these names; of the first ten alone."""
    return tuple(
        Unknown(parameter, value, _near(db, parameter, value) if number < _TOLD else ())
        for number, (parameter, value) in enumerate(dict.fromkeys(unknown))
    )


def sought(db: Database, kind: Literal["actor", "topic"], q: str) -> tuple[Unknown, ...]:
    """What is like the words by which no actor or topic was found."""
    near = _actors(db, q, "claims + about") if kind == "actor" else _topics(db, q)
    return (Unknown("q", q, near),)


def _near(db: Database, parameter: str, value: str) -> tuple[Count, ...]:
    find = _NEAR.get(parameter.removeprefix("not_"))
    return find(db, value) if find else ()


def _actors(db: Database, value: str, tally: str = "claims") -> tuple[Count, ...]:
    """Those of whom the words are a role, as "the health secretary" is, else those with a name like this one.

    That is a word like each of its words, else like its last, if need be two letters away.
    """
    if ":" in value:  # an id: what is behind its kind is the name
        value = value.rpartition(":")[2].replace("-", " ")
    words = names.words(aliases.without_titles(value)) or names.words(value)
    return (
        _bearing(db, value, tally)
        or _spelt(db, value, words[-_MOST:], spelling.variants, tally)
        or _spelt(db, value, words[-1:], spelling.variants, tally)
        or _spelt(db, value, words[-1:], partial(_alike, db), tally)
    )


def _spelt(
    db: Database, value: str, wanted: Sequence[str], variants: Callable[[str], Iterable[str]], tally: str
) -> tuple[Count, ...]:
    """Those with a variant of each of the words, or a word that it begins; most like the value first."""
    conditions, values = [f"{tally} > 0"], []
    for word in wanted:
        like = "word IN (SELECT value FROM json_each(?))"
        values.append(msgspec.json.encode(sorted(variants(word))).decode())
        if spelling.is_begun(word):
            like += " OR (word >= ? AND word < ?)"
            values += [word, word + _BEYOND]
        conditions.append(f"id IN (SELECT actor FROM actor_words WHERE {like})")
    query = f"SELECT key, name, {tally} FROM actors WHERE {' AND '.join(conditions)}"
    rows = wanted and db.execute(f"{query} ORDER BY {tally} DESC, id LIMIT {_LOOKED_AT}", values).fetchall()
    return _nearest(value, (Count(*row) for row in rows))


def _bearing(db: Database, role: str, tally: str) -> tuple[Count, ...]:
    """Those with most claims whom a document calls so beside their names."""
    where, values = roles.having(role)
    rows = db.execute(
        f"SELECT key, name, {tally} FROM actors WHERE {tally} > 0"
        f" AND id IN (SELECT actor FROM actor_roles WHERE {where}) ORDER BY {tally} DESC, id LIMIT {_MOST}",
        values,
    )
    return tuple(Count(*row) for row in rows)


def _alike(db: Database, word: str) -> list[str]:
    """Words of names with the same first letter that are rather like this one."""
    if len(word) < _TWO_SLIPS:
        return []
    begun = (word[0], word[0] + _BEYOND)
    rows = db.execute("SELECT DISTINCT word FROM actor_words WHERE word >= ? AND word < ?", begun)
    return get_close_matches(word, [known for (known,) in rows], _MOST, _LIKENESS)


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


def _words(db: Database, value: str) -> tuple[Count, ...]:
    """Words one letter from this one, or that it begins, as claims have them."""
    word = names.fold(value)
    begun = vocabulary.beginning(db, word) if spelling.is_begun(word) else []
    found = ((each, vocabulary.count(db, each, _COUNTED)) for each in {*spelling.variants(word), *begun})
    return _nearest(value, (Count(each, each, claims) for each, claims in sorted(found) if claims))


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
    "q": _words,
}
