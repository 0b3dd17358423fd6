"""Quotations become one unit each, so that a frame sees "QUOTE, she said" however long the quotation is.

Short ones without an end ("a so-called “safe zone” there") only colour words: their marks vanish instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from grammar.cascade.alphabet import TOKEN_CLASSES, expand
from grammar.cascade.patterns.places import places
from grammar.cascade.words.marks import CUES, ENDINGS, QUOTING, Pair, pairs
from grammar.lexicon import lines
from grammar.text.ordered import where
from grammar.text.tokens import MARGIN, Tokens

_SCARE_LENGTH = 5  # fewer tokens than this, and no punctuation at the end: the marks only colour a word
_WORKS = frozenset(lines("works.txt"))
_ATTRIBUTION = 12  # words: said the captain of the lost boat,
_FEW = 3  # tokens, a comma or stop at the end included, that are no words of their own
_TITLE_LENGTH = 8  # tokens: "The Year of the Long Goodbye,"
# what a programme's name stands behind, and what is small in it
_AIRING = frozenset(TOKEN_CLASSES[name] for name in ("Gen", "On", "With"))
_LINKS = frozenset(("of", "and", "the", "with", "a", "an", "in", "on", "to", "for", "at", "from"))
_SMALL = 4  # letters: with, from
_STOP, _COMMA, _COLON = (TOKEN_CLASSES[name] for name in ("Stop", "Comma", "Colon"))
# what is no subject and no verb of its own in a title: according to "I'm Feeling Lucky," a book on the club
_TITLED = re.compile(expand("<Pron|Not|Be|Modal|ModalNot|Obj>", TOKEN_CLASSES))
_NAME, _PRONOUN = TOKEN_CLASSES["Name"], TOKEN_CLASSES["Pron"]
_SINGLE_CLOSE, _BREAK = TOKEN_CLASSES["SingleClose"], TOKEN_CLASSES["Break"]
_SINGLE = (TOKEN_CLASSES["SingleOpen"], _SINGLE_CLOSE)
_BEGINS_SPEECH = frozenset(
    TOKEN_CLASSES[name]
    for name in ("Stop", "Break", "Comma", "Colon", "Dash", "CuePast", "CueThird", "CueBase", "NounThird",
                 "NounBase", "CueIng", "CloseMark", "DoubleMark", "Semicolon", "Mark", "But", "Conj")
)  # fmt: skip
# behind these, a few quoted words are a name or a judgement of their own: called the plan "dead."
_NAMED = frozenset(TOKEN_CLASSES[name] for name in ("Noun", "Plural", "Name", "Verb", "VerbBase", "Obj"))
_GENITIVE = re.compile(
    expand(
        "(?<=<Name|Plural>)<SingleClose>(?=<Noun|Plural|CueNoun|Adj|CueIng|NounBase|NounThird>)",
        TOKEN_CLASSES,
    )
)
_GEN = TOKEN_CLASSES["Gen"]
_CLOSED_CLASS = frozenset(
    TOKEN_CLASSES[name] for name in ("Det", "Poss", "Pron", "In", "For", "But", "Conj", "As")
)
# "We lost the boat" – he paused – "and the crew."
_INTERRUPTED = re.compile(
    expand("<Dash><Pron|Name|Det><!Dash|Break|Stop>{1,5}<Dash><DoubleMark|OpenMark>", TOKEN_CLASSES)
)
_STRAY = (*QUOTING, TOKEN_CLASSES["Mark"])
# Tokens' numbers, the same objects for all texts but very long ones: to make them anew takes as long as to
# pair the quotations, since each is a place in memory that is not at hand.
_NUMBERS = list(range(10_000))


@dataclass(slots=True)
class Units:
    """The text as the cascade sees it: a letter a unit; unit u is tokens ``first[u]`` to ``last[u]``.

    A unit is a word, or a whole quotation; ``quoted`` gives the tokens inside a quotation's marks, and
    ``marks`` every pair of marks as token ranges, those of single coloured words included. ``opening`` and
    ``closing`` give a mark's partner, where it has one.
    """

    codes: str = ""
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    quoted: dict[int, tuple[int, int]] = field(default_factory=dict)
    marks: list[tuple[int, int]] = field(default_factory=list)
    opening: dict[int, int] = field(default_factory=dict)
    closing: dict[int, int] = field(default_factory=dict)

    def closed(self, first: int, last: int) -> tuple[int, int]:
        """These tokens with the mark at either end that their own quotation marks lack: called it “bold”."""
        if self.closing.get(first - 1, last + 1) <= last:
            first -= 1
        if self.opening.get(last, -1) >= first:
            last += 1
        elif self.opening.get(last + 1, -1) >= first:  # called it "bold!"
            last += 2
        return first, last


def collapse(tokens: Tokens, codes: str) -> Units:
    """The units of a text whose tokens have these classes."""
    units = Units()
    words = _Words(tokens, units, codes)
    parts: list[str] = []
    at, left_at = 0, -1  # where a quotation has ended, where one did in a comma
    for pair in pairs(tokens, codes):
        opening, closing, left_open, inner = pair
        parts.append(words.add(at, opening))
        inside = codes[inner:closing]
        units.marks.append((opening, min(closing + 1, len(codes))))
        if not left_open and inner > opening:
            units.opening[closing], units.closing[opening] = opening, closing
        at = min(closing + 1, len(codes)) if not left_open else closing
        tail = inside[-2:-1] if inside[-1:] in _SINGLE else inside[-1:]  # 'it is late,'" he said
        goes_on = left_at >= 0 and _goes_on(codes[left_at:opening])
        left_at = at if tail == _COMMA else -1
        if not goes_on and _colours(tokens, codes, pair, tail):
            parts.append(words.add(inner, closing))
            continue
        if (tail == _COMMA and _is_title(tokens, codes, pair)) or _is_programme(
            tokens, codes, opening, inner, closing
        ):
            parts.append(_TITLED.sub(_NAME, words.add(inner, closing)))
            continue
        unit = len(units.first)
        units.first.append(opening)
        units.last.append(at)
        units.quoted[unit] = (inner, closing)
        parts.append(TOKEN_CLASSES[_name(tokens, codes, pair, tail, at)])
    parts.append(words.add(at, len(codes)))
    units.codes = "".join(parts)
    return units


def _colours(tokens: Tokens, codes: str, pair: Pair, tail: str) -> bool:
    """Whether the marks only colour a word or two, which go on with the sentence around: the “safe” road.

    ``tail`` is the mark that the words end in, if any.
    """
    opening, closing, _, inner = pair
    size, before = closing - inner, _before(codes, opening)
    if before in _BEGINS_SPEECH and _INTERRUPTED.match(codes, closing + 1):
        return False
    if size >= _SCARE_LENGTH or (before in _BEGINS_SPEECH and tail in ENDINGS):
        return False
    if tail in ENDINGS and (size > _FEW or (before in _NAMED and tail == _STOP)):
        return False
    if before in CUES and _is_said(tokens.words[inner:closing]):
        return False
    return not (before == _COLON and size > 0 and tokens.words[inner][:1].isupper())


def _goes_on(between: str) -> bool:
    """Whether these words part a quotation that ends in a comma from its rest: "...," said Ann Lee, "..."."""
    if len(between) > _ATTRIBUTION or between[-1:] != _COMMA:
        return False
    return not CUES.isdisjoint(between) and _STOP not in between


def _before(codes: str, opening: int) -> str:
    """The letter of what stands before a quotation."""
    return codes[opening - 1] if opening else _BREAK


def _name(tokens: Tokens, codes: str, pair: Pair, tail: str, behind: int) -> str:
    """The class of a quotation by its end: whether the sentence goes on, ends, or may do either."""
    name = ENDINGS.get(tail, "QuoteOpen")
    if name == "QuoteStop" and tokens.words[pair.closing - 1] != "." and not _begins(tokens, codes, behind):
        return "QuoteAsk"
    return "QuoteStop" if pair.left_open and name == "QuoteOpen" else name


def _begins(tokens: Tokens, codes: str, at: int) -> bool:
    """Whether a sentence begins behind the mark: "Why?" Her son said it was late. But: "Why?" Lee said."""
    return codes[at : at + 1] in _CLOSED_CLASS and tokens.words[at][0].isupper()


def _is_said(words: Sequence[str]) -> bool:
    """Chanted "Shame on you"; but called it "safe", dubbed "The Old Fox"."""
    return len(words) > 1 and words[0][:1].isupper() and any(map(str.islower, words[1:]))


def _is_title(tokens: Tokens, codes: str, pair: Pair) -> bool:
    """(On) "Meet the Press," the senator said: all but the small words are capitalised."""
    opening, closing, _, inner = pair
    if closing - inner > _TITLE_LENGTH:
        return False
    before = _before(codes, opening)
    named = before == _COMMA and tokens.lower[opening - 2] in _WORKS  # in her novel, "The Long Road," she
    if before in _BEGINS_SPEECH and not named:
        return False
    words = tokens.words[inner:closing]
    if _PRONOUN in codes[inner:closing] and not words[-2][0].isupper():
        return False  # "I want my dues back," she said
    return words[0][:1].isupper() and all(word[0].isupper() for word in words if len(word) > _SMALL)


def _is_programme(tokens: Tokens, codes: str, opening: int, inner: int, closing: int) -> bool:
    """On NBC's "Meet the Press.", with "Fox News Sunday.", told "Fox and Friends": a name, nothing said."""
    if opening < 1 or closing - inner > _TITLE_LENGTH:
        return False
    if codes[opening - 1] not in _AIRING and tokens.lower[opening - 1] != "told":
        return False
    words = tokens.words[inner : closing - (codes[closing - 1] in ENDINGS)]
    return (
        len(words) > 1
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and all(word[0].isupper() or word in _LINKS for word in words)
    )


