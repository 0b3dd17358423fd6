"""Rule files: a name and its pattern, over as many lines as it takes; lines in front of it say what it is.

A statement begins at a line's head and goes on in the indented lines below it. ``#`` begins a comment line,
indented or not. "let NAME pattern" names a piece of the patterns below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from grammar.cascade.alphabet import expand
from grammar.lexicon import FOLDER


def statements(text: str) -> Iterator[tuple[str, str]]:
    """Each statement of a rule file in its order: its first word, and the rest without line breaks."""
    joined: list[str] = []
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0].isspace():
            joined[-1] += " " + line.strip()
        else:
            joined.append(line)
    for statement in joined:
        head, _, rest = statement.partition(" ")
        yield head, rest.strip()


def piece(rest: str, names: Mapping[str, str]) -> tuple[str, str]:
    """What a "let" names, and its pattern with all names expanded."""
    name, _, pattern = rest.partition(" ")
    return name, expanded(pattern, names)


def expanded(pattern: str, names: Mapping[str, str]) -> str:
    """A pattern as the machine runs it: blanks taken out, names replaced by what they stand for."""
    return expand("".join(pattern.split()), names)


def patterns(file: str, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The named patterns of a rule file in their order, blanks taken out and names expanded.

    Raises KeyError for a name that neither ``names`` nor a "let" above it explains.
    """
    known = dict(names)
    for head, rest in statements((FOLDER.parent / file).read_text("utf-8")):
        if head == "let":
            name, pattern = piece(rest, known)
            known[name] = pattern
        else:
            yield head, expanded(rest, known)
