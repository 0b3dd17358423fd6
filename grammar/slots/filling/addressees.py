"""To whom it was said, and who is accused, asked or ordered: in a content, before a cue, as its subject."""

from __future__ import annotations

from grammar.cascade.alphabet import CHUNKS, INFINITIVES, TOKEN_CLASSES
from grammar.cascade.analysis import Analysis
from grammar.cascade.frames import Frame
from grammar.cascade.licensing.licence import Licence
from grammar.cascade.words.persons import can_act
from grammar.claim import Act
from grammar.slots.attribution import Attribution, ranges
from grammar.slots.syntax import bounds, passives
from grammar.slots.syntax.bounds import LISTING, NOMINAL
from grammar.text.layout import Kind

_FOR, _ON, _NAME = CHUNKS["For"], CHUNKS["About"], TOKEN_CLASSES["Name"]
_WRITTEN = frozenset(
    CHUNKS[name] for name in ("About", "ToSay", "ToDo", "SayingTo", "SayingThat", "Telling", "That")
)
_QUOTES = frozenset(CHUNKS[f"Quote{end}"] for end in ("Comma", "Stop", "Ask", "Open"))
_AND = CHUNKS["And"]
_NEAR = 5  # chunks
_CHARGES = frozenset(CHUNKS[name] for name in ("Of", "For", "With", "To", "ToDo", "ToSay"))
_BLAMED = frozenset(("blame", "allege"))
_COMMA, _OPENING = CHUNKS["Comma"], frozenset((CHUNKS["And"], CHUNKS["But"]))
_PAST, _HEARD = TOKEN_CLASSES["CuePast"], frozenset(("it-none", "heard-none"))
_HEARING = frozenset(_COMMA + CHUNKS[name] for name in ("Group", "Pronoun"))


def addressed(analysis: Analysis, licence: Licence, first: int, last: int) -> int:
    """Where what was said begins behind "to": (apologised to) them | for it, (wrote to) them | asking him."""
    codes = analysis.codes
    if licence.complement == "to-for":
        return max(codes.find(_FOR, first, last), first)
    if licence.lemma != "write" or licence.complement != "to":
        return first
    quoted = not _QUOTES.isdisjoint(codes[first:last])  # else: wrote to | the ministry
    return next((at for at in range(first + 1, last) if codes[at] in _WRITTEN), first if quoted else last)


def accused(analysis: Analysis, licence: Licence, slot: tuple[str, int, int]) -> tuple[int, int] | None:
    """The chunks of whom the source accuses, asks or orders: the groups that the content begins with.

    What is blamed may be a thing: (blamed) a clerical error; what is alleged is one.
    """
    kind, first, last = slot
    blamed = (
        licence.lemma in _BLAMED and analysis.codes[first + 1 : first + 2] == _ON
    )  # the fire on | the owner
    if blamed and analysis.codes[first + 2 : first + 3] in NOMINAL:
        return (first + 2, first + 3) if _may_be_blamed(analysis, first + 2) else None
    if kind != "content" or analysis.codes[first] not in NOMINAL:
        return None
    if licence.lemma in _BLAMED and not _may_be_blamed(analysis, first):
        return None
    return first, _together(analysis.codes, first, last)


def _may_be_blamed(analysis: Analysis, chunk: int) -> bool:
    """Whether a group ends in a name or a noun for somebody: (blamed it on) the owner; not: bad wiring."""
    return analysis.letters(chunk)[-1:] == _NAME or can_act(analysis.tokens.words[analysis.ends[chunk] - 1])


def tell(analysis: Analysis, found: Attribution, frame: Frame) -> None:
    """Who is accused, or asked: Lee, asked if it was late, left; Asked if it was late, | Lee | left."""
    if passives.names_person(found.licence) or _is_called_on(analysis, found.licence, frame.slots[-1]):
        persons = accused(analysis, found.licence, frame.slots[-1])
        found.addressee = ranges(analysis, *persons) if persons else []
    if frame.rule != "asked_whether":
        return
    before, after = frame.slots[0][1] - 1, frame.slots[-1][2]
    if before > 0 and analysis.codes[before] == _COMMA:
        found.addressee = ranges(analysis, before - 1, before)
    opening = before - (before >= 0 and analysis.codes[before] in _OPENING)  # But | asked if it was late
    opens = opening < 0 or analysis.codes[opening] in bounds.ENDS
    if opens and analysis.codes[after : after + 2] in _HEARING:
        found.addressee = ranges(analysis, after + 1, after + 2)


def _is_called_on(analysis: Analysis, licence: Licence, slot: tuple[str, int, int]) -> bool:
    """Called on | the army | to leave; not: called on Monday for calm."""
    _, first, last = slot
    on = licence.lemma == "call" and licence.complement == "about"
    return on and not INFINITIVES.isdisjoint(analysis.codes[first + 1 : min(last, first + _NEAR)])


def hear(analysis: Analysis, found: Attribution) -> None:
    """Take who was told for the addressee: ..., it was announced; ..., he was told; ..., jury told."""
    if found.source and _is_heard(analysis, found, found.licence):
        it = analysis.tokens.words[found.source[0][0]].lower() == "it"
        found.addressee, found.source, found.source_chunks = [] if it else found.source, [], None


def _is_heard(analysis: Analysis, found: Attribution, licence: Licence) -> bool:
    """Whether the subject heard it: ..., the jury was told; a headline's "..., jury told"."""
    if licence.complement in _HEARD:
        return True
    if licence.complement != "none" or found.rule != "content_said":
        return False
    asked = licence.sense.act is Act.REQUEST and analysis.paragraphs[found.paragraph].kind is Kind.HEADLINE
    return (licence.lemma == "tell" and not found.addressee) or (
        asked and analysis.letters(found.cue_chunk)[0] == _PAST
    )


def _together(codes: str, first: int, last: int) -> int:
    """Where the groups end that "and" joins: (accused) Lee and his allies | of fraud."""
    at = first
    while at + 2 < last and codes[at + 1] in LISTING and codes[at + 2] in NOMINAL:
        at += 2
        if codes[at - 1] == _AND:
            return at + 1 if codes[at + 1 : at + 2] in _CHARGES else first + 1
    return first + 1
