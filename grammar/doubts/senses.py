"""What has the form of a report and another sense, as the words of its slots tell: "defended her title"."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.frames import Frame
from grammar.cascade.licensing.licence import Licence
from grammar.cascade.licensing.selection import NAMED, Selection
from grammar.doubts.vocabulary import EMPTY, cue_words
from grammar.slots.attribution import Attribution
from grammar.text.layout import Kind
from grammar.text.ranges import Range

_NAME = TOKEN_CLASSES["Name"]
_PARTICIPIAL = frozenset(CHUNKS[name] for name in ("Doing", "SayingTo", "SayingThat"))
_BARE = 2  # words
_QUOTED = frozenset(CHUNKS[name] for name in ("QuoteComma", "QuoteStop", "QuoteAsk"))
_SELECTION = Selection()
_ADVERB = CHUNKS["Adverb"]
_NOMINAL = frozenset(CHUNKS[name] for name in ("Group", "Doing", "Done", "Objective"))


def is_other_sense(analysis: Analysis, frame: Frame, found: Attribution) -> bool:
    """Tell "the winner showed her medal", "defended her title" from what reports: see selection.tsv."""
    licence = found.licence
    for slot, first, last in frame.slots:
        if slot == "addressee" and not _admits_addressee(analysis, licence, first):
            return True  # tells the story of a dancer
        if slot == "content" and not _admits_content(analysis, licence, found.paragraph, first, last):
            return True
    return not (_admits_cue(analysis, licence, found) and _admits_source(analysis, licence, found.source))


def _admits_addressee(analysis: Analysis, licence: Licence, first: int) -> bool:
    if not _SELECTION.restricts(licence.lemma, licence.complement, "addressee"):
        return True
    told = analysis.tokens.lower[analysis.begins[first] : analysis.ends[first]]
    return _SELECTION.admits(licence.lemma, licence.complement, "addressee", told)


def _admits_content(analysis: Analysis, licence: Licence, paragraph: int, first: int, last: int) -> bool:
    """By the first group; a whole quotation is no word of its own: said of them: "It was all we had."."""
    codes = analysis.codes
    if codes[first] in _QUOTED or not _SELECTION.restricts(licence.lemma, licence.complement, "content"):
        return True
    opening = first + 1 + (codes[first] == _ADVERB)  # (asked) not | to be named
    end = next((at for at in range(opening, last) if codes[at] not in _NOMINAL), last)
    said = analysis.tokens.lower[analysis.begins[first] : analysis.ends[end - 1]]
    scene = end < last and codes[end] in _PARTICIPIAL  # recalled Lee going
    plain = analysis.paragraphs[paragraph].kind is not Kind.HEADLINE  # where all words are capitalised
    if plain and not scene and analysis.units.codes[analysis.chunks.edges[first + 1] - 1] == _NAME:
        said.append(NAMED)
    return _SELECTION.admits(licence.lemma, licence.complement, "content", said)


def _admits_cue(analysis: Analysis, licence: Licence, found: Attribution) -> bool:
    if not _SELECTION.restricts(licence.lemma, licence.complement, "cue"):
        return True
    return _SELECTION.admits(licence.lemma, licence.complement, "cue", cue_words(analysis, found))


def _admits_source(analysis: Analysis, licence: Licence, source: list[Range]) -> bool:
    if not source or not _SELECTION.restricts(licence.lemma, licence.complement, "source"):
        return True
    first, last = source[0]
    named = analysis.tokens.words[first:last]
    if "," in named:  # a supporter, sharing a link to a story
        named = named[: named.index(",")]
    speaker = analysis.tokens.lower[first : first + len(named)]
    if len(speaker) > _BARE:  # the record of that inspection: "that" alone would be another thing
        speaker = [word for word in speaker if word not in EMPTY and word != "all"]
    proper = {word.lower() for word in named[1:] if word[0].isupper()}  # Ann Story wrote
    return _SELECTION.admits(licence.lemma, licence.complement, "source", speaker, proper)
