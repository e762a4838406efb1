"""What a window is made of, for the tests of its parts.

Qt is imported by the fixtures alone: this file is also read where Qt's libraries are missing.
"""

from __future__ import annotations

import ctypes
import logging
import os
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from supportdesk_gui.ui.jobs import Jobs
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
    from supportdesk_gui.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    from supportdesk_gui.ui.fonts import load_fonts
    from supportdesk_gui.ui.theme import Theme

    qapp.setQuitOnLastWindowClosed(False)
    load_fonts()
    theme = Theme(qapp, "light")
    yield theme
    theme.deleteLater()


@pytest.fixture
def jobs(qapp: QApplication) -> Jobs:
    from supportdesk_gui.ui.jobs import Jobs

    return Jobs()


@pytest.fixture
def settings(qapp: QApplication, tmp_path: Path) -> SettingsKeeper:
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

    return SettingsKeeper(tmp_path / "settings.json")


@pytest.fixture(autouse=True)
def _no_log_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    said = [
        f"{record.name}: {record.getMessage()}"
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING
    ]
    assert not said, f"unexpected warnings in the log: {said}"


@pytest.fixture
def bound_by_permissions() -> Iterator[None]:
    """Root reads every file: for this thread and those it starts, permissions hold all the same.

    capabilities(7): capset, version 3, without CAP_DAC_OVERRIDE (1) and CAP_DAC_READ_SEARCH (2).
    """
    if sys.platform != "linux" or os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = struct.pack("Ii", 0x20080522, 0)
    before = ctypes.create_string_buffer(24)
    assert libc.capget(header, before) == 0
    effective, *others = struct.unpack("6I", before.raw)
    assert libc.capset(header, struct.pack("6I", effective & ~0b110, *others)) == 0
    yield
    assert libc.capset(header, before) == 0
