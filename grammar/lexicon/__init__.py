"""Word lists as data. Each file begins with its source, licence, date and reasons; code only loads them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent


def lines(name: str) -> Iterator[str]:
    """The lines of a list without its comments (from "# " on) and blank lines."""
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        content = line.partition("# ")[0].rstrip() if not line.startswith("#") else ""
        if content:
            yield content


def table(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated list."""
    return (line.split("\t") for line in lines(name))
