"""Where a source begins behind the preposition, "as" or "and" that links it to another clause."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.words.persons import can_act
from grammar.slots.sources import relatives
from grammar.slots.sources.relatives import UNTOLD
from grammar.slots.syntax import counts
from grammar.slots.syntax.bounds import CLAUSAL, ENDS, PREPOSITIONS

_THAT, _PREPOSITION, _AS, _AND, _ADVERB = (CHUNKS[name] for name in ("That", "Prep", "As", "And", "Adverb"))
_PRONOUN = CHUNKS["Pronoun"]
_NAME, _PLURAL = TOKEN_CLASSES["Name"], TOKEN_CLASSES["Plural"]
_LINKED = frozenset(CHUNKS[name] for name in ("Prep", "In", "Against", "About", "With", "By", "To"))
_GOVERNING = frozenset(
    CHUNKS[name] for name in ("Verb", "Bare", "Said", "Judge", "Done", "Doing", "ToDo", "ToSay")
)
_ACTIVE = frozenset((CHUNKS["Verb"], CHUNKS["Bare"], CHUNKS["Judge"]))
_MANY = frozenset((_NAME, _PLURAL))


def behind(analysis: Analysis, first: int, last: int, *, relative: bool) -> int:
    """(It fell) after | Lee said; (gave up) the plan and | the mayor (said); else ``first``."""
    governed = _is_governed(analysis, first)
    told = _behind_preposition(analysis, first, last, relative=relative, governed=governed)
    if told > UNTOLD:
        return told
    return _behind_conjunction(analysis, first, last, relative=relative, governed=governed)


def behind_object(analysis: Analysis, first: int, last: int) -> int:
    """(Withdrew) the film after | its director, Ann Lee, (said); ``last`` is the comma before the name."""
    codes = analysis.codes
    if codes[first - 1 : first] not in _ACTIVE:
        return first
    told = _behind_preposition(analysis, first, last + 1, relative=False, governed=True)
    if told > UNTOLD:
        return told
    at = codes.find(_AS, first + 1, last)
    return at + 1 if at > 0 and _is_clausal(analysis, at) else first


def opening(codes: str, first: int) -> int:
    """(Grew up) | a lot and Lee (said): an adverb in front counts to the source."""
    return first - (codes[first - 1 : first] == _ADVERB)


def _is_governed(analysis: Analysis, first: int) -> bool:
    """Whether a verb, or a preposition within a clause, takes the first words for its own."""
    codes = analysis.codes
    at = opening(codes, first)
    before, further = codes[at - 1 : at], codes[at - 2 : at - 1]
    return before in _GOVERNING or (before in PREPOSITIONS and bool(further) and further not in ENDS)


def _behind_preposition(analysis: Analysis, first: int, last: int, *, relative: bool, governed: bool) -> int:
    """(It fell) after | Lee said; (a frenzy from) | fans, who feel; but: more than 900 (said)."""
    codes, lower, begins = analysis.codes, analysis.tokens.lower, analysis.begins
    counting = False
    for at in range(last - 2, first, -1):
        if codes[at] not in _LINKED:
            continue
        word = lower[begins[at]]
        clausal = codes[at] == _PREPOSITION and word in CLAUSAL
        counting = counting or (clausal and counts.compares(analysis, at))
        if (clausal and not counting) or (
            relative and relatives.is_place_of_thing(analysis, at, first, last)
        ):
            joined = codes.find(_AND, at, last - 1) if governed and word in CLAUSAL else -1
            return joined + 1 if joined > 0 and _is_apart(analysis, joined) else at + 1
    return UNTOLD


def _behind_conjunction(analysis: Analysis, first: int, last: int, *, relative: bool, governed: bool) -> int:
    """(Gold at $4,000) an ounce as | traders (bet); (gave up) the plan and | the mayor (said)."""
    codes, words = analysis.codes, analysis.tokens.words
    for at in range(first + 1, last - 1):
        if codes[at] == _AS and words[analysis.begins[first] - 1] != "as" and _is_clausal(analysis, at):
            return at + 1
        joined = codes[at] == _AND and not relative
        if governed and (codes[at] == _AS or (joined and not _act_together(analysis, first, at))):
            return at + 2 if codes[at + 1] == _THAT else at + 1
    return first


def _act_together(analysis: Analysis, first: int, joined: int) -> bool:
    """(It closed) after | Lee and Roe (said so): two who act are one subject; but: after rain and Roe."""
    begins, lower = analysis.begins, analysis.tokens.lower
    if (
        joined != first + 1
        or analysis.codes[first - 1] != _PREPOSITION
        or lower[begins[first - 1]] not in CLAUSAL
    ):
        return False
    acts = analysis.codes[first] == _PRONOUN or can_act(lower[analysis.ends[first] - 1])
    return acts or analysis.letters(first)[-1:] == _NAME


def _is_apart(analysis: Analysis, joined: int) -> bool:
    """Tell "(after) a transplant and Lee (said)" from "Lee and Berg", "the builder and reality star"."""
    edges, units = analysis.chunks.edges, analysis.units.codes
    named = set(units[edges[joined - 1] : edges[joined]]) == {_NAME}
    return not named and units[edges[joined + 2] - 1] in _MANY


def _is_clausal(analysis: Analysis, at: int) -> bool:
    """Tell "shares fell as Lee warned" from "As Lee warned", "known as Lee"."""
    words, begin = analysis.tokens.words, analysis.begins[at]
    return words[begin] == "as" and words[begin - 1] not in ("many", "much", "known")
