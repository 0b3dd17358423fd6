"""Whether a text is English: by its script, and by the small words that a language's grammar needs.

Small words tell texts of a dozen words and more apart (Grefenstette 1995), and the verdict can be checked by
counting. What is short, mixed or a list of names is given the benefit of the doubt.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from grammar.lexicon import table

ENGLISH = "en"

_LOOKED_AT = 4_000  # characters; more would not tell more
_FEWEST_WORDS = 12
_FEWEST_LETTERS = 10
_FEWEST_DIFFERENT = 3  # small words of the language: "com" alone, in addresses, is no Portuguese
_LEAST = 0.12
_LEAST_ENGLISH = 0.15
_MARGIN = 2.0
_WORD = re.compile(r"[^\W\d_]+")
# "Ana de los Santos", "Ursula von der Leyen": small words of a name are none of the text's.
_PARTICLES = re.compile(
    r"(?<=\w )(?:(?:d[aeiou]|d[ao]s|des|del|dell[ao]|l[ao]s?|el|al|v[ao]n|de[rn]|te[rn]|bin) )+(?=[A-ZÀ-Þ])"
)
_GLANCES = 3
_GLANCE = 300  # characters
_LEAST_AT_A_GLANCE = 0.15
_NO_OTHERS = frozenset(("the", "and", "that", "this", "with", "from"))
"""Small words that no language has in common with English."""
_SCRIPTS = {
    "HIRAGANA": ("ja", "Japanese"),
    "KATAKANA": ("ja", "Japanese"),
    "HANGUL": ("ko", "Korean"),
    "CJK": ("zh", "Chinese"),
    "GREEK": ("el", "Greek"),
    "HEBREW": ("he", "Hebrew"),
    "THAI": ("th", "Thai"),
    "GEORGIAN": ("ka", "Georgian"),
    "ARMENIAN": ("hy", "Armenian"),
    "ARABIC": ("und-Arab", "a language written in Arabic script"),
    "DEVANAGARI": ("und-Deva", "a language written in Devanagari"),
    "BENGALI": ("und-Beng", "a language written in Bengali script"),
    "TAMIL": ("ta", "Tamil"),
    "TELUGU": ("te", "Telugu"),
    "CYRILLIC": ("und-Cyrl", "a language written in Cyrillic"),
}
"""By the first word of a letter's Unicode name: the language or script (BCP 47) and its English name."""


def language_of(text: str) -> str | None:
    """The language that a text is clearly in, as a BCP 47 code, or None where that is not clear.

    Only "en" and "not en" are meant to be relied on; of languages that are close the nearest may be given.
    """
    if _english_at_a_glance(text):
        return ENGLISH
    beginning = text[:_LOOKED_AT]
    words = _WORD.findall(beginning.lower() if beginning.isupper() else _PARTICLES.sub("", beginning))
    script = _script(words)
    if script not in {None, "LATIN", "CYRILLIC"}:
        return _SCRIPTS[script][0] if script in _SCRIPTS else "und"
    if len(words) < _FEWEST_WORDS:
        return _SCRIPTS["CYRILLIC"][0] if script == "CYRILLIC" else None
    shares = _shares(words, script)
    share, best = max(((share, code) for code, share in shares.items()), default=(0.0, ENGLISH))
    english = shares.get(ENGLISH, 0.0)
    if english >= _LEAST_ENGLISH and english >= share:
        return ENGLISH
    if share >= _LEAST and share >= _MARGIN * english:
        return best
    return _SCRIPTS["CYRILLIC"][0] if script == "CYRILLIC" else None


def _english_at_a_glance(text: str) -> bool:
    """Whether a short text, or each of a few pieces of a longer one, has many small words of English.

    So have most English articles, and this takes a tenth of the time of counting. Marks stick to words here,
    so that fewer count than there are.
    """
    end = min(len(text), _LOOKED_AT) - _GLANCE
    long = end >= _GLANCE * (_GLANCES - 1)
    english = _english()
    for start in range(0, end + 1, end // (_GLANCES - 1)) if long else (0,):
        words = text[start : start + _GLANCE if long else len(text)].lower().split()
        if len(words) < _FEWEST_WORDS or _NO_OTHERS.isdisjoint(words):
            return False
        if len([word for word in words if word in english]) < _LEAST_AT_A_GLANCE * len(words):
            return False
    return True


def _script(words: Sequence[str]) -> str | None:
    """The script of more than half of the letters; None where there are too few to say."""
    letters = "".join(words)[:1_000]
    if len(letters.encode("ascii", "ignore")) >= 0.9 * len(letters):
        return "LATIN"
    found = Counter(unicodedata.name(letter, "?").partition(" ")[0] for letter in letters)
    if found["HIRAGANA"] + found["KATAKANA"] > len(letters) / 10:
        return "HIRAGANA"
    name, count = max(found.items(), key=lambda each: (each[1], each[0]))
    return name if len(letters) >= _FEWEST_LETTERS and count > len(letters) / 2 else None


def _shares(words: Sequence[str], script: str | None) -> dict[str, float]:
    """The share of each language's small words, where these are more than a few different ones.

    Those of other languages count only without a capital: "De", "El" and "Las" are parts of names in English.
    Cyrillic is no script of English names.
    """
    found: dict[str, list[int]] = defaultdict(list)
    known = _known()
    for word, number in Counter(words).items():
        for code in known.get(word.lower(), ()):
            if code == ENGLISH or word.islower() or script == "CYRILLIC":
                found[code].append(number)
    return {
        code: sum(numbers) / len(words)
        for code, numbers in found.items()
        if len(numbers) >= _FEWEST_DIFFERENT
    }


@cache
def _languages() -> tuple[tuple[str, str, frozenset[str]], ...]:
    rows = [(code, name, frozenset(words.split())) for code, name, words in table("languages.tsv")]
    (english,) = (words for code, _, words in rows if code == ENGLISH)
    return tuple((code, name, words if code == ENGLISH else words - english) for code, name, words in rows)


@cache
def _english() -> frozenset[str]:
    return next(words for code, _, words in _languages() if code == ENGLISH)


@cache
def _known() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, _, words in _languages():
        for word in words:
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


def foreign(code: str | None) -> str:
    """What is told of a text that is not English."""
    names = {known: name for known, name, _ in _languages()} | dict(_SCRIPTS.values())
    told = code or "und"
    name = names.get(told) or names.get(told.partition("-")[0].lower()) or f"another language ({told})"
    return f"The text is in {name}; only English is read."
