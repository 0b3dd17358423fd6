"""What a question costs: it walks an index, and is cut off where it takes too long."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.store import Filters, Store, TooCostlyError
from service.store.connections import Connections, Limit
from tests.service.filing import put
from tests.service.store.conftest import asking


def test_a_question_that_takes_too_long_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = Limit(1e-9, 1e-9, 1000)
    monkeypatch.setattr(Limit, "usual", lambda seconds: seconds and usual)
    with Store.open(tmp_path / "claims.db", query_seconds=1e-9) as store:
        for number in range(300):
            put(store, f"Mary Lee said that it is {number}.\nTom Shin said that it is {number}.")
        with pytest.raises(TooCostlyError):
            store.claims(Filters(q=("it",), not_actor=("lee", "shin")))
        assert store.document(store.documents().items[0].id)


def test_a_question_is_refused_for_its_cost_and_put_off_where_only_the_clock_ran_out(tmp_path: Path) -> None:
    counting = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 99999) SELECT max(i) FROM n"
    )
    connections = Connections(tmp_path / "claims.db")
    for limit, busy in ((Limit(0, 60, 1000), False), (Limit(60, 0, 1000), True)):
        with pytest.raises(TooCostlyError) as refused, connections.reading(limit) as db:
            db.execute(counting).fetchall()
        assert refused.value.busy is busy
    connections.close()


def test_in_a_small_store_words_beside_other_filters_are_sought_once_and_not_for_each_claim(
    full: Store,
) -> None:
    for filters in (Filters(q=("lee",), not_q=("war",)), Filters(actor=("Lee",), not_q=("war*",))):
        assert not [step for step in full.steps(filters) if "CORRELATED" in step]


def test_many_actors_of_one_name_are_not_looked_up_one_by_one_beside_each_claim(full: Store) -> None:
    steps = full.steps(Filters(actor=("Lee", "Shin"), q=("resigned",)))
    assert [step for step in steps if "claim_actors" in step and step.endswith("(claim=?)")]


WALKED = {
    "act": ("deny", "claims_by_act"),
    "type": ("assertion", "claims_by_type"),
    "certainty": ("possible", "claims_by_certainty"),
    "polarity": ("negative", "claims_by_polarity"),
    "quotation": ("direct", "claims_by_quotation"),
    "anonymity": ("named", "claims_by_anonymity"),
    "publisher": ("echo", "claims_by_publisher"),
    "actor": ("lee", "actor=?"),
    "about": ("Ukraine", "actor=?"),
    "topic": ("conflict", "topic=?"),
    "q": ("war", "VIRTUAL TABLE"),
}


@pytest.mark.parametrize(("name", "value", "index"), [(name, *walked) for name, walked in WALKED.items()])
def test_every_filter_walks_its_own_index_and_sorts_nothing(
    full: Store, name: str, value: str, index: str
) -> None:
    steps = full.steps(asking(name, value))
    assert any(index in step for step in steps)
    assert not any("TEMP B-TREE" in step for step in steps)
