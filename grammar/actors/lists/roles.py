"""What a single word may be in the lie of a text: a name's capital, a quotation mark, a stop ..."""

from __future__ import annotations

from typing import Final

from grammar.actors.lists.vocabulary import Vocabulary
from grammar.text.forms import word_of

# A word may have several of these, as "May" opens sentences and is a month.
CAPITAL: Final = 1
OPENER: Final = 2  # no name at the start of a sentence
MONTH: Final = 4
NEVER: Final = 8  # a capital that is no name: "The", "Monday"
ARABIC: Final = 16  # "al-Assad"
QUOTATION_MARK: Final = 32
STOP: Final = 64
BREAK: Final = 128

QUOTATION_MARKS: Final = frozenset(('"', "“", "”", "``", "''", "„", "«", "»"))
ARABIC_ARTICLES: Final = ("al-", "el-", "ul-", "an-", "as-", "at-", "ar-", "bin-")
STOPS: Final = frozenset(".!?…")
_ARTICLES: Final = frozenset(("The", "A", "An", "I"))


class Roles:
    """The roles of a word, 0 for most."""

    def __init__(self, words: Vocabulary) -> None:
        self._openers, self._months = words.opener, words.month
        self._never = words.day | words.state

    def of(self, piece: str) -> int:
        """The roles of a piece's word."""
        word = word_of(piece)
        if word[:1].isupper():
            lower = word.lower()
            if not lower.isalpha() and ("’" in lower or "'" in lower):
                lower = lower.replace("’", "'").partition("'")[0] or lower
            opener = OPENER if lower in self._openers else 0
            month = MONTH if lower in self._months else 0
            never = NEVER if lower in self._never or word in _ARTICLES else 0
            return CAPITAL | opener | month | never
        if word in QUOTATION_MARKS:
            return QUOTATION_MARK
        if word in STOPS:
            return STOP
        if "\n" in word:
            return BREAK
        return ARABIC if word.startswith(ARABIC_ARTICLES) and word[3:4].isupper() else 0
