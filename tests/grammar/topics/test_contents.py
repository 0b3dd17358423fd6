"""The topics of one claim's content, which may be others than those of its text."""

from __future__ import annotations

from grammar.claim import Topic
from grammar.text.tokens import Tokens
from tests.grammar.topics.texts import topics

TEXT = "Parliament passed the bill and voters cheered. The striker said the goalkeeper was fit. He left."
TOKENS = Tokens(TEXT)
HITS = topics.match(TOKENS)
DOCUMENT = topics.of_document(TOKENS, HITS)


def of(words: str, document: tuple[Topic, ...] | None = None) -> list[str]:
    start = TEXT.index(words)
    first = TOKENS.starts.index(start)
    last = TOKENS.ends.index(start + len(words)) + 1
    known = DOCUMENT if document is None else document
    return [topic.label for topic in topics.of_range(((first, last),), topics.treated(known), HITS)]


def test_content_has_its_own_topics() -> None:
    assert of("Parliament passed the bill")[0] == "politics and government"
    assert of("The striker said the goalkeeper was fit")[0] == "sport"


def test_content_without_a_listed_word_has_none() -> None:
    assert of("He left") == []


def test_usual_word_counts_where_the_document_is_about_it() -> None:
    about = (Topic("medtop:11000000", "politics and government", 0.9),)
    assert of("the bill", ()) == []
    assert of("the bill", about) != []


def test_parts_of_a_content_count_together() -> None:
    parts = topics.of_range(((0, 1), (4, 5)), {}, HITS)
    assert parts[0].label == "politics and government"
