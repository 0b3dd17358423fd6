"""A writer's own "I think", "we are talking about": words in the first person that report nobody."""

from __future__ import annotations

from grammar.cascade.analysis import Analysis
from grammar.cascade.licensing.complements import INNER
from grammar.cascade.licensing.licence import Licence
from grammar.claim import Type
from grammar.doubts.vocabulary import WORDS
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.mood import MARKS, Mood
from grammar.text.ranges import Range

_ASKING = frozenset(("whom", "wh", "quote"))
FIRST_PERSON = frozenset(("i", "we", "you", "my", "our", "your"))
_SPEAKING = frozenset(("talk", "speak", "say", "write", "discuss", "tell"))
_WAS = frozenset(("was", "were", "been"))


def is_own(analysis: Analysis, found: Attribution, outer: Attribution | None) -> bool:
    """Tell a writer's or speaker's own "I think", "I would say" from a source's: nobody new is speaking.

    ``outer`` is the claim in whose content the words stand.
    """
    licence = found.licence
    first, last = found.source[0] if found.source else (0, 0)
    word = analysis.tokens.lower[first]
    if last - first != 1 or word not in FIRST_PERSON:
        return False
    if outer is not None:
        return True
    if word == "you" and (licence.sense.type is not Type.ASSERTION or _consents(analysis, found.cue)):
        return True
    if licence.lemma in _SPEAKING and (
        (word == "i" and licence.complement == "about") or _goes_on(analysis, found.cue)
    ):
        return True  # we are talking about the pier; (whenever) I write about it
    return (
        licence.sense.type in INNER
        or _is_modal(found.mood, licence)
        or _is_wish(analysis, found, licence, first)
    )


def _consents(analysis: Analysis, cue: list[Range]) -> bool:
    """By using this page, you agree that it may keep your name: told every reader, said by none."""
    return bool(cue) and analysis.tokens.lower[cue[-1][1] - 1] in WORDS["consenting"]


def _goes_on(analysis: Analysis, cue: list[Range]) -> bool:
    """Whether a cue is a present progressive: "are talking", "'m saying"."""
    words = [word for first, last in cue for word in analysis.tokens.lower[first:last]]
    return any(word.endswith("ing") for word in words) and _WAS.isdisjoint(words)


def _is_modal(mood: Mood | None, licence: Licence) -> bool:
    """Whether the mood is the cue's own: that of a modal verb, which leaves the act as it was."""
    return mood is not None and mood.act == licence.sense.act


def _is_wish(analysis: Analysis, found: Attribution, licence: Licence, first: int) -> bool:
    """Tell a writer's own "I prefer" from a wish that is quoted: no mark stands in front in its paragraph."""
    if licence.sense.type is not Type.EVENTUALITY:
        return False
    if licence.lemma == "ask" and licence.complement in _ASKING:
        return False  # we asked the firm whether it would go
    return MARKS.isdisjoint(analysis.tokens.words[analysis.paragraphs[found.paragraph].first : first])
