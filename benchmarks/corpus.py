"""The texts that the benchmarks read: the project's own articles, repeated, or files named by the caller."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import cycle
from pathlib import Path

import msgspec

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


def texts(paths: Iterable[Path]) -> list[str]:
    """The articles in these files and folders: .txt whole, .jsonl by their field ``text``."""
    found = []
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix == ".txt":
                found.append(file.read_text(encoding="utf-8"))
            elif file.suffix == ".jsonl":
                lines = filter(str.strip, file.read_text(encoding="utf-8").splitlines())
                found += [text for line in lines if (text := msgspec.json.decode(line).get("text"))]
    return found


def repeated(articles: list[str], words: int) -> list[str]:
    """Whole articles, over and over, until there are that many words."""
    found: list[str] = []
    count = 0
    for article in cycle(articles):
        if count >= words:
            return found
        found.append(article)
        count += len(article.split())
    raise SystemExit("there are no articles to read")
