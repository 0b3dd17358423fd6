"""Whom a cue's subject is understood to be, where the frame has none of its own."""

from __future__ import annotations

from grammar.cascade.alphabet import BEING, CHUNKS, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.families import FIRST, PARTICIPLES
from grammar.cascade.frames import Frame
from grammar.slots.cohesion import agents
from grammar.slots.syntax import documents
from grammar.slots.syntax.bounds import ENDS, NOMINAL
from grammar.text.ranges import Range

_AHEAD = 8  # frames within which a participle's main clause is sought
_BEHIND = 16  # chunks within which a sentence's first group is looked for
_PART = TOKEN_CLASSES["Part"]
_BOUNDS = ENDS | {CHUNKS["Semicolon"]}
_JOINTS = _BOUNDS | {CHUNKS["And"]}
_VERBAL = ("Verb", "Bare", "Said", "Done", "Doing", "ToDo", "Judge", "SayThat")
_LINKS = (
    "That", "Relative", "Question", "Of", "To", "For", "About", "Against", "With", "By", "In", "Prep", "As",
)  # fmt: skip
_WHILE = frozenset(("while", "although", "though"))
_CONTACT = CHUNKS["Group"] + CHUNKS["Pronoun"]
_COMMA, _DASH = CHUNKS["Comma"], CHUNKS["Dash"]
_GOVERNING = frozenset(CHUNKS[name] for name in _VERBAL + _LINKS)
_SENTENCE = 60  # chunks


def subject(analysis: Analysis, at: int, frame: Frame, before: Range | None) -> tuple[Range | None, bool]:
    """Who speaks in a frame that begins with a participle, or whoever was the subject ``before``.

    And whether such a frame may be a claim: in front of its clause it needs one, and what praises behind
    a noun needs whose that is.
    """
    if frame.rule in FIRST:
        main = _main(analysis, at)
        return main, main is not None
    if frame.rule not in PARTICIPLES:
        return before, True
    cue = frame.slots[0][1]
    speaker = agents.speaker(analysis, cue, before)
    document = documents.bearer(analysis, cue)
    if document and documents.speaks(analysis, document, speaker):
        return document, True
    speaker = (agents.issuer(analysis, document[0]) if document else None) or speaker
    if frame.rule == "praising" and not document and documents.is_behind_group(analysis, cue):
        holder = documents.holder(analysis, cue)
        return holder, holder is not None
    if frame.rule != "praising" and not document:
        speaker = documents.voice(analysis, cue) or speaker
    return speaker, True


def is_governed(analysis: Analysis, chunk: int, subject: Range | None) -> bool:
    """Whether a group is an object or stands in a clause within the subject's: "saw a shift, adding"."""
    codes = analysis.codes
    if subject is None or chunk < 1 or chunk - subject[1] > _SENTENCE:
        return False
    if codes.count(_DASH, subject[1], chunk) % 2 and _is_aside(codes, subject[1], chunk):
        return True  # Lee rose — they had met before — and praised the crew
    if codes[chunk - 1 : chunk + 1] == _CONTACT and subject[1] < chunk:  # left the hall | he had built
        return _JOINTS.isdisjoint(codes[subject[1] : chunk])
    if codes[chunk - 1] not in _GOVERNING:  # was woken | while she slept; but: ..., although some left
        before = analysis.tokens.lower[analysis.begins[chunk] - 1]
        return before in _WHILE and codes[chunk - 2] != _COMMA and codes[chunk - 2] not in _BOUNDS
    verb = analysis.letters(chunk - 1)
    if verb[-1:] == _PART and not BEING.isdisjoint(verb):
        return False  # when they were shown | some people wrote
    return _BOUNDS.isdisjoint(codes[subject[1] : chunk])


def _is_aside(codes: str, first: int, last: int) -> bool:
    """Whether the dash that is open here closes before the sentence ends."""
    if not _BOUNDS.isdisjoint(codes[first:last]):
        return False
    end = next((at for at in range(last, min(last + _BEHIND, len(codes))) if codes[at] in _BOUNDS), last)
    return _DASH in codes[last:end]


def _main(analysis: Analysis, at: int) -> Range | None:
    """The subject of the clause behind a participle that opens its sentence."""
    paragraph, _, outer = analysis.frames[at]
    for number, frame, parent in analysis.frames[at + 1 : at + _AHEAD]:
        if number != paragraph:
            break
        if parent == outer:
            slots = {slot: (first, last) for slot, first, last in frame.slots}
            return slots.get("source") or (slots.get("subject") if frame.rule == "clause" else None)
    return None


def first_group(analysis: Analysis, chunk: int) -> Range | None:
    """The sentence's first noun group, where its verb was not known as one."""
    codes, at = analysis.codes, chunk
    while at and codes[at - 1] not in ENDS and chunk - at < _BEHIND:
        at -= 1
    at += 2 * (codes[at : at + 2] == CHUNKS["When"] + CHUNKS["Comma"])
    return (at, at + 1) if codes[at] in NOMINAL and at < chunk else None
