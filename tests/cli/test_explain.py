from __future__ import annotations

import msgspec

from tests.cli.conftest import DENIED, Call


def test_a_sentence_is_explained_as_text_and_as_json(claims: Call) -> None:
    assert "denied" in claims("explain", DENIED).stdout
    assert msgspec.json.decode(claims("explain", "--format", "json", DENIED).stdout)


def test_a_sentence_may_be_piped_in(claims: Call) -> None:
    assert claims("explain", input=DENIED).stdout == claims("explain", DENIED).stdout
