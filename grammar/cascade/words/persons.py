"""The nouns for a person, "critic", for a body of people, "council", and for what says nothing, "dish"."""

from __future__ import annotations

from grammar.lexicon import lines, table

PERSONS = frozenset(noun for _, nouns in table("names/person_nouns.tsv") for noun in nouns.split())
_BODIES = frozenset(row[0] for row in table("organization_heads.txt")) | {
    "country",
    "nation",
    "firm",
    "state",
}

THINGS = frozenset(
    form for line in lines("things.txt") for noun in line.split() for form in (noun, f"{noun}s")
)


def can_act(noun: str) -> bool:
    """Whether a common noun, in the singular or the plural, is for people or a body of them."""
    word = noun.lower()
    single = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    if word.endswith("ves"):  # thieves, wives
        return not {word[:-3] + "f", word[:-3] + "fe"}.isdisjoint(PERSONS)
    if word.endswith("men"):  # fishermen
        return f"{word[:-2]}an" in PERSONS
    return not {word, single}.isdisjoint(PERSONS) or not {word, single}.isdisjoint(_BODIES)
