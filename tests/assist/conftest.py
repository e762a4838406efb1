"""A stand-in for Claude, and the folder of hostile texts that a run may be given."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.claude.standin import StandIn


@pytest.fixture
def claude() -> Iterator[StandIn]:
    with StandIn() as standin:
        yield standin
