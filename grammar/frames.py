"""Pass two of the cascade: chunks into frames, by Lark's LALR parser with its contextual lexer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from grammar.alphabet import CHUNKS, expand

_GRAMMAR = Path(__file__).parent / "frames.lark"
_RESUMPTIONS = 20  # a paragraph at which the parser stumbles more often is left, and stands under ``unread``


class Frame(NamedTuple):
    """A rule that fired, and the chunks of its slots: (slot, first, last), half-open, in text order."""

    rule: str
    slots: tuple[tuple[str, int, int], ...]


def _slots() -> dict[str, str]:
    """Which slot each terminal fills: the "//slot" lines of the grammar."""
    slots: dict[str, str] = {}
    for line in _GRAMMAR.read_text("utf-8").splitlines():
        if line.startswith("//slot "):
            _, slot, *terminals = line.split()
            slots |= dict.fromkeys(terminals, slot)
    return slots


def _load() -> str:
    names = dict(CHUNKS, Group=f"[{CHUNKS['Group']}{CHUNKS['Report']}]")
    lines = []
    for line in _GRAMMAR.read_text("utf-8").replace("\n//      ", " ").splitlines():
        if line.startswith("//let "):
            _, name, pattern = line.split(None, 2)
            names[name] = expand("".join(pattern.split()), names)
        elif re.match(r"[A-Z_]+(\.\d+)?:\s+/", line):
            head, _, pattern = line.partition("/")
            lines.append(head + "/" + expand("".join(pattern[:-1].split()), names) + "/")
        else:
            lines.append(line)
    return "\n".join(lines)


class Frames:
    """The parser of frames. Every chunk string parses: filler is legal between any two frames."""

    def __init__(self) -> None:
        self._slots = _slots()
        self._parser = Lark(_load(), parser="lalr", lexer="contextual", maybe_placeholders=False)

    def read(self, codes: str) -> tuple[list[Frame], list[int]]:
        """The frames of a paragraph's chunk string, and the chunks at which the parser had to resume."""
        frames: list[Frame] = []
        resumed: list[int] = []
        offset, end = 0, len(codes)
        while offset < end:
            try:
                tree = self._parser.parse(codes[offset:end])
            except UnexpectedInput as error:
                place = getattr(error, "pos_in_stream", None)  # None where the text ends too soon
                at = offset + place if isinstance(place, int) and place >= 0 else end
                resumed.append(at)
                if len(resumed) == _RESUMPTIONS:
                    break
                if at > offset:  # what stands before the place is whole: read it alone, then go on behind
                    before, again = self.read(codes[offset:at])
                    frames += _moved(before, offset)
                    resumed += [offset + place for place in again]
                offset = at + 1
                continue
            frames += self._frames(tree, offset)
            break
        return frames, resumed

    def _frames(self, tree: Tree[Token], offset: int) -> list[Frame]:
        found = []
        for node in tree.children:
            if isinstance(node, Tree):
                slots = [
                    (self._slots[token.type], offset + (token.start_pos or 0), offset + (token.end_pos or 0))
                    for token in node.children
                    if isinstance(token, Token) and token.type in self._slots
                ]
                found.append(Frame(str(node.data), tuple(slots)))
        return found


def _moved(frames: list[Frame], offset: int) -> list[Frame]:
    return [
        Frame(rule, tuple((slot, a + offset, b + offset) for slot, a, b in slots)) for rule, slots in frames
    ]
