"""The forms of an English verb, by rule and a list of the irregular ones; the singular of a noun, by rule."""

from __future__ import annotations

import re
from typing import NamedTuple

from grammar.lexicon import lines, table

_VOWELS = "aeiou"
_LIQUID = re.compile(
    r"[aeiouy].*[^aeiou][aeio]l\Z"
)  # an unstressed syllable: its "l" is doubled in Britain alone
# Verbs of more than one syllable that double their last consonant: the stress falls on the last one.
_DOUBLING = frozenset(lines("doubling.txt"))


class Forms(NamedTuple):
    """As in say, says, said, said, saying."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str


def forms(lemma: str) -> Forms:
    """All five forms of a verb; of "call on", those of its first word."""
    verb = lemma.split(maxsplit=1)[0]
    stem, last = verb[:-1], verb[-1]
    doubled = verb + last if _doubles(verb) else verb
    if last == "y" and verb[-2] not in _VOWELS:
        third, past = stem + "ies", stem + "ied"
    elif last == "e":
        third, past = verb + "s", verb + "d"
    else:
        third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        past = doubled + "ed"
    gerund = (stem if last == "e" and not verb.endswith(("ee", "ye", "oe")) else doubled) + "ing"
    irregular = _IRREGULAR.get(verb)
    return Forms(verb, third, *(irregular or (past, past)), gerund)


def spellings(lemma: str) -> tuple[Forms, ...]:
    """The forms of a verb, and those that Britons write another way: signalled, labelling, learnt."""
    verb = lemma.split(maxsplit=1)[0]
    base = forms(lemma)
    if verb in _ALSO:
        return base, Forms(verb, base.third, *_ALSO[verb], base.gerund)
    if not _LIQUID.search(verb) or base.gerund == verb + "ling":
        return (base,)
    return base, Forms(verb, base.third, verb + "led", verb + "led", verb + "ling")


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


def _doubles(verb: str) -> bool:
    if verb in _DOUBLING:
        return True
    return (
        verb[-1] not in _VOWELS + "wxy"
        and verb[-2] in _VOWELS
        and verb[-3:-2] not in tuple(_VOWELS)
        and sum(letter in _VOWELS for letter in verb) == 1
    )


_ROWS = [(row[0], (row[1], row[2])) for row in table("irregular.tsv")]
_IRREGULAR = dict(reversed(_ROWS))
_ALSO = {verb: past for verb, past in _ROWS if past != _IRREGULAR[verb]}  # a verb's second row
