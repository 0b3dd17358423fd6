"""Marks of quotation, paired within a paragraph.

Curly marks open and close, straight ones toggle, mixed pairs are taken as they come; a quotation left open
runs to the paragraph's end, as in news that goes on quoting in the next, to a mark that opens another
where paragraphs have been run together, or to a sentence that is clearly about whoever speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from grammar.cascade.alphabet import TOKEN_CLASSES
from grammar.cascade.patterns.places import places
from grammar.text.tokens import Tokens

_PARAGRAPH = 75  # tokens: what is longer and has no end was never closed; its first sentence alone is sure
_STOP, _COMMA = TOKEN_CLASSES["Stop"], TOKEN_CLASSES["Comma"]
_STRAIGHT, _OPEN, _CLOSE, _SINGLE_OPEN, _SINGLE_CLOSE, _BREAK = (
    TOKEN_CLASSES[name]
    for name in ("DoubleMark", "OpenMark", "CloseMark", "SingleOpen", "SingleClose", "Break")
)
_MARKS = (_STRAIGHT, _OPEN)
QUOTING = (_STRAIGHT, _OPEN, _CLOSE, _SINGLE_OPEN, _SINGLE_CLOSE)
ENDINGS = {_COMMA: "QuoteComma", _STOP: "QuoteStop"}
"""What a quotation is that ends in a comma or a full stop."""

_PAIRED = (*QUOTING, _BREAK)
_PRONOUN, _PAST, _NAME, _ADVERB = (TOKEN_CLASSES[name] for name in ("Pron", "CuePast", "Name", "Adv"))
CUES = frozenset(TOKEN_CLASSES[name] for name in ("CuePast", "CueThird", "CueBase", "CueIng"))
_COLON = TOKEN_CLASSES["Colon"]
_SINGLES, _BEFORE_SPEECH = (_SINGLE_OPEN, _SINGLE_CLOSE), ("", _BREAK, _COLON)
_BEFORE_SINGLE = ("", _BREAK, _STOP, _COMMA)
_DOUBLES, _MATES = (_STRAIGHT, _OPEN, _CLOSE), 2
_WORDS = 5  # tokens: fewer are no paragraph of a speech
_TAG = 6  # tokens behind a quotation: said the captain, Ann Lee
_BESIDE = 5  # words beside a quotation among which its speaker is named


class Pair(NamedTuple):
    """A quotation's opening and closing mark and its first word, as token numbers.

    The first two are where the quotation begins and ends; ``left_open`` tells that the closing one is
    missing, and a first word that is the opening one, that the paragraph begins within the quotation.
    """

    opening: int
    closing: int
    left_open: bool
    inner: int


def pairs(tokens: Tokens, codes: str) -> list[Pair]:
    """The quotations of a text, in order."""
    found = _Pairing(tokens, codes).run()
    if any(pair.left_open for pair in found):
        found = [pair._replace(closing=_told(tokens, codes, found, at)) if pair.left_open else pair
                 for at, pair in enumerate(found)]  # fmt: skip
    return found


class _Pairing:
    """A text's marks in their order: what is open at the mark at hand, and the quotations so far."""

    def __init__(self, tokens: Tokens, codes: str) -> None:
        self._tokens = tokens
        self._codes = codes
        self._found: list[Pair] = []
        self._opened = -1
        self._single = False
        self._anew = False  # whether what is open was begun by a mark within a quotation
        self._fresh = 0  # where the paragraph begins, as long as no mark has stood in it

    def run(self) -> list[Pair]:
        """The quotations, those without an end up to where their paragraph or another mark ends them."""
        codes = self._codes
        for at in places(codes, _PAIRED):
            mark = codes[at]
            if mark == _BREAK:
                self._end_paragraph(at)
                continue
            after_blank = at == 0 or self._tokens.before_blank(at - 1) or codes[at - 1] in "(-["
            before_blank = at + 1 == len(codes) or self._tokens.before_blank(at)
            opens, closes = after_blank and not before_blank, before_blank and not after_blank
            if mark in (_SINGLE_OPEN, _SINGLE_CLOSE):
                closes = not after_blank and (before_blank or codes[at + 1] in ",.;:)|")
                self._pair_single(at, opens=opens, closes=closes)
            elif self._opened >= 0 and not self._single:
                self._go_on(at, mark, opens=opens, closes=closes)
            elif self._opened < 0 or not self._is_within(at):
                self._begin(at, mark, opens=opens, closes=closes)
        if self._opened >= 0 and not self._single:
            self._leave_open(len(codes), doubtful=self._anew)
        return self._found

    def _end_paragraph(self, at: int) -> None:
        """Leave open what the paragraph has not closed; the next one may begin with a mark and go on."""
        following = self._codes[at + 1 : at + 2]
        if self._opened >= 0 and not self._single:
            self._leave_open(at, doubtful=self._anew and following not in _MARKS)
        elif self._opened >= 0 and following in _SINGLES and self._speaks(at):
            self._leave_open(at, doubtful=False)
        self._opened, self._fresh, self._anew = -1, at + 1, False

    def _speaks(self, end: int) -> bool:
        """Whether a single mark opened speech: Lee said: 'We will go. But: in the '60s."""
        before = self._codes[self._opened - 1 : self._opened]
        return before in _BEFORE_SPEECH and end - self._opened > _WORDS

    def _is_within(self, at: int) -> bool:
        """Whether a double mark stands in single ones: I said: 'It is "late".'; 'It is "late",' said Lee."""
        before = self._codes[self._opened - 1 : self._opened]
        if before == _COLON:
            return True
        if before not in _BEFORE_SINGLE:
            return False
        paragraph = self._codes[at : at + _PARAGRAPH].partition(_BREAK)[0]
        end = paragraph.find(_SINGLE_CLOSE)
        while end > 0 and paragraph[end - 1] not in ENDINGS:
            end = paragraph.find(_SINGLE_CLOSE, end + 1)
        return end > 0 and sum(map(paragraph[:end].count, _DOUBLES)) % _MATES == 0

    def _pair_single(self, at: int, *, opens: bool, closes: bool) -> None:
        """A single mark, which within double ones neither opens nor closes."""
        if self._opened < 0 and opens:
            self._opened, self._single = at, True
        elif self._single and self._opened >= 0 and closes:
            self._found.append(Pair(self._opened, at, False, self._opened + 1))
            self._opened = -1

    def _go_on(self, at: int, mark: str, *, opens: bool, closes: bool) -> None:
        """A mark behind an open one: it closes it, or opens another, so that the end of the first is lost."""
        codes, opened = self._codes, self._opened
        if opens and mark == _STRAIGHT and codes[at - 1] == _STOP:
            # a new paragraph of what is quoted, its break lost: "We went. "We came back," she said
            stop = codes.find(_STOP, opened) + 1 if at - opened > _PARAGRAPH else at
            self._found.append(Pair(opened, stop, True, opened + 1))
            self._opened, self._anew = at, True
        elif opens and mark == _STRAIGHT and codes[at - 1] == _COLON:
            # its end is missing: "We went. Holm was glad. Lee said: "We came back."
            self._found.append(Pair(opened, _told_from(codes, opened, at) or at, True, opened + 1))
            self._opened = at
        elif mark != _OPEN or closes:  # “We go,“ said Lee
            self._found.append(Pair(opened, at, False, opened + 1))
            self._opened, self._anew = -1, False

    def _begin(self, at: int, mark: str, *, opens: bool, closes: bool) -> None:
        """A mark where none is open: it opens a quotation, or closes one with which the paragraph goes on."""
        if self._fresh >= 0 and closes and self._codes[at - 1] in ENDINGS and at > self._fresh:
            self._found.append(Pair(self._fresh, at, False, self._fresh))  # ... gone," she said
            self._fresh = -1
        elif (mark != _CLOSE or opens) and not (mark == _STRAIGHT and closes):
            self._opened, self._single, self._fresh = at, False, -1

    def _leave_open(self, end: int, *, doubtful: bool) -> None:
        """Add what has no end; what is doubtful was begun by a mark that closed the one before it."""
        if doubtful:
            self._found[-1] = self._found[-1]._replace(left_open=False)
        else:
            self._found.append(Pair(self._opened, end, True, self._opened + 1))


