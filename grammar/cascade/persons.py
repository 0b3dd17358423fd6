"""The nouns for a person: "critic", "teacher"."""

from __future__ import annotations

from grammar.lexicon import table

PERSONS = frozenset(noun for _, nouns in table("names/person_nouns.tsv") for noun in nouns.split())
