"""A database brought to the schema of today, with a copy of what it was."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlite_utils import Database

from service.store.backups import back_up
from service.store.connections import Connections
from service.store.migrations import migrations


def is_old(db: Database) -> bool:
    """Tell whether the schema is not that of this version."""
    return bool(migrations.pending(db))


def upgrade(connections: Connections) -> None:
    """Apply what is missing under the write lock; a file that is an older one is first copied beside itself.

    Raises BackupError, and changes nothing, where there is no room for the copy.
    """
    with connections.writing() as db:
        pending = migrations.pending(db)
        if pending and migrations.applied(db):
            path = connections.path
            moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            back_up(path, path.with_name(f"{path.name}.before-{pending[0].name}.{moment}"))
        migrations.apply(db)
