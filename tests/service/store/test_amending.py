"""Documents put right keep what hangs on them, and never become another document."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from service.store import AmendingError, Filters, Held, Store
from tests.service.filing import put
from tests.service.stub import StubEngine

TEXT = "Mary Lee said that one.\nTom Shin said that two."


def held(store: Store, id: str) -> Held:
    found = store.held(id)
    assert found is not None
    return found


def amend(store: Store, id: str, **fields: str | None) -> None:
    before = held(store, id)
    assert store.amend(before, replace(before.document, **fields), StubEngine().read(TEXT))


def test_a_document_that_somebody_else_changed_stays(store: Store) -> None:
    document, _ = put(store, TEXT, title="One")
    before = held(store, document.id)
    amend(store, document.id, title="Two")
    assert store.amend(before, replace(before.document, title="Three"), None) is None
    assert held(store, document.id).stored.title == "Two"
    store.delete(document.id)
    assert store.amend(before, before.document, None) is None


@pytest.mark.parametrize("known", [{"url": "v"}, {"url": "v", "external_id": "x"}, {}])
def test_a_document_known_by_its_url_never_becomes_another(store: Store, known: dict[str, str]) -> None:
    first, _ = put(store, TEXT, url="u")
    other, _ = put(store, TEXT, **known)
    before = held(store, first.id)
    with pytest.raises(AmendingError, match=other.id):
        store.amend(before, replace(before.document, url=known.get("url")), None)
    assert held(store, first.id) == before


def test_one_known_by_its_external_id_may_share_a_url(store: Store) -> None:
    put(store, TEXT, url="v")
    first, _ = put(store, TEXT, url="u", external_id="x")
    amend(store, first.id, url="v")
    assert put(store, TEXT, url="u", external_id="x")[0].id == first.id


def test_what_comes_under_a_url_put_right_is_a_document_of_its_own(store: Store) -> None:
    first, _ = put(store, TEXT, url="u")
    amend(store, first.id, url="v")
    second, added = put(store, TEXT, url="u")
    assert added and second.id != first.id
    assert put(store, TEXT, url="v")[0].id == first.id
    assert put(store, TEXT, url="u")[0].id == second.id
    assert len(store.claims(Filters()).items) == 4


def test_a_page_goes_on_while_a_document_moves(store: Store) -> None:
    ids = [put(store, TEXT, url=f"u{day}", published_at=f"2024-11-0{day}")[0].id for day in range(1, 6)]
    page = store.claims(Filters(), limit=2)
    amend(store, ids[0], published_at="2024-10-01")
    seen = [claim.document_id for claim in page.items]
    while page.next:
        page = store.claims(Filters(), page.next, 2)
        seen += [claim.document_id for claim in page.items]
    assert seen == [id for id in reversed(ids) for _ in range(2)]


def test_nothing_is_left_of_a_publisher_put_right(store: Store) -> None:
    document, _ = put(store, TEXT, publisher="The Quay")
    before = held(store, document.id)
    assert store.amend(before, replace(before.document, publisher="The Pier"), None)
    assert store.facets(Filters()).facets["publisher"][0].value == "The Pier"
    assert store.claims(Filters(publisher=("The Quay",))).items == []
    assert len(store.claims(Filters(publisher=("The Pier",))).items) == 2
