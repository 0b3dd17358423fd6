"""Words that somebody may have meant who wrote another: one letter away, as most slips are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from string import ascii_lowercase

_SHORTEST, _LONGEST = 3, 24
_BEGUN = 4
_JOINING = frozenset(("and", "of", "or", "the", "to", "by", "in", "with"))


@lru_cache(maxsize=64)
def variants(word: str) -> frozenset[str]:
    """A folded word and those one letter away: one left out, put in or exchanged, or two that changed places.

    Some 1,300 for the longest; a word of one or two letters, or of more than 24, is itself alone.
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return frozenset((word,))
    letters = ascii_lowercase
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = {word}
    found.update(head + tail[1:] for head, tail in cuts if tail)
    found.update(head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1)
    found.update(head + letter + tail[1:] for head, tail in cuts if tail for letter in letters)
    found.update(head + letter + tail for head, tail in cuts for letter in letters)
    return frozenset(found)


def is_begun(word: str) -> bool:
    """Whether a word is long enough to be taken for the beginning of another."""
    return len(word) >= _BEGUN


def alike(asked: Sequence[str], known: Sequence[str], fewest: int | None = None) -> bool:
    """Tell whether each of the folded words asked for, or so many, is near one of a known name.

    Near is one letter away, or one the beginning of the other. Joining words ("and", "of") do not count.
    """
    wanted = [word for word in asked if word not in _JOINING]
    near = [word for word in wanted if any(_near(word, other) for other in known)]
    return bool(near) and len(near) >= (len(wanted) if fewest is None else fewest)


def _near(word: str, other: str) -> bool:
    shorter, longer = sorted((word, other), key=len)
    if is_begun(shorter) and longer.startswith(shorter):
        return True
    return abs(len(word) - len(other)) <= 1 and other in variants(word)
