"""The shape of what the engine gives: a reading of one text, its claims and what it could not read.

Spans are ``[start, end)`` in Unicode code points of the text as given, in text order. These structs
are the contract of the command line and of the API; fields may be added, none is renamed.
"""

from __future__ import annotations

import msgspec

from grammar.terms import (
    Act,
    ActorKind,
    Anonymity,
    AnonymousType,
    Certainty,
    MarkerKind,
    MarkerPlace,
    MarkKind,
    Polarity,
    Quotation,
    Type,
)

__all__ = [
    "About",
    "Act",
    "Actor",
    "ActorKind",
    "ActorName",
    "Affiliation",
    "Anonymity",
    "AnonymousType",
    "Certainty",
    "Claim",
    "Cue",
    "EngineVersion",
    "Mark",
    "MarkKind",
    "Marker",
    "MarkerKind",
    "MarkerPlace",
    "Polarity",
    "Quotation",
    "Reading",
    "Slot",
    "Source",
    "Span",
    "Time",
    "Topic",
    "Type",
    "Unread",
]

Span = tuple[int, int]


class Slot(msgspec.Struct, frozen=True):
    """Words of the text in one role: the pieces joined by a blank, and where they stand."""

    text: str
    spans: tuple[Span, ...]


class Source(msgspec.Struct, frozen=True):
    """Who said it: all of the words, the name or noun group alone, and what describes it.

    Where ``anonymity`` is not named, ``anonymous_type`` says what the source is said to be (None for what
    is no person or group of persons), and ``anonymity_reason`` why there is no name, if the text says so.
    """

    text: str
    spans: tuple[Span, ...]
    mention: Slot
    role: Slot | None
    anonymity: Anonymity
    anonymous_type: AnonymousType | None = None
    anonymity_reason: Slot | None = None


class Affiliation(msgspec.Struct, frozen=True):
    """The country, organization or medium that a source's own words say somebody belongs to."""

    actor_id: str
    name: str
    kind: ActorKind
    spans: tuple[Span, ...]


class Actor(msgspec.Struct, frozen=True):
    """Whom a source's words stand for, and by which means that was found.

    ``stands_for`` is the id of the country for which a name is commonly used, as "the Kremlin" is for Russia.
    ``affiliations`` are those that stand in the very words of this source: "a spokesman for the ministry".
    """

    id: str
    name: str
    kind: ActorKind
    resolved_by: str
    stands_for: str | None = None
    affiliations: tuple[Affiliation, ...] = ()


class Cue(msgspec.Struct, frozen=True):
    """The words that report, and their lemma."""

    text: str
    spans: tuple[Span, ...]
    lemma: str


class Time(msgspec.Struct, frozen=True):
    """When it was said: the words, an ISO date, month or year, and the day it was reckoned from."""

    text: str
    spans: tuple[Span, ...]
    value: str | None
    anchor: str | None


class Marker(msgspec.Struct, frozen=True):
    """Words that made the polarity or the certainty what it is."""

    text: str
    spans: tuple[Span, ...]
    kind: MarkerKind
    on: MarkerPlace


class Topic(msgspec.Struct, frozen=True):
    """An IPTC Media Topic with a score from 0 to 1, best first wherever topics are listed."""

    id: str
    label: str
    score: float


class About(msgspec.Struct, frozen=True):
    """An actor or a place named inside the content.

    ``stands_for`` is the country for which it commonly speaks; a capital, maybe just a place, has none.
    """

    actor_id: str
    name: str
    spans: tuple[Span, ...]
    stands_for: str | None = None


class ActorName(msgspec.Struct, frozen=True):
    """An actor as an editor names one."""

    id: str
    name: str
    kind: ActorKind
    stands_for: str | None = None


class Mark(msgspec.Struct, frozen=True):
    """What an editor says of a claim; it hangs on the claim's id.

    With ``actor_id`` it is about that actor of the claim and not about what is claimed. ``to`` is the right
    actor. ``made_at`` is in UTC.
    """

    id: str
    claim_id: str
    kind: MarkKind
    editor: str
    made_at: str
    note: str | None = None
    actor_id: str | None = None
    to: ActorName | None = None


class Claim(msgspec.Struct, frozen=True):
    """One attribution: who said what, to whom, how surely, and the rule that read it.

    ``id`` is a hash of the text and of the cue, source and content spans, so it outlives a renamed
    rule and a caller's own document ids. ``position`` numbers a text's claims from 0 in the order of their
    cues' first characters. ``marks`` are what editors say of it, oldest first; a text just read has none.
    """

    id: str
    document_id: str
    position: int
    rule: str
    type: Type
    act: Act
    polarity: Polarity
    certainty: Certainty
    markers: tuple[Marker, ...]
    quotation: Quotation
    source: Source | None
    actors: tuple[Actor, ...]
    cue: Cue
    content: Slot
    addressee: Slot | None
    venue: Slot | None
    time: Time | None
    parent_id: str | None
    topics: tuple[Topic, ...]
    about: tuple[About, ...]
    marks: tuple[Mark, ...] = ()


class Unread(msgspec.Struct, frozen=True):
    """A sentence with a cue that no rule could read, and why."""

    text: str
    spans: tuple[Span, ...]
    cue: str
    reason: str


class EngineVersion(msgspec.Struct, frozen=True):
    """Which engine read a text: its version and digests of the grammar and the lexicon."""

    version: str
    grammar: str
    lexicon: str


class Reading(msgspec.Struct, frozen=True):
    """Everything read in one text; one line of the command line's output.

    ``language`` is that which the text is clearly in (BCP 47), or null. A text that is clearly not English is
    not read, and ``note`` says so.
    """

    id: str
    engine: EngineVersion
    topics: tuple[Topic, ...]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]
    language: str | None = None
    note: str | None = None
