"""Names as keys: one normal form for all the ways in which a name is written, and ids drawn from it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from grammar.actors.lists.romanization import is_syllabic

POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_APOSTROPHES = str.maketrans("", "", "'’ʼ`.")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word in small letters without marks, dots and apostrophes: "Élysée" is "elysee", "U.S." is "us"."""
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word.casefold().translate(_APOSTROPHES)


def phrase(words: Iterable[str]) -> str:
    """Several words folded and joined by a blank, as the gazetteer has its entries."""
    return " ".join(map(fold, words))


def joined(words: Iterable[str]) -> str:
    """Words as a name is written: a blank between them, none before a genitive or a comma."""
    return " ".join(words).replace(" '", "'").replace(" ’", "’").replace(" ,", ",")


@lru_cache(maxsize=65536)
def slug(words: tuple[str, ...]) -> str:
    """The readable part of an id: folded words joined by "-", as are the halves of a surname with a hyphen.

    The hyphen falls out of what may be a Chinese or Korean given name, which has none as often: "Won-sik".
    Letters of other scripts stay as they are; a name without a letter or digit gives "unnamed".
    """
    parts: list[str] = []
    for word in map(fold, words):
        halves = word.split("-") if "-" in word and not is_syllabic(word) else [word]
        parts += (half if half.isalnum() else "".join(filter(str.isalnum, half)) for half in halves)
    return "-".join(filter(None, parts)) or "unnamed"


def bare(word: str) -> str:
    """A folded word of a name without the Arabic article before it: "al-Assad" is "assad"."""
    key = fold(word)
    return key[3:] if key[:3] in ("al-", "el-", "ul-") and len(key) > 4 else key
