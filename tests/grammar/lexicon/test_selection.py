"""selection.tsv asks something of cues that there are: a row whose complement no lemma takes does nothing."""

from __future__ import annotations

import pytest

from grammar.lexicon import table

ANY = "*"


def taken() -> dict[str, set[str]]:
    """The complements of each cue, those of passives without their mark."""
    found: dict[str, set[str]] = {"according": {"object"}}
    for name in ("cues.tsv", "cue_nouns.tsv"):
        for lemma, complements, *_ in table(name):
            bare = {complement.removeprefix("be-") for complement in complements.split()}
            if not bare.isdisjoint(
                ("none", "alone")
            ):  # what closes a report may stand in front of who says it
                bare |= {"inverted", "inverted-plain"}
            found.setdefault(lemma, set()).update(bare)
    return found


TAKEN = taken()
ROWS = [(lemma, row[1]) for row in table("selection.tsv") for lemma in row[0].split()]


@pytest.mark.parametrize(("lemma", "complements"), ROWS)
def test_a_row_restricts_a_complement_that_its_lemma_takes(lemma: str, complements: str) -> None:
    assert lemma in TAKEN
    assert complements == ANY or not TAKEN[lemma].isdisjoint(complements.split())
