"""Syllables of Chinese, Korean and Vietnamese in Latin letters, by which their given names are known."""

from __future__ import annotations

import re

_LONGEST = 14  # letters of a given name
_ONSET = "(?:zh|ch|sh|kh|ph|th|tr|ng|nh|gi|kw|hw|[bcdfghjklmnpqrstwxyz])"
_SYLLABLE = f"{_ONSET}?[aeiou]+y?(?:ng|nh|ll|[nmrlkpth](?![aeiouy]))?"
_SYLLABLES = re.compile(rf"(?:{_SYLLABLE}|ye[on]?n?g?|hy[ue]n?g?){{1,3}}")


def is_syllabic(key: str) -> bool:
    """Tell whether a folded word could be a given name of Chinese, Korean or Vietnamese in Latin letters."""
    return len(key) < _LONGEST and _SYLLABLES.fullmatch(key.replace("-", "")) is not None
