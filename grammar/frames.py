"""Pass two of the cascade: chunks into frames, by Lark's LALR parser with its contextual lexer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from grammar.alphabet import CHUNKS, expand

_GRAMMAR = Path(__file__).parent / "frames.lark"
_SLOTS = {
    "QUOTED": "content", "QUOTE_ALONE": "content", "LEAD": "content", "LEAD_INVERTED": "content", "LEAD_ACCORDING": "content", "LEAD_HEARSAY": "content",
    "CONTENT": "content", "OBJECT": "content", "QUOTES": "content", "MORE": "content", "PLUS": "content", "REST": "content", "CONTENT_LABEL": "content", "QUESTION": "content",
    "SOURCE": "source", "SOURCE_INVERTED": "source", "SOURCE_ACCORDING": "source", "SOURCE_LABEL": "source", "SUBJECT": "subject", "WHO": "source", "SAYING_WITH": "cue", "SOURCE_IN_CLAUSE": "source", "CONTENT_IN_CLAUSE": "content", "SOURCE_WITH": "source", "CLAUSE": "subject",
    "SAY": "cue", "TELL": "cue", "SAY_THAT": "cue", "SAY_QUOTE": "cue", "SAY_TO": "cue", "JUDGE": "cue", "POST": "cue", "BELIEVES": "cue",
    "INVERTED": "cue", "ACCORDING": "cue", "SAID_THAT": "cue", "SAID_TO": "cue", "SAID_BY": "cue", "BY": "cue", "SAYING_THAT": "cue", "SAYING_TO": "cue",
    "AND_SAY": "cue", "AND_TELL": "cue", "AND_JUDGE": "cue", "HEARSAY": "cue", "ASKED": "cue", "COLON": "cue", "PARTICLE": "particle",
    "BETWEEN": "between", "TAIL": "between", "WHEN": "between", "ADDRESSEE": "addressee",
}  # fmt: skip


class Frame(NamedTuple):
    """A rule that fired, and the chunks of its slots: (slot, first, last), half-open, in text order."""

    rule: str
    slots: tuple[tuple[str, int, int], ...]


def _load() -> str:
    names = dict(CHUNKS)
    lines = []
    for line in _GRAMMAR.read_text("utf-8").splitlines():
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
        self._parser = Lark(_load(), parser="lalr", lexer="contextual", maybe_placeholders=False)

    def read(self, codes: str) -> tuple[list[Frame], list[int]]:
        """The frames of a paragraph's chunk string, and the chunks at which the parser had to resume."""
        frames: list[Frame] = []
        resumed: list[int] = []
        offset = 0
        while offset < len(codes):
            try:
                tree = self._parser.parse(codes[offset:] if offset else codes)
            except UnexpectedInput as error:
                at = offset + max(error.pos_in_stream or 0, 0)
                resumed.append(at)
                frames += self.read(codes[offset:at])[0] if at > offset else []
                offset = at + 1
                continue
            frames += _frames(tree, offset)
            break
        return frames, resumed


def _frames(tree: Tree[Token], offset: int) -> list[Frame]:
    found = []
    for node in tree.children:
        if isinstance(node, Tree):
            slots = []
            for part in node.children:
                token = part.children[0] if isinstance(part, Tree) else part
                slot = _SLOTS.get(token.type)
                if slot:
                    slots.append((slot, offset + (token.start_pos or 0), offset + (token.end_pos or 0)))
            found.append(Frame(str(node.data), tuple(slots)))
    return found
