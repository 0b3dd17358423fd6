"""Pages of a list: all of it in either order, whatever comes and goes meanwhile."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from grammar.claim import Claim
from service.store import CursorError, Filters, Order, Store, UnknownCursorError
from tests.service.filing import put


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"actor": ("Russia",)},
        {"q": ("war", "minister*")},
        {"q": ("the",), "actor": ("lee", "shin")},
        {"not_act": ("deny",)},
        {"publisher": ("echo",)},
        {"not_publisher": ("echo",)},
        {"topic": ("conflict",), "published_since": "2024-01-01"},
        {"said_since": "2023-01-01", "said_until": "2024-03-02"},
        {"said_since": "2024-02-28", "not_q": ("resigned",)},
        {"published_until": "2024-11-22T08:30:40Z"},
    ],
)
def test_pages_in_either_order_are_the_whole_list(full: Store, order: Order, asked: dict[str, Any]) -> None:
    filters = Filters(**asked)
    whole = full.claims(filters, limit=500, order=order).items
    assert whole
    paged, cursor = [], None
    while True:
        page = full.claims(filters, cursor, 3, order)
        paged += page.items
        if (cursor := page.next) is None:
            break
    assert paged == whole
    other = full.claims(filters, limit=500, order=Order.NEWEST).items
    assert {claim.id for claim in whole} == {claim.id for claim in other}


def test_oldest_first_has_the_undated_last_and_positions_rising(full: Store) -> None:
    claims = full.claims(Filters(), limit=500, order=Order.OLDEST).items
    documents = {document.id: document.published_at for document in full.documents(limit=500).items}
    dates = [documents[claim.document_id] for claim in claims]
    moments = [date and date.replace("+00:00", "Z") for date in dates]
    assert moments == sorted(moments, key=lambda date: (date is None, date or ""))
    assert [c.position for c in claims if documents[c.document_id] is None] == sorted(
        c.position for c in claims if documents[c.document_id] is None
    )


def test_a_token_serves_its_own_list_alone(full: Store) -> None:
    token = full.claims(Filters(act=("state",)), limit=2).next
    assert token
    with pytest.raises(CursorError):
        full.claims(Filters(act=("deny",)), token)
    with pytest.raises(CursorError):
        full.claims(Filters(act=("state",)), token, order=Order.OLDEST)
    with pytest.raises(CursorError):
        full.documents(token)
    damaged = ("0" if token[0] != "0" else "1") + token[1:]
    with pytest.raises(UnknownCursorError):
        full.claims(Filters(act=("state",)), damaged)
    assert full.claims(Filters(act=("state",)), token, 7).items


def test_a_page_token_outlives_the_claim_it_ended_with(store: Store) -> None:
    first, _ = put(store, "Tom Shin said that one.", published_at="2024-11-03")
    put(store, "Tom Shin said that two.", published_at="2024-11-02")
    token = store.claims(Filters(q=("shin",)), limit=1).next
    store.delete(first.id)
    assert [claim.content.text for claim in store.claims(Filters(q=("shin",)), token).items] == ["two"]


def test_an_export_holds_every_claim_once_though_documents_arrive(full: Store) -> None:
    pieces = full.export(Filters(act=("state",)))
    exported = [msgspec.json.decode(item.claim, type=Claim).id for piece in pieces for item in piece]
    assert exported == [claim.id for claim in full.claims(Filters(act=("state",)), limit=500).items]
