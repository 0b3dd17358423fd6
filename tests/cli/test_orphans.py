"""Nothing goes on working for a command that was killed: no worker that answers, no process that reads."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import SAID, line, served, start

PATIENCE_SECONDS = 20


def descendants(pid: int) -> set[int]:
    """All processes below this one."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True)
    rows = [(int(child), int(parent)) for child, parent in map(str.split, listed.stdout.splitlines())]
    found = {pid}
    while below := {child for child, parent in rows if parent in found} - found:
        found |= below
    return found - {pid}


def alive(pids: set[int]) -> set[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,stat="], capture_output=True, text=True, check=True)
    rows = [line.split() for line in listed.stdout.splitlines()]
    return pids & {int(pid) for pid, state in rows if not state.startswith("Z")}


def left(pids: set[int]) -> set[int]:
    """Which of these are there after some seconds."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (there := alive(pids)) and time.monotonic() < deadline:
        time.sleep(0.2)
    return there


def test_workers_stop_where_the_first_process_is_killed(tmp_path: Path) -> None:
    with served(tmp_path / "claims.db", "--workers", "2") as (process, address):
        assert httpx.get(f"{address}/health/live").status_code == 200
        below = descendants(process.pid)
        assert len(below) >= 4
        process.kill()
        process.wait()
        assert not left(below)
        with pytest.raises(httpx.TransportError):
            httpx.get(f"{address}/health/live")


def test_processes_that_read_end_with_a_command_that_is_killed() -> None:
    with start("parse", "--jobs", "2") as process:
        assert process.stdin
        process.stdin.write(line(text=SAID).encode() * 3)
        process.stdin.flush()
        deadline = time.monotonic() + PATIENCE_SECONDS
        while len(below := descendants(process.pid)) < 3:  # two that read, and multiprocessing's own
            assert time.monotonic() < deadline
            time.sleep(0.1)
        process.kill()
        process.wait()
        assert not left(below)
