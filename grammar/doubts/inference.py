"""What an event shows, and what a thing is named: "suggesting that it was over", "a novel called 'Home'".

Nobody has said either. Behind words of speech such a participle goes on with them.
"""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.frames import Frame
from grammar.cascade.licensing.licence import Licence
from grammar.cascade.words.persons import PERSONS, can_act
from grammar.claim import Act, Type
from grammar.doubts.vocabulary import WORDS
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.documents import is_document

_PARTICIPLES = frozenset(("adding_that", "praising"))
_SPEECH = re.compile(
    expand(
        "<SayThat|SayQuote|Tell|Judge|Post|Inverted|Believes|SayingThat|SayingTo|Telling|According|Report|SaidThat|SaidTo|SaidBy"
        "|QuoteComma|QuoteStop|QuoteAsk|QuoteOpen>",
        CHUNK_NAMES,
    )
)
_ENDS = frozenset(CHUNKS[name] for name in ("Stop", "Break"))
_BEFORE = frozenset(CHUNKS[name] for name in ("Comma", "Dash"))
_QUESTION = CHUNKS["Question"]
_LONGEST = 60  # chunks
_SMALL = 3  # letters
_PAUSES = frozenset((",", ":"))
_CLOSING = frozenset(('"', "”", "''"))
_SPEAKING = frozenset(("he", "she", "they", "i", "we"))
_OWN, _MANY = _SPEAKING | {"it"}, frozenset(("they", "we"))
_NAME, _PLURAL = TOKEN_CLASSES["Name"], TOKEN_CLASSES["Plural"]
_QUOTED = frozenset(("quote_said", "quote_said_inverted"))
_NO_DEED = frozenset(TOKEN_CLASSES[name] for name in ("Be", "BeNot", "Modal", "ModalNot"))
_WHAT = frozenset(("what", "whatever"))
_ACCORDING = CHUNKS["According"]
_THOUGHT = frozenset((Act.BELIEVE, Act.PREDICT, Act.ESTIMATE, Act.STATE))


def is_evidence(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """They left, suggesting that it was over: the participle tells what their leaving shows."""
    licence = found.licence
    if frame.rule not in _PARTICIPLES or licence is None or licence.lemma not in WORDS["evidence"]:
        return False
    codes, at = analysis.codes, frame.slots[0][1]
    if codes[at - 1 : at] not in _BEFORE:
        return False
    first = at
    while first and codes[first - 1] not in _ENDS and at - first < _LONGEST:
        first -= 1
    if any(_speaks(analysis.licences.get(match.start())) for match in _SPEECH.finditer(codes, first, at)):
        return False
    return not any(is_document(analysis, chunk) for chunk in range(first, at))  # a video was posted, showing


def is_deed(analysis: Analysis, found: Attribution) -> bool:
    """He showed he could win; the firm has proved that it can pay: what one shows of oneself is done."""
    licence = found.licence
    if licence is None or licence.lemma not in WORDS["exhibit"] or not found.content or not found.source:
        return False
    lower, (first, last) = analysis.tokens.lower, found.content[0]
    own = lower[min(first + (lower[first] == "that"), last - 1)]
    (begin, end), noun = found.source[0], analysis.tokens.words[found.source[-1][1] - 1]
    if end - begin == 1 and lower[begin] in _SPEAKING:
        return own in _SPEAKING
    if found.source_chunks is None or is_document(analysis, found.source_chunks[0]):
        return False
    kind = analysis.letters(found.source_chunks[0])[-1:]
    many = kind == _PLURAL or (can_act(noun) and noun.endswith("s"))
    return own in (_MANY if many else _OWN) and (kind == _NAME or can_act(noun))


def _speaks(licence: Licence | None) -> bool:
    """Tell "called for a vote, implying" from "has decided to resign, suggesting": a plan shows, unsaid."""
    return licence is None or not (licence.sense.act is Act.INTEND or licence.sense.type is Type.KNOWLEDGE)


def is_credited(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """It is expected to rise, according to analysts: who expects it is told, as the outer claim says."""
    if frame.rule != "is_said_to" or found.licence is None or found.licence.sense.act not in _THOUGHT:
        return False
    end = max(last for _, _, last in frame.slots)
    return _ACCORDING in (analysis.codes[end : end + 1], analysis.codes[end + 1 : end + 2])


def is_voiceless(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """The rule was plain: "No dogs." He had a title: "King of the Sea." Neither is what a person says."""
    if frame.rule == "orphan_quotation":
        return is_title(analysis, found)
    turned = frame.rule == found.rule == "turned_colon"
    if not turned and (frame.rule not in _QUOTED or found.licence):
        return False
    if not found.source or is_title(analysis, found):
        return True
    if frame.rule in _QUOTED:
        at = next(first for slot, first, _ in frame.slots if slot == "cue")
        if not _NO_DEED.isdisjoint(analysis.letters(at)):
            return True  # "Night Watch," she was told
    first, last = found.source[0]
    if last - first == 1 and analysis.tokens.lower[first] in _SPEAKING:
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
    if licence is None or not found.content:
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
