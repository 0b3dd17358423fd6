"""Whom "who" or "which" tells of: which of the groups in front of it is the source.

"A row between the firm and | its drivers, who", "Ann Dahl, head of the mill, who": not always the nearest.
"""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.words.persons import PERSONS
from grammar.slots.syntax import documents
from grammar.slots.syntax.bounds import COMMON, NOMINAL

_PREPOSITION, _AND, _COMMA, _OF, _BY, _IN, _AT, _FOR = (
    CHUNKS[name] for name in ("Prep", "And", "Comma", "Of", "By", "In", "Against", "For")
)
_NAME, _PLURAL, _TOPIC = (TOKEN_CLASSES[name] for name in ("Name", "Plural", "Topic"))
_FOUNDING = frozenset((_OF, _AT, _FOR))
_ABOUT = CHUNKS["About"]
_MADE = COMMON | {TOKEN_CLASSES[name] for name in ("Num", "Right")}
_MANY = frozenset((_NAME, _PLURAL))
VERBAL = frozenset(CHUNKS[name] for name in ("Verb", "Judge", "ToDo", "SayThat"))
_VERBAL_BEFORE, _ONE_RELATED = VERBAL | {CHUNKS["Tell"], CHUNKS["Done"]}, 3
_WHEN = CHUNKS["When"]
_PARTY = re.compile(r"[RDI]-[A-Z]")
UNTOLD = -1
"""What a step gives that does not tell where the source begins."""


def agent(analysis: Analysis, first: int, last: int) -> int:
    """(Carried a statement by) | a spokesman, who said; (was sued for 2m by) | a viewer who."""
    if analysis.tokens.lower[analysis.ends[last - 1] - 1] != "who":
        return UNTOLD
    by = analysis.codes.rfind(_BY, first, last)
    return by + 1 if by > 0 and analysis.letters(by - 1)[-1:] in _MADE else UNTOLD


def described(analysis: Analysis, first: int, last: int) -> int:
    """Which of the nouns in front of "who" or "which" it tells of."""
    codes, lower = analysis.codes, analysis.tokens.lower
    if documents.is_antecedent(analysis, last - 2):
        return last - 2  # (fined it after the end of) | an inquiry that found
    if first > 1 and codes[last - 2] == _COMMA and _is_office(analysis, first):
        return first - 2  # (echoed by) | Ann Dahl, head of the mill, who
    if first > 1 and _PARTY.match(analysis.tokens.words[analysis.begins[first]]):
        return first - 2  # Ann Dahl, | D-Ohio, who
    if codes.find(_WHEN, first + 1, last - 2) > 0:  # (told) clerks on Friday after a row with | members who
        near = last - 2 - (codes[last - 2] == _COMMA)
        if codes[near] == _WHEN:
            return first  # a survey, made in June, which
        return near
    if not first:
        return UNTOLD
    about = codes[first + 1] == _ABOUT and analysis.letters(first + 1) == _TOPIC  # but: a clerk on the road
    if about and codes[first - 1] in _VERBAL_BEFORE and last - first > _ONE_RELATED:
        return first + 2  # (asked) Lee about | a clerk who
    joined = codes.rfind(_AND, first, last)
    linked = codes.rfind(_PREPOSITION, first - 1, joined) if joined > 0 else -1
    if linked >= 0 and lower[analysis.begins[linked]] == "between":
        return joined + 1  # (a row between the firm and) | its drivers, who
    if lower[analysis.ends[last - 1] - 1] != "which":
        return UNTOLD
    edges = analysis.chunks.edges
    alone = codes[first - 1] == _COMMA and edges[first + 1] - edges[first] == 1
    if not (alone or _is_person(analysis, first)):
        return UNTOLD
    near = last - 2 - (codes[last - 2] == _COMMA)
    return near if codes[near - 1] in _FOUNDING else first  # (founder of) | a firm, which


def _is_office(analysis: Analysis, first: int) -> bool:
    """Whether a noun for a person, in the singular and in small letters, stands behind a name and a comma."""
    codes, word = analysis.codes, analysis.tokens.words[analysis.ends[first] - 1]
    if codes[first - 1] != _COMMA or codes[first - 2] not in NOMINAL or word not in PERSONS:
        return False
    return set(analysis.letters(first - 2)) == {_NAME}


def is_place_of_thing(analysis: Analysis, at: int, first: int, last: int) -> bool:
    """(A frenzy from) fans, who: what stands first is no one whom "who" means; but: a maker in Leeds who."""
    letters = analysis.letters(at + 1)
    if analysis.codes[at] == _IN and letters[-1:] == _NAME and _PLURAL not in letters:
        return False
    return _is_thing(analysis, first, last)


def _is_thing(analysis: Analysis, first: int, last: int) -> bool:
    """Whether the first words before "who" are no person, and names or a plural nearer to it are."""
    edges, words, codes = analysis.chunks.edges, analysis.tokens.words, analysis.units.codes
    word, code = words[analysis.ends[first] - 1], codes[edges[first + 1] - 1]
    near = last - 2 - (analysis.codes[last - 2] == _COMMA)
    return (
        words[analysis.ends[last - 1] - 1].lower() == "who"
        and (code in COMMON or code == _PLURAL)
        and PERSONS.isdisjoint((word, word.removesuffix("s")))
        and codes[edges[near + 1] - 1] in _MANY
    )


def _is_person(analysis: Analysis, chunk: int) -> bool:
    """Whether a group's last word is a common noun for a person: (the) founder."""
    return analysis.tokens.lower[analysis.ends[chunk] - 1] in PERSONS
