"""How long the engine takes, beside a regular expression that only cuts the same texts into words.

Ratios travel between machines, times do not: both are measured in turns, and the ratio of the medians is the
figure to quote. Start-up is not part of it. It is processor time that counts: on a busy machine the longer
work is interrupted more often, which would not be its fault.

    python benchmarks/speed.py [FILE|FOLDER]... [--words 70000] [--rounds 7]
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import FIXTURES, repeated, texts
from benchmarks.stages import stages
from grammar import Engine, compiled

WORD = re.compile(r"\w+|[^\w\s]")


def seconds(work: Callable[[str], object], articles: list[str]) -> float:
    start = time.process_time()
    for article in articles:
        work(article)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*", type=Path, default=[FIXTURES])
    parser.add_argument("--words", type=int, default=70_000, help="repeat the articles up to this length")
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()

    articles = repeated(texts(given.paths), given.words)
    words = sum(len(article.split()) for article in articles)
    engine = Engine()
    engine.read(articles[0])

    floor, whole = [], []
    for _ in range(given.rounds):
        floor.append(seconds(WORD.findall, articles))
        whole.append(seconds(engine.read, articles))
    claims = sum(len(engine.read(article).claims) for article in articles)

    print("the engine compiled" if compiled.found() else "the engine in plain Python")
    print(f"{len(articles)} articles, {words:,} words, {claims:,} claims; median of {given.rounds}")
    for name, taken in (("re.findall", median(floor)), ("the engine", median(whole))):
        speed = f"{words / taken:12,.0f} words/s  {taken / words * 1e6:6.2f} µs a word"
        print(f"{name}  {taken * 1000:9.1f} ms  {speed}")
    print(f"ratio       {median(whole) / median(floor):9.1f}")
    if compiled.found() is not None:
        print("\nStages can be watched in plain Python alone:", flush=True)
        subprocess.run([sys.executable, *sys.argv], env={**os.environ, compiled.PLAIN: "1"}, check=True)
        return
    print("\nof which, in re.findall's time:")
    for stage, taken in stages(engine, articles).items():
        print(f"  {stage:14} {taken / median(floor):5.1f}")


if __name__ == "__main__":
    main()
