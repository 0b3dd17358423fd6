"""A store of many claims for the benchmarks: the fixtures' readings, over and over, with other names.

Who speaks, about what, when and in which words is drawn at random, from the same seed each time: names and
words by Zipf's law, so that some are in every tenth claim and thousands in a single one.
"""

from __future__ import annotations

import random
import time
from bisect import bisect
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate
from pathlib import Path

from msgspec.structs import replace

from benchmarks.corpus import FIXTURES, texts
from grammar import Engine
from grammar.claim import (
    About,
    Act,
    Actor,
    ActorKind,
    Anonymity,
    Certainty,
    Claim,
    Polarity,
    Reading,
    Topic,
    Type,
)
from grammar.topics import taxonomy
from service.documents import Document
from service.store import Store

ACTORS, WORDS, PUBLISHERS, TOPICS = 20_000, 20_000, 200, 300
FIRST_DAY = datetime(2020, 1, 1)
DAYS = 5 * 365
_BATCH = 200
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "in", "ol")]


class Zipf:
    """Draws numbers from 0 on, each in inverse proportion to its place."""

    def __init__(self, size: int) -> None:
        self._sums = list(accumulate(1 / (number + 3) for number in range(size)))

    def draw(self, chance: random.Random) -> int:
        """One number."""
        return bisect(self._sums, chance.random() * self._sums[-1])


def invented(number: int) -> str:
    """A word that no other number gives."""
    letters = ""
    number += 1000
    while number:
        number, syllable = divmod(number, len(_SYLLABLES))
        letters += _SYLLABLES[syllable]
    return letters


def name(number: int) -> str:
    """A name of two words, the second shared by a few."""
    return f"{invented(number).capitalize()} {invented(number // 4 + 50_000).capitalize()}"


def fill(path: Path, claims: int, seed: int = 1) -> float:
    """Store documents until there are that many claims; gives the seconds it took to store them."""
    engine = Engine()
    readings = [(text, engine.read(text)) for text in texts([FIXTURES / "articles"])]
    made = _documents(random.Random(seed), [pair for pair in readings if pair[1].claims])
    stored, took, last = 0, 0.0, time.monotonic()
    with Store.open(path) as store:
        while stored < claims:
            batch = [next(made) for _ in range(_BATCH)]
            start = time.perf_counter()
            for document, reading in batch:
                store.put(document, reading)
            took += time.perf_counter() - start
            stored += sum(len(reading.claims) for _, reading in batch)
            if time.monotonic() - last > 20:
                last = time.monotonic()
                print(f"  {stored:,} claims, {stored / took:,.0f} a second", flush=True)
    return took


def _documents(
    chance: random.Random, readings: list[tuple[str, Reading]]
) -> Iterator[tuple[Document, Reading]]:
    actors, words, publishers, topics = Zipf(ACTORS), Zipf(WORDS), Zipf(PUBLISHERS), Zipf(TOPICS)
    ids = sorted(taxonomy.concepts())[:TOPICS]
    number = 0
    while True:
        for text, reading in readings:
            number += 1
            moment = FIRST_DAY + timedelta(minutes=chance.randrange(DAYS * 24 * 60))
            under = [ids[min(topics.draw(chance), len(ids) - 1)] for _ in range(2)]
            shared = tuple(Topic(id, taxonomy.label(id), 0.5) for id in dict.fromkeys(under))
            cast = [actors.draw(chance) for _ in range(6)]
            document = Document(
                text=f"{text}\n\n{number}",
                title=f"Article {number}",
                url=f"https://news.example/{number}",
                publisher=f"The {invented(publishers.draw(chance)).capitalize()}",
                # Every third is dated to the day, every twentieth not at all.
                published_at=None
                if number % 20 == 0
                else moment.date().isoformat()
                if number % 3 == 0
                else f"{moment.isoformat()}Z",
            )
            claims = tuple(
                _varied(claim, chance, number, cast, words, moment, shared) for claim in reading.claims
            )
            yield document, replace(reading, topics=shared, claims=claims)


def _varied(
    claim: Claim,
    chance: random.Random,
    document: int,
    cast: list[int],
    words: Zipf,
    moment: datetime,
    topics: tuple[Topic, ...],
) -> Claim:
    who, whom = chance.choice(cast), chance.choice(cast)
    said = " ".join(invented(words.draw(chance)) for _ in range(5))
    time = claim.time and replace(
        claim.time, value=(moment - timedelta(days=chance.randrange(20))).date().isoformat()
    )
    source = claim.source and replace(
        claim.source,
        text=name(who),
        mention=replace(claim.source.mention, text=name(who)),
        anonymity=chance.choices(list(Anonymity), [90, 8, 2])[0],
    )
    act = chance.choices(list(Act), [50, *[3] * (len(Act) - 3), 1, 1])[0]
    return replace(
        claim,
        id=f"{document:08x}{claim.position:08x}",
        act=act,
        type=chance.choices(list(Type), [90, 5, 3, 2])[0],
        certainty=chance.choices(list(Certainty), [80, 12, 6, 2])[0],
        polarity=chance.choices(list(Polarity), [88, 10, 2])[0],
        actors=(Actor(f"person:{who}", name(who), ActorKind.PERSON, "name"),) if claim.source else (),
        about=(About(f"person:{whom}", name(whom), claim.content.spans[:1]),)
        if chance.random() < 0.3
        else (),
        content=replace(claim.content, text=f"{claim.content.text} {said}"),
        source=source,
        time=time,
        topics=topics[:1] if chance.random() < 0.5 else (),
    )
