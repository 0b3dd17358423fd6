"""Names as keys: one normal form for all the ways in which a name is written, and ids drawn from it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_APOSTROPHES = str.maketrans("", "", "'’ʼ`.")
_CLOSE = re.compile(" (?=[’',])")
_LONG = 14


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
    return _CLOSE.sub("", " ".join(words))


@lru_cache(maxsize=65536)
def slug(words: tuple[str, ...]) -> str:
    """The readable part of an id: folded words joined by "-"; hyphens inside a word fall out.

    Letters of other scripts stay as they are; a name without a letter or digit gives "unnamed".
    """
    parts = [part if part.isalnum() else "".join(filter(str.isalnum, part)) for part in map(fold, words)]
    return "-".join(filter(None, parts)) or "unnamed"


_ONSET = "(?:zh|ch|sh|kh|ph|th|tr|ng|nh|gi|kw|hw|[bcdfghjklmnpqrstwxyz])"
_SYLLABLE = f"{_ONSET}?[aeiou]+y?(?:ng|nh|ll|[nmrlkpth](?![aeiouy]))?"
_SYLLABLES = re.compile(rf"(?:{_SYLLABLE}|ye[on]?n?g?|hy[ue]n?g?){{1,3}}")


def is_syllabic(key: str) -> bool:
    """Tell whether a folded word could be a given name of Chinese, Korean or Vietnamese in Latin letters."""
    return len(key) < _LONG and _SYLLABLES.fullmatch(key.replace("-", "")) is not None


def bare(word: str) -> str:
    """A folded word of a name without the Arabic article before it: "al-Assad" is "assad"."""
    key = fold(word)
    return key[3:] if key[:3] in ("al-", "el-", "ul-") and len(key) > 4 else key


def singular(noun: str) -> str:
    """The singular of an English plural by its ending; the word itself if it is none."""
    if noun.endswith("men") and len(noun) > 4:
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith("ss") and len(noun) > 3:
        return noun[:-1]
    return noun
