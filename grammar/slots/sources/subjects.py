"""The whole source where a part of its description was taken for it: no preposition's group has a verb."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.slots.syntax.bounds import CLAUSAL, ENDS, PREPOSITIONS
from grammar.slots.syntax.counts import counted
from grammar.text.ranges import Range

_OF, _IN, _COMMA, _AND, _WHO, _WHEN = (
    CHUNKS[name] for name in ("Of", "In", "Comma", "And", "Relative", "When")
)
_GOVERNING = PREPOSITIONS | {_OF}
_DESCRIBING = frozenset(CHUNKS[name] for name in ("Done", "Doing", "Relative"))
_GROUP = CHUNKS["Group"]
_CONTACT = _GROUP + CHUNKS["Pronoun"]
_CUE_PAST = TOKEN_CLASSES["CuePast"]
_APART = re.compile(
    expand(
        "<Stop|Break|Semicolon|Comma|Colon|And|Contrast|That|Question"
        "|QuoteComma|QuoteStop|QuoteAsk|QuoteOpen|Dash>",
        CHUNK_NAMES,
    )
)


def described(analysis: Analysis, chunks: Range, subject: Range) -> Range:
    """From the clause's subject on, where the source is governed: the man accused of driving onto | a path.

    Only where what stands behind the subject describes it, and nothing parts it from the source.
    """
    codes = analysis.codes
    first, last = chunks
    begin, behind = subject
    if codes[first - 1] == _COMMA and _AND in codes[first:last]:
        first -= 2  # (a report by) the Board of Trade, | Science and Industry
    at = analysis.begins[first]
    clausal = counted(analysis, at) < at or analysis.tokens.words[at - 1].lower() in CLAUSAL
    if behind >= first - 1 or clausal:
        return chunks
    owned = analysis.tokens.lower[analysis.begins[behind]] == "whose"  # the head of a firm | whose ship sank
    if not (owned or codes[first - 1] in _GOVERNING):
        return chunks
    spoken = codes[begin - 1 : behind] == _CONTACT  # people | she spoke with over the years
    accused = analysis.letters(behind) == _CUE_PAST and codes[behind + 1] in (_OF, _IN)
    related = codes[behind - 1] == _AND and _WHO in codes[begin:behind]  # one who left and | came home
    describes = owned or spoken or accused or related or codes[behind] in _DESCRIBING
    if not describes or _APART.search(codes, behind, first - 1):
        return chunks
    return begin - spoken, last + (codes[last] == _WHEN)


def owner(analysis: Analysis, chunks: Range, subject: Range | None) -> Range:
    """A clause's subject, where its group begins with "whose": the outer clause's, else the owner."""
    first = chunks[0]
    if analysis.tokens.lower[analysis.begins[first]] != "whose":
        return chunks
    codes, at = analysis.codes, first - 1
    at -= codes[at : at + 1] == _COMMA
    if at < 0 or codes[at] != _GROUP:
        return chunks
    begin = at
    while begin > 1 and codes[begin - 1] == _OF and codes[begin - 2] == _GROUP:
        begin -= 2
    outside = subject is not None and subject[1] <= begin and ENDS.isdisjoint(codes[subject[1] : begin])
    return subject if outside and subject else (begin, at + 1)
