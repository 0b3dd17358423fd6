"""Processes whose parent is gone: one that is killed cannot end its children, so that these see to it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from typing import NoReturn

_PAUSE_SECONDS = 1.0


def end() -> NoReturn:
    """End at once: what was begun is of use to nobody."""
    os._exit(1)


def stop() -> NoReturn:
    """Ask this process to stop, until it has: while it starts, nobody heeds the signal."""
    while True:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(_PAUSE_SECONDS)


def watch(act: Callable[[], NoReturn]) -> None:
    """Call ``act`` in a thread once the process that started this one is gone, however it went.

    The parent holds a pipe open (``multiprocessing``, spawned), which the system closes in any case. Does
    nothing where ``multiprocessing`` did not start this process.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:

        def wait() -> None:
            parent.join()
            act()

        threading.Thread(target=wait, name="orphan", daemon=True).start()
