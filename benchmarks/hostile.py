"""Texts made to be slow: each is timed at half a megabyte and at a megabyte, beside as much news.

Processor time is measured. Time in line with length shows as a doubling near 2. "of news" is the time a
megabyte takes over that of a megabyte of news.

    python benchmarks/hostile.py [NAME]... [--size 1000000]
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import FIXTURES, texts
from grammar import Engine

PIECES = {
    "commas": ",",
    "commas and blanks": ", ",
    "straight quotation marks": '"',
    "curly opening marks": "“",
    "curly closing marks": "”",
    "single marks": "'",
    "marks around a word": '"yes" ',
    "opening marks, words": "“yes ",
    "names": "Ann Lee ",
    "names and commas": "Ann Lee, ",
    "names and": "Ann Lee and ",
    "said": "said ",
    "said, ": "said, ",
    "he said": "he said ",
    "said, it": "said, it ",
    "said that": "said that ",
    "few": "few ",
    "those": "those ",
    "according to": "according to ",
    "polls": "he leads in a poll - ",
    "shared more than": "a post shared more than ",
    "I hope": 'Lee told the paper, "I hope it ',
    "not": "not ",
    "pronouns": "he ",
    "colons": "Lee: ",
    "brackets": "(",
    "brackets and words": "(so ",
    "dashes": "— ",
    "no blanks": "a",
    "figures": "1,",
    "full stops": ".",
    "abbreviations": "U.S. ",
    "emoji": "😀",
    "right to left": "قال ",
    "combining marks": "e\u0301",
    "line breaks": "\n",
    "paragraphs": "Lee said.\n\n",
    "blanks": " ",
}


def seconds(engine: Engine, text: str) -> float:
    start = time.process_time()
    engine.read(text)
    return time.process_time() - start


def filled(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("names", nargs="*", help=f"all, where none is named: {', '.join(PIECES)}")
    parser.add_argument("--size", type=int, default=1_000_000, help="characters")
    given = parser.parse_args()

    engine = Engine()
    news = "\n\n".join(texts([FIXTURES]))
    assert news, "there are no fixture articles"
    engine.read(news)
    measure = seconds(engine, filled(news + "\n\n", given.size))
    print(f"{'':26} {'half':>8} {'whole':>8} {'doubling':>9} {'of news':>8}")
    print(f"{'news':26} {'':>8} {measure:7.2f}s {'':>9} {1:8.1f}")
    for name, piece in PIECES.items():
        if given.names and name not in given.names:
            continue
        half = seconds(engine, filled(piece, given.size // 2))
        whole = seconds(engine, filled(piece, given.size))
        print(f"{name:26} {half:7.2f}s {whole:7.2f}s {whole / half:9.1f} {whole / measure:8.1f}", flush=True)


if __name__ == "__main__":
    main()
