"""The check that holds all that is kept beside the claims against them finds what is wrong."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from benchmarks.consistency import faults
from service.store import Store
from tests.service.filing import put

TEXT = "Mary Lee said that the war is over.\nRussia denied that Ukraine won."


def test_the_check_for_faults_finds_them(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with Store.open(path) as store:
        put(store, TEXT, url="u", publisher="The Quay")
        put(store, TEXT + " ", url="u")
    assert faults(path) == []
    for wrong in (
        "UPDATE documents SET text = text || '!'",
        "UPDATE documents SET claim_count = claim_count + 1",
        "UPDATE documents SET superseded_by = NULL",
        "UPDATE actors SET claims = claims + 1",
        "UPDATE actor_names SET documents = documents + 1",
        "UPDATE topics SET own = own + 1",
        "UPDATE claim_counts SET claims = claims + 1",
        "UPDATE breakdowns SET claims = claims + 1",
        "DELETE FROM breakdowns WHERE facet = 'actor'",
        "UPDATE claims SET superseded = 1",
        "UPDATE claims SET act = 'warn'",
        "UPDATE claims SET json = replace(json, 'Mary', 'Mark')",
        "DELETE FROM claim_actors",
        "DELETE FROM document_topics",
        "DELETE FROM publishers",
        "DELETE FROM claims WHERE position = 1",
        "INSERT INTO claims_fts (claims_fts, rowid, source, content)"
        " SELECT 'delete', ordinal, source, content FROM claims WHERE id = 1",
    ):
        connection = sqlite3.connect(path)
        copy = tmp_path / "copy.db"
        copy.unlink(missing_ok=True)
        other = sqlite3.connect(copy)
        connection.backup(other)
        other.execute(wrong)
        other.commit()
        other.close()
        connection.close()
        assert faults(copy), wrong
