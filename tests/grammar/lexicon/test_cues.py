"""A mistake in the cue lexicon stops the engine at once, by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from grammar.cascade.licensing.complements import known_complements
from grammar.cascade.licensing.entries import NOUNS, VERBS, senses
from grammar.lexicon import LexiconError

KNOWN = frozenset(name for name, *_ in known_complements())
GOOD = "# a comment\n\nmutter\tthat quote\tassertion\tstate\t0\t0\n"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("carp\tthat\tassertion", "6 columns are wanted, parted by tabs, not 3"),
        ("carp that assertion criticise 0 0", "6 columns are wanted, parted by tabs, not 1"),
        ("carp\tthat\tassertion\tgripe\t0\t0", "'gripe' is no act; there are state, announce"),
        ("carp\tthat\tgripe\tcriticise\t0\t0", "'gripe' is no type; there are assertion, belief"),
        ("carp\tthat frobnicate\tassertion\tcriticise\t0\t0", "'carp' takes 'frobnicate', which"),
        (
            "mutter\tquote\tassertion\tcriticise\t0\t0",
            "'mutter' takes 'quote' in a row before, as assertion state",
        ),
    ],
)
def test_a_wrong_row_is_told_by_its_file_and_line(
    monkeypatch: pytest.MonkeyPatch, row: str, told: str
) -> None:
    monkeypatch.setattr(Path, "read_text", lambda *_: f"{GOOD}{row}\n")
    with pytest.raises(LexiconError) as fault:
        list(senses(VERBS, KNOWN))
    assert str(fault.value).startswith(f"cues.tsv:4: {told}")


def test_what_is_right_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    more = "mutter\tabout\teventuality\tcriticise\t0\t0\nmutter\tthat\tassertion\tstate\t0\t0\n"
    monkeypatch.setattr(Path, "read_text", lambda *_: GOOD + more)
    assert [sense.lemma for sense in senses(VERBS, KNOWN)] == ["mutter"] * 3


def test_the_nouns_are_checked_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_text", lambda *_: "grievance\tfrobnicate\tassertion\tcriticise\n")
    with pytest.raises(LexiconError, match=r"^cue_nouns\.tsv:1: "):
        list(senses(NOUNS, KNOWN))
