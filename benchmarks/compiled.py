"""The compiled engine (deploy/compiled.py) beside plain Python: its time, and whether it reads the same.

Both read in turns, twice, each in a process of its own. The status is 1 where a reading differs.

    python benchmarks/compiled.py [FILE|FOLDER]... [--words 70000] [--rounds 5]
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import FIXTURES, repeated, texts

WORD = re.compile(r"\w+|[^\w\s]")
ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "build" / "compiled"


def read(root: Path, paths: list[Path], words: int, rounds: int) -> None:
    """Print the least processor time over the articles, its ratio to findall's and the readings' digest."""
    sys.path.insert(0, str(root))
    from grammar import Engine

    engine, articles = Engine(), repeated(texts(paths), words)
    digest = hashlib.blake2b(digest_size=16)
    for article in articles:
        reading = engine.read(article)
        digest.update(msgspec.json.encode(reading))
    taken = [sum(least(work, articles, rounds)) for work in (engine.read, WORD.findall)]
    print(f"{taken[0] * 1000:8.0f} ms {taken[0] / taken[1]:8.1f}  {digest.hexdigest()}", flush=True)


def least(work: Callable[[str], object], articles: list[str], rounds: int) -> list[float]:
    """The least processor time of some rounds for each article."""
    found = [float("inf")] * len(articles)
    for _ in range(rounds):
        for at, article in enumerate(articles):
            start = time.process_time()
            work(article)
            found[at] = min(found[at], time.process_time() - start)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*", type=Path, default=[FIXTURES])
    parser.add_argument("--words", type=int, default=70_000, help="repeat the articles up to this length")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        read(given.read, given.paths, given.words, given.rounds)
        return
    print(f"{'':9}{'time':>11} {'ratio':>8}  digest of the readings", flush=True)
    from grammar.compiled import PLAIN  # each process that reads takes its own package

    digests = set()
    plain = {**os.environ, PLAIN: "1"}  # where PYTHONPATH leads to the copy, it stays with itself
    for _ in range(2):
        for name, root in (("plain", ROOT), ("compiled", COPY)):
            asked = ["--read", str(root), "--words", str(given.words), "--rounds", str(given.rounds)]
            run = [sys.executable, __file__, *map(str, given.paths), *asked]
            told = subprocess.run(run, check=True, capture_output=True, text=True, env=plain).stdout
            digests.add(told.split()[-1])
            print(f"{name:9}{told}", end="", flush=True)
    sys.exit(len(digests) > 1)


if __name__ == "__main__":
    main()
