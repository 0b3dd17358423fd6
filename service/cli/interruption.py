"""Ctrl-C and SIGTERM that let the work at hand be finished."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Self


class Interrupted(BaseException):
    """A signal to stop came, and nothing is half done. No fault, so no ``except Exception`` catches it."""


class Interruption:
    """While it is entered, the first signal to stop waits until the work that is held is done.

    Then, or at once where none is held, ``Interrupted`` is raised. A second signal raises KeyboardInterrupt
    wherever it comes. ``asked`` is the signal's number, or 0.
    """

    def __init__(self) -> None:
        self.asked = 0
        self._holding = False

    def __enter__(self) -> Self:
        signals = (signal.SIGINT, signal.SIGTERM)
        self._before = [(number, signal.signal(number, self._ask)) for number in signals]
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before:
            signal.signal(number, handler)

    @contextmanager
    def held(self) -> Iterator[None]:
        """What runs in this context is not cut short by a first signal."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
        if self.asked:
            raise Interrupted

    def _ask(self, number: int, frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = number
        if not self._holding:
            raise Interrupted
