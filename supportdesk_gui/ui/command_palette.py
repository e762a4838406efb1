"""Ctrl+K: every action by its name, with its key beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.ui.actions import Actions
from supportdesk_gui.ui.components.labels import Icon, KeyLabel
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.fuzzy import fit
from supportdesk_gui.ui.palette_row_delegate import ROW_HEIGHT, PaletteRow, PaletteRowDelegate
from supportdesk_gui.ui.theme import Theme

_WIDTH, _TOP, _HEAD, _FOOT, _ROWS = 640, 112, 52, 36, 9


class CommandPalette(QWidget):
    """A child of the window that covers it; Esc or a click beside it closes."""

    page_wanted = Signal(str)
    """The page that the chosen action belongs to, when it is not on view."""

    def __init__(self, actions: Actions, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("commandPalette")
        self._actions, self._theme, self._window = actions, theme, window
        self._before: QWidget | None = None
        self._box = QFrame(self)
        self._box.setProperty("card", "palette")
        self._field = QLineEdit()
        self._field.setObjectName("paletteField")
        self._field.setProperty("look", "bare")
        self._field.setPlaceholderText(self.tr("What do you want to do?"))
        self._field.setAccessibleName(self.tr("What do you want to do?"))
        self._field.setFont(font("title", weight=400))
        self._field.textChanged.connect(self._fill)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setObjectName("paletteList")
        self._list.setAccessibleName(self.tr("Actions"))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(PaletteRowDelegate(theme, self._list))
        self._list.setUniformItemSizes(True)
        self._list.itemClicked.connect(self._take)
        self._none = QLabel()
        self._none.setObjectName("paletteNothing")
        self._none.setProperty("role", "text2")
        self._none.setContentsMargins(16, 8, 16, 16)
        self._place()
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show all actions."""
        if not self.isVisible():
            self._before = self._window.focusWidget()
        self.setGeometry(self._window.rect())
        self._field.clear()
        self._fill("")
        self.show()
        self.raise_()
        self._field.setFocus()

    def close_palette(self) -> None:
        """Go back to where the focus was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            if self.isVisible():
                self.setGeometry(self._window.rect())
                self._resize_box()
        elif watched is self._field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                # Esc is the palette's own here, not the window's.
                event.setAccepted(event.key() == Qt.Key.Key_Escape)
                return event.isAccepted()
            return event.type() == QEvent.Type.KeyPress and self._key(event)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self._theme.colours.scrim))

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(8)
        head.addWidget(Icon("search", 18, "text_3", self._theme))
        head.addWidget(self._field, 1)
        head.addWidget(KeyLabel("Esc", self._theme))
        top = QFrame()
        top.setProperty("card", "underlined")
        top.setFixedHeight(_HEAD)
        top.setLayout(head)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        for key, words in (("↑ ↓", self.tr("choose")), ("↵", self.tr("run"))):
            text = QLabel(words)
            text.setFont(font("label", text=words))
            text.setProperty("role", "text2")
            foot.addWidget(KeyLabel(key, self._theme))
            foot.addWidget(text)
            foot.addSpacing(8)
        foot.addStretch()
        bottom = QFrame()
        bottom.setProperty("card", "foot")
        bottom.setFixedHeight(_FOOT)
        bottom.setLayout(foot)
        layout = QVBoxLayout(self._box)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addSpacing(8)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._none)
        layout.addSpacing(8)
        layout.addWidget(bottom)

    def _resize_box(self) -> None:
        width = min(_WIDTH, self.width() - 32)
        top = min(_TOP, self.height() // 8)
        rows = min(_ROWS, self._list.count())
        middle = rows * ROW_HEIGHT if rows else self._none.sizeHint().height()
        height = min(_HEAD + middle + 18 + _FOOT, self.height() - 2 * top)
        self._box.setGeometry((self.width() - width) // 2, top, width, height)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            step = 1 if key in {Qt.Key.Key_Down, Qt.Key.Key_Tab} else -1
            row = self._list.currentRow() + step
            self._list.setCurrentRow(max(0, min(row, self._list.count() - 1)))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            item = self._list.currentItem()
            if item is not None:
                self._take(item)
        else:
            return False
        return True

    def _fill(self, text: str) -> None:
        self._list.clear()
        fitting = []
        for place, action in enumerate(self._actions.all()):
            if action.objectName() == "action_palette" or not self._offers(action):
                continue
            found = fit(text, action.text())
            if found is not None:
                fitting.append((found.cost, place, action, found.places))
        for _, _, action, places in sorted(fitting, key=lambda entry: entry[:2]):
            self._add(action, places)
        self._list.setVisible(bool(fitting))
        self._none.setVisible(not fitting)
        self._none.setText(self.tr("No action is called “{text}”.").format(text=text))
        self._list.setCurrentRow(0)
        self._resize_box()

    def _offers(self, action: QAction) -> bool:
        """What another page can do is offered too: choosing it goes there first."""
        return action.isEnabled() or not action.isVisible()

    def _add(self, action: QAction, places: tuple[int, ...]) -> None:
        item = QListWidgetItem(action.text())
        item.setData(Qt.ItemDataRole.UserRole, action)
        row = PaletteRow(
            str(action.property("iconName") or "chevron-right"),
            action.text(),
            self._actions.key_text(action),
            places,
        )
        item.setData(Qt.ItemDataRole.UserRole + 1, row)
        spoken = f"{action.text()}, {row.key}" if row.key else action.text()
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._list.addItem(item)

    def _take(self, item: QListWidgetItem) -> None:
        action = item.data(Qt.ItemDataRole.UserRole)
        self.close_palette()
        if not action.isVisible():
            self.page_wanted.emit(self._actions.page_of(action))
        action.trigger()
