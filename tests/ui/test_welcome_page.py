"""The ways to begin are all there and can be reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import line_height, set_scale
from supportdesk_gui.ui.theme import Theme
from supportdesk_gui.ui.welcome.proof_sample import ProofSample
from supportdesk_gui.ui.welcome.welcome_page import WelcomePage


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> WelcomePage:
    page = WelcomePage(theme)
    qtbot.addWidget(page)
    page.resize(1364, 800)
    page.show()
    return page


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("chooseFilesButton", "files_wanted"),
        ("pasteButton", "paste_wanted"),
        ("sampleShopButton", "sample_shop_wanted"),
        ("addKeyButton", "key_wanted"),
    ],
)
def test_each_target_says_what_is_wanted(
    qtbot: QtBot, page: WelcomePage, button: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        pressed = page.findChild(QPushButton, button)
        qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)


def test_the_language_can_be_chosen_before_anything_else(qtbot: QtBot, page: WelcomePage) -> None:
    with qtbot.waitSignal(page.language_chosen) as chosen:
        button = page.findChild(QPushButton, "language_zh-Hant_button")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen.args == ["zh-Hant"]


@pytest.mark.parametrize("width", [432, 690, 1000, 1364, 3800])
def test_everything_fits_into_the_width(qtbot: QtBot, page: WelcomePage, width: int) -> None:
    page.resize(width, 700)
    area = page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
    for button in page.findChildren(QPushButton):
        right = button.rect().topRight()
        qtbot.waitUntil(lambda: button.mapTo(page, right).x() < width)  # noqa: B023 - waited for


@pytest.fixture(params=[100, 130])
def _size_of_text(request: pytest.FixtureRequest, theme: Theme) -> Iterator[None]:
    set_scale(request.param, "en")
    yield
    set_scale(100, "en")


@pytest.mark.usefixtures("_size_of_text")
@pytest.mark.parametrize("size", [(1204, 692), (1290, 740), (1364, 872)])
def test_all_of_it_is_on_view_without_scrolling(
    qtbot: QtBot, theme: Theme, size: tuple[int, int]
) -> None:
    """In the smallest window that most screens have, and no title is broken into two lines."""
    page = WelcomePage(theme)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    area = page.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.widget().width() == area.viewport().width())
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() == 0
    titles = ["Drop your ticket export here", "Try it with the sample shop", "Add your API key"]
    found = [one for one in page.findChildren(Paragraph) if one.words in titles]
    assert [one.height() for one in found] == [line_height("title")] * 3


def test_how_to_read_a_draft_comes_last_on_half_a_screen(qtbot: QtBot, page: WelcomePage) -> None:
    page.resize(432, 700)
    key = page.findChild(QPushButton, "addKeyButton")
    samples = page.findChildren(ProofSample)
    content = page.findChild(QScrollArea).widget()
    assert len(samples) == 3

    def comes_last() -> bool:
        below = key.mapTo(content, key.rect().bottomLeft()).y()
        return all(sample.mapTo(content, sample.rect().topLeft()).y() > below for sample in samples)

    qtbot.waitUntil(comes_last)
