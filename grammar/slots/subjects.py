"""The whole source where a part of its description was taken for it: no preposition's group has a verb."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import CHUNK_NAMES, CHUNKS, TOKEN_CLASSES, expand
from grammar.cascade.analysis import Analysis
from grammar.slots.bounds import CLAUSAL, PREPOSITIONS, counted

Range = tuple[int, int]
_OF, _IN, _COMMA, _AND, _WHO = (CHUNKS[name] for name in ("Of", "In", "Comma", "And", "Relative"))
_GOVERNING = PREPOSITIONS | {_OF}
_DESCRIBING = frozenset(CHUNKS[name] for name in ("Done", "Doing", "Relative"))
_CONTACT = CHUNKS["Group"] + CHUNKS["Pronoun"]
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
    codes, (first, last), (begin, behind) = analysis.codes, chunks, subject
    if codes[first - 1] == _COMMA and _AND in codes[first:last]:
        first -= 2  # (a report by) the Board of Trade, | Science and Industry
    at = analysis.begins[first]
    clausal = counted(analysis, at) < at or analysis.tokens.words[at - 1].lower() in CLAUSAL
    if behind >= first - 1 or codes[first - 1] not in _GOVERNING or clausal:
        return chunks
    spoken = codes[begin - 1 : behind] == _CONTACT  # people | she spoke with over the years
    accused = analysis.letters(behind) == _CUE_PAST and codes[behind + 1] in (_OF, _IN)
    related = codes[behind - 1] == _AND and _WHO in codes[begin:behind]  # one who left and | came home
    describes = spoken or accused or related or codes[behind] in _DESCRIBING
    return (begin - spoken, last) if describes and not _APART.search(codes, behind, first - 1) else chunks
