"""Several processes may open, fill and ask the same new file at once."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

from service.store import Store
from tests.service.filing import fill

PROCESSES = 3
DOCUMENTS = 15


def test_processes_share_a_file_and_store_each_document_once(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        created = pool.starmap(fill, [(path, DOCUMENTS)] * PROCESSES, chunksize=1)
    assert sum(created) == DOCUMENTS
    with Store.open(path) as store:
        assert store.counts() == {"documents": DOCUMENTS, "claims": DOCUMENTS, "actors": 1, "topics": 2}
