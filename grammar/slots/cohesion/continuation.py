"""Words without a cue: a quotation that its speaker goes on with, or what "He wrote:" announces."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from grammar.cascade.alphabet import CHUNKS, COUNTS
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import LEADING, QUOTED, UNDERSTOOD
from grammar.cascade.frames import Frame
from grammar.cascade.words.persons import PERSONS, can_act
from grammar.claim import Act
from grammar.lexicon import lines
from grammar.slots.attribution import SUBJECT_IS_CONTENT, Attribution
from grammar.slots.syntax import antecedents
from grammar.slots.syntax.bounds import ENDS, RELATING
from grammar.slots.syntax.documents import is_document
from grammar.text.ranges import Range

_OBJECTIVE, _GROUP = CHUNKS["Objective"], CHUNKS["Group"]
_COMMA = CHUNKS["Comma"]
_LINKING = frozenset(CHUNKS[name] for name in ("To", "Prep", "With", "By", "For", "Against"))
_OF = CHUNKS["Of"]
_LINKED = _LINKING | {_OF}
_FEELINGS = frozenset(feeling for line in lines("feelings.txt") for feeling in line.split())
_COLON, _BREAK = (CHUNKS[name] for name in ("Colon", "Break"))
_STOP, _POINTING = CHUNKS["Stop"], _BREAK + CHUNKS["That"] + CHUNKS["Verb"]
_LONG = 60  # chunks
_SOME_OF = CHUNKS["Group"] + CHUNKS["Of"]
_PLACING = frozenset(CHUNKS[name] for name in ("In", "Of", "Against", "Prep", "With"))
_QUOTING = QUOTED | {"said_quote"}
_STATING = LEADING | {"said_that", "told", "and_said", "and_told", "adding_that", "telling"}


def is_speaker(found: Attribution, before: Attribution | None) -> bool:
    """Whether a quotation that follows is likely this source's: said that, but not thinks that.

    Behind ("...," she said,) adding that ..., it goes on with what was said ``before``.
    """
    if before and found.rule in UNDERSTOOD and found.source_chunks == before.source_chunks:
        return False
    if found.rule in _QUOTING:
        return True
    licence = found.licence
    return found.rule in _STATING and ("quote" in licence.sense.complements or licence.lemma == "tell")


def announces(analysis: Analysis, frame: Frame) -> bool:
    """He said: (and the paragraph ends); he told reporters: (and it ends)."""
    slot, first, end = frame.slots[-1]
    if slot == "content":
        if analysis.codes[first:end] != _COLON:
            return False
        end = first
    return analysis.codes[end : end + 1] == _COLON and analysis.codes[end + 1 : end + 2] in ("", _BREAK)


def continued(speaker: Attribution, number: int, content: list[Range]) -> Attribution:
    """The speaker's claim with these words added, or what was announced: "She said:" and a new paragraph."""
    if speaker.content:
        speaker.content += content
        return speaker
    return speaker.spoken(number, content)


def is_reopened(analysis: Analysis, at: int) -> bool:
    """Whether the next frame goes on with a quotation without an end and says whose it is.

    Paragraphs that were run together: "We went. | "We came back," said Lee.
    """
    frames = analysis.frames
    last = frames[at][1].slots[-1][2]
    if analysis.begins[last - 1] in analysis.units.closing:
        return False
    for _, frame, outer in islice(frames, at + 1, None):
        if outer < at:  # what stands in the quotation itself comes before
            return frame.rule in QUOTED and frame.slots[0][1] == last
    return False


def taken_back(analysis: Analysis, found: Attribution, before: Attribution | None) -> Range | None:
    """The quotation without an end that was given to who spoke before, and goes on in this one's.

    It was fine, he insisted. | "We went. "We came back," said Lee.
    """
    if found.rule not in QUOTED or before is None or len(before.content) < 2:
        return None
    piece = before.content[-1]
    open_ = piece[1] == found.content[0][0] and piece[0] not in analysis.units.closing
    return piece if open_ else None


class Unclosed:
    """A quotation left open, whose speaker is only named where a later one closes it."""

    def __init__(self) -> None:
        self._paragraph = -1
        self._content: list[Range] = []

    def add(self, analysis: Analysis, number: int, content: list[Range]) -> None:
        """A quotation without a speaker: kept, where its closing mark is missing."""
        if not content or content[-1][0] in analysis.units.closing:
            return
        if analysis.tokens.before_blank(content[-1][0]):
            return  # no. " Then they left
        self._content = [*self._content, *content] if self._paragraph == number - 1 else list(content)
        self._paragraph = number

    def join(self, analysis: Analysis, found: Attribution) -> None:
        """Give what was kept to who is named behind the quotation that opens the next paragraph."""
        if found.rule not in QUOTED or not self._content:
            return
        begin = found.content[0][0]
        if found.paragraph == self._paragraph:
            near = begin == self._content[-1][1]
        else:
            body = analysis.paragraphs[found.paragraph].body
            near = found.paragraph == self._paragraph + 1 and begin == body
        if near:
            found.content, self._content = self._content + found.content, []


