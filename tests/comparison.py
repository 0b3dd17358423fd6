"""Which of the marked claims a reading holds, and where the two differ.

A marked claim is found where a claim of the reading has content that agrees by at least ``FOUND``
(intersection over union of the words; punctuation, a "that" in front and the marked addressee never count)
and a cue that shares a word with the marked one. Pairs are taken one to one, best agreement first; equal
ones prefer agreeing sources, then text order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from grammar.claim import Claim, Reading, Slot, Source, Time
from grammar.topics.taxonomy import broader
from tests.articles import WORD, Fixture, Place, Spans, agreement, occurrences, overlap, words

FOUND = 0.8
HALF = 0.5

# Neither part of a name nor a role.
COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\b")


@dataclass(frozen=True)
class Comparison:
    """An article's marks with the claims that answer them, and the claims that answer none."""

    fixture: Fixture
    reading: Reading
    found: dict[str, Claim]
    surplus: list[Claim]

    def differences(self, place: Place) -> dict[str, str]:
        """What is wrong with a claim, by field; ``{"claim": ...}`` alone where it was not found."""
        claim = self.found.get(place.mark.id)
        if claim is None:
            return {"claim": self._nearest(place)}
        wrong = {}
        for field, check in CHECKS.items():
            expected_found = check(self, place, claim)
            if expected_found is not None:
                expected, found = expected_found
                wrong[field] = f"expected {expected!r}, found {found!r} (rule {claim.rule})"
        return wrong

    def topic_agrees(self) -> bool:
        """Is the best topic one of the article's own, or narrower than one?"""
        best = self.reading.topics[0].id if self.reading.topics else ""
        return not {best, *broader(best)}.isdisjoint(self.fixture.article.topics)

    def holding(self, phrase: str) -> list[Claim]:
        """The claims with any of the phrase in their content or source."""
        places = occurrences(self.fixture.text, phrase)
        return [
            claim
            for claim in self.reading.claims
            for spans in (claim.content.spans, claim.source.spans if claim.source else ())
            if _share(spans, tuple(places))
        ]

    def words(self, spans: Spans) -> str:
        """The text of the spans, for people."""
        return " … ".join(self.fixture.text[start:end] for start, end in spans)

    def _nearest(self, place: Place) -> str:
        text = self.fixture.text
        marked = words(text, place.content)
        best = max(
            self.reading.claims,
            key=lambda claim: agreement(marked, words(text, claim.content.spans)),
            default=None,
        )
        wanted = self.words(place.content)
        if best is None or not marked & words(text, best.content.spans):
            return f"nothing was read in {wanted!r}"
        return (
            f"expected {wanted!r}, nearest is {best.content.text!r} (cue {best.cue.text!r}, rule {best.rule})"
        )


def compare(fixture: Fixture, reading: Reading) -> Comparison:
    """Pair marks and claims; see the module's docstring."""
    text = fixture.text
    contents = [_said(text, claim.content.spans) for claim in reading.claims]
    candidates = []
    for number, place in enumerate(fixture.places):
        marked, heard = _said(text, place.content), words(text, place.addressee)
        for other, claim in enumerate(reading.claims):
            agreed = agreement(marked - heard, contents[other] - heard)
            if agreed >= FOUND and _share(place.cue, claim.cue.spans):
                strange = not _sources_agree(text, place, claim)
                candidates.append((-agreed, strange, number, other))
    found: dict[str, Claim] = {}
    taken: set[int] = set()
    for _, _, number, other in sorted(candidates):
        key = fixture.places[number].mark.id
        if key not in found and other not in taken:
            found[key] = reading.claims[other]
            taken.add(other)
    rest = [claim for number, claim in enumerate(reading.claims) if number not in taken]
    return Comparison(fixture, reading, found, list(_surplus(fixture, found, rest)))


def _surplus(fixture: Fixture, found: dict[str, Claim], rest: list[Claim]) -> Iterator[Claim]:
    """A claim is one too many unless it is a marked one read wrongly: same cue, some of the content."""
    open_places = [place for place in fixture.places if place.mark.id not in found]
    for claim in rest:
        wrong = next((place for place in open_places if _is_attempt(place, claim)), None)
        if wrong is None:
            yield claim
        else:
            open_places.remove(wrong)


def _is_attempt(place: Place, claim: Claim) -> bool:
    return _share(place.content, claim.content.spans) and (
        not place.cue or _share(place.cue, claim.cue.spans)
    )


def _said(text: str, content: Spans) -> frozenset[int]:
    """The content's words without the "that" before them."""
    said = words(text, content)
    first = min(said, default=-1)
    return said - {first} if text[first : first + 5].lower() == "that " else said


