"""A bar on standard error for work that takes long."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn


def progress(hidden: bool = False) -> Progress:
    """A bar that counts documents (the task's field ``documents``), drawn on a terminal alone."""
    return Progress(
        TextColumn("{task.fields[documents]} documents"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=hidden or not sys.stderr.isatty(),
    )
