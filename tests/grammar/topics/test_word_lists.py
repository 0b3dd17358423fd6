"""The lists of words are data that anybody may edit: what must hold in them."""

from __future__ import annotations

import pytest

from grammar.lexicon import FOLDER, table
from grammar.topics import taxonomy
from grammar.topics.terms import Terms

NAMES = sorted(path.name for path in (FOLDER / "topics" / "words").glob("*.tsv"))


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_well_formed_and_of_the_files_subject(name: str) -> None:
    rows = list(table(f"topics/words/{name}"))
    for id, weight, terms in rows:
        assert id in taxonomy.concepts(), id
        assert weight in {"1", "2", "3"}, id
        assert all(term and term == term.strip() for term in terms.split("; ")), (id, weight)
    assert {taxonomy.top(id)[7:9] for id, _, _ in rows} == {name[:2]}


@pytest.mark.parametrize("name", NAMES)
def test_header_tells_where_the_list_comes_from(name: str) -> None:
    header = (FOLDER / "topics" / "words" / name).read_text("utf-8").partition("\nmedtop")[0]
    assert all(f"# {key}:" in header for key in ("source", "licence", "date"))


def test_many_topics_of_the_seven_first_subjects_have_words() -> None:
    listed = {id for name in NAMES for id, _, _ in table(f"topics/words/{name}")}
    assert (
        len([id for id in listed if taxonomy.top(id)[7:9] in {"01", "04", "05", "09", "11", "13", "15"}])
        > 400
    )


def test_there_are_more_than_ten_thousand_terms() -> None:
    assert len(Terms()) > 10_000