def _share(one: Spans, other: Spans) -> bool:
    return any(overlap(span, other) for span in one)


def _sources_agree(text: str, place: Place, claim: Claim) -> bool:
    return _halves_agree(text, place.source, claim.source.spans if claim.source else ())


def _halves_agree(text: str, expected: Spans, found: Spans) -> bool:
    """Half of the one's words are in the other, or both are empty."""
    one, other = words(text, expected), words(text, found)
    both = len(one & other)
    return (not one and not other) or (both > 0 and (2 * both >= len(one) or 2 * both >= len(other)))


Difference = tuple[object, object] | None
Check = Callable[[Comparison, Place, Claim], Difference]


def _slot(field: str, of: Callable[[Claim], Slot | Source | Time | None]) -> Check:
    """Half of the words of either are common to both, or neither has any."""

    def check(comparison: Comparison, place: Place, claim: Claim) -> Difference:
        text, slot = comparison.fixture.text, of(claim)
        marked: Spans = getattr(place, field)
        expected, found = _plain(text, marked), _plain(text, slot.spans if slot else ())
        if agreement(expected, found) >= HALF:
            return None
        return comparison.words(marked) or None, slot.text if slot else None

    return check


def _plain(text: str, spans: Spans) -> frozenset[int]:
    """The words without courtesy titles, which count neither way."""
    return words(text, spans) - {match.start() for match in COURTESY.finditer(text)}


def _who(field: str, of: Callable[[Claim], Slot | Source | None]) -> Check:
    """Half of the one's words are in the other, as for sources everywhere."""

    def check(comparison: Comparison, place: Place, claim: Claim) -> Difference:
        marked: Spans = getattr(place, field)
        slot = of(claim)
        if _halves_agree(comparison.fixture.text, marked, slot.spans if slot else ()):
            return None
        return comparison.words(marked) or None, slot.text if slot else None

    return check


def _closed(field: str) -> Check:
    """The word of a closed list is the same."""

    def check(comparison: Comparison, place: Place, claim: Claim) -> Difference:
        expected, found = getattr(place.mark, field), getattr(claim, field)
        return None if expected == found else (str(expected), str(found))

    return check


def _time_value(comparison: Comparison, place: Place, claim: Claim) -> Difference:
    """Asserted where the mark gives one: "last week" has no date of its own."""
    expected, found = place.mark.time_value, claim.time.value if claim.time else None
    return None if expected is None or expected == found else (expected, found)


def _actors(comparison: Comparison, place: Place, claim: Claim) -> Difference:
    """The same names, whatever their order and case.

    Where none is marked, and for what is coordinated with a name ("she and her colleagues"), the source may
    be named by its own words, or by those of another source that has no name ("the report", "it").
    """
    expected = sorted(map(plain_name, place.mark.actors))
    found = sorted(plain_name(actor.name) for actor in claim.actors)
    others = [name for name in found if name not in expected]
    if not expected or " and " in comparison.words(place.mention):
        nameless = [each for each in comparison.fixture.places if not each.mark.actors or each is place]
        allowed = [set(WORD.findall(plain_name(comparison.words(each.source)))) for each in nameless]
        if all(any(set(WORD.findall(name)) <= each for each in allowed) for name in others):
            found = [name for name in found if name in expected]
    return None if expected == found else (expected, found)


def _parent(comparison: Comparison, place: Place, claim: Claim) -> Difference:
    """The claim found for the marked parent; none where none is marked."""
    if place.mark.parent is None:
        return (None, claim.parent_id) if claim.parent_id else None
    parent = comparison.found.get(place.mark.parent)
    return None if parent and parent.id == claim.parent_id else (place.mark.parent, claim.parent_id)


def plain_name(name: str) -> str:
    """A name without its article and last full stop, in lower case, apostrophes straightened."""
    return name.casefold().replace("’", "'").removeprefix("the ").rstrip(".")


CHECKS: dict[str, Check] = {
    "source": _who("source", lambda claim: claim.source),
    "mention": _who("mention", lambda claim: claim.source.mention if claim.source else None),
    "role": _slot("role", lambda claim: claim.source.role if claim.source else None),
    "addressee": _slot("addressee", lambda claim: claim.addressee),
    "venue": _slot("venue", lambda claim: claim.venue),
    "time": _slot("time", lambda claim: claim.time),
    "time_value": _time_value,
    "type": _closed("type"),
    "act": _closed("act"),
    "polarity": _closed("polarity"),
    "certainty": _closed("certainty"),
    "quotation": _closed("quotation"),
    "actors": _actors,
    "parent": _parent,
}

# What a known miss may be about.
FIELDS = ("claim", *CHECKS)
