"""The tables of sentences in ``tests/grammar/rules/``: texts of a sentence or a few, and the claims in them.

``python -m tests.sentences [FAMILY...]`` prints what is read otherwise than expected, and the misses that no
longer are; ``--misses`` prints how the misses are read, ``--prune`` takes those out that no longer are any.
"""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from grammar import Engine
from grammar.claim import Claim, Slot, Source, Time

FOLDER = Path(__file__).parent / "grammar" / "rules"
PUBLISHED = "2025-03-14T09:00:00+00:00"
"""A Friday: when every sentence was published."""

HEADING = "[[sentence]]\n"
_MISS = re.compile(r"^miss = .*\n", re.M)
WORD = re.compile(r"\w+(?:['’-](?!s\b)\w+)*")


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A claim as a reader would mark it. What is left out is not compared; "" says that there is none.

    Compared always: rule, source, cue, content and parent, the last being the number (from 1) of the claim
    in whose content this one stands, or 0.
    """

    rule: str
    cue: str
    content: str | list[str]
    source: str = ""
    parent: int = 0
    mention: str | None = None
    role: str | list[str] | None = None
    addressee: str | None = None
    time: str | None = None
    time_value: str | None = None
    venue: str | None = None
    act: str | None = None
    type: str | None = None
    polarity: str | None = None
    certainty: str | None = None
    quotation: str | None = None


class Sentence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text and its claims in the order of their cues; ``miss`` says what the engine cannot do yet."""

    text: str
    claims: list[Expected]
    miss: str | None = None


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One family: what its sentences have in common, and the sentences."""

    about: str
    sentence: list[Sentence]


class Row(NamedTuple):
    """A sentence with the name of its table."""

    family: str
    sentence: Sentence


@cache
def engine() -> Engine:
    """One engine for all sentences."""
    return Engine()


@cache
def rows() -> tuple[Row, ...]:
    """All sentences, by family."""
    return tuple(
        Row(path.stem, sentence)
        for path in sorted(FOLDER.glob("*.toml"))
        for sentence in msgspec.toml.decode(path.read_bytes(), type=Table).sentence
    )


def differences(sentence: Sentence) -> list[str]:
    """What is read otherwise than expected, in words; empty where all is well."""
    claims = engine().read(sentence.text, published_at=PUBLISHED).claims
    found = [
        f"{claim.rule}: {_text(claim.source)!r} {claim.cue.text!r} {claim.content.text!r}" for claim in claims
    ]
    if len(found) != len(sentence.claims):
        return [f"expected {len(sentence.claims)} claims, found {len(found)}", *found]
    ids = ["", *(claim.id for claim in claims)]
    wrong = []
    for number, (expected, claim) in enumerate(zip(sentence.claims, claims, strict=True), 1):
        for field, (one, other) in _compared(expected, claim, ids).items():
            if one != other:
                wrong.append(f"claim {number}: {field}: expected {one!r}, found {other!r}")
    return wrong


def _compared(expected: Expected, claim: Claim, ids: list[str]) -> dict[str, tuple[object, object]]:
    """What to hold against each other, by field. Slots are their words: punctuation never counts."""
    source = claim.source
    heard = words(expected.addressee or "") or words(_text(claim.addressee))
    pairs: dict[str, tuple[object, object]] = {
        "rule": (expected.rule, claim.rule),
        "source": (words(expected.source), _who(words(_text(source)))),
        "cue": (words(expected.cue), words(claim.cue.text)),
        "content": (said(expected.content, heard), said(claim.content.text, heard)),
        "parent": (expected.parent, ids.index(claim.parent_id or "")),
    }
    slots = {
        "mention": source.mention if source else None,
        "role": source.role if source else None,
        "addressee": claim.addressee,
        "time": claim.time,
        "venue": claim.venue,
    }
    for field, slot in slots.items():
        if (wanted := getattr(expected, field)) is not None:
            pieces = wanted if isinstance(wanted, list) else [wanted]
            pairs[field] = words(" ".join(pieces)), words(_text(slot))
    if expected.time_value is not None:
        pairs["time_value"] = expected.time_value, (claim.time and claim.time.value) or ""
    for field in ("act", "type", "polarity", "certainty", "quotation"):
        if (wanted := getattr(expected, field)) is not None:
            pairs[field] = wanted, str(getattr(claim, field))
    return pairs


def _text(slot: Slot | Source | Time | None) -> str:
    return slot.text if slot else ""


def words(text: str) -> list[str]:
    """The words alone, in lower case."""
    return WORD.findall(text.lower().replace("’", "'"))


def _who(source: list[str]) -> list[str]:
    """A source without the relative pronoun behind it ("a witness who"), which counts neither way."""
    return source[:-1] if source[-1:] in (["who"], ["which"], ["that"]) else source


def said(content: str | list[str], heard: list[str]) -> list[str]:
    """The content's words without the addressee and the "that" before them, which count neither way."""
    found = words(content if isinstance(content, str) else " ".join(content))
    if heard and found[: len(heard)] == heard and len(found) > len(heard):
        found = found[len(heard) :]
    return found[1:] if found[:1] == ["that"] and len(found) > 1 else found


def report(families: list[str], misses: bool) -> Iterator[str]:
    """The differences, for people."""
    right = 0
    for family, sentence in rows():
        wrong = differences(sentence)
        right += not wrong
        if families and family not in families:
            continue
        if bool(wrong) != bool(sentence.miss):
            yield "\n  ".join(
                [f"\n{family}: {sentence.text}", *(wrong or [f"no longer missed: {sentence.miss}"])]
            )
        elif misses and sentence.miss:
            yield "\n  ".join([f"\n{family}: {sentence.text}", sentence.miss, *wrong])
    yield f"\n{right} of {len(rows())} sentences are read as expected"


def prune() -> None:
    """Take out the misses that no longer are; the rest of each file stays as it is."""
    for path in sorted(FOLDER.glob("*.toml")):
        sentences = msgspec.toml.decode(path.read_bytes(), type=Table).sentence
        head, *blocks = path.read_text("utf-8").split(HEADING)
        kept = [
            _MISS.sub("", block) if sentence.miss and not differences(sentence) else block
            for block, sentence in zip(blocks, sentences, strict=True)
        ]
        path.write_text(HEADING.join([head, *kept]), encoding="utf-8")


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # "| head" ends it, and that is all
    if "--prune" in sys.argv:
        prune()
    else:
        chosen = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
        print("\n".join(report(chosen, "--misses" in sys.argv)))
