"""What an event shows: "suggesting that it was over", "he showed he could win". Nobody has said so.

Behind words of speech such a participle goes on with them.
"""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.cascade.frames import Frame
from grammar.cascade.licensing.licence import Licence
from grammar.cascade.words.persons import can_act
from grammar.claim import Act
from grammar.doubts.vocabulary import PERSONAL, WORDS
from grammar.slots.attribution import Attribution
from grammar.slots.syntax.bounds import PAUSES
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
_LONGEST = 60  # chunks
_OWN, _MANY = PERSONAL | {"it"}, frozenset(("they", "we"))
_NAME, _PLURAL = TOKEN_CLASSES["Name"], TOKEN_CLASSES["Plural"]


def is_shown(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """Whether a deed shows the content, and no words do."""
    return is_evidence(analysis, frame, found) or is_deed(analysis, found)


def is_evidence(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """They left, suggesting that it was over: the participle tells what their leaving shows."""
    licence = found.licence
    if frame.rule not in _PARTICIPLES or licence.lemma not in WORDS["evidence"]:
        return False
    codes, at = analysis.codes, frame.slots[0][1]
    if codes[at - 1 : at] not in PAUSES:
        return False
    first = at
    while first and codes[first - 1] not in _ENDS and at - first < _LONGEST:
        first -= 1
    if any(_speaks(analysis.licences.get(match.start())) for match in _SPEECH.finditer(codes, first, at)):
        return False
    return not any(is_document(analysis, chunk) for chunk in range(first, at))  # a video was posted, showing


def _speaks(licence: Licence | None) -> bool:
    """Tell "called for a vote, implying" from "has decided to resign, suggesting": a plan shows, unsaid."""
    return licence is None or licence.sense.act is not Act.INTEND


def is_deed(analysis: Analysis, found: Attribution) -> bool:
    """He showed he could win; the firm has proved that it can pay: what one shows of oneself is done."""
    licence = found.licence
    if licence.lemma not in WORDS["exhibit"] or not found.content or not found.source:
        return False
    lower = analysis.tokens.lower
    first, last = found.content[0]
    own = lower[min(first + (lower[first] == "that"), last - 1)]
    begin, end = found.source[0]
    noun = analysis.tokens.words[found.source[-1][1] - 1]
    if end - begin == 1 and lower[begin] in PERSONAL:
        return own in PERSONAL
    if found.source_chunks is None or is_document(analysis, found.source_chunks[0]):
        return False
    kind = analysis.letters(found.source_chunks[0])[-1:]
    many = kind == _PLURAL or (can_act(noun) and noun.endswith("s"))
    return own in (_MANY if many else _OWN) and (kind == _NAME or can_act(noun))
