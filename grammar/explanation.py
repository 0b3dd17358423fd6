"""How one text was read: words with their classes, chunks, the frames that fired, and the claims."""

from __future__ import annotations

from typing import Protocol

import msgspec

from grammar.cascade.alphabet import CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.catalogue import rules
from grammar.claim import Claim, Unread

_CLASS = {letter: name for name, letter in TOKEN_CLASSES.items()}
_CHUNK = {letter: name for name, letter in CHUNKS.items()}
_RESET = "\x1b[0m"
_BOLD, _DIM, _CYAN, _GREEN, _YELLOW = (f"\x1b[{code}m" for code in (1, 2, 36, 32, 33))


class Word(msgspec.Struct, frozen=True):
    """A word, or a whole quotation, with its class."""

    text: str
    token_class: str


class Chunk(msgspec.Struct, frozen=True):
    """A run of words that the frames see as one; a cue's with the complement that licensed it."""

    text: str
    chunk: str
    lemma: str | None = None
    complement: str | None = None


class SlotOf(msgspec.Struct, frozen=True):
    """A slot of a frame."""

    slot: str
    text: str


class Fired(msgspec.Struct, frozen=True):
    """A frame that fired, with its example in the grammar."""

    rule: str
    example: str
    slots: tuple[SlotOf, ...]


class Explanation(msgspec.Struct, frozen=True):
    """Every stage's result for one text. The shape may grow; it is for people and for debugging."""

    text: str
    words: tuple[Word, ...]
    chunks: tuple[Chunk, ...]
    frames: tuple[Fired, ...]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]

    def to_text(self, *, colour: bool = False) -> str:
        """The explanation for a terminal, in colour if asked."""
        paint = _painted if colour else _plain
        lines = [paint(_BOLD, "words")]
        lines.append("  " + "  ".join(f"{w.text}{paint(_DIM, '/' + w.token_class)}" for w in self.words))
        lines.append(paint(_BOLD, "chunks"))
        for chunk in self.chunks:
            cue = f"   cue: {chunk.lemma}, licensed by: {chunk.complement}" if chunk.lemma else ""
            lines.append(f"  {paint(_CYAN, f'{chunk.chunk:12}')} {chunk.text}{paint(_YELLOW, cue)}")
        lines.append(paint(_BOLD, "frames"))
        for frame in self.frames:
            lines.append(f"  {paint(_GREEN, frame.rule)}   as in: {frame.example}")
            lines += [f"    {slot.slot:10} {slot.text}" for slot in frame.slots]
        lines.append(paint(_BOLD, "claims"))
        for claim in self.claims:
            lines += _claim_lines(claim, paint)
        for silence in self.unread:
            lines.append(f"  unread: {silence.cue!r}: {silence.reason}")
        if not self.claims and not self.unread:
            lines.append("  none")
        return "\n".join(lines)


class _Paint(Protocol):
    def __call__(self, code: str, text: str) -> str: ...


def _plain(code: str, text: str) -> str:
    return text


def _painted(code: str, text: str) -> str:
    return f"{code}{text}{_RESET}" if text else ""


def _claim_lines(claim: Claim, paint: _Paint) -> list[str]:
    source = claim.source.text if claim.source else "(nobody)"
    who = ", ".join(f"{actor.name} (by {actor.resolved_by})" for actor in claim.actors) or "unresolved"
    because = "; ".join(f"{m.text!r} on the {m.on}: {m.kind}" for m in claim.markers) or "no marker"
    return [
        f"  {paint(_GREEN, claim.rule)}: {source} {paint(_YELLOW, claim.cue.text)} | {claim.content.text}",
        f"    actors     {who}",
        f"    act        {claim.act} ({claim.type}), {claim.quotation}",
        f"    polarity   {claim.polarity}, certainty {claim.certainty}   because: {because}",
    ]


def explain(analysis: Analysis, claims: tuple[Claim, ...], unread: tuple[Unread, ...]) -> Explanation:
    """Put an analysis and its reading into words."""
    units, text = analysis.units, analysis.tokens.text
    starts, ends = analysis.tokens.starts, analysis.tokens.ends
    examples = {rule.name: rule.example for rule in rules()}

    def words(first: int, last: int) -> str:
        return text[starts[first] : ends[last - 1]]

    def between(first: int, last: int) -> str:
        return words(analysis.begins[first], analysis.ends[last - 1])

    own = analysis.own
    end = analysis.chunks.edges[own]
    return Explanation(
        text,
        tuple(Word(words(units.first[u], units.last[u]), _CLASS[units.codes[u]]) for u in range(end)),
        tuple(_chunk(analysis, c, between(c, c + 1)) for c in range(own)),
        tuple(
            Fired(
                frame.rule, examples[frame.rule], tuple(SlotOf(s, between(a, b)) for s, a, b in frame.slots)
            )
            for _, frame, _ in analysis.frames
            if frame.rule in examples
        ),
        claims,
        unread,
    )


def _chunk(analysis: Analysis, at: int, text: str) -> Chunk:
    licence = analysis.licences.get(at)
    name = _CHUNK[analysis.codes[at]]
    return Chunk(text, name, licence.lemma, licence.complement) if licence else Chunk(text, name)
