"""How much of the speed of reading is left where what is read is stored, with full-text search.

    python benchmarks/ingest.py [PATH...] [--words 200000] [--write]

`claims ingest` of a corpus into a new database against `claims parse` of the same corpus, in turns, with one
job and with a job a processor. The corpus are the texts of the paths, the fixtures where there are none, over
and over, each with a number so that none is known. The time that the commands take for a single article is
taken off: it is that of starting. Limit: at least 60 % of the speed with either number of jobs. ``--write``
keeps the figures in benchmarks/results/ingest.md; the status is 1 where the limit is not kept. On a machine
that others load, processor time is the better measure.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec

from benchmarks.corpus import FIXTURES, repeated, texts

RESULTS = Path(__file__).parent / "results" / "ingest.md"
SHARE, TURNS = 0.6, 5


class Spent(NamedTuple):
    """Seconds by the clock, and seconds of processors, children's included."""

    clock: float
    processor: float

    def __sub__(self, other: Spent) -> Spent:
        return Spent(self.clock - other.clock, self.processor - other.processor)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--words", type=int, default=200_000)
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/results")
    arguments = parser.parse_args()
    articles = repeated(texts(arguments.paths or [FIXTURES / "articles"]), arguments.words)
    words = sum(len(article.split()) for article in articles)
    lines = [
        "# Storing what is read",
        "",
        f"`python benchmarks/ingest.py`: {len(articles):,} articles of {words:,} words, median of {TURNS}"
        f" turns, Python {platform.python_version()}, {os.cpu_count()} processors"
        f" (load before it {os.getloadavg()[0]:.1f}).",
        "",
        "| jobs | parsed, words a second | ingested | share | share by processor time |",
        "| --- | --- | --- | --- | --- |",
    ]
    broken = []
    with tempfile.TemporaryDirectory(prefix="claims-ingest-") as folder:
        corpus, single = Path(folder, "corpus.jsonl"), Path(folder, "single.jsonl")
        _write(corpus, articles)
        _write(single, articles[:1])
        for jobs in sorted({1, os.cpu_count() or 1}):
            parsed, ingested = _median(corpus, single, jobs)
            share = parsed.clock / ingested.clock
            lines.append(
                f"| {jobs} | {words / parsed.clock:,.0f} | {words / ingested.clock:,.0f} | {share:.0%}"
                f" | {parsed.processor / ingested.processor:.0%} |"
            )
            if share < SHARE:
                broken.append(f"{share:.0%} of the speed of parsing with {jobs} jobs")
    text = "\n".join(lines) + "\n"
    print(text)
    if arguments.write:
        RESULTS.write_text(text, encoding="utf-8")
    for line in broken:
        print(f"under its limit: {line}", file=sys.stderr)
    return 1 if broken else 0


def _write(file: Path, articles: list[str]) -> None:
    """The articles as lines, with what senders tell of theirs."""
    with file.open("wb") as out:
        for number, article in enumerate(articles):
            published_at = datetime(2024, 1, 1) + timedelta(minutes=17 * number)
            line = {
                "id": str(number),
                "text": f"{article}\n\n{number}",
                "title": f"Article {number}",
                "url": f"https://news.example/{number}",
                "publisher": f"The Paper {number % 20}",
                "published_at": f"{published_at.isoformat()}Z",
            }
            out.write(msgspec.json.encode(line) + b"\n")


def _median(corpus: Path, single: Path, jobs: int) -> tuple[Spent, Spent]:
    """What parsing and ingesting take, without starting."""
    turns = [
        (
            _parse(corpus, jobs) - _parse(single, jobs),
            _ingest(corpus, jobs) - _ingest(single, jobs),
        )
        for _ in range(TURNS)
    ]
    parsed, ingested = (sorted(column) for column in zip(*turns, strict=True))
    return parsed[TURNS // 2], ingested[TURNS // 2]


def _parse(file: Path, jobs: int) -> Spent:
    return _run("parse", str(file), "--jobs", str(jobs))


def _ingest(file: Path, jobs: int) -> Spent:
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        return _run("ingest", str(file), "--jobs", str(jobs), "--database", f"{folder}/claims.db")


def _run(*arguments: str) -> Spent:
    before, start = _processor(), time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "service.cli", *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return Spent(time.perf_counter() - start, _processor() - before)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
