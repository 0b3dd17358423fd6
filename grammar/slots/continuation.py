"""Words without a cue: a quotation that its speaker goes on with, or what "He wrote:" announces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from grammar.cascade.analysis import Analysis
from grammar.claim import Act
from grammar.slots.coverage import SUBJECT_IS_CONTENT, UNDERSTOOD, Attribution
from grammar.slots.mood import MARKS
from grammar.text.layout import Kind

Range = tuple[int, int]
_QUOTING = frozenset(("quote_said", "quote_said_inverted", "said_quote"))
_LEADING = frozenset(("content_said", "content_said_inverted"))
_STATING = _LEADING | {"said_that", "told", "and_said", "and_told", "adding_that", "telling"}


def is_speaker(found: Attribution, before: Attribution | None) -> bool:
    """Whether a quotation that follows is likely this source's: said that, but not thinks that.

    Behind ("...," she said,) adding that ..., it goes on with what was said ``before``.
    """
    if before and found.rule in UNDERSTOOD and found.source_chunks == before.source_chunks:
        return False
    if found.rule in _QUOTING:
        return True
    licence = found.licence if found.rule in _STATING else None
    return licence is not None and ("quote" in licence.sense.complements or licence.lemma == "tell")


def continued(speaker: Attribution, number: int, content: list[Range]) -> Attribution:
    """The speaker's claim with these words added, or what was announced: "She said:" and a new paragraph."""
    if speaker.content:
        speaker.content += content
        return speaker
    return replace(speaker, rule="said_quote", paragraph=number, content=content, time=list(speaker.time))


def relate(found: Attribution, before: Attribution | None) -> None:
    """Let a bare "who" mean the source right in front: (according to) a clerk at the mill, who warned."""
    chunks = found.source_chunks
    if not chunks or not before or not before.source_chunks or not before.source or not found.source:
        return
    if chunks[1] - chunks[0] == 1 and before.source_chunks[1] == chunks[0] - 1:
        found.source_chunks = before.source_chunks[0], chunks[1]
        found.source = [(before.source[0][0], found.source[-1][1])]


def block(analysis: Analysis, number: int) -> list[Range]:
    """The tokens of a paragraph that was announced, "He wrote:", if it is prose without marks in front."""
    if number >= len(analysis.paragraphs) or analysis.paragraphs[number].kind is not Kind.PROSE:
        return []
    first, last = analysis.paragraphs[number].body, analysis.paragraphs[number].last
    return [(first, last)] if analysis.tokens.words[first] not in MARKS else []


def deny(analysis: Analysis, found: Attribution, meant: Range | None, earlier: Iterable[Attribution]) -> None:
    """Let a denial have the whole of what it denies: (accused him of) hiding men, which he denies."""
    if meant is None or found.licence is None or found.licence.sense.act is not Act.DENY:
        return
    for other in earlier:
        if other.reaches(analysis, meant[1] - 1):
            found.content = other.content[other.rule in SUBJECT_IS_CONTENT :]
            return
