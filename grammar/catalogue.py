"""The rule catalogue: each frame's name, family and example, as they stand in frames.lark.

``python -m grammar.catalogue`` prints docs/rules.md; a test keeps that file fresh.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

_GRAMMAR = Path(__file__).parent / "frames.lark"
_FAMILY = re.compile(r"// -{3,} (.+)")
_EXAMPLE = re.compile(r"// (?!-)(.+)")
_RULE = re.compile(r"([a-z][a-z_]*): ")
_NO_CLAIM = frozenset(("start", "clause", "said_nothing"))


class Rule(NamedTuple):
    """A frame: its id, the family it belongs to, and sentences that it reads."""

    name: str
    family: str
    example: str


@cache
def rules() -> tuple[Rule, ...]:
    """Every frame that makes claims, in the order of the grammar."""
    found, family, example = [], "", ""
    for line in _GRAMMAR.read_text("utf-8").splitlines():
        if match := _FAMILY.match(line):
            family = match[1]
        elif match := _EXAMPLE.match(line):
            example = match[1]
        elif (match := _RULE.match(line)) and match[1] not in _NO_CLAIM:
            found.append(Rule(match[1], family, example))
            example = ""
    return tuple(found)


def markdown() -> str:
    """The catalogue as a page."""
    lines = [
        "# Rules",
        "",
        "Generated from `grammar/frames.lark` by `python -m grammar.catalogue`: do not edit.",
        "",
    ]
    family = ""
    for rule in rules():
        if rule.family != family:
            family = rule.family
            lines += ["", f"## {family.capitalize()}", "", "| rule | reads |", "| --- | --- |"]
        lines.append(f"| `{rule.name}` | {rule.example} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(markdown())
