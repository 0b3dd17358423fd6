"""Names as people write them: folded so that case, diacritics, hyphens and dots make no difference."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not decompose, though readers without them on their keyboard do.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_SILENT = re.compile(r"['’ʼ`.]")
_HYPHENS = re.compile(r"[-‐‑]")
WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """The text in lower case, without diacritics, apostrophes and dots; hyphens stay."""
    plain = text
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _SILENT.sub("", plain.casefold().translate(_LETTERS))


def words(text: str) -> list[str]:
    """The folded words of a name in order, a hyphenated one as one word: "Won-sik" is "wonsik"."""
    return WORD.findall(_HYPHENS.sub("", fold(text)))


def parts(text: str) -> list[str]:
    """The folded words of a name in order, a hyphenated one as several."""
    return WORD.findall(fold(text))


def keys(name: str) -> list[str]:
    """Every word by which a name can be found: hyphenated words whole and in their parts."""
    folded = fold(name)
    return sorted({*WORD.findall(folded), *WORD.findall(_HYPHENS.sub("", folded))})
