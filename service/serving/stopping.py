"""What happens between the word to stop and the end: not ready any more, perhaps still taking requests."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import structlog

from service.settings import Settings

_REST_SECONDS = 15.0
_OVERDUE = 3
"""The exit status where it did not stop in time."""


@contextmanager
def announced(settings: Settings, on_stop: Callable[[], None]) -> Iterator[None]:
    """Call ``on_stop`` at SIGTERM or SIGINT, and let the server stop after ``drain_seconds``.

    Only SIGTERM drains: who presses Ctrl-C waits at a terminal. The process ends in any case, by force
    15 s after ``drain_seconds`` and ``stop_seconds`` are over: the store bears it, and nothing
    acknowledged is lost. Does nothing where the server is not in the main thread, which alone gets signals.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop = asyncio.get_running_loop()
    before = {int(number): signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    asked: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        following = before[number]
        drain = settings.drain_seconds if number == signal.SIGTERM and not asked else 0.0
        if not asked:
            on_stop()
            loop.call_soon_threadsafe(tell, "stopping")
            watchdog = threading.Timer(drain + settings.stop_seconds + _REST_SECONDS, _give_up)
            watchdog.daemon = True
            watchdog.start()
        asked.append(number)
        if not callable(following):  # no server has taken charge of it
            signal.signal(number, following)
            signal.raise_signal(number)
        elif drain:
            loop.call_soon_threadsafe(loop.call_later, drain, following, number, None)
        else:
            following(number, frame)

    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def tell(event: str) -> None:
    """Say in the log, where there is one, how far it is."""
    if structlog.is_configured():
        structlog.get_logger(__name__).info(event)


def _give_up() -> None:
    if structlog.is_configured():
        structlog.get_logger(__name__).error("stopped by force: requests or the store did not end in time")
    os._exit(_OVERDUE)
