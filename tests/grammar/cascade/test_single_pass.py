"""The cascade's rival in the benchmarks goes on reading plain sentences, so that the comparison stays one."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.single_pass import SinglePass


@cache
def reader() -> SinglePass:
    return SinglePass()


@pytest.mark.parametrize(
    ("sentence", "rule", "source", "content"),
    [
        ("The minister said on Friday that it was shut.", "said_that", "The minister", "that it was shut"),
        ("“The bridge is shut,” Ann Lee said.", "quote_said", "Ann Lee", "“The bridge is shut,”"),
        ("The bridge is shut, officials said.", "content_said", "officials", "The bridge is shut"),
        ("It is shut, according to the mayor.", "content_according", "the mayor", "It is shut"),
        ("The mayor told reporters that it was shut.", "told", "The mayor", "that it was shut"),
        ("The mayor criticized the plan.", "judged", "The mayor", "the plan"),
    ],
)
def test_the_single_pass_reads_plain_sentences(sentence: str, rule: str, source: str, content: str) -> None:
    found = [
        (each.rule, *(sentence[slice(*span)] for span in each.source + each.content))
        for each in reader().read(sentence)
    ]
    assert found == [(rule, source, content)]


def test_the_single_pass_reads_nothing_where_nobody_speaks() -> None:
    assert reader().read("The old bridge was shut on Friday, and the ferry was full.") == []
