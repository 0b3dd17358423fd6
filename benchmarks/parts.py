"""The parts measured beside others that could do their work, in re.findall's time on the same texts.

Frames: the chunk strings of these texts, parsed by Lark's own parser, by lark-cython and by the driver on
Lark's tables. Words: the engine's tokens beside compiled tokenisers. What is not installed is passed over
with a word; nothing here is needed to run the engine.

    pip install lark-cython google-re2 tokenizers regex
    python benchmarks/parts.py [FILE|FOLDER]... [--words 70000] [--rounds 9]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lark import Lark
from lark.exceptions import UnexpectedInput

from benchmarks.corpus import FIXTURES, repeated, texts
from benchmarks.speed import WORD
from grammar.cascade.alphabet import CHUNKS
from grammar.cascade.frames import parser
from grammar.cascade.passes import Cascade
from grammar.cascade.patterns.driver import Driver, Reduced
from grammar.text.tokens import PATTERN, Tokens

Work = Callable[[str], object]


def chunk_strings(articles: list[str]) -> list[str]:
    """All that the engine gives its parser when it reads these articles."""
    found: list[str] = []
    parse = Driver.parse

    def noted(driver: Driver, text: str) -> tuple[list[Reduced], list[int]]:
        found.append(text)
        return parse(driver, text)

    with patch.object(Driver, "parse", noted):
        cascade = Cascade()
        for article in articles:
            cascade.analyse(article)
    return found


def parsers(strings: list[str]) -> Iterator[tuple[str, Work]]:
    """The parsers by name, each shown to work first; one that fails says how on standard error."""
    plain = parser()
    yield "driver on Lark's tables", Driver(plain, frozenset(CHUNKS.values())).parse
    yield "Lark's own parser", guarded(plain)
    cython = installed("lark_cython")
    if cython:
        try:
            compiled = parser(_plugins=cython.plugins)
            for each in strings[:100]:
                guarded(compiled)(each)
            yield "lark-cython", guarded(compiled)
        except Exception as error:  # whatever a plugin made for another version may raise
            print(f"lark-cython fails: {type(error).__name__}: {error}", file=sys.stderr)


def guarded(lark: Lark) -> Work:
    """A parse that stops where no rule goes on, as the engine's driver does not."""

    def parse(text: str) -> object:
        try:
            return lark.parse(text)
        except UnexpectedInput:
            return None

    return parse


def tokenisers() -> Iterator[tuple[str, Work]]:
    """What cuts a text into words: the engine's tokens, its bare pattern, and others by name."""
    yield "tokens", Tokens
    yield "tokens, their pattern alone", PATTERN.findall
    if regex := installed("regex"):
        yield "their pattern in regex", regex.compile(PATTERN.pattern, regex.X).findall
        yield "bare pattern in regex", regex.compile(WORD.pattern).findall
    if re2 := installed("re2"):  # knows no look-ahead, so not the tokens' pattern
        yield "bare pattern in RE2", re2.compile(r"[\pL\pN_]+|[^\pL\pN_\s]").findall
    if hugging := installed("tokenizers.pre_tokenizers"):
        yield "tokenizers (Rust), bare", hugging.BertPreTokenizer().pre_tokenize_str


def installed(name: str) -> Any:
    """A module, or None with a word where it is missing."""
    try:
        return import_module(name)
    except ImportError:
        print(f"skipped: {name} is not installed", file=sys.stderr)
        return None


def ratio(work: Work, inputs: list[str], articles: list[str], rounds: int) -> float:
    """How long the work takes on its inputs, in re.findall's time on the articles; measured in turns."""
    floor, taken = [], []
    for _ in range(rounds):
        start = time.process_time()
        for article in articles:
            WORD.findall(article)
        middle = time.process_time()
        for each in inputs:
            work(each)
        floor.append(middle - start)
        taken.append(time.process_time() - middle)
    return median(taken) / median(floor)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("paths", nargs="*", type=Path, default=[FIXTURES])
    options.add_argument("--words", type=int, default=70_000, help="repeat the articles up to this length")
    options.add_argument("--rounds", type=int, default=9)
    given = options.parse_args()

    articles = repeated(texts(given.paths), given.words)
    strings = chunk_strings(articles)
    words = sum(len(article.split()) for article in articles)
    print(f"{len(articles)} articles, {words:,} words, {len(strings):,} chunk strings; re.findall = 1")
    for name, work in parsers(strings):
        print(f"  {name:28} {ratio(work, strings, articles, given.rounds):6.2f}", flush=True)
    for name, work in tokenisers():
        print(f"  {name:28} {ratio(work, articles, articles, given.rounds):6.2f}", flush=True)


if __name__ == "__main__":
    main()
