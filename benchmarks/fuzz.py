"""schemathesis against the running service: all checks, all phases, five seeds, in each of three situations.

``make fuzz`` runs it; it ends with status 1 where a check fails, and shows what failed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
CLAIMS = [sys.executable, "-m", "service.cli"]
SEEDS = (1, 2, 3, 4, 5)
EXAMPLES = int(os.environ.get("EXAMPLES", "40"))


class Situation(NamedTuple):
    """How the service is set and called."""

    name: str
    has_key: bool
    brings_key: bool
    options: tuple[str, ...] = ()


SITUATIONS = (
    Situation("no key made", has_key=False, brings_key=False),
    Situation("with a key", has_key=True, brings_key=True, options=("--public-reads", "false")),
    Situation("a key made, none brought", has_key=True, brings_key=False),
)


def main() -> int:
    """Run all of it; gives the exit status."""
    failed = 0
    for situation in SITUATIONS:
        with tempfile.TemporaryDirectory() as folder, served(Path(folder), situation) as (address, key):
            for seed in SEEDS:
                begun = perf_counter()
                result = fuzz(address, key if situation.brings_key else None, seed, folder)
                seconds = perf_counter() - begun
                failed += result.returncode != 0
                said = "no failure" if result.returncode == 0 else "FAILED\n" + result.stdout + result.stderr
                cases = re.search(r"Test cases:\n(.*)", result.stdout)
                count = f" ({cases[1].strip()})" if cases else ""
                print(f"{situation.name}, seed {seed}: {said}{count}, {seconds:.0f} s", flush=True)
    return 1 if failed else 0


@contextmanager
def served(folder: Path, situation: Situation) -> Iterator[tuple[str, str]]:
    """A service with the sample articles; its address, and a key for everything if there is one."""
    database = str(folder / "claims.db")
    articles = subprocess.run([sys.executable, "-m", "fixtures"], capture_output=True, check=True).stdout
    subprocess.run([*CLAIMS, "ingest", "-d", database], input=articles, capture_output=True, check=True)
    key = ""
    if situation.has_key:
        made = [*CLAIMS, "keys", "add", "fuzz", "--scope", "admin", "-d", database]
        key = subprocess.run(made, capture_output=True, check=True, text=True).stdout.strip()
    command = [*CLAIMS, "serve", "--port", "0", "-d", database, *situation.options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        ready = process.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+", ready)
        assert address, ready
        # The log must be taken off it, or the service drops lines.
        threading.Thread(target=process.stderr.read, daemon=True).start()
        try:
            yield address[0], key
        finally:
            process.terminate()


def fuzz(address: str, key: str | None, seed: int, folder: str) -> subprocess.CompletedProcess[str]:
    """One run of schemathesis's command line."""
    command = [sys.executable, "-m", "schemathesis.cli", "run", f"{address}/openapi.json", "--checks=all"]
    command += ["--phases=examples,coverage,fuzzing,stateful", f"--seed={seed}", f"--max-examples={EXAMPLES}"]
    command += ["--no-color"] + (["-H", f"Authorization:Bearer {key}"] if key else [])
    # Elsewhere than in the clone: it keeps a database of examples where it is started.
    environment = os.environ | {"SCHEMATHESIS_HOOKS": "tests.service.hostile.ranges", "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
