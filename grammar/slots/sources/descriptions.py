"""What describes a source behind its name, and what only tells how, when or to whom it speaks."""

from __future__ import annotations

from collections.abc import Sequence

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.words.persons import PERSONS
from grammar.lexicon import lines
from grammar.text.ranges import Range

_COMMA, _LEFT, _RIGHT, _DASH, _DONE, _WHEN, _GROUP = (
    CHUNKS[name] for name in ("Comma", "Left", "Right", "Dash", "Done", "When", "Group")
)
_DATED = _COMMA + _WHEN
_NAME = TOKEN_CLASSES["Name"]
_CIRCUMSTANTIAL = frozenset(CHUNKS[name] for name in ("In", "By", "Against", "About", "Prep", "For"))
_IDENTIFYING = frozenset(TOKEN_CLASSES[name] for name in ("Det", "Poss", "Name", "Gen", "Plural"))
_ACTIONS = frozenset(CHUNKS[name] for name in ("Doing", "SayingThat", "SayingTo", "Telling"))
_CIRCUMSTANCES = _ACTIONS | {CHUNKS[name] for name in ("Question", "When", "Where", "Adverb", "But")}
_LONGEST_NAME = 12  # words
_EXAMPLES = frozenset(("including", "excluding", "like"))
_SINCE = frozenset(("now", "once", "then", "formerly", "currently", "previously", "later", "also"))
_SHARES = frozenset(("none", "part", "half", "all", "both", "neither", "either", "many", "most", "some"))
_OCCUPATIONS = PERSONS | frozenset(lines("titles.txt"))


def without_circumstance(analysis: Analysis, first: int, last: int) -> int:
    """Where the source ends before what tells how it speaks: Lee at one point, critics by contrast."""
    codes, edges = analysis.codes, analysis.chunks.edges
    at = last - 1 - (codes[last - 1] == _COMMA)
    if at - first < 2 or codes[at] != _GROUP or codes[at - 1] not in _CIRCUMSTANTIAL:
        return last
    if not _IDENTIFYING.isdisjoint(analysis.units.codes[edges[at] : edges[at + 1]]):
        return last
    apart = codes[at - 2] == _COMMA
    named = at - 2 == first and analysis.letters(first)[-1:] == _NAME
    return at - 1 - apart if apart or named else last


def behind(analysis: Analysis, first: int, last: int) -> Range | None:
    """What describes the source, without its marks; none where it tells how or when it speaks."""
    codes = analysis.codes
    bracketed = codes[first : first + 1] == _LEFT
    first, last, closed = _unmarked(codes, first, last, bracketed=bracketed)
    if first < last and analysis.tokens.words[analysis.begins[first]].lower() in _EXAMPLES:
        return None
    aside = next((c for c in range(first + 1, last) if codes[c - 1] == _COMMA and codes[c] in _ACTIONS), 0)
    last = aside - 1 if aside else last  # a Democrat, | speaking on television
    words = analysis.tokens.words[analysis.begins[first] : analysis.ends[last - 1]] if first < last else []
    if _is_manner(words):
        return None
    word = words[0] if words else ""
    inside = (last if closed < 0 else closed) - first
    if bracketed and inside == 1 and word.isupper() and "-" not in word:
        # the Union (SU); the Union (SU) in Aune; the Union (SU), | which runs the mines; but (D-WI)
        return behind(analysis, closed + 1, last) if codes[closed + 1 : closed + 2] == _COMMA else None
    if len(words) == 1 and word.isupper() and _is_acronym(analysis, first, word):
        return None  # the Reserve Bank of India, RBI, said; but: Ann Lee, MP, said
    if first == last or (codes[first] in _CIRCUMSTANCES and not is_description(analysis, first)):
        return None
    dated = codes[first] == _DONE and set(codes[first + 1 : last]) == {_WHEN}  # recorded on Friday
    return None if dated else (analysis.begins[first], analysis.ends[last - 1])


def _unmarked(codes: str, first: int, last: int, *, bracketed: bool) -> tuple[int, int, int]:
    """The chunks without the marks at their ends and a date behind, and where a bracket closes, or -1."""
    while first < last and codes[first] in (_COMMA, _LEFT, _DASH):
        first += 1
    closed = codes.find(_RIGHT, first, last) if bracketed else -1
    if closed == last - 1:
        last = closed
    while last > first and codes[last - 1] in (_COMMA, _DASH, _LEFT):
        last -= 1
    if closed == last - 1:  # (D-Ohio), | who
        last = closed
    if codes[last - 2 : last] == _DATED:  # who had called for calm, | on Friday
        last -= 2
    return first, last, closed


def _is_manner(words: Sequence[str]) -> bool:
    """Mora, through a spokesman, said; or an age alone: Mora, 41, said."""
    if not words:
        return False
    opening = words[0].lower()
    if len(words) == 1 and opening.isdigit():
        return True
    return opening == "through"


def _is_acronym(analysis: Analysis, first: int, word: str) -> bool:
    """Whether a word is made of the first letters of the name before it."""
    end = analysis.begins[first]
    before = analysis.tokens.words[max(end - _LONGEST_NAME, 0) : end]
    return "".join(part[0] for part in before if part[:1].isupper()).endswith(word)


def is_description(analysis: Analysis, first: int) -> bool:
    """Managing director of the firm; now a radio host."""
    if analysis.codes[first + 1 : first + 2] != _GROUP:
        return False
    words = analysis.tokens.words
    noun = words[analysis.ends[first + 1] - 1].lower()
    return noun in _OCCUPATIONS or words[analysis.begins[first]].lower() in _SINCE


def is_many(analysis: Analysis, first: int, tail: int) -> bool:
    """None of the experts, Democrats on the panel: what follows tells which, and belongs to the group."""
    if analysis.begins[first] + 1 != analysis.ends[first]:
        return False
    word = analysis.tokens.words[analysis.begins[first]].lower()
    return word in _SHARES or (word.endswith("s") and _NAME not in analysis.letters(tail + 1))
