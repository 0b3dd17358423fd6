"""A copy of the database as it is at one moment, made while others read and write it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

_MAGIC = b"SQLite format 3\0"


class BackupError(Exception):
    """There is no copy, and what was at the target is still there."""


def back_up(source: Path, target: Path) -> int:
    """Copy the database to a file of its own, check it and put it in place; gives its bytes.

    SQLite's online backup takes one snapshot, so the copy holds all that was acknowledged before the call,
    and writers need not wait. It is made beside the target, must pass ``integrity_check`` and
    ``foreign_key_check``, is flushed to disk and renamed, so that under the target's name there is at any
    moment the older copy or the whole new one. Needs room for the copy beside the target; an older copy
    there is replaced, a file that is no database is not. Raises BackupError.
    """
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        _check(source, target)
        _copy(source, partial)
        size = partial.stat().st_size
        _flush(partial)
        partial.replace(target)
        _flush(target.parent)
    except (sqlite3.Error, OSError) as error:
        raise BackupError(str(error)) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return size


def _check(source: Path, target: Path) -> None:
    if not source.is_file():
        raise BackupError(f"there is no database {source}")
    if not target.parent.is_dir():
        raise BackupError(f"there is no folder {target.parent}")
    if not target.exists():
        return
    if target.samefile(source):
        raise BackupError(f"{target} is the database itself")
    if not target.is_file():
        raise BackupError(f"{target} is no file")
    with target.open("rb") as file:
        if file.read(len(_MAGIC)) not in (_MAGIC, b""):
            raise BackupError(f"{target} is there and is no database")


def _copy(source: Path, partial: Path) -> None:
    # Readable by its owner alone until somebody decides otherwise: it holds all texts and the hashes of keys.
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    # Not mode=ro: to read a database in WAL mode, its index of shared memory may have to be made.
    with (
        closing(sqlite3.connect(f"file:{quote(str(source))}?mode=rw", uri=True)) as original,
        closing(sqlite3.connect(partial)) as copy,
    ):
        original.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, whole in itself
        faults = copy.execute("PRAGMA integrity_check").fetchall()
        if faults != [("ok",)]:
            raise BackupError(f"the copy is damaged: {faults[0][0]}")
        if copy.execute("PRAGMA foreign_key_check").fetchone():
            raise BackupError("the copy is damaged: a row refers to one that is not there")


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
