"""What a window is made of, for the tests of its parts.

Qt is imported by the fixtures alone: this file is also read where Qt's libraries are missing.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.once import once, shared_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from supportdesk_gui.ui.jobs import Jobs
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
    from supportdesk_gui.ui.theme import Theme
    from tests.claude.standin import StandIn
    from tests.ui.claude_shop import Shop


@pytest.fixture
def claude() -> Iterator[StandIn]:
    from tests.claude.standin import StandIn

    with StandIn() as standin:
        yield standin


@pytest.fixture(autouse=True)
def _forked_workers(forked_workers: None) -> None:
    """Each program that a test opens starts one."""


@pytest.fixture(scope="session")
def kept_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the sample shop is kept for all tests, once one of them has made it."""
    return shared_folder(tmp_path_factory) / "sample shop"


@pytest.fixture
def sample_shop(kept_shop: Path, tmp_path: Path, theme: Theme) -> Path:
    """A data folder with the sample shop in it, read and judged."""
    from tests.conftest import run_in_qt
    from tests.ui.running import keep_sample_shop

    once(kept_shop, lambda: run_in_qt(keep_sample_shop, {"kept": kept_shop, "theme": theme}))
    return Path(shutil.copytree(kept_shop, tmp_path / "home"))


@pytest.fixture
def shop(sample_shop: Path, theme: Theme, claude: StandIn, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """The sample shop with Claude at work."""
    from tests.ui.claude_shop import Shop

    return Shop(sample_shop, theme, claude, monkeypatch)


@pytest.fixture(scope="session")
def _faces(qapp: QApplication) -> None:
    """As the program has them: each face that is loaded again makes Qt look for all of them anew."""
    from supportdesk_gui.ui.fonts import load_fonts

    load_fonts()


@pytest.fixture
def theme(qapp: QApplication, _faces: None) -> Iterator[Theme]:
    from supportdesk_gui.ui.fonts import set_scale
    from supportdesk_gui.ui.theme import Theme

    qapp.setQuitOnLastWindowClosed(False)
    set_scale(100)
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
