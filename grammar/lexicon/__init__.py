"""Word lists as data. Each file begins with its source, licence, date and reasons; code only loads them.

``inflection`` makes the forms of a word that a list has in one form alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


class LexiconError(ValueError):
    """A list cannot be used; the message names its file, the line and what is wrong there."""


def lines(name: str) -> Iterator[str]:
    """The lines of a list without its comments (from "# " on) and blank lines."""
    return (line for _, line in _numbered(name))


def _numbered(name: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate((FOLDER / name).read_text("utf-8").splitlines(), start=1):
        content, comment, _ = line.partition("# ")
        if content.strip() and not line.startswith("#"):
            yield number, content.rstrip() if comment else content


@cache
def first_names() -> dict[str, str]:
    """First names in small letters, each with "f", "m" or "u" for both."""
    return {name: gender for gender, names in table("names/first_names.tsv") for name in names.split()}


def table(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated list; a last column may be empty."""
    return (line.split("\t") for line in lines(name))


def rows(name: str, columns: int) -> Iterator[tuple[str, list[str]]]:
    """The rows of a tab-separated list with their places ("cues.tsv:12"). LexiconError for other columns."""
    for number, line in _numbered(name):
        row = line.split("\t")
        if len(row) != columns:
            raise LexiconError(
                f"{name}:{number}: {columns} columns are wanted, parted by tabs, not {len(row)}"
            )
        yield f"{name}:{number}", row
