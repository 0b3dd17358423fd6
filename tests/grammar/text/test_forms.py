"""A piece is looked up once for all tables, and what they told of it is kept, as long as there is room."""

from __future__ import annotations

from grammar.text.forms import Forms, word_of
from grammar.text.tokens import Tokens

TEXT = "  The mayor of Elm\nsaid so: the  mayor"


def test_words_are_pieces_without_their_blanks() -> None:
    tokens = Tokens(TEXT)
    assert "".join(tokens.pieces) == TEXT
    assert tokens.words == ["", "The", "mayor", "of", "Elm", "\n", "said", "so", ":", "the", "mayor"]


def test_a_table_is_asked_once_a_piece() -> None:
    asked: list[str] = []

    def length(piece: str) -> int:
        asked.append(piece)
        return len(word_of(piece))

    known = Forms(str.isupper, length)
    first, again = Tokens(TEXT, known), Tokens(TEXT, known)
    assert first.told(length) == again.told(length) == list(map(len, first.words))
    assert len(asked) == len(set(first.pieces))


def test_a_table_that_the_forms_lack_is_asked_for_each_token() -> None:
    assert Tokens("One two ", Forms()).told(str.upper) == ["ONE ", "TWO "]


def test_a_long_piece_is_told_and_not_kept() -> None:
    known = Forms()
    assert Tokens("a" * 1000, known).words == ["a" * 1000]
    assert not known


def test_memory_does_not_grow_with_every_new_word() -> None:
    known = Forms(str.upper, most_kept=50)
    for number in range(400):
        tokens = Tokens(f"word{number} and other words", known)
        assert tokens.told(str.upper) == [piece.upper() for piece in tokens.pieces]
        assert len(known) <= 50
