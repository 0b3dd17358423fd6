"""When that is which is said, where a frame took it for when it was said: (she) expects rain | in May."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import Licence
from grammar.claim import Act, Type
from grammar.slots.ends import clauses
from grammar.slots.ends.stops import LATER, PAUSED, SETTING
from grammar.slots.syntax.bounds import RELATING

_COMMA, _DONE, _VERB = (CHUNKS[name] for name in ("Comma", "Done", "Verb"))
_WHEN, _WHERE = CHUNKS["When"], CHUNKS["Where"]
_MOST = frozenset(("most", "first", "least", "worst", "only", "record"))
_EACH = frozenset(("a", "an", "per", "each", "every"))
_BEING = frozenset(("be", "is", "are", "was", "were", "been"))
# what has its own date behind it: rent reviews beginning | in June
_DATED = frozenset(
    ("beginning", "starting", "ending", "commencing", "expiring", "effective", "due", "scheduled", "slated")
)
_PREPOSITION, _GROUP = CHUNKS["Prep"], CHUNKS["Group"]
_DATES = frozenset((TOKEN_CLASSES["Year"], TOKEN_CLASSES["Num"]))  # on March 15
_CLAUSE_MARKS = frozenset(CHUNKS[name] for name in ("Doing", "SayingTo", "Pronoun", "ToDo"))
_NAMING = frozenset(("naming", "scene", "state", "object-as", "as"))
_PREPOSITIONS = frozenset(CHUNKS[name] for name in ("Prep", "To", "With", "For", "By", "As"))
# nobody speaks "until Monday", "next year" or "in 2004, up by a third": that is when it holds
_LASTING = frozenset(("by", "until", "till", "within", "from", "between", "throughout"))
_PERFECT = frozenset(("has", "have", "had"))
_DEEDS = frozenset((Act.ANNOUNCE, Act.ACCUSE))  # announced his candidacy | in 2015
_PRESENT = frozenset(TOKEN_CLASSES[name] for name in ("CueThird", "NounThird", "CueBase", "NounBase"))
_COMING = frozenset(("next", "coming", "tomorrow"))
_LATER_THIS = ["later", "this"]

_FINITE = frozenset(CHUNKS[name] for name in clauses.FINITE.strip("<>").split("|"))


def end(analysis: Analysis, licence: Licence, first: int, last: int) -> int:
    """When or where that is which is said, not its saying: had no comment | on it; expects rain | in May."""
    codes = analysis.codes
    last += _is_rate(analysis, last)
    if licence.lemma == "have" and codes[last : last + 1] == _WHERE:
        last += 1  # had no comment | on the lawsuit
    apart = codes[last - 1] == _COMMA and codes[last + 1 : last + 2] in _FINITE  # to go, | on Monday said
    if not apart and codes[last : last + 1] in SETTING and _is_open(analysis, licence, first, last):
        while last < len(codes) and codes[last] in SETTING:
            last += 1
        more = clauses.MORE_DATED.match(codes, last)  # in May | or June; a fall in May | and a rise in June
        last = more.end() if more else last
    return last


def _is_open(analysis: Analysis, licence: Licence, first: int, last: int) -> bool:
    """Unlike | in 2000; nothing says it is | in May; he would go | in May; worst | since May; due | now."""
    codes = analysis.codes
    lower, begins = analysis.tokens.lower, analysis.begins
    if lower[begins[last]] == "since" and any(
        word in _MOST or word.endswith("est") for word in lower[begins[first] : begins[last]]
    ):
        return True
    word = lower[analysis.ends[last - 1] - 1]
    if codes[last - 1] in _PREPOSITIONS or word in _BEING or word in _DATED:
        return True
    if codes[last - 1] == _DONE and licence.complement not in _NAMING:
        return True  # praised the rules introduced | last year; but: called it flawed | on Friday
    if licence.complement in LATER or licence.sense.act is Act.PREDICT:
        return True
    if _is_coming(analysis, licence, first, last) or _is_planned(analysis, licence, first):
        return True
    if not RELATING.isdisjoint(codes[first:last]):
        return True
    if licence.complement == "object" and _VERB in codes[first + 2 : last]:
        return True  # praised the deal the mill had signed | last year
    year = analysis.letters(last)[-1:] in _DATES  # blamed them for voting for it | in 1994
    return year and codes[last - 1] not in PAUSED and not _CLAUSE_MARKS.isdisjoint(codes[first:last])


def _is_coming(analysis: Analysis, licence: Licence, first: int, chunk: int) -> bool:
    """(Announced) a curfew | until Monday; (unveiled plans to pay) a bonus | over the next ten years."""
    lower, begins = analysis.tokens.lower, analysis.begins
    words = lower[begins[chunk] : analysis.ends[chunk]]
    if "last" in words:
        return False  # did not back it | until last week
    if words[0] == "since" or (words[0] == "in" and words[-1].isdigit()):
        if analysis.codes[chunk - 1] != _GROUP or lower[begins[first - 1]] in _PERFECT:
            return False  # has fought the plan | since May
        return licence.sense.type is Type.ASSERTION and licence.sense.act not in _DEEDS
    return words[0] in _LASTING or words[:2] == _LATER_THIS or not _COMING.isdisjoint(words)


def _is_planned(analysis: Analysis, licence: Licence, first: int) -> bool:
    """Plans cuts | this year: a plan in the present is for later; but: sought a delay | on Monday."""
    if licence.sense.act is not Act.INTEND or licence.complement != "object":
        return False
    return analysis.letters(first - 1)[-1:] in _PRESENT


def _is_rate(analysis: Analysis, chunk: int) -> bool:
    """(Recommends) four cups | a day: how often, not when it was said."""
    if analysis.codes[chunk : chunk + 1] != _WHEN:
        return False
    words = analysis.tokens.words[analysis.begins[chunk] : analysis.ends[chunk]]
    return len(words) == 2 and words[0].lower() in _EACH
