"""Who may be the same person: known by the surname alone in one text, by more of the name in another.

Nobody is made one with another here: that is an editor's decision. A name is another's shorter form where all
its words stand in that in their order, the last one last: "Trump" and "Donald Trump" of "Donald J. Trump".
A first name alone ("Donald") may be anybody's who bears it: that is told, but never taken along in a query.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from grammar.claim import ActorKind
from service.store.values import aliases, names

_PERSONAL = (str(ActorKind.PERSON), str(ActorKind.UNKNOWN))
_LOOKED_AT = 200  # of those who bear a name: these with most claims
_MEANT = 50  # a name that means more than so many is no one's: what it may mean besides is looked up of these

Named = tuple[int, list[str]]


def of(db: Database, row: int, most: int) -> list[int]:
    """The rows of those who may be this one, by a shorter name or a longer, then by the first name alone.

    Of either kind those with most claims first.
    """
    own = _words(db, row)
    others = _bearing(db, own[-1:], row)
    found = [other for other, words in others if _shortens(words, own) or _shortens(own, words)]
    others = _bearing(db, own[:1], row)
    found += [other for other, words in others if _begins(words, own) or _begins(own, words)]
    return list(dict.fromkeys(found))[:most]


def shorter(db: Database, rows: Iterable[int]) -> set[int]:
    """The rows of those known by a shorter form of these actors' names, or by just the same one.

    Of more than 50 actors, of the first 50 alone.
    """
    found: set[int] = set()
    for row in sorted(rows)[:_MEANT]:
        own = _words(db, row)
        found.update(other for other, words in _bearing(db, own[-1:], row) if _shortens(words, own))
    return found


def _words(db: Database, row: int) -> list[str]:
    """The words of a person's name without titles; none of what is no person, or has no name of its own."""
    found = db.execute(
        f"SELECT key, name FROM actors WHERE id = ? AND kind IN {_PERSONAL}", (row,)
    ).fetchone()
    return _bare(*found) if found else []


def _bearing(db: Database, word: Sequence[str], but: int) -> list[Named]:
    """Persons who bear this word in some form of their names, with the words of the usual one."""
    rows = (
        db.execute(
            f"SELECT id, key, name FROM actors WHERE kind IN {_PERSONAL} AND documents > 0 AND id <> ?"
            " AND id IN (SELECT actor FROM actor_words WHERE word = ?) ORDER BY -claims, id LIMIT ?",
            (but, *word, _LOOKED_AT),
        )
        if word
        else ()
    )
    return [(row, words) for row, key, name in rows if (words := _bare(key, name))]


def _bare(key: str, name: str) -> list[str]:
    # Whoever has no name in a text ("the mayor") has a digest of it in the id.
    return [] if key.count(":") > 1 else names.words(aliases.without_titles(name))


def _begins(words: Sequence[str], full: Sequence[str]) -> bool:
    """Tell the first name of a longer one, alone."""
    return len(words) == 1 < len(full) and words[0] == full[0]


def _shortens(words: Sequence[str], full: Sequence[str]) -> bool:
    if not words or words[-1] != full[-1]:
        return False
    left = iter(full)
    return all(word in left for word in words)
