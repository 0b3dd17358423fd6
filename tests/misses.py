"""What the engine is known to get wrong in the articles: ``fixtures/misses.toml``, by fault.

``python -m tests.misses`` prints the differences that no fault tells of, and what no longer holds;
``--prune`` takes the latter out of the file. Reasons for the former are for people to write.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator

import msgspec

from grammar import Engine
from grammar.claim import Claim
from tests.articles import FOLDER, Fixture, load, names, occurrences, overlap
from tests.comparison import Comparison, compare

FILE = FOLDER.parent / "misses.toml"


class Fault(msgspec.Struct, forbid_unknown_fields=True):
    """One thing that the engine gets wrong, and all the places where it shows."""

    reason: str
    claims: list[str] = msgspec.field(default_factory=list)
    """``"article/claim: field field"``; the field "claim" where it is not found at all."""
    extras: list[str] = msgspec.field(default_factory=list)
    """``"article: cue"`` of claims that should not be there; bars round a cue among other words."""
    topics: list[str] = msgspec.field(default_factory=list)
    """Articles whose best topic is another."""
    never: list[str] = msgspec.field(default_factory=list)
    """``"article: words"`` of captions and the like that are in a claim."""


class Misses(msgspec.Struct, forbid_unknown_fields=True):
    """All the faults."""

    fault: list[Fault]

    def fields(self) -> dict[tuple[str, str, str], str]:
        """The reason for each article, claim and field."""
        return {
            (*name.split("/"), field): fault.reason  # type: ignore[misc] # the names have one slash
            for fault in self.fault
            for name, fields in (entry.split(": ") for entry in fault.claims)
            for field in fields.split()
        }

    def topics(self) -> dict[str, str]:
        """The reason for each article with another topic."""
        return {name: fault.reason for fault in self.fault for name in fault.topics}

    def never(self) -> dict[tuple[str, str], str]:
        """The reason for each article and words that are in a claim and must not be."""
        entries = [(entry.partition(": "), fault.reason) for fault in self.fault for entry in fault.never]
        return {(article, phrase): reason for (article, _, phrase), reason in entries}

    def extras(self, name: str) -> list[str]:
        """The cues of an article's claims that are known to be too many."""
        entries = [entry.partition(": ") for fault in self.fault for entry in fault.extras]
        return [cue for article, _, cue in entries if article == name]


def known() -> Misses:
    """The file as it is."""
    return msgspec.toml.decode(FILE.read_bytes(), type=Misses)


def is_extra(fixture: Fixture, cue: str, claim: Claim) -> bool:
    """Is this the claim that the entry speaks of?"""
    return any(overlap(span, claim.cue.spans) for span in occurrences(fixture.text, cue))


def untold(comparison: Comparison, misses: Misses) -> Iterator[str]:
    """The differences and the surplus claims that no fault tells of."""
    fields, fixture = misses.fields(), comparison.fixture
    for place in fixture.places:
        for field, difference in comparison.differences(place).items():
            if (fixture.name, place.mark.id, field) not in fields:
                yield f"{fixture.name}/{place.mark.id}: {field}: {difference}"
    for claim in comparison.surplus:
        if not any(is_extra(fixture, cue, claim) for cue in misses.extras(fixture.name)):
            source = claim.source.text if claim.source else ""
            yield f"{fixture.name}: {claim.cue.text}: {source!r} {claim.content.text!r} (rule {claim.rule})"


def pruned(misses: Misses, compared: dict[str, Comparison]) -> Misses:
    """The misses that still are; faults without any are left out."""
    wrong = {
        (name, place.mark.id, field)
        for name, comparison in compared.items()
        for place in comparison.fixture.places
        for field in comparison.differences(place)
    }
    faults = []
    for fault in misses.fault:
        claims = []
        for entry in fault.claims:
            name, _, fields = entry.partition(": ")
            article, claim = name.split("/")
            kept = [field for field in fields.split() if (article, claim, field) in wrong]
            claims += [f"{name}: {' '.join(kept)}"] if kept else []
        extras = []
        for entry in fault.extras:
            article, _, cue = entry.partition(": ")
            comparison = compared[article]
            if any(is_extra(comparison.fixture, cue, claim) for claim in comparison.surplus):
                extras.append(entry)
        topics = [name for name in fault.topics if not compared[name].topic_agrees()]
        never = []
        for entry in fault.never:
            article, _, phrase = entry.partition(": ")
            never += [entry] if compared[article].holding(phrase) else []
        if claims or extras or topics or never:
            faults.append(Fault(fault.reason, claims, extras, topics, never))
    return Misses(faults)


def toml(misses: Misses) -> str:
    """The file's text, one entry a line, behind the comment that it begins with."""
    header = [line for line in FILE.read_text("utf-8").splitlines() if line.startswith("#")]
    lines = [*header]
    for fault in misses.fault:
        lines += ["", "[[fault]]", f"reason = {_string(fault.reason)}"]
        for key in ("claims", "extras", "topics", "never"):
            entries = getattr(fault, key)
            if entries:
                lines += [f"{key} = [", *(f"    {_string(entry)}," for entry in entries), "]"]
    return "\n".join(lines) + "\n"


def _string(text: str) -> str:
    return msgspec.json.encode(text).decode()


def main(arguments: list[str]) -> None:
    """Print, or prune."""
    engine, misses = Engine(), known()
    compared = {name: read(engine, load(name)) for name in names()}
    left = pruned(misses, compared)
    if "--prune" in arguments:
        FILE.write_text(toml(left), encoding="utf-8")
    for comparison in compared.values():
        print("\n".join(untold(comparison, misses)))
        for phrase in comparison.fixture.article.never:
            if comparison.holding(phrase) and (comparison.fixture.name, phrase) not in misses.never():
                print(f"{comparison.fixture.name}: never: {phrase}")
        if not comparison.topic_agrees() and comparison.fixture.name not in misses.topics():
            print(f"{comparison.fixture.name}: topics: {comparison.reading.topics[:3]}")
    for (article, claim, field), reason in misses.fields().items():
        if (article, claim, field) not in left.fields():
            print(f"no longer missed: {article}/{claim}: {field} ({reason})")
    found = sum(len(comparison.found) for comparison in compared.values())
    print(
        f"{found} of {sum(len(comparison.fixture.places) for comparison in compared.values())} claims found"
    )


def read(engine: Engine, fixture: Fixture) -> Comparison:
    """The article's marks beside what the engine reads in it."""
    article = fixture.article
    return compare(
        fixture,
        engine.read(fixture.text, id=fixture.name, title=article.title, published_at=article.published_at),
    )


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # "| head" ends it, and that is all
    main(sys.argv[1:])
