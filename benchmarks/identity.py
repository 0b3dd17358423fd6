"""Byte-identical output: the same texts read twice, by one process and two, in two orders, with other hashes.

Prints the digest of each run's readings, and where runs differ the numbers of the texts; fails then. Ids are
the texts' numbers; no date is given.

    python benchmarks/identity.py PATH...
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections.abc import Iterable
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import msgspec

from benchmarks.corpus import texts
from grammar import Engine

_AT_ONCE = 16  # texts that a process is handed at a time


class Run(NamedTuple):
    """How the texts are read."""

    seed: str
    workers: int
    backwards: bool

    def __str__(self) -> str:
        order = "last text first" if self.backwards else "first text first"
        return f"hash seed {self.seed}, {self.workers} process{'es'[: 2 * (self.workers > 1)]}, {order}"


RUNS = (Run("1", 1, False), Run("1", 1, False), Run("2", 1, True), Run("3", 2, False), Run("4", 2, True))


class Outcome(NamedTuple):
    """A text's number, the digest of its reading, and how many claims that has."""

    number: int
    digest: bytes
    claims: int


@cache
def _engine() -> Engine:
    """Each process's own."""
    return Engine()


def _read(numbered: tuple[int, str]) -> Outcome:
    number, text = numbered
    reading = _engine().read(text, id=str(number))
    digest = hashlib.blake2b(msgspec.json.encode(reading), digest_size=16).digest()
    return Outcome(number, digest, len(reading.claims))


def outcomes(articles: Iterable[str], run: Run) -> list[Outcome]:
    """The outcome of every text, by number. The processes are new ones: a hash seed holds from the start."""
    numbered = list(enumerate(articles))
    if run.backwards:
        numbered.reverse()
    with (
        patch.dict(os.environ, PYTHONHASHSEED=run.seed),
        get_context("spawn").Pool(run.workers) as pool,
    ):
        return sorted(pool.imap_unordered(_read, numbered, _AT_ONCE))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help=".txt and .jsonl files, or folders"
    )
    articles = texts(options.parse_args().paths)

    first: list[Outcome] = []
    alike = True
    for run in RUNS:
        found = outcomes(articles, run)
        first = first or found
        digest = hashlib.blake2b(b"".join(each.digest for each in found), digest_size=16).hexdigest()
        print(f"{run!s:48} {len(found):,} texts, {sum(each.claims for each in found):,} claims  {digest}")
        differing = [one.number for one, other in zip(first, found, strict=True) if one != other]
        if differing:
            alike = False
            print(f"  differs in {len(differing)} texts: {differing[:20]}")
    sys.exit(not alike)


if __name__ == "__main__":
    main()
