"""What a source's first words are beside the one who speaks: a person, a thing, a clause of its own."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.persons import PERSONS

_NAME, _PLURAL = TOKEN_CLASSES["Name"], TOKEN_CLASSES["Plural"]
_COMMA = CHUNKS["Comma"]
_DETERMINED = frozenset(TOKEN_CLASSES[name] for name in ("Det", "Poss", "Quant", "Num"))
_COMMON = frozenset(
    TOKEN_CLASSES[name] for name in ("Noun", "CueNoun", "CueNominal", "Ing", "CueIng", "Venue")
)
_MANY = frozenset((TOKEN_CLASSES["Name"], TOKEN_CLASSES["Plural"]))


def is_apart(analysis: Analysis, joined: int) -> bool:
    """Tell "(after) a transplant and Lee (said)" from "Lee and Berg", "the builder and reality star"."""
    edges, units = analysis.chunks.edges, analysis.units.codes
    named = set(units[edges[joined - 1] : edges[joined]]) == {_NAME}
    return not named and (units[edges[joined + 1]] in _DETERMINED or units[edges[joined + 2] - 1] in _MANY)


def is_thing(analysis: Analysis, first: int, last: int) -> bool:
    """(A frenzy from) fans, who feel: what stands first is no person, and so not the one "who" means."""
    edges, words, codes = analysis.chunks.edges, analysis.tokens.words, analysis.units.codes
    word, code = words[analysis.ends[first] - 1], codes[edges[first + 1] - 1]
    near = last - 2 - (analysis.codes[last - 2] == _COMMA)
    return (
        words[analysis.ends[last - 1] - 1].lower() == "who"
        and (code in _COMMON or code == _PLURAL)
        and PERSONS.isdisjoint((word, word.removesuffix("s")))
        and codes[edges[near + 1] - 1] in _MANY
    )


def is_person(analysis: Analysis, chunk: int) -> bool:
    """Whether a group's last word is a common noun for a person: (the) founder."""
    return analysis.tokens.words[analysis.ends[chunk] - 1].lower() in PERSONS
