"""The service killed at random moments while four clients submit: what it acknowledged must be there, whole.

    python benchmarks/kills.py [--rounds 100] [--seed 1] [--write]

Each round starts `claims serve` on the same database, by turns with one worker and with two, lets two clients
submit documents one by one and two by the line, some of them new texts of earlier ones, and a random while
after the first answer (every tenth time: while it starts) kills the whole group of processes with SIGKILL.
What was left on disk is copied and checked: each acknowledged document is there, each stored one is whole
(its text and exactly the claims that the engine reads in it), and the file holds together (``consistency``).
Clients then go on from what was not acknowledged. In the end everything is submitted again, and exactly the
full set must be there.
``--write`` keeps the figures in benchmarks/results/kills.md; the status is 1 where anything was wrong.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from benchmarks.consistency import faults
from benchmarks.submitting import Client
from grammar import Engine
from grammar.claim import Reading
from service.documents import Document, StoredDocument
from service.store import Revisions, Store
from service.store.keeping.documents import key_of

RESULTS = Path(__file__).parent / "results" / "kills.md"
CLIENTS, LONGEST = 4, 1.5


class Trial:
    """All rounds on one database; ``wrong`` is what was not as it must be."""

    def __init__(self, folder: Path, seed: int, longest: float = LONGEST, parsers: int = 2) -> None:
        self.database = folder / "claims.db"
        self.counts: Counter[str] = Counter()
        self.wrong: list[str] = []
        self._chance = random.Random(seed)
        self.clients = [Client(number, seed) for number in range(CLIENTS)]
        self._longest = longest
        self._parsers = parsers
        self.engine = Engine()
        self._read: dict[str, bytes] = {}

    def round(self, number: int) -> None:
        """Start, submit, kill, check."""
        starting = number % 10 == 0
        after = self._chance.uniform(0, self._longest)
        process = self._start(workers=1 + number % 2)
        try:
            if starting:
                time.sleep(after)
            else:
                self._submit(process, after)
        finally:
            _kill(process)
        self.counts["kills while it starts" if starting else "kills while clients submit"] += 1
        self.check(f"round {number}")

    def finish(self) -> None:
        """Submit everything again; exactly the full set must be there."""
        process = self._start(workers=2)
        try:
            self._submit(process, None)
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=60)
        finally:
            _kill(process)
        if status := process.returncode:
            self.wrong.append(f"in the end: the service ended with status {status}")
        everything = {key_of(each) for client in self.clients for each in client.submitted}
        stored = self.check("in the end")
        if stored != everything:
            self.wrong.append(
                f"in the end: {len(stored - everything)} too many, {len(everything - stored)} lack"
            )
        self.counts["documents in the end"] = len(stored)

    def _start(self, workers: int) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "service.cli", "serve", "--port", "0", "--log-level", "error"]
        command += ["--workers", str(workers), "--parsers", str(self._parsers)]
        command += ["--database", str(self.database)]
        return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)

    def _submit(self, process: subprocess.Popen[str], after: float | None) -> None:
        """Let all clients submit, and kill the service after a while; or all they have, once more."""
        assert process.stderr
        ready = process.stderr.readline()
        port = re.search(r"http://127\.0\.0\.1:(\d+)", ready)
        if port is None:
            raise SystemExit(f"the service does not start: {ready}{process.stderr.read()}")
        with ThreadPoolExecutor(CLIENTS) as threads:
            done = [threads.submit(each.submit, int(port[1]), after is None) for each in self.clients]
            if after is not None:
                self._wait_for_an_answer()
                time.sleep(after)
                _kill(process)
        for each in done:
            each.result()

    def _wait_for_an_answer(self) -> None:
        """Wait until something is acknowledged, so that a busy machine has no kills before there is work."""
        known, until = self._acknowledged(), time.monotonic() + 60
        while self._acknowledged() == known and time.monotonic() < until:
            time.sleep(0.005)

    def _acknowledged(self) -> int:
        return sum(len(client.acknowledged) for client in self.clients)

    def check(self, when: str) -> set[str]:
        """Check a copy, so that the service itself must recover what was left; gives the ids stored."""
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "claims.db"
            for end in ("", "-wal"):
                if (left := Path(f"{self.database}{end}")).exists():
                    shutil.copy(left, f"{copy}{end}")
            with Store.open(copy) as store:
                ids = self._whole(store, when)
            self.wrong += [f"{when}: {fault}" for fault in faults(copy)]
        acknowledged = {id for client in self.clients for id in client.acknowledged}
        self.wrong += [f"{when}: {id} was acknowledged and is not there" for id in acknowledged - ids]
        self.wrong += [f"{when}: {each}" for client in self.clients for each in client.wrong]
        for client in self.clients:
            client.wrong.clear()
        self.counts["documents acknowledged"] = len(acknowledged)
        self.counts["stored, but cut off before the answer"] += len(ids - acknowledged)
        return ids

    def _whole(self, store: Store, when: str) -> set[str]:
        """The ids of all documents, each held against what the engine reads in the text of this id."""
        submitted = {key_of(each): each for client in self.clients for each in client.submitted}
        ids: set[str] = set()
        cursor = None
        while True:
            page = store.documents(cursor, 500, Revisions.ALL)
            for id in (summary.id for summary in page.items):
                found, document = store.document(id), submitted.get(id)
                if (
                    found is None
                    or document is None
                    or self._reading(id, document) != _digest(found.text, found)
                ):
                    self.wrong.append(f"{when}: {id} is not whole")
                ids.add(id)
            if (cursor := page.next) is None:
                return ids

    def _reading(self, id: str, document: Document) -> bytes:
        """What must be stored of a document."""
        if id not in self._read:
            reading = self.engine.read(document.text, id=id, published_at=document.published_at)
            self._read[id] = _digest(document.text, reading)
        return self._read[id]


def _digest(text: str | None, read: Reading | StoredDocument) -> bytes:
    parts = (text, read.topics, read.claims, read.unread, read.note)
    return hashlib.sha256(msgspec.json.encode(parts)).digest()


def _kill(process: subprocess.Popen[str]) -> None:
    """End the service and all of its processes at once, and wait until none runs."""
    if process.returncode is not None:
        return
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    while _runs(process.pid):
        time.sleep(0.01)


def _runs(group: int) -> bool:
    """Whether a process of the group is left that is no zombie: nobody may be there to bury those."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(its) == group and state not in "ZX":
            return True
    return False


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/results")
    arguments = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), arguments.seed)
        for number in range(arguments.rounds):
            trial.round(number)
            print(f"round {number}: {dict(trial.counts)}, {len(trial.wrong)} wrong", flush=True)
        trial.finish()
    minutes = (time.monotonic() - begun) / 60
    lines = [
        "# Killed while clients submit",
        "",
        f"`python benchmarks/kills.py --rounds {arguments.rounds} --seed {arguments.seed}`: four clients, two"
        f" by the line; one worker and two by turns; Python {platform.python_version()},"
        f" {os.cpu_count()} processors, {minutes:.0f} minutes.",
        "",
        "| | number |",
        "| --- | --- |",
        *(f"| {what} | {number:,} |" for what, number in trial.counts.items()),
        f"| acknowledged and lost, half there, or otherwise wrong | {len(trial.wrong)} |",
    ]
    print("\n".join(lines))
    if arguments.write:
        RESULTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(*trial.wrong, sep="\n", file=sys.stderr)
    return 1 if trial.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
