"""Two ways to call the command line: within this process, which is quick, and as a process of its own."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner, Result

from service.cli import cli

# A shell that starts the tests in the background has them ignore Ctrl-C, and so all that they start would.
signal.signal(signal.SIGINT, signal.default_int_handler)

LONGEST = 180  # seconds that a server runs, with all that a file of tests asks of it
COMMAND = [sys.executable, "-m", "service.cli"]
SAID = "Ann Lee said that the harbour would reopen in spring."
DENIED = "Bo Carver denied that the ferry company had hidden the report."

Call = Callable[..., Result]


@pytest.fixture
def claims() -> Call:
    """`claims ARGUMENT...` in this process; ``input`` is what is piped in."""

    def call(*arguments: str | Path, input: str | bytes = b"") -> Result:
        return CliRunner().invoke(
            cli, [str(argument) for argument in arguments], input=input, prog_name="claims"
        )

    return call


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


def line(**fields: object) -> str:
    """A line of JSON."""
    return msgspec.json.encode(fields).decode() + "\n"


def lines(output: str | bytes) -> list[dict[str, Any]]:
    """The lines of JSON in an output."""
    return [msgspec.json.decode(each) for each in output.splitlines()]


def start(*arguments: str | Path, **options: Any) -> subprocess.Popen[bytes]:
    """`claims ARGUMENT...` as a process with pipes."""
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([*COMMAND, *map(str, arguments)], **(pipes | options))


@contextmanager
def served(database: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server on a free port, and its address as its ready line gives it."""
    with start("serve", "--port", "0", "--database", database, *arguments) as process:
        watchdog = threading.Timer(LONGEST, process.kill)
        watchdog.start()
        try:
            assert process.stderr
            ready = process.stderr.readline().decode()
            address = re.search(r"http://127\.0\.0\.1:\d+", ready)
            assert address, ready
            yield process, address[0]
        finally:
            watchdog.cancel()
            process.kill()
