"""Where the engine's time goes: its own functions are wrapped for one run, and each stage's own time summed.

What a stage spends in another's functions counts as the other's. It is the time on the wall, whose clock is
cheap to read; even so the stages come to a little more than the engine takes alone.
"""

from __future__ import annotations

import functools
import inspect
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from grammar import Engine, actors, claims, discourse, engine, stance, topics
from grammar.cascade import chunks, frames, passes
from grammar.cascade.licensing import licence
from grammar.cascade.words import neighbours

STAGES: dict[str, tuple[tuple[Any, str], ...]] = {
    "tokens": ((passes, "Tokens"),),
    "layout": ((passes, "paragraphs"),),
    "classes": ((passes.Cascade, "analyse"), (passes, "in_headlines"), (passes, "in_compounds")),
    "collapse": ((passes, "collapse"), (passes, "look_inside")),
    "context": ((passes, "in_sentences"), (neighbours.Neighbours, "rewritten")),
    "chunks": ((chunks.Chunker, "cut"), (passes.Cascade, "_cut")),
    "licensing": ((licence.Licensing, "apply"), (passes.Cascade, "_lemmas")),
    "frames": ((frames.Frames, "read"), (passes.Cascade, "_read")),
    "attributions": ((discourse._Course, "run"),),
    "topics": ((topics.Topics, "match"), (topics.Topics, "of_document"), (topics.Topics, "of_range")),
    "cast": ((actors.Actors, "cast"),),
    "who": ((actors.Cast, "resolve"), (actors.Cast, "anonymity"), (actors.Cast, "about")),
    "stance": ((stance.Stance, "judge"),),
    "claims": ((Engine, "_annotated"), (claims.Maker, "claims")),
    "unread": ((engine, "unread"),),
}


class Stopwatch:
    """Sums the time of wrapped functions by name, without what is spent in others of them."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._inner = [0.0]

    def wrapped(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same function on the clock; a generator is run to its end."""
        generates = inspect.isgeneratorfunction(work)

        @functools.wraps(work, updated=())
        def timed(*given: Any, **named: Any) -> Any:
            self._inner.append(0.0)
            start = time.perf_counter()
            try:
                found = work(*given, **named)
                return list(found) if generates else found
            finally:
                taken = time.perf_counter() - start
                self.seconds[name] += taken - self._inner.pop()
                self._inner[-1] += taken

        return timed


@contextmanager
def watched() -> Iterator[Stopwatch]:
    """A stopwatch on every stage, for as long as the context lasts. AttributeError where a stage is gone."""
    watch = Stopwatch()
    usual = [(owner, name, getattr(owner, name)) for places in STAGES.values() for owner, name in places]
    for stage, places in STAGES.items():
        for owner, name in places:
            setattr(owner, name, watch.wrapped(stage, getattr(owner, name)))
    try:
        yield watch
    finally:
        for owner, name, work in usual:
            setattr(owner, name, work)


def stages(engine: Engine, articles: Iterable[str]) -> dict[str, float]:
    """The seconds that each stage takes over these articles, in the stages' order."""
    with watched() as watch:
        for article in articles:
            engine.read(article)
    return {stage: watch.seconds[stage] for stage in STAGES}
