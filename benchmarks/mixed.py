"""Reads and writes together against a running service, and its speed beside a bare ASGI app and Datasette.

    python benchmarks/mixed.py [DATABASE] [--seconds 60] [--write]

Eight readers ask for pages of 50 claims, each in its own way, while two writers submit articles and a
watcher asks /health/live ten times a second. Limits: no answer but 200 and 201 (503 to a writer is the
queue's "later"), the 99th of 100 pages within 50 ms, health within 100 ms. Then the same page is asked for
as quickly as two connections can, of the service with all of its middleware and of a bare ASGI app with the
same query: at least half as many a second. Datasette is measured beside them where it is installed.
``--write`` keeps the figures in benchmarks/results/mixed.md; the status is 1 where a limit is not kept.
Both on an idle machine with two processors.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import itertools
import os
import platform
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import quote

import msgspec

from benchmarks.claims_store import fill, invented, name
from benchmarks.corpus import FIXTURES, texts
from benchmarks.http_load import Client

RESULTS = Path(__file__).parent / "results" / "mixed.md"
READERS, WRITERS, TURNS = 8, 2, 5
PAGE_MS, HEALTH_MS, SHARE = 50.0, 100.0, 0.5
PAGES = [
    "/v1/claims",
    f"/v1/claims?actor={quote(name(0))}",
    f"/v1/claims?actor={quote(name(40))}&published_since=2022-03-01",
    "/v1/claims?topic=medtop:04000000&published_until=2023-01-01",
    f"/v1/claims?q={invented(20)}",
    "/v1/claims?act=deny&order=oldest",
    f"/v1/claims?about={quote(name(3))}&certainty=certain",
    "/v1/claims?publisher=The+" + invented(1),
]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("database", nargs="?", type=Path, default=Path("data/million.db"))
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/results")
    arguments = parser.parse_args()
    if not arguments.database.exists():
        arguments.database.parent.mkdir(parents=True, exist_ok=True)
        fill(arguments.database, arguments.claims)
    ours = ["-m", "service.cli", "serve", "--database", str(arguments.database), "--log-level", "warning"]
    broken: list[str] = []
    head = _head(arguments.seconds)
    with _serving([*ours, "--port"]) as port:
        lines = asyncio.run(_mixed(port, arguments.seconds, broken))
        rates = _rates(port, arguments.database, arguments.seconds)
    lines += ["", "| the same page, in turns | requests a second |", "| --- | --- |"]
    lines += [f"| {what} | {rate:,.0f} |" for what, rate in rates.items()]
    if len(rates) < 3:
        lines.append("| Datasette | not installed here |")
    rate, most, *_ = rates.values()
    if rate < SHARE * most:
        broken.append(f"{rate:,.0f} requests a second are under half of {most:,.0f}")
    text = "\n".join(head + lines) + "\n"
    print(text)
    if arguments.write:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(text, encoding="utf-8")
    for line in broken:
        print(f"over its limit: {line}", file=sys.stderr)
    return 1 if broken else 0


def _head(seconds: float) -> list[str]:
    return [
        "# Reads and writes together",
        "",
        f"`python benchmarks/mixed.py`: {READERS} readers and {WRITERS} writers for {seconds:.0f} s on a"
        f" million claims, one worker, Python {platform.python_version()}, {os.cpu_count()} processors, which"
        f" the clients share (load before it {os.getloadavg()[0]:.1f}).",
        "",
    ]


async def _mixed(port: int, seconds: float, broken: list[str]) -> list[str]:
    until = time.monotonic() + seconds
    pages: list[float] = []
    writes: list[float] = []
    health: list[float] = []
    errors: list[str] = []
    later = 0

    async def read(number: int) -> None:
        client = Client(port)
        for turn in itertools.count(number):
            if time.monotonic() > until:
                return client.close()
            answer = await client.call(PAGES[turn % len(PAGES)])
            pages.append(answer.took)
            if answer.status != 200:
                errors.append(f"{answer.status} {PAGES[turn % len(PAGES)]} {answer.body[:200]!r}")

    async def write(number: int) -> None:
        nonlocal later
        client, chance = Client(port), random.Random(f"{time.time()} {number}")
        articles = texts([FIXTURES / "articles"])
        while time.monotonic() < until:
            text = f"{chance.choice(articles)}\n\n{chance.random()}"
            known = {"text": text, "published_at": "2024-06-01", "publisher": "The Writer"}
            answer = await client.call("/v1/documents", msgspec.json.encode(known))
            writes.append(answer.took)
            later += answer.status == 503
            if answer.status not in {201, 503}:
                errors.append(f"{answer.status} on writing {answer.body[:200]!r}")
        client.close()

    async def watch() -> None:
        client = Client(port)
        while time.monotonic() < until:
            answer = await client.call("/health/live")
            health.append(answer.took)
            if answer.status != 200:
                errors.append(f"{answer.status} on health")
            await asyncio.sleep(0.1)
        client.close()

    for path in PAGES:  # warm, as the file is on a service that runs
        await Client(port).call(path)
    await asyncio.gather(*map(read, range(READERS)), *map(write, range(WRITERS)), watch())
    broken += sorted(set(errors))[:10]
    if _percentile(pages, 99) > PAGE_MS:
        broken.append(f"99 of 100 pages within {_percentile(pages, 99):.0f} ms")
    if max(health) > HEALTH_MS:
        broken.append(f"health within {max(health):.0f} ms")
    rows = [("pages of 50 claims", pages), ("documents submitted", writes), ("/health/live", health)]
    table = [
        "| | number | a second | median ms | 99 % ms | longest ms |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    table += [
        f"| {what} | {len(took):,} | {len(took) / seconds:,.0f} | {_percentile(took, 50):.1f}"
        f" | {_percentile(took, 99):.1f} | {max(took):.1f} |"
        for what, took in rows
    ]
    return [*table, "", f"Errors: {len(errors)}. Told to come later (503): {later}."]


def _rates(port: int, database: Path, seconds: float) -> dict[str, float]:
    """Requests a second of each server, asked in turns, so that whatever else goes on meets all of them."""
    page = f"/v1/claims?actor={quote(name(0))}"
    table = f"/{database.stem}/claims.json?_size=50&_shape=array&act=deny&_sort=rank"
    environment = {"BARE_DATABASE": str(database), "BARE_ACTOR": name(0)}
    bare = ["-m", "uvicorn", "benchmarks.bare:app", "--log-level", "warning", "--port"]
    with ExitStack() as servers:
        asked = {"this service, all middleware": (port, page)}
        bare_port = servers.enter_context(_serving(bare, environment))
        asked["a bare ASGI app with the same query"] = (bare_port, "/")
        if importlib.util.find_spec("datasette"):
            theirs = servers.enter_context(_serving(["-m", "datasette", "serve", str(database), "--port"]))
            asked["Datasette, a filtered and sorted page of the table"] = (theirs, table)
        slices = [
            {what: asyncio.run(_rate(*where, seconds / 6 / TURNS)) for what, where in asked.items()}
            for _ in range(TURNS)
        ]
    return {what: median(part[what] for part in slices) for what in asked}


async def _rate(port: int, path: str, seconds: float) -> float:
    """Requests a second over two connections."""
    counts = [0, 0]

    async def ask(number: int) -> None:
        client = Client(port)
        for _ in range(5):
            assert (await client.call(path)).status == 200
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            await client.call(path)
            counts[number] += 1
        client.close()

    await asyncio.gather(ask(0), ask(1))
    return sum(counts) / seconds


def _percentile(values: list[float], percent: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * percent / 100))]


@contextmanager
def _serving(arguments: list[str], environment: dict[str, str] | None = None) -> Iterator[int]:
    """A server in a process of its own, on a free port; ``arguments`` end where the port goes."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, *arguments, str(port)],
        env=os.environ | (environment or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(1200):
            assert server.poll() is None, f"{arguments} did not start"
            try:
                asyncio.run(Client(port).call("/health/live"))
                break
            except (OSError, asyncio.IncompleteReadError):
                time.sleep(0.1)
        yield port
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


if __name__ == "__main__":
    sys.exit(main())
