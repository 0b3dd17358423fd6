"""Pass two of the cascade: chunks into frames, by the LALR tables and the contextual lexer of Lark."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lark import Lark

from grammar.cascade.alphabet import CHUNK_NAMES
from grammar.cascade.patterns.driver import Driver, Unlexed
from grammar.cascade.patterns.rules import expanded, piece, statements

GRAMMAR = Path(__file__).parent.parent / "frames.lark"


class Frame:
    """A rule that fired, and the chunks of its slots: (slot, first, last), half-open, in text order."""

    __slots__ = ("rule", "slots")

    def __init__(self, rule: str, slots: tuple[tuple[str, int, int], ...]) -> None:
        self.rule = rule
        self.slots = slots


class Terminals(NamedTuple):
    """What frames.rules says: the terminals of the Lark grammar, and the slot that each fills."""

    patterns: tuple[tuple[str, str], ...]  # (name.tier, pattern over letters)
    slots: Mapping[str, str]
    pieces: Mapping[str, str]  # the letters, and the pieces that patterns are made of


def terminals(grammar: Path = GRAMMAR, letters: Mapping[str, str] = CHUNK_NAMES) -> Terminals:
    """The terminals that stand beside a grammar, in the rule file of its name.

    "slot NAME" says which slot the terminals below it fill; "slot none" are words of no claim.
    """
    known, slots = dict(letters), {}
    found, slot = [], "none"
    for head, rest in statements(grammar.with_suffix(".rules").read_text("utf-8")):
        if head == "let":
            name, pattern = piece(rest, known)
            known[name] = pattern
        elif head == "slot":
            slot = rest
        else:
            found.append((head, expanded(rest, known)))
            if slot != "none":
                slots[head.partition(".")[0]] = slot
    return Terminals(tuple(found), slots, known)


class Frames:
    """The parser of frames. Filler is legal between any two frames, so that nothing is left unparsed.

    Another grammar beside its own rule file, over other letters, serves as well.
    """

    def __init__(self, grammar: Path = GRAMMAR, letters: Mapping[str, str] = CHUNK_NAMES) -> None:
        self._slots = dict(terminals(grammar, letters).slots)
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
    found = terminals(grammar, letters).patterns
    lark = "\n".join([grammar.read_text("utf-8"), *(f"{name}: /{pattern}/" for name, pattern in found)])
    return Lark(lark, parser="lalr", maybe_placeholders=False, **{"lexer": "contextual"} | options)
