"""The topics of a text."""

from __future__ import annotations

from grammar.claim import Topic
from grammar.text.tokens import Tokens
from grammar.topics import Topics

topics = Topics()


def of_text(text: str) -> tuple[Topic, ...]:
    tokens = Tokens(text)
    return topics.of_document(tokens, topics.match(tokens))


def labels(text: str) -> list[str]:
    return [topic.label for topic in of_text(text)]
