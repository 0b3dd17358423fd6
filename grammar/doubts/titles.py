"""What a thing is named: "a novel called 'Home'", "one fund called Stop Lund". Nobody has said so."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import QUOTED
from grammar.cascade.frames import Frame
from grammar.cascade.licensing.licence import UNLICENSED
from grammar.cascade.words.persons import PERSONS
from grammar.doubts.vocabulary import PERSONAL, WORDS
from grammar.slots.attribution import Attribution

_QUESTION = CHUNKS["Question"]
_SMALL = 3  # letters
_PAUSES = frozenset((",", ":"))
_CLOSING = frozenset(('"', "”", "''"))
_NO_DEED = frozenset(TOKEN_CLASSES[name] for name in ("Be", "BeNot", "Modal", "ModalNot"))
_WHAT = frozenset(("what", "whatever"))


def is_name(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """Whether the content names a thing, and nobody has said it."""
    return is_named(analysis, found) or is_voiceless(analysis, frame, found)


def is_voiceless(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """The rule was plain: "No dogs." He had a title: "King of the Sea." Neither is what a person says."""
    if frame.rule == "orphan_quotation":
        return is_title(analysis, found)
    turned = frame.rule == found.rule == "turned_colon"
    if not turned and (frame.rule not in QUOTED or found.licence is not UNLICENSED):
        return False
    if not found.source or is_title(analysis, found):
        return True
    if frame.rule in QUOTED:
        at = next(first for slot, first, _ in frame.slots if slot == "cue")
        if not _NO_DEED.isdisjoint(analysis.letters(at)):
            return True  # "Night Watch," she was told
    first, last = found.source[0]
    if last - first == 1 and analysis.tokens.lower[first] in PERSONAL:
        return False
    head = analysis.ends[found.source_chunks[0]] if found.source_chunks else last
    return not any(
        noun[0].isupper() or noun.lower() in PERSONS or noun.lower().removesuffix("s") in PERSONS
        for noun in (analysis.tokens.words[head - 1], analysis.tokens.words[last - 1])
    )


def is_title(analysis: Analysis, found: Attribution) -> bool:
    """Whether the longer words of a content or its quotation are all capitalised: "The Long Road," a film."""
    first, last = found.content[0]
    closed = (at for at in range(first + 1, last) if analysis.tokens.words[at] in _CLOSING)
    last = next(closed, last)
    spoken = [word for word in analysis.tokens.words[first:last] if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in spoken)
    return capitals > 1 and all(word[0].isupper() for word in spoken if len(word) > _SMALL)


def is_named(analysis: Analysis, found: Attribution) -> bool:
    """A novel she called "The Long Road", when they called the meeting: a title, and no name at all."""
    licence = found.licence
    if not found.content:
        return False
    if licence.complement == "quote" and (
        "naming" in licence.sense.complements or licence.lemma in WORDS["composing"]
    ):
        apart = analysis.tokens.words[found.content[0][0] - 1] in _PAUSES
        return not apart and is_title(analysis, found)  # wrote "Long Roads"; but: wrote: "Long Roads Ahead"
    if "naming" not in licence.sense.complements:
        return False
    if licence.complement != "naming" or not found.source_chunks:
        return False
    before = found.source_chunks[0] - 1
    alone = (
        found.cue_chunk + 1 < len(analysis.ends)
        and analysis.ends[found.cue_chunk + 1] >= found.content[-1][1]
    )
    asked = before >= 0 and analysis.codes[before] == _QUESTION
    return asked and alone and analysis.tokens.words[analysis.begins[before]].lower() not in _WHAT
