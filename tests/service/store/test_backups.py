"""A copy of the database is whole, of one moment, and in place at once or not at all."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from service.store import BackupError, Store, back_up
from service.store.migrations import migrations
from tests.service.filing import contents, put


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_a_copy_holds_what_was_stored_and_is_one_file(tmp_path: Path, store: Store) -> None:
    put(store, "Mary Lee said that it was over.")
    (folder := tmp_path / "copies").mkdir()
    size = back_up(tmp_path / "claims.db", folder / "copy.db")
    assert size == (folder / "copy.db").stat().st_size
    assert names(folder) == {"copy.db"}
    assert (folder / "copy.db").stat().st_mode & 0o777 == 0o600
    with Store.open(folder / "copy.db") as copy:
        assert contents(copy) == ["it was over"]


def test_copies_made_while_others_write_are_whole(tmp_path: Path, store: Store) -> None:
    done = threading.Event()
    stored: list[str] = []

    def write() -> None:
        while not done.is_set():
            stored.append(put(store, f"Mary Lee said that the war is {len(stored)} days old.")[0].id)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(10):
            before = list(stored)
            back_up(tmp_path / "claims.db", tmp_path / "copy.db")
            with Store.open(tmp_path / "copy.db") as copy:
                assert all(copy.document(id) for id in before)
                counts = copy.counts()
                assert counts["documents"] == counts["claims"] >= len(before)
    finally:
        done.set()
        writer.join()


def test_an_older_copy_is_replaced_and_stays_where_that_fails(tmp_path: Path, store: Store) -> None:
    target = tmp_path / "copy.db"
    back_up(tmp_path / "claims.db", target)
    put(store, "Mary Lee said that it was over.")
    back_up(tmp_path / "claims.db", target)
    with Store.open(target) as copy:
        assert copy.counts()["documents"] == 1
    before = target.read_bytes()
    with pytest.raises(BackupError, match="no database"):
        back_up(tmp_path / "nothing.db", target)
    assert target.read_bytes() == before


def test_a_damaged_database_gives_no_copy(tmp_path: Path) -> None:
    with Store.open(tmp_path / "claims.db") as store:
        for number in range(50):
            put(store, f"Mary Lee said that the war is {number} days old.")
    content = bytearray((tmp_path / "claims.db").read_bytes())
    content[3 * 4096 : 40 * 4096] = b"\xff" * (37 * 4096)
    (tmp_path / "claims.db").write_bytes(content)
    with pytest.raises(BackupError, match=r"damaged|malformed"):
        back_up(tmp_path / "claims.db", tmp_path / "copy.db")
    assert not any("copy" in name for name in names(tmp_path))


@pytest.mark.parametrize("target", ["claims.db", "notes.txt", "folder", "missing/copy.db"])
def test_a_copy_takes_the_place_of_nothing_but_a_copy(tmp_path: Path, store: Store, target: str) -> None:
    (tmp_path / "notes.txt").write_text("to be kept")
    (tmp_path / "folder").mkdir()
    with pytest.raises(BackupError):
        back_up(tmp_path / "claims.db", tmp_path / target)
    assert (tmp_path / "notes.txt").read_text() == "to be kept"
    assert not [name for name in names(tmp_path) if "partial" in name]


def test_a_database_is_copied_before_its_schema_changes(tmp_path: Path) -> None:
    file = tmp_path / "claims.db"
    with closing(sqlite3.connect(file)) as connection:
        migrations.apply(Database(connection), stop_before="totals_of_documents")
    with Store.open(file) as store:
        store.check()
    (copy,) = [name for name in names(tmp_path) if ".before-" in name]
    assert copy.startswith("claims.db.before-totals_of_documents.")
    with closing(sqlite3.connect(tmp_path / copy)) as connection:
        pending = migrations.pending(Database(connection))
        assert pending[0].name == "totals_of_documents"


def test_a_new_database_and_one_that_is_up_to_date_are_not_copied(tmp_path: Path) -> None:
    for _ in range(2):
        Store.open(tmp_path / "claims.db").close()
    assert names(tmp_path) == {"claims.db"}


def test_a_schema_stays_as_it_was_where_it_cannot_be_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "claims.db"
    with closing(sqlite3.connect(file)) as connection:
        migrations.apply(Database(connection), stop_before="totals_of_documents")

    def fail(source: Path, target: Path) -> int:
        raise BackupError("no space left")

    monkeypatch.setattr("service.store.upgrades.back_up", fail)
    with pytest.raises(BackupError):
        Store.open(file)
    with closing(sqlite3.connect(file)) as connection:
        assert migrations.pending(Database(connection))
