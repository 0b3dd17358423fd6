"""Families name rules of the grammar: one that was renamed there would fall out of them unseen."""

from __future__ import annotations

from grammar import catalogue
from grammar.cascade import families


def test_every_member_is_a_rule() -> None:
    known = {rule.name for rule in catalogue.rules()} | {"said_nothing"}  # which makes no claim
    named = {name: family for name, family in vars(families).items() if isinstance(family, frozenset)}
    assert named
    assert {name: unknown for name, family in named.items() if (unknown := family - known)} == {}
