"""Two lists of claims compared by their words: what appeared, vanished, changed and was kept.

Ids and positions play no part, since they are those of one text: claims are the same where source, cue and
content have the same words. One that shares its cue and either its source or its content with another is that
one changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Annotated

import msgspec
from msgspec import Meta

from grammar.claim import Claim

Key = Callable[[Claim], Hashable]


class Kept(msgspec.Struct, frozen=True):
    """A claim that says in both texts the same: its ids there."""

    id: str
    before: Annotated[str, Meta(description="the id that it had before")]


class Changed(msgspec.Struct, frozen=True):
    """A claim that was there before, but was read otherwise or has other words now."""

    fields: Annotated[tuple[str, ...], Meta(description="what is not the same", examples=[["certainty"]])]
    before: Claim
    after: Claim


class Comparison(msgspec.Struct, frozen=True):
    """What became of the claims; each stands in one of the four lists, by position."""

    appeared: tuple[Claim, ...]
    vanished: tuple[Claim, ...]
    changed: tuple[Changed, ...]
    kept: tuple[Kept, ...]


def compare(before: Iterable[Claim], after: Iterable[Claim]) -> Comparison:
    """Compare. Among claims of the same words each is paired with one at most, in the order of the text."""
    pairs: list[tuple[Claim, Claim]] = []
    old, new = list(before), list(after)
    for key in _KEYS:
        found, old, new = _paired(old, new, key)
        pairs += found
    pairs.sort(key=lambda pair: pair[1].position)
    kept, changed = [], []
    for one, other in pairs:
        told, now = _told(one), _told(other)
        fields = tuple(field for field in now if told[field] != now[field])
        if fields:
            changed.append(Changed(fields, one, other))
        else:
            kept.append(Kept(other.id, one.id))
    return Comparison(tuple(new), tuple(old), tuple(changed), tuple(kept))


def _paired(
    old: Sequence[Claim], new: Sequence[Claim], key: Key
) -> tuple[list[tuple[Claim, Claim]], list[Claim], list[Claim]]:
    """Pairs of the same key, and what is left on either side."""
    waiting: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in reversed(old):
        waiting[key(claim)].append(claim)
    pairs, left = [], []
    for claim in new:
        same = waiting[key(claim)]
        if same:
            pairs.append((same.pop(), claim))
        else:
            left.append(claim)
    taken = {id(one) for one, _ in pairs}
    return pairs, [claim for claim in old if id(claim) not in taken], left


def _words(text: str) -> str:
    return " ".join(text.split())


def _source(claim: Claim) -> str:
    return _words(claim.source.text) if claim.source else ""


def _told(claim: Claim) -> dict[str, object]:
    """What a reader learns from a claim, without its place."""
    return {
        "source": _source(claim),
        "cue": _words(claim.cue.text),
        "content": _words(claim.content.text),
        "rule": claim.rule,
        "type": claim.type,
        "act": claim.act,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "quotation": claim.quotation,
        "actors": tuple(actor.id for actor in claim.actors),
        "addressee": claim.addressee and _words(claim.addressee.text),
        "venue": claim.venue and _words(claim.venue.text),
        "time": claim.time and claim.time.value,
        "topics": {topic.id for topic in claim.topics},
        "about": {about.actor_id for about in claim.about},
    }


_KEYS: tuple[Key, ...] = (
    lambda claim: (_source(claim), _words(claim.cue.text), _words(claim.content.text)),
    lambda claim: (_source(claim), _words(claim.cue.text), claim.cue.spans),
    lambda claim: (_words(claim.cue.text), _words(claim.content.text)),
    lambda claim: (_source(claim), _words(claim.cue.text)) if claim.source else id(claim),
)
