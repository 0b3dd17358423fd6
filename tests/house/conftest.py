"""The repository as a whole: its files as the tests of the house see them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = ("grammar", "service", "tests", "fixtures", "benchmarks", "docs", ".ci")
LEFT_BEHIND = {".git", "__pycache__", "node_modules"}


def files(*suffixes: str, folders: tuple[str, ...] = FOLDERS) -> Iterator[Path]:
    """The project's own files, those at the top too; without suffixes all of them."""
    found = [file for file in ROOT.iterdir() if file.is_file()] if folders == FOLDERS else []
    for folder in folders:
        found += [file for file in (ROOT / folder).rglob("*") if file.is_file()]
    for file in sorted(found):
        if not LEFT_BEHIND & set(file.parts) and (not suffixes or file.suffix in suffixes):
            yield file


def name(file: Path) -> str:
    return str(file.relative_to(ROOT))
