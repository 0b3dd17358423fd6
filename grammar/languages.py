"""Whether a text is English: by its script, and by the small words that a language's grammar needs.

Small words tell texts of a dozen words and more apart (Grefenstette 1995), and the verdict can be checked by
counting. What is short, mixed or a list of names is given the benefit of the doubt.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache

from grammar.lexicon import table

ENGLISH = "en"

_LOOKED_AT = 4_000  # characters; more would not tell more
_FEWEST_WORDS = 12
_FEWEST_LETTERS = 25
_FEWEST_DIFFERENT = 3  # small words of the language: "com" alone, in addresses, is no Portuguese
_LEAST = 0.12
_LEAST_ENGLISH = 0.15
_MARGIN = 2.0
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CJK": "zh",
    "GREEK": "el",
    "HEBREW": "he",
    "THAI": "th",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "ARABIC": "und-Arab",
    "DEVANAGARI": "und-Deva",
    "BENGALI": "und-Beng",
    "TAMIL": "ta",
    "TELUGU": "te",
    "CYRILLIC": "und-Cyrl",
}
"""The first word of a letter's Unicode name, and the language or script that it tells (BCP 47)."""


def language_of(text: str) -> str | None:
    """The language that a text is clearly in, as a BCP 47 code, or None where that is not clear.

    Only "en" and "not en" are meant to be relied on; of languages that are close the nearest may be given.
    """
    words = [word.lower() for word in _WORD.findall(text[:_LOOKED_AT])]
    script = _script(words)
    if script not in {None, "LATIN", "CYRILLIC"}:
        return _SCRIPTS.get(script or "", "und")
    if len(words) < _FEWEST_WORDS:
        return _SCRIPTS["CYRILLIC"] if script == "CYRILLIC" else None
    shares = _shares(words)
    best, share = max(shares.items(), key=lambda each: (each[1], each[0]))
    english = shares[ENGLISH]
    if english >= _LEAST_ENGLISH and english >= share:
        return ENGLISH
    if share >= _LEAST and share >= _MARGIN * english:
        return best
    return _SCRIPTS["CYRILLIC"] if script == "CYRILLIC" else None


def _script(words: Sequence[str]) -> str | None:
    """The script of more than half of the letters; None where there are too few to say."""
    letters = "".join(words)[:1_000]
    if letters.isascii():
        return "LATIN"
    found = Counter(unicodedata.name(letter, "?").partition(" ")[0] for letter in letters)
    if found["HIRAGANA"] + found["KATAKANA"] > len(letters) / 10:
        return "HIRAGANA"
    name, count = max(found.items(), key=lambda each: (each[1], each[0]))
    return name if len(letters) >= _FEWEST_LETTERS and count > len(letters) / 2 else None


def _shares(words: Sequence[str]) -> dict[str, float]:
    """The share of each language's small words; of few different ones, none."""
    counts: Counter[str] = Counter()
    different: Counter[str] = Counter()
    known = _known()
    for word, number in Counter(words).items():
        for code in known.get(word, ()):
            counts[code] += number
            different[code] += 1
    return {
        code: counts[code] / len(words) if different[code] >= _FEWEST_DIFFERENT else 0.0
        for code, _, _ in _languages()
    }


@cache
def _languages() -> tuple[tuple[str, str, frozenset[str]], ...]:
    rows = [(code, name, frozenset(words.split())) for code, name, words in table("languages.tsv")]
    (english,) = (words for code, _, words in rows if code == ENGLISH)
    return tuple((code, name, words if code == ENGLISH else words - english) for code, name, words in rows)


@cache
def _known() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, _, words in _languages():
        for word in words:
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


def foreign(code: str | None) -> str:
    """What is told of a text that is not English."""
    primary = (code or "und").partition("-")[0].lower()
    name = next((name for known, name, _ in _languages() if known == primary), None)
    return f"The text is in {name or f'another language ({code})'}; only English is read."
