"""Where, or by how much, somebody took a stand: "attacked Lund | in a debate", "backed her | by 9 points".

What is planned or foreseen somewhere stays whole, as does what was said there: wants a seat on the board,
denied her remarks in an interview. The stage must close the content.
"""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.licence import Licence
from grammar.claim import Act, Type
from grammar.slots.adjuncts.occasions import NOUNS, slot_filled
from grammar.slots.ends.tails import JUDGED

_STANDS = frozenset(
    ("object", "object-as", "out-object", "off-object", "against", "about", "to", "for", "of")
)
_AHEAD = frozenset((Act.INTEND, Act.PREDICT, Act.PROMISE, Act.REQUEST, Act.QUESTION))
_WHERE, _GROUP, _BY, _COMMA = (CHUNKS[name] for name in ("Where", "Group", "By", "Comma"))
_LINKS = frozenset(CHUNKS[name] for name in ("In", "About", "Against", "Prep"))
_OBJECT = frozenset(
    CHUNKS[name]
    for name in ("Group", "Pronoun", "Objective", "Of", "For", "To", "And", "In", "Adverb", "When")
)
_BEHIND = frozenset(
    CHUNKS[name]
    for name in ("Group", "Pronoun", "Of", "In", "With", "To", "By", "Against", "Prep", "Where", "When")
)
_PLANNED = frozenset(("plan", "plans"))  # nobody's words, though they have a verb's form
_CLAUSAL = frozenset(CHUNKS[name] for name in ("Question", "Relative", "Done"))
_SAID = frozenset(TOKEN_CLASSES[name] for name in ("CueNoun", "CueNominal", "Venue"))
_WHEN = CHUNKS["When"]
_ON = frozenset(("in", "on", "at", "by", "during", "from"))
_STAGES, _BOUTS, _ACTS = NOUNS["stage"], NOUNS["bout"], NOUNS["act"]
_SHARED_OUT = _GROUP + CHUNKS["To"] + _GROUP
_SHARED, _BACKED = len(_SHARED_OUT), frozenset((_COMMA, _GROUP, CHUNKS["Objective"]))
_SHARES = frozenset(("percent", "pct", "%", "points", "margin", "margins"))


def begins(analysis: Analysis, rule: str, licence: Licence, first: int, last: int) -> int:
    """The chunk where the stage that closes this content begins, or ``last``."""
    if rule not in JUDGED or licence.complement not in _STANDS:
        return last
    if licence.sense.type is Type.EVENTUALITY:
        last = _before_shares(analysis, first, last)
    if licence.sense.act in _AHEAD:
        return last
    for at in range(first + 1, last):
        code = analysis.codes[at]
        if code == _WHERE or (code in _LINKS and _is_stage(analysis, at)):
            if _is_words(analysis, at) or not _closes(analysis, at, last):
                return last
            return at - (analysis.codes[at - 1] == _WHEN and at > first + 1)
        if (
            code == _BY
            and at + 1 < last
            and licence.sense.type is Type.EVENTUALITY
            and _is_share(analysis, at + 1)
        ):
            return at if _closes(analysis, at, last) else last
        if code not in _OBJECT:
            return last
    return last


def _before_shares(analysis: Analysis, first: int, last: int) -> int:
    """Backed Lund | , 57 percent to 22 percent; preferred Lund | 51 percent to 24 percent."""
    at = last - _SHARED
    if at <= first or analysis.codes[at:last] != _SHARED_OUT or analysis.codes[at - 1] not in _BACKED:
        return last
    shared = _is_share(analysis, at) and _is_share(analysis, last - 1)
    return at - (analysis.codes[at - 1] == _COMMA) if shared else last


def _is_stage(analysis: Analysis, at: int) -> bool:
    """On its page, during a debate, from the floor."""
    if analysis.codes[at + 1 : at + 2] != _GROUP:
        return False
    lower = analysis.tokens.lower
    noun = lower[analysis.ends[at + 1] - 1]
    if lower[analysis.begins[at]] not in _ON or noun in _BOUTS:
        return False
    return noun in _STAGES or slot_filled(analysis, at) != ""


def _is_share(analysis: Analysis, at: int) -> bool:
    """By a wide margin, by 9 points, 57% (to 22%)."""
    last = analysis.tokens.lower[analysis.ends[at] - 1]
    return analysis.codes[at] == _GROUP and (last in _SHARES)


def _is_words(analysis: Analysis, at: int) -> bool:
    """Whether what stands before was said there itself: her remarks | in an interview."""
    noun = analysis.tokens.lower[analysis.ends[at - 1] - 1]
    return (analysis.letters(at - 1)[-1:] in _SAID and noun not in _PLANNED) or noun in _ACTS


def _closes(analysis: Analysis, at: int, last: int) -> bool:
    """Whether nothing but what belongs to the stage stands behind it: at a rally in May where she sang."""
    for code in analysis.codes[at + 1 : last]:
        if code in _CLAUSAL:
            return True
        if code not in _BEHIND:
            return False
    return True
