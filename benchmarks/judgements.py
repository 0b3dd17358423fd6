"""Claims drawn for two readers who do not see each other's verdicts, and what they found.

``draw`` takes claims at random from every second article of a .jsonl file (lines 0, 2, 4 ...) or from a
folder of .txt files, by a seeded shuffle of all claims of the kind, and writes one line each: the text's
number, the claim's id, its rule and its spans. ``show`` prints such a list with its words, for a reader.
``tally`` counts the verdicts of two readers: a claim is right where both say so. No list holds a word of
an article. Kinds are claims, eventuality and nested.

    python -m benchmarks.judgements draw KIND ARTICLES [--seed 1] [--number 200] > LIST.tsv
    python -m benchmarks.judgements show LIST.tsv ARTICLES
    python -m benchmarks.judgements tally LIST.tsv READER READER

A reader's file has a line for each claim, in the list's order: "+", or "-" and why.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

from grammar import Engine
from grammar.claim import Claim, Type

CONTEXT = 300  # characters shown before and behind the claim


def texts(path: Path) -> list[str]:
    """The articles that readers may see: all .txt of a folder, the even lines of a file."""
    if path.is_dir():
        return [file.read_text(encoding="utf-8") for file in sorted(path.glob("*.txt"))]
    lines = path.read_text(encoding="utf-8").splitlines()[::2]
    return [json.loads(line)["text"] for line in lines]


def kinds(claim: Claim) -> Iterator[str]:
    """The lists that a claim may be drawn for."""
    if claim.parent_id:
        yield "nested"
    elif claim.type is Type.EVENTUALITY:
        yield "eventuality"
    else:
        yield "claims"


def draw(kind: str, path: Path, seed: int, number: int) -> None:
    """Print ``number`` claims of a kind, in the order of the texts."""
    engine = Engine()
    found = [
        (place, claim)
        for place, text in enumerate(texts(path))
        for claim in engine.read(text).claims
        if kind in kinds(claim)
    ]
    random.Random(seed).shuffle(found)
    for place, claim in sorted(found[:number], key=lambda pair: (pair[0], pair[1].position)):
        source = claim.source.spans if claim.source else ()
        spans = [_spans(slot) for slot in (source, claim.cue.spans, claim.content.spans)]
        print(place, claim.id, claim.rule, claim.act, *spans, sep="\t")


def show(listed: Path, path: Path) -> None:
    """Print the words of each claim in the list with what stands around it."""
    articles = texts(path)
    for number, line in enumerate(listed.read_text(encoding="utf-8").splitlines(), 1):
        place, _, rule, act, *slots = line.split("\t")
        text = articles[int(place)]
        source, cue, content = (
            " / ".join(text[first:last] for first, last in _read(slot)) for slot in slots[:3]
        )
        places = [edge for slot in slots[:3] for span in _read(slot) for edge in span]
        first, last = max(min(places) - CONTEXT, 0), max(places) + CONTEXT
        around = text[first:last].replace("\n", " | ")
        print(f"#{number} {rule} ({act})\n  SOURCE  {source}\n  CUE     {cue}")
        print(f"  CONTENT {content}\n  ... {around} ...\n")


def tally(listed: Path, first: Path, second: Path) -> None:
    """Print how many of the claims both readers found right, and how often they agree."""
    lines = listed.read_text(encoding="utf-8").splitlines()
    verdicts = [
        [line.startswith("+") for line in file.read_text(encoding="utf-8").splitlines()]
        for file in (first, second)
    ]
    if {len(found) for found in verdicts} != {len(lines)}:
        raise SystemExit(f"{len(lines)} claims, but verdicts on {[len(found) for found in verdicts]}")
    pairs = list(zip(*verdicts, strict=True))
    right, agreed = sum(a and b for a, b in pairs), sum(a == b for a, b in pairs)
    each = " and ".join(str(sum(found)) for found in verdicts)
    print(
        f"{right} of {len(pairs)} right by both ({right / len(pairs):.1%}); {each} by one; agreed on {agreed}"
    )


def _spans(spans: tuple[tuple[int, int], ...]) -> str:
    return " ".join(f"{first}-{last}" for first, last in spans)


def _read(slot: str) -> list[tuple[int, int]]:
    return [(int(first), int(last)) for first, _, last in (span.partition("-") for span in slot.split())]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=["draw", "show", "tally"])
    parser.add_argument("arguments", nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=200)
    given = parser.parse_args()
    match given.command, *given.arguments:
        case "draw", kind, articles:
            draw(kind, Path(articles), given.seed, given.number)
        case "show", listed, articles:
            show(Path(listed), Path(articles))
        case "tally", listed, first, second:
            tally(Path(listed), Path(first), Path(second))
        case _:
            parser.error("see --help for the arguments")


if __name__ == "__main__":
    main()
