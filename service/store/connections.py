"""Connections to the file: one a thread for reading, one for writing, each set up the same way."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, Self

from sqlite_utils import Database

_BUSY_SECONDS = 30.0


class Limit(NamedTuple):
    """How long a question may take, in seconds, and after how many of SQLite's steps that is looked at.

    Its thread's own time counts, so that a busy machine turns no good question away, and the clock's too.
    """

    own: float
    clock: float
    steps: int

    @classmethod
    def usual(cls, seconds: float | None) -> Self | None:
        """So many seconds of its own, and 20 times that by the clock; looked at every few milliseconds."""
        return None if seconds is None else cls(seconds, 20 * seconds, 50_000)


PROMPT = Limit(0.005, 0.05, 2_000)
"""For questions that others wait behind."""


class TooCostlyError(Exception):
    """A question took longer than its limit and was cut off; ``busy`` where only the clock says so."""

    def __init__(self, message: str, *, busy: bool = False) -> None:
        super().__init__(message)
        self.busy = busy


class Connections:
    """All connections to one file. Readers never wait; writers wait up to 30 s for one another."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._writing = threading.RLock()
        self._local = threading.local()
        self._open: list[Database] = []
        self._writer = self._connect()

    def _connect(self) -> Database:
        # Closing happens from another thread than the one that reads, hence check_same_thread.
        connection = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, check_same_thread=False)
        database = Database(connection)
        with database.ensure_autocommit_on():
            # The lock-free modes are the file's own (WAL) or must be said to each connection (the rest).
            database.execute("PRAGMA journal_mode = WAL")
            # What is acknowledged must outlive a loss of power, too; NORMAL would leave that to luck in WAL.
            database.execute("PRAGMA synchronous = FULL")
            database.execute("PRAGMA foreign_keys = ON")
            database.execute("PRAGMA secure_delete = ON")
            database.execute("PRAGMA cache_size = -32000")
        with self._lock:
            self._open.append(database)
        return database

    @contextmanager
    def reading(self, limit: Limit | None = None) -> Iterator[Database]:
        """This thread's connection, within one snapshot of the file.

        What takes longer than the limit is cut off with TooCostlyError.
        """
        database: Database | None = getattr(self._local, "database", None)
        if database is None:
            database = self._local.database = self._connect()
            database.execute("PRAGMA query_only = ON")
        watch = None if limit is None else _Watch(limit)
        database.begin()
        try:
            if limit is not None:
                database.conn.set_progress_handler(watch, limit.steps)
            yield database
        except sqlite3.OperationalError as error:
            if limit is None or watch is None or not watch.cut_off:
                raise
            raise TooCostlyError(
                f"The question takes longer than {limit.own:g} s", busy=watch.busy
            ) from error
        finally:
            database.conn.set_progress_handler(None, 0)
            database.rollback()

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """The writer, within a transaction that holds the write lock from its start; undone on any error."""
        with self._writing:
            # A deferred BEGIN would fail as "locked" where another process wrote between read and write.
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
            except BaseException:
                self._writer.rollback()
                raise
            self._writer.commit()

    def size(self) -> int:
        """Bytes on disk: the file and the log of what is not yet in it."""
        files = (self.path, self.path.with_name(self.path.name + "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())

    def close(self) -> None:
        """Close every connection."""
        with self._writing, self._lock:
            while self._open:
                self._open.pop().close()


class _Watch:
    """Tells SQLite to stop once the time is up."""

    def __init__(self, limit: Limit) -> None:
        self._own = time.thread_time() + limit.own
        self._wall = time.monotonic() + limit.clock
        self.cut_off = False
        self.busy = False

    def __call__(self) -> bool:
        costly = time.thread_time() > self._own
        self.busy = not costly and time.monotonic() > self._wall
        self.cut_off = costly or self.busy
        return self.cut_off