def look_inside(tokens: Tokens, units: Units, codes: str) -> None:
    """Put the words inside all full quotations behind the text's own units, between breaks; then a margin.

    Looking back from a text's first unit or chunk counts on from the end, in Python: there stands what parts
    paragraphs. So does it where one looks on from the last.
    """
    parts = [units.codes]
    end = len(codes)
    if units.quoted:
        words = _Words(tokens, units, codes)
        for first, last in [(end, end), *units.quoted.values()]:
            parts += (words.add(first, last), _BREAK)
            units.first.append(last - 1)
            units.last.append(last)
    parts.append(_BREAK * MARGIN)
    units.first += range(end, end + MARGIN)
    units.last += range(end + 1, end + MARGIN + 1)
    units.codes = "".join(parts)


class _Words:
    """A text's words as they become units."""

    __slots__ = ("_codes", "_numbers", "_strays", "_units", "_words")

    def __init__(self, tokens: Tokens, units: Units, codes: str) -> None:
        self._words = tokens.words
        self._units = units
        self._codes = codes
        self._strays = places(codes, _STRAY)
        self._numbers = _NUMBERS if len(codes) < len(_NUMBERS) else list(range(len(codes) + 1))

    def add(self, first: int, last: int) -> str:
        """Add plain words as units, stray marks left out, and give their letters."""
        piece, strays = self._codes[first:last], self._strays
        strays = strays[where(strays, first) : where(strays, last)]
        if _SINGLE_CLOSE in piece:  # the lords' ruling
            genitives = [first + match.start() for match in _GENITIVE.finditer(piece)]
            owning = {at for at in genitives if self._words[at - 1].endswith("s")}
            strays = [at for at in strays if at not in owning]
            out = list(piece)
            for at in owning:
                out[at - first] = _GEN
            piece = "".join(out)
        units, numbers = self._units, self._numbers
        parts: list[str] = []
        begin = first
        for stray in [*strays, last]:
            units.first += numbers[begin:stray]
            units.last += numbers[begin + 1 : stray + 1]
            parts.append(piece[begin - first : stray - first])
            begin = stray + 1
        return "".join(parts)
