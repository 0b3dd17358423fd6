"""Many documents in one commit are stored as each alone would be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.consistency import faults
from service.documents import Document, Receipt
from service.store import Store
from tests.service.filing import whole
from tests.service.stub import StubEngine

LINES = st.lists(
    st.builds(
        "{} {} that {}.".format,
        st.sampled_from(("Mary Lee", "Russia", "Kremlin", "Mary Lee and Russia")),
        st.sampled_from(("said", "denied")),
        st.sampled_from(("the war is over", "Mary Lee won the match", "Kremlin may fall in 2024")),
    ),
    min_size=1,
    max_size=3,
)
# Few names, so that most batches have revisions and copies of what is in the same batch.
DOCUMENTS = st.builds(
    lambda lines, url, external_id, day: Document(
        text="\n".join(lines),
        url=url,
        external_id=external_id,
        publisher="The Quay" if day else None,
        published_at=day and f"2024-03-0{day}",
    ),
    LINES,
    st.sampled_from((None, "one", "two")),
    st.sampled_from((None, None, "first")),
    st.sampled_from((None, 1, 2, 3)),
)


@settings(max_examples=25)
@given(st.lists(DOCUMENTS, min_size=2, max_size=8), st.integers(0, 8))
def test_a_batch_is_as_each_alone(
    tmp_path_factory: pytest.TempPathFactory, documents: list[Document], cut: int
) -> None:
    folder = tmp_path_factory.mktemp("filing")
    read = [(document, StubEngine().read(document.text)) for document in documents]
    with Store.open(folder / "one.db") as one, Store.open(folder / "other.db") as other:
        alone = [receipt for each in read for receipt in one.put_many([each])]
        together = [*other.put_many(read[:cut]), *other.put_many(read[cut:])]
        assert alone == together
        assert whole(one) == whole(other)
    assert faults(folder / "other.db") == []


def test_what_cannot_be_stored_takes_no_other_with_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("filing") / "claims.db"
    good, bad = (Document(text=f"Mary Lee said that it is {number}.") for number in ("one", "two"))
    twice = StubEngine().read(bad.text)
    twice = type(twice)(twice.id, twice.engine, twice.topics, twice.claims * 2, twice.unread)
    with Store.open(path) as store:
        first, second, third = store.put_many(
            [(good, StubEngine().read(good.text)), (bad, twice), (Document(text="It rained."), twice)]
        )
        assert isinstance(first, Receipt) and first.added
        assert not isinstance(second, Receipt) and not isinstance(third, Receipt)
        assert store.counts()["documents"] == 1
    assert faults(path) == []
