"""The marked articles of ``fixtures/``: their texts, the claims they must give, and where these stand.

``python -m tests.articles [NAME...]`` prints the claims as they were located, to be checked by eye;
``python -m tests.articles --families`` which family of reported speech stands in which article.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import msgspec

from grammar.claim import Act, Certainty, Polarity, Quotation, Span, Type

FOLDER = Path(__file__).parent.parent / "fixtures" / "articles"

WORD = re.compile(r"\w+")

Pieces = str | list[str]
Spans = tuple[Span, ...]


class MisplacedError(ValueError):
    """A piece of text that does not stand in its article, or stands there more than once."""


class Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One claim as a reader marked it, all slots being words of the article (see fixtures/README.md)."""

    id: str
    content: Pieces
    cue: Pieces
    source: Pieces | None = None
    mention: str | None = None
    role: Pieces | None = None
    addressee: str | None = None
    venue: str | None = None
    time: str | None = None
    time_value: str | None = None
    type: Type = Type.ASSERTION
    act: Act = Act.STATE
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    quotation: Quotation = Quotation.INDIRECT
    actors: list[str] = msgspec.field(default_factory=list)
    parent: str | None = None


class Article(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is known about an article, and what must and must not be read in it."""

    title: str
    publisher: str
    url: str
    author: str
    published_at: str
    language: str
    topics: list[str]
    never: list[str]
    families: list[str]
    claims: list[Mark]


@dataclass(frozen=True)
class Place:
    """A mark and where its slots stand; an empty tuple is a slot that the claim does not have."""

    mark: Mark
    content: Spans
    cue: Spans
    source: Spans = ()
    mention: Spans = ()
    role: Spans = ()
    addressee: Spans = ()
    venue: Spans = ()
    time: Spans = ()


@dataclass(frozen=True)
class Fixture:
    """An article with its text and the places of its marks, in the order of the file."""

    name: str
    text: str
    article: Article
    places: list[Place] = field(default_factory=list)


def names() -> list[str]:
    """The names of all articles, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


@cache
def load(name: str) -> Fixture:
    """The article of that name; a MisplacedError or ValidationError where it is not well marked."""
    text = (FOLDER / f"{name}.txt").read_bytes().decode()
    article = msgspec.toml.decode((FOLDER / f"{name}.toml").read_bytes(), type=Article)
    return Fixture(name, text, article, [locate(text, mark) for mark in article.claims])


def locate(text: str, mark: Mark) -> Place:
    """Where the slots of a mark stand. The content leads; every other slot is sought nearest to it."""
    content = _content(text, mark)
    cue = _near(text, mark, "cue", mark.cue, content, inside_content=False)
    source = _near(text, mark, "source", mark.source, content, inside_content=False)
    mention = source
    if mark.mention is not None:
        mention = _within(text, mark, "mention", mark.mention, source)
    return Place(
        mark,
        content,
        cue,
        source,
        mention,
        role=_within(text, mark, "role", mark.role, source) if mark.role is not None else (),
        addressee=_near(text, mark, "addressee", mark.addressee, cue),
        venue=_near(text, mark, "venue", mark.venue, cue),
        time=_near(text, mark, "time", mark.time, cue),
    )


def occurrences(text: str, piece: str) -> list[Span]:
    """Where a piece stands as whole words. ``"he |said| so"`` is the span of "said" in these words."""
    before, bar, rest = piece.partition("|")
    inner, second, after = rest.partition("|")
    if bar and not second:
        raise MisplacedError(f"one bar in {piece!r}: bars come in pairs")
    whole = before + inner + after
    left = r"(?<!\w)" if whole[:1].isalnum() else ""
    right = r"(?!\w)" if whole[-1:].isalnum() else ""
    offset, length = (len(before), len(inner)) if bar else (0, len(whole))
    starts = [match.start() + offset for match in re.finditer(left + re.escape(whole) + right, text)]
    return [(start, start + length) for start in starts]


def _pieces(slot: Pieces | None) -> list[str]:
    return [] if slot is None else [slot] if isinstance(slot, str) else slot


def _content(text: str, mark: Mark) -> Spans:
    """The first piece must be the only one of its kind in the article; each other is the next of its kind."""
    spans: list[Span] = []
    for piece in _pieces(mark.content):
        found = occurrences(text, piece)
        if not spans and len(found) != 1:
            raise MisplacedError(
                f"{mark.id}: content {piece!r} stands {len(found)} times; widen it with bars"
            )
        spans.append(_first_after(found, spans[-1][1] if spans else 0, mark, "content", piece))
    return tuple(spans)


def _near(
    text: str, mark: Mark, name: str, slot: Pieces | None, anchor: Spans, inside_content: bool = True
) -> Spans:
    """The occurrence with the fewest characters to the anchor, the earlier of two; pieces follow in order."""
    spans: list[Span] = []
    for piece in _pieces(slot):
        found = occurrences(text, piece)
        if "|" in piece and len(found) != 1:
            raise MisplacedError(f"{mark.id}: {name} {piece!r} stands {len(found)} times")
        if not inside_content and "|" not in piece:
            found = [span for span in found if not overlap(span, anchor)] or found
        if not found:
            raise MisplacedError(f"{mark.id}: {name} {piece!r} does not stand in the article")
        if spans:
            spans.append(_first_after(found, spans[-1][1], mark, name, piece))
        else:
            spans.append(min(found, key=lambda span: (min(distance(span, other) for other in anchor), span)))
    return tuple(spans)


def _within(text: str, mark: Mark, name: str, slot: Pieces, source: Spans) -> Spans:
    spans: list[Span] = []
    for piece in _pieces(slot):
        found = [s for s in occurrences(text, piece) if any(a <= s[0] and s[1] <= b for a, b in source)]
        if not found:
            raise MisplacedError(f"{mark.id}: {name} {piece!r} does not stand in the source")
        spans.append(found[0])
    return tuple(spans)


def _first_after(found: list[Span], start: int, mark: Mark, name: str, piece: str) -> Span:
    for span in found:
        if span[0] >= start:
            return span
    raise MisplacedError(f"{mark.id}: {name} {piece!r} does not stand behind the piece before it")


def overlap(span: Span, others: Iterable[Span]) -> bool:
    """Does the span share a character with any of the others?"""
    return any(span[0] < end and start < span[1] for start, end in others)


def distance(one: Span, other: Span) -> int:
    """How many characters stand between two spans; 0 where they touch or overlap."""
    return max(0, one[0] - other[1], other[0] - one[1])


def words(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Where the words of the spans begin: the measure of agreement, so that punctuation never matters."""
    return frozenset(
        start + match.start() for start, end in spans for match in WORD.finditer(text[start:end])
    )


def agreement(one: frozenset[int], other: frozenset[int]) -> float:
    """Intersection over union; two empty sets agree wholly."""
    union = one | other
    return len(one & other) / len(union) if union else 1.0


def _print(fixture: Fixture) -> Iterator[str]:
    def show(spans: Spans) -> str:
        return " … ".join(fixture.text[start:end].replace("\n", "¶") for start, end in spans)

    yield f"# {fixture.name}: {len(fixture.places)} claims, {len(fixture.text.split())} words"
    for place in fixture.places:
        mark = place.mark
        start = min(start for start, _ in (*place.content, *place.cue, *place.source))
        end = max(end for _, end in (*place.content, *place.cue, *place.source))
        kind = f"{mark.act} {mark.type} {mark.polarity} {mark.certainty} {mark.quotation}"
        yield f"\n{mark.id}  [{kind}] {mark.parent or ''}"
        for name in ("source", "mention", "role", "cue", "content", "addressee", "venue", "time"):
            if getattr(place, name):
                yield f"  {name:9} {show(getattr(place, name))}"
        yield f"  in        {show(((max(0, start - 15), end + 15),))}"


def _table() -> Iterator[str]:
    """Families down, articles across."""
    articles = names()
    groups = tomllib.loads((FOLDER.parent / "families.toml").read_text("utf-8"))
    yield from (f"{number:2} {name}" for number, name in enumerate(articles, 1))
    for group, families in groups.items():
        yield f"\n{group:24}" + "".join(f"{number:3}" for number in range(1, len(articles) + 1))
        for family in families:
            covered = ("x" if family in load(name).article.families else "." for name in articles)
            yield f"{family:24}" + "".join(f"{sign:>3}" for sign in covered)


if __name__ == "__main__":
    if sys.argv[1:] == ["--families"]:
        print("\n".join(_table()))
    else:
        for each in sys.argv[1:] or names():
            print("\n".join(_print(load(each))))
