from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a new file."""
    with Store.open(tmp_path / "claims.db") as opened:
        yield opened
