"""Who stands behind a reporting noun: "won the support of the guild", "calls from voters for a ban"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, expand
from grammar.lexicon import lines
from grammar.lexicon.inflection import forms

_VERBAL = frozenset((CHUNKS["Verb"], CHUNKS["Done"]))
_ADVERB = CHUNKS["Adverb"]
_GIVEN = re.compile(expand("<Prep|By>(?:<Group>(?:(?:<Of|In|And>)<Group>){0,3}+|<Objective>)", CHUNK_NAMES))
GIVEN = frozenset(("that", "for", "about", "infinitive", "is-that"))  # what may stand behind "from voters"
_GIVERS = frozenset(("from", "by", "among"))


class Winning:
    """The verbs that win and the nouns for what is won, at work on chunks."""

    def __init__(self, complements: Mapping[str, frozenset[str]]) -> None:
        """``complements`` are the reporting nouns': "from" tells what is won, "owner" also of whom."""
        self._givers = {
            noun: _GIVERS | {"of"} if "owner" in taken else _GIVERS
            for noun, taken in complements.items()
            if "from" in taken
        }
        self._verbs = frozenset(form for verb in lines("winning_verbs.txt") for form in {verb, *forms(verb)})

    def verb(
        self, noun: str, codes: Sequence[str], at: int, words: Callable[[int, int], list[str]]
    ) -> int | None:
        """The chunk of the verb that wins the noun of chunk ``at``, if one does and a giver stands behind."""
        givers = self._givers.get(noun)
        if givers is None or not at or givers.isdisjoint(words(at + 1, at + 2)[:1]):
            return None
        verb = at - 1 - (codes[at - 1] == _ADVERB)
        if verb < 0 or codes[verb] not in _VERBAL:
            return None
        return verb if words(verb, verb + 1)[-1].lower() in self._verbs else None

    @staticmethod
    def behind(codes: str, at: int, words: Callable[[int, int], list[str]]) -> int:
        """The chunk behind "from voters", if that stands behind chunk ``at``; else the text's end."""
        match = _GIVEN.match(codes, at + 1)
        return match.end() if match and words(at + 1, at + 2)[-1] in _GIVERS else len(codes)
