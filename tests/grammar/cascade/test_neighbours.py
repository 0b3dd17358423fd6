"""Neighbour rules are tried only where the text has what they need: nothing may be passed over by that."""

from __future__ import annotations

import random
import re

from grammar.cascade.alphabet import TOKEN_CLASSES
from grammar.cascade.words.neighbours import Neighbours

LETTERS = sorted(TOKEN_CLASSES.values())
LIKELY = [TOKEN_CLASSES[name] for name in (
    "Det", "Noun", "Plural", "Name", "Gen", "That", "To", "Prep", "Verb", "Adj", "CuePast", "CueBase",
    "NounBase", "NounThird", "CueIng", "Part", "Adv", "Comma", "Stop",
)]  # fmt: skip


def test_the_rules_rewrite_what_each_would_by_itself() -> None:
    neighbours = Neighbours()
    chance = random.Random(1)
    rewritten = 0
    for letters in (LETTERS, LIKELY):
        for length in (0, 1, 2, 5, 30, 200) * 15:
            codes = expected = "".join(chance.choices(letters, k=length))
            for rule in neighbours.rules:
                expected = re.sub(rule.source, rule.put, expected)
            assert neighbours.rewritten(codes) == expected, codes
            rewritten += codes != expected
    assert rewritten > 60
