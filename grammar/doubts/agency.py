"""Who cannot have said it: things, spans of time, anybody at all, texts that are said to feel.

"The dish calls for patience", "the role demands stamina": such a verb tells what a thing is like or needs.
"""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import INVERTED, JUDGING, RELATIVE, TELLING
from grammar.cascade.licensing.complements import INNER
from grammar.cascade.words.persons import THINGS
from grammar.doubts.vocabulary import WORDS
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.documents import is_document

_DOING = JUDGING | TELLING | {"praising"}
_JOINING = frozenset(CHUNKS[name] for name in ("Comma", "And", "Group", "Pronoun"))
_WHO = CHUNKS["Relative"]
_ANY = frozenset(("any", "every", "each"))
_CALL = 2  # words
_OF = CHUNKS["Of"]
_TIME_SPENT = ["of", "the", "time"]
_PLURAL = TOKEN_CLASSES["Plural"]
_NAME = TOKEN_CLASSES["Name"]
_SELF = frozenset(("he", "she", "they", "it"))


def is_incapable(analysis: Analysis, found: Attribution, outer: Attribution | None) -> bool:
    """Whether the source is none that did what the cue tells; ``outer`` is the claim around it."""
    return (
        is_thing(analysis, found)
        or (outer is not None and is_indication(analysis, found))
        or is_anyone(analysis, found)
        or is_thought(analysis, found)
        or is_willing(analysis, found)
        or is_unfeeling(analysis, found)
    )


def is_thing(analysis: Analysis, found: Attribution) -> bool:
    """The dish calls for patience; the role demands stamina; the lamps told her nothing: no one speaks."""
    if found.source and analysis.tokens.lower[slice(*found.source[0])][1:] == _TIME_SPENT:
        return True  # most of the time knows what it does
    if not found.source_chunks or (found.rule not in _DOING and found.rule not in INVERTED):
        # said to wait; wanted to go
        return found.rule == "asked_whether" and found.licence.lemma in WORDS["unasked"]
    first, last = found.source_chunks
    if found.source[0][1] - found.source[0][0] <= _CALL and (
        analysis.tokens.lower[found.source[0][0]] in WORDS["calling"]
    ):
        return True  # Hey, vote for me
    group = analysis.tokens.words[analysis.begins[first] + 1 : analysis.ends[first] - 1]
    if not WORDS["event"].isdisjoint(group) and analysis.letters(first)[-1] == _NAME:
        return True  # the first time Lund praised the plan was in May
    head = analysis.tokens.lower[analysis.ends[first] - 1]
    if head == "people" and analysis.letters(first)[-2:-1] == _PLURAL:
        return True  # the things people want to say
    if last - first > 1 and analysis.codes[first + 1] in _JOINING:
        return False  # last week, the mayor; races and those who run
    if head in WORDS["share"] and analysis.codes[first + 1 : first + 2] == _OF and first + 2 < last:
        first += 2  # most of the | aid sought
    noun = analysis.tokens.words[analysis.ends[first] - 1]
    return noun in THINGS


def is_indication(analysis: Analysis, found: Attribution) -> bool:
    """(He said) the experience of Wales, this suggested that it would rise: he takes it for evidence.

    So he does what tells him something, and what Lee has shown that he can do.
    """
    if not found.source_chunks:
        return False
    lower, lemma = analysis.tokens.lower, found.licence.lemma
    noun = analysis.tokens.words[analysis.ends[found.source_chunks[0]] - 1]
    if lemma == "tell" and found.addressee and noun.lower() in WORDS["thing"]:
        return lower[found.addressee[0][0]] in WORDS["addressed"]  # it tells you that he is tired
    if lemma not in WORDS["evidence"] and lemma != "explain":
        return False
    shown = lower[found.source[0][0]] in WORDS["showing"]  # those revelations show that it is late
    if shown and not is_document(analysis, found.source_chunks[0]):
        return True
    if lemma == "explain":
        return False
    if lemma in WORDS["exhibit"] and found.content and not is_document(analysis, found.source_chunks[0]):
        at = found.content[0][0] + (lower[found.content[0][0]] == "that")
        if not _SELF.isdisjoint(lower[at : at + 1]) and not WORDS["able"].isdisjoint(lower[at + 1 : at + 2]):
            return True  # Lee has shown that he can lead
    pointing = noun.lower() in WORDS["thing"] and found.licence.lemma != "confirm"  # it may be a court
    return noun in THINGS or pointing


def is_anyone(analysis: Analysis, found: Attribution) -> bool:
    """Every voter who asks for one; any firm that wants it: nobody in particular has."""
    if not found.source or not found.source_chunks or analysis.tokens.lower[found.source[0][0]] not in _ANY:
        return False
    return found.rule in RELATIVE or _WHO in analysis.codes[slice(*found.source_chunks)]


def is_unfeeling(analysis: Analysis, found: Attribution) -> bool:
    """The lawsuit cites letters in which clerks lied and | bragged: a text neither wants nor brags."""
    if found.licence.lemma not in WORDS["feeling"] or not found.source_chunks:
        return False
    return is_document(analysis, found.source_chunks[0])


def is_thought(analysis: Analysis, found: Attribution) -> bool:
    """It is worth remembering that; kept from knowing who; it involves understanding: nobody does so."""
    if found.rule != "adding_that":
        return False
    before = analysis.tokens.lower[found.cue[0][0] - 1]
    inner = found.licence.sense.type in INNER
    return before == "worth" or (inner and before in WORDS["held"])


def is_willing(analysis: Analysis, found: Attribution) -> bool:
    """Staff will be happy to help: an offer in polite words tells of no feeling."""
    if found.rule != "confident" or found.licence.complement != "infinitive":
        return False
    return not WORDS["future"].isdisjoint(analysis.tokens.lower[found.cue[0][0] : found.cue[0][1]])
