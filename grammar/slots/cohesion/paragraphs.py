"""Whole paragraphs that are somebody's words: what "He wrote:" announces, and a turn that goes on.

Only prose without marks in front is taken, and only what stands right behind the words that tell whose it is.
"""

from __future__ import annotations

from grammar.cascade.analysis import Analysis
from grammar.slots.syntax.mood import MARKS
from grammar.text.layout import Kind
from grammar.text.ranges import Range

_TURN = 6  # paragraphs in which a speaker goes on
_LABEL = 6  # words in which a label ends
_NOTED = MARKS | {"(", "["}  # (begin video clip)


def block(analysis: Analysis, number: int) -> list[Range]:
    """The tokens of a paragraph that was announced, "He wrote:", if it is prose without marks in front."""
    if number >= len(analysis.paragraphs) or analysis.paragraphs[number].kind is not Kind.PROSE:
        return []
    first, last = analysis.paragraphs[number].body, analysis.paragraphs[number].last
    return [(first, last)] if analysis.tokens.words[first] not in MARKS else []


def turn(analysis: Analysis, number: int) -> list[Range]:
    """The paragraphs in which one of several speakers goes on.

    LEE: We went. | It was late. | MOE: When? They are prose without marks or a label in front, few, tell
    nothing of the speaker by name, and somebody else has the word behind them (who asks may go unnamed).
    """
    tokens, paragraphs = analysis.tokens, analysis.paragraphs
    if paragraphs[number].kind is not Kind.SPEAKER:
        return []
    label = frozenset(tokens.lower[paragraphs[number].first : paragraphs[number].body])
    for place, paragraph in enumerate(paragraphs[number + 1 : number + 2 + _TURN], number + 1):
        if paragraph.kind is Kind.SPEAKER:
            if label == frozenset(tokens.lower[paragraph.first : paragraph.body]):
                return []  # LEE: We went. | And when was that? | LEE: In May.
            return [(spoken.body, spoken.last) for spoken in paragraphs[number + 1 : place]]
        opening = tokens.words[paragraph.body : paragraph.body + _LABEL]
        named = any(word in label for word in tokens.lower[paragraph.body : paragraph.last] if word.isalpha())
        if paragraph.kind is not Kind.PROSE or opening[0] in _NOTED or ":" in opening or named:
            return []
    return []
