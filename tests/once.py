"""What is dear to make is made by one of the test processes, and serves all of them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run have in common, and both runs of `desk.py test`."""
    if given := os.environ.get("SUPPORTDESK_SHARED"):
        return Path(given)
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def once(made: Path, make: Callable[[], None]) -> Path:
    """`made`, which `make` brings about whole; who comes meanwhile waits, and tries if it failed."""
    lock = made.with_name(f"{made.name}.lock")
    while not made.exists():
        try:
            lock.mkdir()
        except FileExistsError:
            time.sleep(0.05)
            continue
        try:
            if not made.exists():
                make()
        finally:
            lock.rmdir()
    return made
