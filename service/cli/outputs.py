"""What goes out: JSON lines, a JSON array, or tables to look at; one item at a time."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import BinaryIO, Protocol

from rich.console import Console, RenderableType

Renderer = Callable[[bytes], RenderableType]


class Writer(Protocol):
    """Takes items as encoded JSON, in order. ``close`` completes the output."""

    def write(self, item: bytes) -> None:
        """Put one item out at once."""

    def close(self) -> None:
        """Complete the output."""


class JsonLines:
    """One item a line, out as soon as it is there."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, item: bytes) -> None:
        """Put one line out at once, so that a pipe streams."""
        self._stream.write(item + b"\n")
        self._stream.flush()

    def close(self) -> None:
        """Nothing is left to do."""


class JsonArray:
    """All items in one JSON array, an item a line."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._before = b"[\n"

    def write(self, item: bytes) -> None:
        """Put one item out at once."""
        self._stream.write(self._before + item)
        self._before = b",\n"

    def close(self) -> None:
        """End the array; it is [] where there was nothing."""
        self._stream.write(b"[]\n" if self._before == b"[\n" else b"\n]\n")
        self._stream.flush()


class Tables:
    """What ``render`` makes of each item, for the eye."""

    def __init__(self, render: Renderer) -> None:
        self._console = terminal()
        self._render = render

    def write(self, item: bytes) -> None:
        """Print one item."""
        self._console.print(self._render(item))

    def close(self) -> None:
        """Nothing is left to do."""


class Rows:
    """One line an item, its cells apart by two blanks, for the eye."""

    def __init__(self, cells: Callable[[bytes], tuple[str, ...]]) -> None:
        self._console = terminal()
        self._cells = cells

    def write(self, item: bytes) -> None:
        """Print one item; what a terminal would take for a command does not reach it."""
        shown = "  ".join(cell for cell in self._cells(item) if cell)
        self._console.print(
            "".join(c if c.isprintable() else "�" for c in shown), markup=False, soft_wrap=True
        )

    def close(self) -> None:
        """Nothing is left to do."""


def terminal() -> Console:
    """Standard output as a place for tables."""
    return Console(file=sys.stdout, highlight=False)


def plain(output_format: str, cells: Callable[[bytes], tuple[str, ...]]) -> Writer:
    """The writer for a format, onto standard output, where a table is rows of words."""
    return Rows(cells) if output_format == "table" else writer(output_format)


def out(item: bytes) -> None:
    """Put one item out as a line of JSON."""
    writer("jsonl").write(item)


def writer(output_format: str, render: Renderer | None = None) -> Writer:
    """The writer for a format, onto standard output."""
    if output_format == "table" and render is not None:
        return Tables(render)
    stream = sys.stdout.buffer
    return JsonArray(stream) if output_format == "json" else JsonLines(stream)
