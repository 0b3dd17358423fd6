"""Small passages with mentions in brackets, and whom the engine takes them for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from grammar.actors import Actors
from grammar.claim import Actor, Anonymity
from grammar.text.tokens import Tokens

ACTORS = Actors()


def resolve(passage: str) -> list[tuple[tuple[Actor, ...], Anonymity]]:
    """The answers for the mentions in brackets, asked in text order."""
    text, marks = "", []
    for piece in re.split(r"(\[[^\]]*\])", passage):
        if piece.startswith("["):
            marks.append((len(text), len(text) + len(piece) - 2))
            text += piece[1:-1]
        else:
            text += piece
    tokens = Tokens(text)
    cast = ACTORS.cast(tokens, scope="doc")
    answers = []
    for start, end in marks:
        mention = (bisect_right(tokens.ends, start), bisect_left(tokens.starts, end))
        actors = cast.resolve(mention)
        answers.append((actors, cast.anonymity(mention, actors)))
    return answers


def ids(passage: str) -> str:
    return " | ".join(" ".join(actor.id for actor in actors) or "-" for actors, _ in resolve(passage))


def countries(passage: str) -> list[str | None]:
    return [actor.stands_for for actors, _ in resolve(passage) for actor in actors]


def ways(passage: str) -> str:
    return " | ".join(
        " ".join(actor.resolved_by for actor in actors) or "-" for actors, _ in resolve(passage)
    )
