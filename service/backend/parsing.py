"""The engine in processes of its own: a bounded queue before them, and a limit on each text's time."""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from time import perf_counter
from types import FrameType
from typing import TYPE_CHECKING, Protocol, TypeVar

import msgspec

from grammar.claim import Reading
from service import orphans
from service.requests.languages import heeded

if TYPE_CHECKING:
    from service.requests.extraction import Extracted

A = TypeVar("A")
T = TypeVar("T")

_GRACE_SECONDS = 5.0
_TRIALS = 3

_engine: EngineLike | None = None


class EngineLike(Protocol):
    """What the service asks of an engine."""

    def read(
        self, text: str, *, id: str = "", title: str | None = None, published_at: str | None = None
    ) -> Reading:
        """Read a text."""


MakeEngine = Callable[[], EngineLike]


def make_engine() -> EngineLike:
    """Load the engine: the only place of the service that names it."""
    from grammar import Engine  # only the workers pay for loading it

    return Engine()


class ParsingError(Exception):
    """A text was not read, through no fault of the caller that the service could name."""


class QueueFull(ParsingError):  # noqa: N818 - reads as what happened
    """As many texts wait as may wait."""


class TimedOut(ParsingError):  # noqa: N818 - reads as what happened
    """A text took longer than a text may take."""


class WorkerLost(ParsingError):  # noqa: N818 - reads as what happened
    """The process that read the text ended, or another of the pool while this text waited."""


class _TooLong(Exception):  # noqa: N818 - never leaves this module
    """Raised by the alarm within a worker."""


class Text(msgspec.Struct, frozen=True):
    """What the engine is given."""

    text: str
    title: str | None = None
    published_at: str | None = None
    language: str | None = None
    """As its sender declares it."""


class Parsing:
    """A pool of processes with an engine each. At most ``workers`` texts are read and ``queue`` wait.

    ``on_queue`` is told how many texts wait, whenever that changes; ``on_read`` the seconds that a text took.
    """

    def __init__(
        self,
        workers: int,
        queue: int,
        seconds: float,
        make: MakeEngine = make_engine,
        *,
        on_queue: Callable[[int], None] = lambda waiting: None,
        on_read: Callable[[float], None] = lambda seconds: None,
    ) -> None:
        self._on_queue = on_queue
        self._on_read = on_read
        self._workers = workers
        self._places = workers + queue
        self._places_of_the_patient = workers + queue // 2
        self._seconds = seconds
        self._make = make
        self._taken = 0
        self._freed = asyncio.Event()
        # Not fork: a server has threads, and a forked child keeps their locks as they were.
        self._context = multiprocessing.get_context("spawn")
        self._pool, self._loading = self._new_pool()

    def _new_pool(self) -> tuple[ProcessPoolExecutor, list[Future[bool]]]:
        """A pool whose processes start at once, and what tells that they have loaded their engines."""
        pool = ProcessPoolExecutor(
            self._workers, mp_context=self._context, initializer=_start, initargs=(self._make,)
        )
        return pool, [pool.submit(_ready) for _ in range(self._workers)]

    async def warm(self) -> None:
        """Wait until the engines are loaded; raises WorkerLost where that fails three times."""
        for _ in range(_TRIALS):
            pool, loading = self._pool, self._loading
            if not all(each.done() for each in loading):
                await asyncio.wait(map(asyncio.wrap_future, loading))
            if all(each.done() and not each.cancelled() and not each.exception() for each in loading):
                return
            self._replace(pool)
        raise WorkerLost

    def up(self) -> bool:
        """Tell whether a text would be read now. Where a process was lost, new ones are started."""
        processes = list((self._pool._processes or {}).values())  # no public name for them
        if not processes or not all(process.is_alive() for process in processes):
            self._replace(self._pool)
            return False
        return all(loading.done() for loading in self._loading)

    async def read(self, text: Text, patient: bool = False) -> Reading:
        """Read a text in a process of the pool; raises QueueFull at once, TimedOut, WorkerLost or a fault.

        Who is ``patient`` waits for a place instead of QueueFull, and leaves half of the queue to the others.
        """
        reading, seconds = await self._run(_read, text, patient)
        self._on_read(seconds)
        return reading

    async def extract(self, html: str, patient: bool = False) -> Extracted:
        """Take the article out of a web page, in the same way."""
        page, _ = await self._run(_extract, html, patient)
        return page

    async def _run(self, task: Callable[[A], T], argument: A, patient: bool) -> tuple[T, float]:
        """Do a task in a process; gives its result and the seconds that it took there."""
        while patient and self._taken >= self._places_of_the_patient:
            self._freed.clear()
            await self._freed.wait()
        if self._taken >= self._places:
            raise QueueFull
        patience = self._seconds * (self._taken // self._workers + 1) + _GRACE_SECONDS
        self._take(1)
        pool = self._pool
        try:
            # The text's time begins when it can be read: where the processes are new, they have yet to load.
            await self.warm()
            pool = self._pool
            running = asyncio.get_running_loop().run_in_executor(pool, _timed, task, argument, self._seconds)
            return await asyncio.wait_for(running, patience)
        except _TooLong as error:
            raise TimedOut from error
        except TimeoutError as error:
            # The alarm did not get through to the worker, so the processes themselves must go.
            self._replace(pool)
            raise TimedOut from error
        except BrokenProcessPool as error:
            self._replace(pool)
            raise WorkerLost from error
        except asyncio.CancelledError as error:
            own = asyncio.current_task()
            if own is not None and own.cancelling():
                raise
            # Nobody gave this text up: it waited for the processes that went with another text.
            raise WorkerLost from error
        finally:
            self._take(-1)
            self._freed.set()

    def _take(self, places: int) -> None:
        self._taken += places
        self._on_queue(max(0, self._taken - self._workers))

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        if broken is self._pool:  # else another request has done it
            self._pool, self._loading = self._new_pool()
            _end(broken)

    def close(self) -> None:
        """End all processes; texts that wait are not read."""
        _end(self._pool)


def _end(pool: ProcessPoolExecutor) -> None:
    processes = list((pool._processes or {}).values())  # no public name for them before Python 3.14
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.kill()
    for process in processes:
        process.join(_GRACE_SECONDS)


def _start(make: MakeEngine) -> None:
    """Prepare a worker. To be told to stop is the server's business: it ends its workers itself."""
    global _engine  # noqa: PLW0603 - a process has one engine, and a pool has no other place for it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, _raise)
    orphans.watch(orphans.end)
    _engine = make()


def _raise(number: int, frame: FrameType | None) -> None:
    raise _TooLong


def _ready() -> bool:
    return _engine is not None


def _timed(task: Callable[[A], T], argument: A, seconds: float) -> tuple[T, float]:
    signal.setitimer(signal.ITIMER_REAL, seconds)
    start = perf_counter()
    try:
        return task(argument), perf_counter() - start
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _read(text: Text) -> Reading:
    assert _engine is not None, "the initializer has run"
    reading = _engine.read(text.text, title=text.title, published_at=text.published_at)
    return heeded(reading, text.language)


def _extract(html: str) -> Extracted:
    from service.requests.extraction import extract  # loading it takes half a second

    return extract(html)
