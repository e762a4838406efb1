"""The window: it places the rail, the pages and the status bar, and connects them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from supportdesk_gui.ui.page_names import PAGES
from supportdesk_gui.ui.painting import paint_in_turns
from supportdesk_gui.ui.rail import Rail
from supportdesk_gui.ui.status_bar import StatusBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QSplitter

    from supportdesk_gui.ui.actions import Actions
    from supportdesk_gui.ui.command_palette import CommandPalette
    from supportdesk_gui.ui.components.notice_bar import NoticeBar
    from supportdesk_gui.ui.jobs import Jobs
    from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
    from supportdesk_gui.ui.theme import Theme

_NARROW_RAIL_BELOW = 1200
_TURN_MS = 1
_WHEN_ASKED = frozenset({"actions_table", "palette_box", "notice"})


class MainWindow(QMainWindow):
    """Made with its rail and status bar; pages are added by name.

    What the first picture does not need, the actions, the palette and the notices, is made when
    it is first asked for.
    """

    painted = Signal()
    """The picture that `tell_paint` asked for stands."""
    closing = Signal()
    """The agent closes the window; it is hidden once everything is saved."""
    page_made = Signal(str)
    """A page that was to be made when it is first shown, by its name."""
    files_dropped = Signal(list)
    """Paths, wherever on the window they were dropped."""
    virtual_files_dropped = Signal()
    """A drag without files behind it, such as a mail dragged out of Outlook."""

    def __init__(self, settings: SettingsKeeper, theme: Theme, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("SupportDesk")
        self.setAcceptDrops(True)
        self.setMinimumSize(480, 480)
        self.settings, self.theme, self._jobs = settings, theme, jobs
        self._may_close = False
        self.was_closed = False
        """The agent wants to leave; nobody may have been there yet to hear of it."""
        self._tells_paint = False
        self._build()
        settings.changed.connect(self._follow_settings)
        if settings.value.keep_on_top:
            self._keep_on_top(True)
        self._restore_geometry()

    def _build(self) -> None:
        self._names: list[str] = []
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self.rail = Rail(self.theme)
        self.pages = QStackedWidget()
        self.status = StatusBar(self._jobs, self.theme)
        self._place()
        self.rail.page_chosen.connect(self.show_page)
        self.rail.palette_chosen.connect(lambda: self.palette_box.open())

    def build_again(self) -> None:
        """In another language or size: all that stands here goes, the pages too."""
        for name in _WHEN_ASKED & set(vars(self)):
            part = vars(self).pop(name)
            if name == "actions_table":
                part.take_out(self)
            else:
                part.deleteLater()
        self.takeCentralWidget()
        self._centre.deleteLater()
        self._build()
        self.rail.set_narrow(self.width() < _NARROW_RAIL_BELOW)

    @cached_property
    def actions_table(self) -> Actions:
        """All actions with their keys; those of the page on view act."""
        from supportdesk_gui.ui.actions import Actions

        table = Actions(self)
        table.action("palette").triggered.connect(lambda: self.palette_box.open())
        for name in PAGES:
            shown = table.action(f"page_{name}").triggered
            shown.connect(lambda _=False, page=name: self.show_page(page))
        table.action("keys").triggered.connect(self._show_keys)
        table.action("back").triggered.connect(self._leave_field)
        table.action("quit").triggered.connect(self.close)
        table.show_page(self.page)
        return table

    @cached_property
    def palette_box(self) -> CommandPalette:
        """Every action by its name."""
        from supportdesk_gui.ui.command_palette import CommandPalette

        box = CommandPalette(self.actions_table, self.theme, self)
        box.page_wanted.connect(self.show_page)
        return box

    @cached_property
    def notice(self) -> NoticeBar:
        """What there is to say, above the page."""
        from supportdesk_gui.ui.components.notice_bar import NoticeBar

        bar = NoticeBar(self.theme)
        bar.setObjectName("windowNotice")
        self._column.insertWidget(0, bar)
        return bar

    @property
    def page(self) -> str:
        """The name of the page on view."""
        return self._names[self.pages.currentIndex()] if self._names else ""

    def add_page(self, name: str, page: QWidget) -> None:
        """Add a page under the name that the rail and the actions use."""
        self._names.append(name)
        self.pages.addWidget(page)

    def add_page_when_shown(self, name: str, make: Callable[[], QWidget]) -> None:
        """Add a page that is made when it is first brought on view."""
        self._makers[name] = make

    def make_page(self, name: str) -> None:
        """Make a page that was to wait; nothing where it is there."""
        if name in self._makers:
            self.add_page(name, self._makers.pop(name)())
            self.page_made.emit(name)

    def has_page(self, name: str) -> bool:
        """Whether a page of that name is there."""
        return name in self._names

    def show_page(self, name: str) -> None:
        """Bring a page on view."""
        self.make_page(name)
        self.pages.setCurrentIndex(self._names.index(name))
        self.rail.show_page(name)
        if "actions_table" in vars(self):
            self.actions_table.show_page(name)

    def bring_page(self, name: str, columns: QSplitter) -> None:
        """As `show_page`, arranged in a turn of the loop and its columns painted in others: a page
        that was never on view takes longer than a frame. Not over one that is chosen meanwhile."""
        before = self.page

        def arrange() -> None:
            if self.page != before:
                return
            found = [columns.widget(place) for place in range(columns.count())]
            paint_in_turns([column for column in found if column])
            self.show_page(name)

        QTimer.singleShot(_TURN_MS, self, arrange)

    def tell_paint(self) -> None:
        """Paint again what stands, and say so by `painted`."""
        self._tells_paint = True
        self.update()

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
        self.closing.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._tells_paint:
            self._tells_paint = False
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
        column = self._column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
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

    def _show_keys(self) -> None:
        from supportdesk_gui.ui.keys_dialog import KeysDialog

        KeysDialog(self.actions_table, self.theme, self).open()

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
        from PySide6.QtCore import Qt

        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, wanted)

    def _restore_geometry(self) -> None:
        kept = self.settings.value.geometry
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(1280, 800)


def _paths(data: QMimeData) -> list[Path]:
    urls = data.urls() if data.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _is_virtual(data: QMimeData) -> bool:
    """Outlook offers mails as virtual files: a descriptor and contents, no path."""
    return any("FileGroupDescriptor" in name for name in data.formats())
