"""Claims are found by ids that were kept: their own, whatever became of their document."""

from __future__ import annotations

from service.store import Filters, Store
from tests.service.filing import put
from tests.service.store.conftest import everything


def test_claims_are_found_by_their_ids_in_the_order_of_any_list(full: Store) -> None:
    claims = everything(full)[3:60:7]
    found = full.claims(Filters(id=tuple(reversed([claim.id for claim in claims])))).items
    assert found == claims
    denied = [claim.id for claim in claims if claim.act == "deny"]
    asked = Filters(id=tuple(claim.id for claim in claims), act=("deny",))
    assert [claim.id for claim in full.claims(asked).items] == denied
    assert full.facets(asked).claims == len(denied) > 0


def test_an_id_without_a_claim_is_told_beside_those_that_have_one(full: Store) -> None:
    claim = everything(full)[5]
    page = full.claims(Filters(id=("none", claim.id)))
    assert page.items == [claim]
    assert [(each.parameter, each.value) for each in page.unknown] == [("id", "none")]
    assert full.claims(Filters(id=("none",))).items == []


def test_a_claim_of_a_superseded_text_is_found_by_its_id(store: Store) -> None:
    first, _ = put(store, "Mary Lee said that it rains.", url="https://news.example/1")
    put(store, "Mary Lee said that it snows.", url="https://news.example/1")
    assert store.claims(Filters(id=(first.claims[0].id,))).items == list(first.claims)


def test_ids_are_looked_up_and_not_sought_for(full: Store) -> None:
    steps = full.steps(Filters(id=(everything(full)[0].id,)))
    assert not [step for step in steps if step.startswith("SCAN claims")]
