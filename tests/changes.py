"""Which claims of the fixture articles are read otherwise than when the readings were last stored.

``python -m tests.changes [NAME...]`` prints the claims that appeared, vanished or changed, and ends with
status 1 if there are any; ``--update`` stores today's readings. A change of rule, of lexicon or of code shows
here in the articles where it matters, before any test says whether it is for better or worse.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator

import msgspec

from grammar import Engine
from grammar.claim import Claim
from tests.articles import FOLDER, load, names

READINGS = FOLDER.parent / "readings"
SHOWN = ("rule", "act", "type", "polarity", "certainty", "quotation")
ORDER = ("source", "cue", "content")

Line = dict[str, str]


def line(claim: Claim) -> Line:
    """A claim without its ids and offsets: what a reader would compare."""
    source = claim.source
    slots = {
        "source": source,
        "mention": source.mention if source else None,
        "role": source.role if source else None,
        "cue": claim.cue,
        "content": claim.content,
        "addressee": claim.addressee,
        "venue": claim.venue,
        "time": claim.time,
    }
    found = {field: str(getattr(claim, field)) for field in SHOWN}
    found |= {name: " ".join(slot.text.split()) for name, slot in slots.items() if slot}
    found["value"] = (claim.time and claim.time.value) or ""
    found["actors"] = "; ".join(f"{actor.name} ({actor.resolved_by})" for actor in claim.actors)
    found["markers"] = "; ".join(f"{marker.text} ({marker.kind})" for marker in claim.markers)
    found["nested"] = "yes" if claim.parent_id else ""
    return {field: text for field, text in found.items() if text}


def read(engine: Engine, name: str) -> list[Line]:
    """Today's claims of an article, in their order."""
    fixture = load(name)
    reading = engine.read(fixture.text, id=name, published_at=fixture.article.published_at)
    return [line(claim) for claim in reading.claims]


def stored(name: str) -> list[Line]:
    """The claims of an article as they were stored; none where it is new."""
    file = READINGS / f"{name}.json"
    return msgspec.json.decode(file.read_bytes(), type=list[Line]) if file.exists() else []


def changes(before: list[Line], now: list[Line]) -> Iterator[str]:
    """What vanished ("-"), appeared ("+") or changed ("~"), in words.

    Claims that are alike in every field are set aside; of the others those with the same cue are paired,
    the ones that share most words first.
    """
    old, new = list(before), list(now)
    for claim in before:
        if claim in new:
            old.remove(claim)
            new.remove(claim)
    for one, other in _pairs(old, new):
        old = [claim for claim in old if claim is not one]
        new = [claim for claim in new if claim is not other]
        yield f"~ {_short(other)}"
        for field in dict.fromkeys([*one, *other]):
            if one.get(field) != other.get(field):
                yield f"    {field}: {one.get(field, '')!r} -> {other.get(field, '')!r}"
    yield from (f"- {_short(claim)}" for claim in old)
    yield from (f"+ {_short(claim)}" for claim in new)


def _pairs(old: list[Line], new: list[Line]) -> Iterator[tuple[Line, Line]]:
    candidates = [
        (-len(_words(one) & _words(other)), number, place)
        for number, one in enumerate(old)
        for place, other in enumerate(new)
        if not set(one["cue"].lower().split()).isdisjoint(other["cue"].lower().split())
    ]
    paired: set[int] = set()
    taken: set[int] = set()
    for _, number, place in sorted(candidates):
        if number not in paired and place not in taken and _words(old[number]) & _words(new[place]):
            paired.add(number)
            taken.add(place)
            yield old[number], new[place]


def _words(claim: Line) -> frozenset[str]:
    return frozenset(claim.get("source", "").lower().split() + claim["content"].lower().split())


def _short(claim: Line) -> str:
    return f"{claim['rule']}: " + " | ".join(claim.get(slot, "(nobody)") for slot in ORDER)


def store(name: str, claims: list[Line]) -> None:
    """Write an article's claims, one field a line, so that a commit shows what changed."""
    READINGS.mkdir(exist_ok=True)
    (READINGS / f"{name}.json").write_bytes(
        msgspec.json.format(msgspec.json.encode(claims), indent=1) + b"\n"
    )


def main(arguments: list[str]) -> int:
    """Print the changes; store today's readings if asked."""
    engine = Engine()
    chosen = [argument for argument in arguments if not argument.startswith("--")] or names()
    count = 0
    for name in chosen:
        now = read(engine, name)
        found = list(changes(stored(name), now))
        if found:
            count += sum(not entry.startswith(" ") for entry in found)
            print(f"\n{name}", *found, sep="\n")
        if "--update" in arguments:
            store(name, now)
    print(f"{count} claims changed" if count else "nothing changed")
    return 0 if "--update" in arguments or not count else 1


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # "| head" ends it, and that is all
    sys.exit(main(sys.argv[1:]))
