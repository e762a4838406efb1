"""The window: it places the rail, the pages and the status bar, and connects them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from supportdesk_gui.ui.jobs import Jobs
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
    from supportdesk_gui.ui.theme import Theme

_NARROW_RAIL_BELOW = 1200
_RAIL, _NARROW_RAIL, _STATUS = 76, 48, 28


class MainWindow(QMainWindow):
    """Empty at first, in its place and its colours: that picture stands soonest.

    `furnish` places what it holds, then pages are added by name.
    """

    painted = Signal()
    """The first picture stands; and again, once, when it is furnished."""
    closing = Signal()
    """The agent closes the window; app.py saves and then ends the loop."""
    files_dropped = Signal(list)
    """Paths, wherever on the window they were dropped."""
    virtual_files_dropped = Signal()
    """A drag without files behind it, such as a mail dragged out of Outlook."""

    def __init__(self, settings: SettingsKeeper, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("SupportDesk")
        self.setAcceptDrops(True)
        self.setMinimumSize(480, 480)
        self.settings, self.theme = settings, theme
        self._may_close = False
        self.was_closed = False
        """The agent wants to leave; nobody may have been there yet to hear of it."""
        self._tells_paint = True
        self._is_furnished = False
        self._names: list[str] = []
        settings.changed.connect(self._follow_settings)
        if settings.value.keep_on_top:
            self._keep_on_top(True)
        self._restore_geometry()

    def furnish(self, jobs: Jobs) -> None:
        """Place the rail, room for pages, notices and the status bar.

        A second time for another language or another size: all that stood there before goes.
        """
        from supportdesk_gui.ui.actions import Actions
        from supportdesk_gui.ui.command_palette import CommandPalette
        from supportdesk_gui.ui.components.notice_bar import NoticeBar
        from supportdesk_gui.ui.rail import Rail
        from supportdesk_gui.ui.status_bar import StatusBar

        if self._is_furnished:
            self._clear_out()
        self.actions_table = Actions(self)
        self.rail = Rail(self.theme)
        self.notice = NoticeBar(self.theme)
        self.notice.setObjectName("windowNotice")
        self.pages = QStackedWidget()
        self.status = StatusBar(jobs, self.theme)
        self._is_furnished = True
        self.rail.set_narrow(self.width() < _NARROW_RAIL_BELOW)
        self._place()
        self.palette_box = CommandPalette(self.actions_table, self.theme, self)
        self._connect()
        self._tells_paint = True
        self.update()

    def _clear_out(self) -> None:
        self.actions_table.take_out(self)
        self.palette_box.deleteLater()
        self.takeCentralWidget()
        self._centre.deleteLater()
        self._names = []

    @property
    def page(self) -> str:
        """The name of the page on view."""
        return self._names[self.pages.currentIndex()] if self._names else ""

    def add_page(self, name: str, page: QWidget) -> None:
        """Add a page under the name that the rail and the actions use."""
        self._names.append(name)
        self.pages.addWidget(page)

    def has_page(self, name: str) -> bool:
        """Whether a page of that name was added."""
        return name in self._names

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
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            event.accept()
            return
        event.ignore()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.settings.update(geometry=geometry)
        self.was_closed = True
        self.hide()
        self.closing.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_furnished:
            self._paint_grounds()
        if self._tells_paint:
            self._tells_paint = False
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_furnished:
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

    def _paint_grounds(self) -> None:
        """Where the rail, the page and the status bar will be."""
        colours = self.theme.colours
        rail = _NARROW_RAIL if self.width() < _NARROW_RAIL_BELOW else _RAIL
        page = self.rect().adjusted(rail, 0, 0, -_STATUS)
        painter = QPainter(self)
        palette = self.palette()
        for colour, area in ((colours.rail, self.rect()), (colours.desk, page)):
            # A brush made from a colour, or fillRect, would make PySide load all enums of Qt.
            palette.setColor(QPalette.ColorRole.Window, QColor(colour))
            painter.setBackground(palette.window())
            painter.eraseRect(area)

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
        self._centre = centre = QWidget()
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
        act("back").triggered.connect(self._leave_field)
        act("quit").triggered.connect(self.close)

    def _leave_field(self) -> None:
        if self.page != "inbox" and (field := self.focusWidget()) is not None:
            field.clearFocus()

    def _follow_settings(self, changed: set[str]) -> None:
        if "show_keys" in changed:
            from supportdesk_gui.ui.components.buttons import Button, show_keys

            show_keys(self.settings.value.show_keys)
            for button in self.findChildren(Button):
                button.updateGeometry()
                button.update()
        if "keep_on_top" in changed:
            shown = self.isVisible()
            self._keep_on_top(self.settings.value.keep_on_top)
            if shown:
                self.show()

    def _keep_on_top(self, wanted: bool) -> None:
        # PySide makes all enums of Qt at the first use of one: longer than painting the window.
        from PySide6.QtCore import Qt

        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, wanted)

    def _restore_geometry(self) -> None:
        kept = self.settings.value.geometry
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(1280, 800)


def _paths(data: QMimeData) -> list[Path]:
    urls: list[QUrl] = data.urls() if data.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _is_virtual(data: QMimeData) -> bool:
    """Outlook offers mails as virtual files: a descriptor and contents, no path."""
    return any("FileGroupDescriptor" in name for name in data.formats())
