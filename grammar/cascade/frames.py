"""Pass two of the cascade: chunks into frames, by the LALR tables and the contextual lexer of Lark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lark import Lark

from grammar.cascade.alphabet import CHUNK_NAMES, expand
from grammar.cascade.driver import Driver, Unlexed

GRAMMAR = Path(__file__).parent.parent / "frames.lark"


class Frame(NamedTuple):
    """A rule that fired, and the chunks of its slots: (slot, first, last), half-open, in text order."""

    rule: str
    slots: tuple[tuple[str, int, int], ...]


def _slots(grammar: Path) -> dict[str, str]:
    """Which slot each terminal fills: the "//slot" lines of the grammar."""
    slots: dict[str, str] = {}
    for line in grammar.read_text("utf-8").splitlines():
        if line.startswith("//slot "):
            _, slot, *terminals = line.split()
            slots |= dict.fromkeys(terminals, slot)
    return slots


def named(grammar: Path, letters: Mapping[str, str]) -> dict[str, str]:
    """The patterns of all names: the letters, and the pieces of patterns in the "//let" lines."""
    names = dict(letters)
    for line in _lines(grammar):
        if line.startswith("//let "):
            _, name, pattern = line.split(None, 2)
            names[name] = expand("".join(pattern.split()), names)
    return names


def _lines(grammar: Path) -> list[str]:
    return grammar.read_text("utf-8").replace("\n//      ", " ").splitlines()


def _load(grammar: Path, letters: Mapping[str, str]) -> str:
    names = named(grammar, letters)
    lines = []
    for line in _lines(grammar):
        if re.match(r"[A-Z_]+(\.\d+)?:\s+/", line):
            head, _, pattern = line.partition("/")
            lines.append(head + "/" + expand("".join(pattern[:-1].split()), names) + "/")
        else:
            lines.append(line)
    return "\n".join(lines)


class Frames:
    """The parser of frames. Filler is legal between any two frames, so that nothing is left unparsed.

    Another grammar in the notation of frames.lark, over other letters, serves as well.
    """

    def __init__(self, grammar: Path = GRAMMAR, letters: Mapping[str, str] = CHUNK_NAMES) -> None:
        self._slots = _slots(grammar)
        lark = parser(grammar, letters, lexer=Unlexed)
        self._driver = Driver(lark, frozenset("".join(letters.values())))

    def read(self, codes: str, at: int = 0) -> tuple[list[Frame], list[int]]:
        """The frames of a run of chunks, and the chunks at which the parser had to start again.

        ``at`` is the number of the run's first chunk.
        """
        reduced, resumed = self._driver.parse(codes)
        slots = self._slots
        frames = [
            Frame(
                rule,
                tuple(
                    [(slots[name], at + first, at + last) for name, first, last in terminals if name in slots]
                ),
            )
            for rule, terminals in reduced
        ]
        return frames, [at + chunk for chunk in resumed]


def parser(grammar: Path = GRAMMAR, letters: Mapping[str, str] = CHUNK_NAMES, **options: Any) -> Lark:
    """Lark's parser of the grammar, whose tables the driver walks; ``options`` are Lark's own."""
    return Lark(
        _load(grammar, letters), parser="lalr", maybe_placeholders=False, **{"lexer": "contextual"} | options
    )