def relate(analysis: Analysis, found: Attribution, before: Attribution | None) -> None:
    """Let a bare "who" mean the source or group in front: (they met) a clerk at the mill, who warned."""
    chunks = found.source_chunks
    if not chunks:
        return
    if chunks[1] - chunks[0] != 1:
        first = _nearest(analysis, *chunks)
        found.source_chunks = first, chunks[1]
        found.source = [
            (max(analysis.begins[first], found.source[0][0]), found.source[0][1]),
            *found.source[1:],
        ]
        return
    if before and before.source and before.source_chunks and before.source_chunks[1] == chunks[0] - 1:
        first, begin = before.source_chunks[0], before.source[0][0]
        found.source_chunks = first, chunks[1]
        found.source = [(begin, found.source[-1][1])]
    elif analysis.codes[chunks[0] - 2 : chunks[0]] == _SOME_OF:  # (sailors,) most of whom
        found.source_chunks = chunks[0] - 2, chunks[1]
        found.source = [(analysis.begins[chunks[0] - 2], found.source[-1][1])]
    elif analysis.codes[chunks[0]] in RELATING:
        meant = antecedents.of(analysis, chunks[1])
        if meant:
            first = _head(analysis, *meant)
            found.source_chunks = first, chunks[1]
            found.source = [(analysis.begins[first], found.source[-1][1])]


def _nearest(analysis: Analysis, first: int, last: int) -> int:
    """Where those begin that speak: (tied the bill to) Lee, who; (word from) an aide that: no thing does."""
    codes, words, ends = analysis.codes, analysis.tokens.words, analysis.ends
    near = last - 2 - (codes[last - 2] == _COMMA)
    if codes[near - 2 : near] == _GROUP + _OF and words[ends[near - 2] - 1] in _FEELINGS:
        return near  # (much to) the anger of growers who
    noun = words[ends[near] - 1]
    named = noun[0].isupper() and words[ends[last - 1] - 1].lower() == "who"
    single = named and not noun.endswith("s")
    linking = _LINKED if single else _LINKING  # the response of | Lee, who; but: most of the Democrats who
    if near - first < 2 or codes[near - 1] not in linking or codes[near - 2 : near + 1 : 2] != 2 * _GROUP:
        return first
    head = words[ends[first] - 1]
    if not head.islower() or can_act(head) or _COMMA in codes[first:near]:
        return first
    if not COUNTS.isdisjoint(analysis.letters(first)[-1:]):
        return first
    if any(is_document(analysis, chunk) for chunk in range(first, near)):
        return first  # the wake of polls by Aune College that (showed)
    return near if named or can_act(noun) else first


def _head(analysis: Analysis, first: int, last: int) -> int:
    """Where those begin that "who" tells of: people in a hall, Lee himself, the head of a board."""
    codes, noun = analysis.codes, analysis.tokens.words[analysis.ends[last - 1] - 1]
    if first and codes[first] == _OBJECTIVE and codes[first - 1] == _GROUP:
        return first - 1
    person = analysis.tokens.lower[analysis.begins[last + (codes[last] == _COMMA)]] == "who"
    while first > 1 and codes[first - 1] in _PLACING and codes[first - 2] == _GROUP and noun.islower():
        holder = analysis.tokens.words[analysis.ends[first - 2] - 1]
        if can_act(noun) and (not person or noun in PERSONS or holder not in PERSONS):
            return first
        first, noun = first - 2, holder
    return first


def pointed(analysis: Analysis, frame: Frame) -> list[Range]:
    """The sentence at the end of the paragraph before: | Rents rose. | That is according to Lee."""
    codes, end = analysis.codes, frame.slots[0][1] - len(_POINTING)
    if frame.rule != "according_to" or codes[max(end - 1, 0) : frame.slots[0][1]] != _STOP + _POINTING:
        return []
    first = end - 1
    while first and codes[first - 1] not in ENDS and end - first < _LONG:
        first -= 1
    return [(first, end - 1)]


def rejoin(analysis: Analysis, latest: Attribution | None, quotation: int, content: list[Range]) -> bool:
    """Give a quotation that nobody says to the object in front of its colon: quoted a line by Lee: "..."."""
    if latest is None or not latest.content or analysis.codes[quotation - 1] != _COLON:
        return False
    if latest.content[-1][1] != analysis.begins[quotation - 1]:
        return False
    latest.content[-1] = (latest.content[-1][0], content[-1][1])
    return True


def deny(analysis: Analysis, found: Attribution, meant: Range | None, earlier: Iterable[Attribution]) -> None:
    """Let a denial have the whole of what it denies: (accused him of) hiding men, which he denies."""
    if meant is None or found.licence.sense.act is not Act.DENY:
        return
    for other in earlier:
        if other.reaches(analysis, meant[1] - 1):
            found.content = other.content[other.rule in SUBJECT_IS_CONTENT :]
            return
