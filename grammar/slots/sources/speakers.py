"""What stands behind a speaker who is named after the verb and does not describe him.

"said Lee, | shortly after the vote", "said Lee | of the ruling", "said Lee | in reply to a question", "said
Lee, | with a laugh", "said Lee, | leaning on the bar".
What tells no name, as in "said the head of the film", keeps its words.
"""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, GERUNDS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import INVERTED
from grammar.slots.adjuncts.occasions import NOUNS
from grammar.slots.sources.descriptions import is_description
from grammar.slots.syntax.bounds import CONNECTIVES

_TOPICS, _REPLIES, _MANNERS = (NOUNS[kind] for kind in ("topic", "reply", "manner"))
_OPENING = CONNECTIVES["occasion"]
_SCENE = _OPENING - {"as"}
_COMMA, _OF, _GROUP, _WHEN, _ADVERB, _WITH = (
    CHUNKS[name] for name in ("Comma", "Of", "Group", "When", "Adverb", "With")
)
_SOONER = frozenset((_WHEN, _ADVERB))
_IN_GROUP = CHUNKS["In"] + _GROUP
_NAME = TOKEN_CLASSES["Name"]
_DETERMINED = frozenset((TOKEN_CLASSES["Det"], TOKEN_CLASSES["Poss"]))


def before(analysis: Analysis, rule: str, first: int, last: int) -> int:
    """Where the speaker's own words end: before the occasion, the topic or the view, or ``last``."""
    if rule not in INVERTED or last - first < 3:
        return last
    codes, lower, begins, ends = analysis.codes, analysis.tokens.lower, analysis.begins, analysis.ends
    if codes[first + 1] == _OF and codes[first + 2] == _GROUP and analysis.letters(first)[-1:] == _NAME:
        owned = analysis.letters(first + 2)[:1] in _DETERMINED
        if owned and lower[ends[first + 2] - 1] in _TOPICS:
            return first + 1
    for at in range(first + 1, last - 1):  # said Lee | in an apparent reference to the vote
        if codes[at : at + 2] == _IN_GROUP and lower[ends[at + 1] - 1] in _REPLIES:
            return at
    comma = codes.find(_COMMA, first, last - 1)
    while comma > 0:
        at = comma + 1
        if _is_manner(analysis, at):
            return comma
        opened = lower[begins[at]] in _OPENING
        sooner = codes[at] in _SOONER and at + 1 < last and lower[begins[at + 1]] in _SCENE
        if opened or sooner:
            return comma
        comma = codes.find(_COMMA, at, last - 1)
    return last


def _is_manner(analysis: Analysis, at: int) -> bool:
    """Whether a chunk tells how somebody spoke: (said Lee,) with a laugh, leaning on the bar."""
    codes, lower, ends = analysis.codes, analysis.tokens.lower, analysis.ends
    if codes[at] == _WITH:
        return codes[at + 1] == _GROUP and lower[ends[at + 1] - 1] in _MANNERS
    return codes[at] in GERUNDS and not is_description(analysis, at)
