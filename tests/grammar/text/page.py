"""What layout makes of the lines of a page."""

from __future__ import annotations

from grammar.text.layout import paragraphs
from grammar.text.tokens import Tokens

PROSE = "The harbour council voted on Tuesday to close the old bridge for repairs that may take two years."
MORE = "Residents on the far bank said the ferry would have to run twice as often as it does at present."


def read(text: str) -> list[tuple[str, str]]:
    """Each paragraph's kind and what is said in it."""
    tokens = Tokens(text)
    return [
        (paragraph.kind.value, text[tokens.starts[paragraph.body] : tokens.ends[paragraph.last - 1]])
        for paragraph in paragraphs(tokens)
    ]


def kind_in_page(line: str) -> str:
    """The line's kind between two paragraphs of prose."""
    return read(f"{PROSE}\n\n{line}\n\n{MORE}")[1][0]
