"""A stand-in for each test, and a ledger in a real database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from supportdesk_gui.engine.ledger import Ledger
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from tests.claude.standin import StandIn


@pytest.fixture
def claude() -> Iterator[StandIn]:
    with StandIn() as standin:
        yield standin


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "desk.sqlite3", DESK_LAYOUTS, tmp_path / "backups")
    yield database
    database.close()


@pytest.fixture
def ledger(database: Database) -> Ledger:
    return Ledger(database)
