"""Word lists as data. Each file begins with its source, licence, date and reasons; code only loads them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


def lines(name: str) -> Iterator[str]:
    """The lines of a list without its comments (from "# " on) and blank lines."""
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        content, comment, _ = line.partition("# ")
        if content.strip() and not line.startswith("#"):
            yield content.rstrip() if comment else content


@cache
def first_names() -> dict[str, str]:
    """First names in small letters, each with "f", "m" or "u" for both."""
    return {name: gender for gender, names in table("names/first_names.tsv") for name in names.split()}


def table(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated list; a last column may be empty."""
    return (line.split("\t") for line in lines(name))
