"""The window: it places the rail, the pages and the status bar, and connects them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.command_palette import CommandPalette
from supportdesk_gui.ui.components.buttons import Button, show_keys
from supportdesk_gui.ui.components.notice_bar import NoticeBar
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.rail import Rail
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.status_bar import StatusBar
from supportdesk_gui.ui.theme import Theme

_NARROW_RAIL_BELOW = 1200


class MainWindow(QMainWindow):
    """Pages are added by name; `painted` once, when the first picture stands."""

    painted = Signal()
    closing = Signal()
    """The agent closes the window; app.py saves and then ends the loop."""
    files_dropped = Signal(list)
    """Paths, wherever on the window they were dropped."""
    virtual_files_dropped = Signal()
    """A drag without files behind it, such as a mail dragged out of Outlook."""

    def __init__(self, jobs: Jobs, settings: SettingsKeeper, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("SupportDesk")
        self.setAcceptDrops(True)
        self.setMinimumSize(480, 480)
        self._settings = settings
        self._may_close = False
        self._was_painted = False
        self.actions_table = Actions(self)
        self.rail = Rail(theme)
        self.notice = NoticeBar(theme)
        self.notice.setObjectName("windowNotice")
        self.pages = QStackedWidget()
        self.status = StatusBar(jobs, theme)
        self._names: list[str] = []
        self._place()
        self.palette_box = CommandPalette(self.actions_table, theme, self)
        self._connect()
        self._restore_geometry()

    @property
    def page(self) -> str:
        """The name of the page on view."""
        return self._names[self.pages.currentIndex()] if self._names else ""

    def add_page(self, name: str, page: QWidget) -> None:
        """Add a page under the name that the rail and the actions use."""
        self._names.append(name)
        self.pages.addWidget(page)

    def show_page(self, name: str) -> None:
        """Bring a page on view."""
        self.pages.setCurrentIndex(self._names.index(name))
        self.rail.show_page(name)
        self.actions_table.show_page(name)

    def let_close(self) -> None:
        """Everything is saved: the next close is real."""
        self._may_close = True
        self.close()

    def bring_to_front(self) -> None:
        """Another start of the program asked for this window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._settings.update(geometry=geometry)
        self.hide()
        self.closing.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(event.size().width() < _NARROW_RAIL_BELOW)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _paths(event.mimeData()) or _is_virtual(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _paths(event.mimeData())
        event.acceptProposedAction()
        if paths:
            self.files_dropped.emit(paths)
        elif _is_virtual(event.mimeData()):
            self.virtual_files_dropped.emit()

    def _place(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.pages, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        act = self.actions_table.action
        self.rail.page_chosen.connect(self.show_page)
        self.rail.palette_chosen.connect(self.palette_box.open)
        act("palette").triggered.connect(self.palette_box.open)
        self.palette_box.page_wanted.connect(self.show_page)
        for name in ("inbox", "policies", "settings", "welcome"):
            act(f"page_{name}").triggered.connect(lambda _=False, page=name: self.show_page(page))
        act("next_pane").triggered.connect(lambda: self.focusNextPrevChild(True))
        act("quit").triggered.connect(self.close)
        self._settings.changed.connect(self._follow_settings)
        self._follow_settings({"keep_on_top"} if self._settings.value.keep_on_top else set())

    def _follow_settings(self, changed: set[str]) -> None:
        if "show_keys" in changed:
            show_keys(self._settings.value.show_keys)
            for button in self.findChildren(Button):
                button.updateGeometry()
                button.update()
        if "keep_on_top" in changed:
            shown = self.isVisible()
            self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, self._settings.value.keep_on_top)
            if shown:
                self.show()

    def _restore_geometry(self) -> None:
        kept = self._settings.value.geometry
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(1280, 800)


def _paths(data: QMimeData) -> list[Path]:
    urls: list[QUrl] = data.urls() if data.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _is_virtual(data: QMimeData) -> bool:
    """Outlook offers mails as virtual files: a descriptor and contents, no path."""
    return any("FileGroupDescriptor" in name for name in data.formats())
