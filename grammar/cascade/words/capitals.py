"""What a capital tells of a word's class: at the head of a sentence and in a headline."""

from __future__ import annotations

import re

from grammar.cascade.alphabet import TOKEN_CLASSES, expand
from grammar.cascade.words.classes import Classes
from grammar.cascade.words.quotations import Units
from grammar.text.layout import READ, Kind, Paragraph
from grammar.text.tokens import Tokens

_SENTENCE_START = re.compile(
    expand("<Name>(?<!<!Stop|Break|QuoteStop|QuoteAsk|Colon|Dash><Name>)(?!<Name>)", TOKEN_CLASSES)
)
# Said Ann Lee: "..."; Said Ann Lee, who owns it: "..."
_INVERSION = re.compile(
    expand(
        "<Name>(?<!<!Stop|Break|QuoteStop|QuoteAsk><Name>)(?=<Name>{1,4}"
        "(?:<Comma><Who|Det><!Stop|Break|Colon|QuoteComma|QuoteStop|QuoteAsk|QuoteOpen>{1,14}+)?"
        "(?:(?<=<Comma>)|<Comma|Colon>)<QuoteComma|QuoteStop|QuoteAsk|QuoteOpen>)",
        TOKEN_CLASSES,
    )
)
# Jailing Ann Lee (for a year), Judge Holm said; before the comma stands no verb but this
_PARTICIPLE = re.compile(
    expand(
        "<Name>(?<!<!Stop|Break|QuoteStop|QuoteAsk><Name>)(?=<Name>{1,4}"
        "(?:<To|For|In|On|Against|With|Prep><Det|Poss|Adj|Num|Noun|Plural|Name|Of|TimeUnit|In|For|On>{1,8}+)?"
        "<Comma>(?:<Pron>|<Det|Poss|Adj|Noun|Plural|Name|Of>{1,8}+(?:<Comma><Name>{1,4}+<Comma>)?)"
        "<CuePast|CueThird>)",
        TOKEN_CLASSES,
    )
)
_PARTICIPLES = frozenset(TOKEN_CLASSES[name] for name in ("Ing", "CueIng"))
_INVERTING = frozenset(TOKEN_CLASSES[name] for name in ("CuePast", "CueThird"))
_SURNAME = re.compile(
    expand(
        "<Time>(?<=<Name><Time>)(?!<Num|Year|Not|VerbBase|CueBase|NounBase|Be>|<Comma><Year>)", TOKEN_CLASSES
    )
)
_INVERTED = tuple(
    TOKEN_CLASSES[mark] + TOKEN_CLASSES[quotation]
    for mark in ("Comma", "Colon")
    for quotation in ("QuoteComma", "QuoteStop", "QuoteAsk", "QuoteOpen")
)
_ENDING = re.compile(
    expand(
        "<Adv>(?:(?<=<Name><Adv>)(?=<CuePast|CueThird|CueBase|NounThird|NounBase|Noun|Plural|Modal|Be|Stop|Comma>)"
        # "...," said Long; "...," Long said
        "|(?<=<QuoteComma|QuoteAsk|Comma><CuePast|CueThird><Adv>)(?=<Stop|Comma>)"
        "|(?<=<QuoteComma|QuoteAsk|Comma><Adv>)(?=<CuePast|CueThird>))",
        TOKEN_CLASSES,
    )
)
# the Rovers plan to sell, but: the Lee plan to cut taxes
_TEAM = re.compile(
    expand(
        "<NounBase>(?<=<Det><Name><NounBase>|<Name><Name><NounBase>)(?=<To><VerbBase|CueBase|NounBase|Be|Modal|Verb>)",
        TOKEN_CLASSES,
    )
)
_CUE_BASE = TOKEN_CLASSES["CueBase"]
_NAME = TOKEN_CLASSES["Name"]
_TITLE_TOKENS = 30
_TITLE_CASE = 0.6  # share of a headline's words that are capitalised, from which on capitals tell nothing
_ALL_CASE = 0.75  # the same of what may as well be a sentence full of names


def in_headlines(tokens: Tokens, pars: list[Paragraph], codes: str, classes: Classes) -> str:
    """In a title-case headline, capitals tell nothing: verbs and small words get their usual class."""
    out: bytearray | None = None
    for paragraph in pars:
        if paragraph.kind not in READ or paragraph.last - paragraph.body > _TITLE_TOKENS:
            continue
        words = tokens.words[paragraph.body : paragraph.last]
        long = [word[0].isupper() for word in words if len(word) > 3 and word[0].isalpha()]
        least = _TITLE_CASE if paragraph.kind is Kind.HEADLINE else _ALL_CASE
        if sum(long) < least * max(len(long), 4):
            continue
        out = out or bytearray(codes, "ascii")
        for i in range(paragraph.body, paragraph.last):
            if codes[i] == _NAME and not _is_acronym(tokens.words, i):
                out[i] = ord(classes.in_title(tokens.lower[i]))
    return out.decode("ascii") if out else codes


def in_sentences(tokens: Tokens, units: Units, classes: Classes) -> str:
    """The letters of words whose capitals are told by those beside them: Said Lee; Clean Air Now says."""
    codes = units.codes
    out = bytearray(codes, "ascii")
    _open(tokens, units, classes, out)
    if any(pair in codes for pair in _INVERTED):
        for match in _INVERSION.finditer(codes):
            at = match.start()
            verb = classes.at_start(tokens.lower[units.first[at]])
            if verb in _INVERTING:
                out[at] = ord(verb)
    _mend_names(tokens, units, classes, out)
    return out.decode("ascii")


def _open(tokens: Tokens, units: Units, classes: Classes, out: bytearray) -> None:
    """The first word of a sentence is what it would be in small letters."""
    for match in _SENTENCE_START.finditer(units.codes):
        at = match.end() - 1
        if not _is_acronym(tokens.words, units.first[at]):
            out[at] = ord(classes.at_start(tokens.lower[units.first[at]]))
    for match in _PARTICIPLE.finditer(units.codes):
        word = tokens.words[units.first[match.start()]]
        form = classes.at_start(word.lower()) if word.endswith("ing") else ""
        if form in _PARTICIPLES:
            out[match.start()] = ord(form)


def _mend_names(tokens: Tokens, units: Units, classes: Classes, out: bytearray) -> None:
    """Capitals within a name, and small letters behind one that is a team's."""
    codes = units.codes
    for match in _ENDING.finditer(codes):  # Clean Air Now says; the Towns First group
        at, word = match.start(), tokens.words[units.first[match.start()]]
        if word[0].isupper() and not tokens.words[units.first[at + 1]][0].isupper():
            out[at] = ord(_NAME)
    for match in _TEAM.finditer(codes):
        if classes.is_plural(tokens.lower[units.first[match.start() - 1]]):
            out[match.start()] = ord(_CUE_BASE)
    for match in _SURNAME.finditer(codes):
        if tokens.words[units.first[match.start()]] == "May":  # Theresa May said
            out[match.start()] = ord(_NAME)


def _is_acronym(words: list[str], at: int) -> bool:
    """Tell "US officials" from "WE SAID SO" and "LOOK: ...": the words beside it are not in capitals."""
    if len(words[at]) < 2 or not words[at].isupper():
        return False
    beside = words[max(at - 1, 0) : at] + words[at + 1 : at + 2]
    return ":" not in beside and not any(len(word) > 1 and word.isupper() for word in beside)