def _told(tokens: Tokens, codes: str, found: Sequence[Pair], number: int) -> int:
    """Where a quotation without an end gives way to the narrator: "We are late. | Lund also said it was wet.

    That is at a sentence which names whoever speaks beside the quotations around it, or ends in ", he said".
    """
    pair = found[number]
    speakers: set[str] = set()
    for near in found[max(number - 1, 0) : number + 2]:
        for first, last in ((near.opening - _BESIDE, near.opening), (near.closing, near.closing + _BESIDE)):
            beside = codes[max(first, 0) : last]
            if not CUES.isdisjoint(beside):
                words = tokens.words[max(first, 0) : last]
                speakers.update(word for word, code in zip(words, beside, strict=False) if code == _NAME)
    stop = codes.find(_STOP, pair.inner, pair.closing)
    while stop > 0:
        end = codes.find(_STOP, stop + 1, pair.closing)
        if end < 0:
            break
        aside = codes[end - 3] == _COMMA and codes[end - 2] == _PRONOUN and codes[end - 1] == _PAST
        begin = stop + 1
        while codes[begin : begin + 1] == _NAME:
            begin += 1
        named = begin > stop + 1 and not speakers.isdisjoint(tokens.words[stop + 1 : begin])
        begin += codes[begin : begin + 1] == _ADVERB
        if aside or (named and codes[begin : begin + 1] == _PAST):
            return stop + 1
        stop = end
    following = found[number + 1 : number + 2]
    if not following or following[0].opening != pair.closing or following[0].left_open:
        return pair.closing
    tagged = _is_named(tokens, codes, pair, following[0].closing)
    return (_told_from(codes, pair.inner, pair.closing) if tagged else 0) or pair.closing


def _told_from(codes: str, opening: int, end: int) -> int:
    """Where the writer goes on in a quotation without an end, 0 for nowhere: "We went. | Holm was glad."""
    at = codes.find(_STOP, opening, end) + 1
    while 0 < at < end:
        if codes[at] == _NAME:
            return at
        at = codes.find(_STOP, at, end) + 1
    return 0


def _is_named(tokens: Tokens, codes: str, pair: Pair, closing: int) -> bool:
    """Whether who is named behind the next quotation is spoken of in this one: its end is then missing.

    "We went. Lee was slow. "I was tired," said Lee.
    """
    first = codes.find(_STOP, pair.inner, pair.closing) + 1
    tag = [at for at in range(closing + 1, min(closing + _TAG, len(codes))) if codes[at] == _NAME]
    if not first or not tag or _PRONOUN in codes[closing + 1 : tag[0]]:
        return False
    return tokens.words[tag[-1]] in tokens.words[first : pair.closing]
