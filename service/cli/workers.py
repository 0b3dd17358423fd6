"""Work on many items in several processes, with the order kept and a bound on what is under way."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

import click

from service import orphans

Item = TypeVar("Item")
Result = TypeVar("Result")
# Items a process may have waiting: enough that none runs dry while the caller stores what it was given.
_UNDER_WAY = 32


def ordered(task: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """``task`` of every item, in the items' order; with one job in this process, item by item.

    With more, ``task`` must be a module's function, and up to 32 items a process are read ahead. Raises
    ClickException where a process is lost.
    """
    if jobs == 1:
        yield from map(task, items)
        return
    # Spawned, not forked: the caller may have threads, and 3.14 forks no more either.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start)
    waiting: deque[Future[Result]] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(task, item))
            # Two at most for each that goes in: the caller may take its time over what it is given, and with
            # all that is done meanwhile handed out first, the processes would have nothing left to do.
            for _ in range(2):
                if len(waiting) >= jobs * _UNDER_WAY or (waiting and waiting[0].done()):
                    yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise click.ClickException(
            "a process that reads was lost, perhaps for want of memory; start it again, with fewer --jobs"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _start() -> None:
    """Prepare a process. Ctrl-C reaches the whole group; the parent alone decides what becomes of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    orphans.watch(orphans.end)
