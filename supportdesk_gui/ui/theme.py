"""Colours of the window: paper, ink, one blue pen. Light, dark, or as the system says."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication


class Colours(NamedTuple):
    """The colour roles of one theme, as hex strings; `intents` in the order of INTENTS."""

    rail: str
    desk: str
    panel: str
    paper: str
    sunk: str
    hover: str
    selection: str
    wash: str
    line: str
    line_2: str
    control: str
    text: str
    text_2: str
    text_3: str
    disabled: str
    accent: str
    accent_fill: str
    on_accent: str
    supported: str
    supported_tint: str
    fact: str
    fact_tint: str
    unsupported: str
    unsupported_tint: str
    warning: str
    warning_tint: str
    danger: str
    danger_tint: str
    scrim: str
    intents: tuple[str, ...]

    def intent(self, name: str) -> str:
        """The colour of an intent's square."""
        return self.intents[INTENTS.index(name)] if name in INTENTS else self.intents[-1]


INTENTS = ("refund", "return", "exchange", "logistics", "invoice", "other")

LIGHT = Colours(
    rail="#E9E5DD", desk="#F1EEE8", panel="#F8F6F2", paper="#FFFFFF", sunk="#F4F1EB",
    hover="#EFEBE4", selection="#E4E9FA", wash="#EEF1FB", line="#E3DED5", line_2="#D3CCC0",
    control="#8F877B", text="#211E1A", text_2="#57514A", text_3="#6B645B", disabled="#A29B90",
    accent="#2F4CC4", accent_fill="#2F4CC4", on_accent="#FFFFFF", supported="#0A7350",
    supported_tint="#E3F3EC", fact="#6C47B8", fact_tint="#EFE9FA", unsupported="#B63A0B",
    unsupported_tint="#FCE9DF", warning="#8A5A00", warning_tint="#FBF0D6", danger="#B3261E",
    danger_tint="#FBE5E3", scrim="#47211E1A",
    intents=("#7B4BB7", "#B0418A", "#C2570C", "#2F6DB5", "#0B7A75", "#746D64"),
)  # fmt: skip
DARK = Colours(
    rail="#121110", desk="#171614", panel="#1D1C19", paper="#242320", sunk="#1F1E1B",
    hover="#2B2926", selection="#2B3357", wash="#1E2235", line="#34312D", line_2="#46423C",
    control="#7D766B", text="#EDEAE4", text_2="#B8B2A8", text_3="#A59E93", disabled="#6B655C",
    accent="#9DB0FF", accent_fill="#4A63DB", on_accent="#FFFFFF", supported="#5CC99B",
    supported_tint="#1E332A", fact="#BCA2F5", fact_tint="#2F2842", unsupported="#FF9466",
    unsupported_tint="#3A241A", warning="#E5B454", warning_tint="#3A2F17", danger="#FF8A80",
    danger_tint="#371F1D", scrim="#80000000",
    intents=("#B392EE", "#E386BE", "#E88A4A", "#6FA8E8", "#4FBDB5", "#A59E93"),
)  # fmt: skip


class Theme(QObject):
    """The theme in use; `changed` after the palette and the style sheet are set."""

    changed = Signal()

    def __init__(self, app: QApplication, wanted: str = "system") -> None:
        super().__init__()
        self._app = app
        self._wanted = wanted
        self.colours = LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.set_theme(wanted)

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self.colours is DARK

    def set_theme(self, wanted: str) -> None:
        """Use `light`, `dark` or `system`."""
        self._wanted = wanted
        dark = wanted == "dark" or (wanted == "system" and self._system_is_dark())
        self.colours = DARK if dark else LIGHT
        sheet = _style_sheet(self.colours)
        if sheet != self._app.styleSheet():  # setting it looks at every widget, changed or not
            self._app.setPalette(_palette(self.colours))
            # Measured: palette() colours of a style sheet do not follow a new palette by themselves.
            self._app.setStyleSheet(sheet)
            for widget in self._app.allWidgets():  # rows and buttons are painted in our colours
                widget.update()
        self.changed.emit()

    def _follow_system(self) -> None:
        if self._wanted == "system":
            self.set_theme("system")

    def _system_is_dark(self) -> bool:
        from PySide6.QtCore import Qt

        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    roles = {
        role.Window: colours.panel, role.Base: colours.paper, role.AlternateBase: colours.sunk,
        role.Text: colours.text, role.WindowText: colours.text, role.ButtonText: colours.text,
        role.PlaceholderText: colours.text_3, role.Button: colours.paper,
        role.Light: colours.paper, role.Midlight: colours.line, role.Mid: colours.line_2,
        role.Dark: colours.control, role.Shadow: colours.line_2,
        role.Highlight: colours.selection, role.HighlightedText: colours.text,
        role.Accent: colours.accent_fill, role.Link: colours.accent,
        role.LinkVisited: colours.accent, role.BrightText: colours.danger,
        role.ToolTipBase: colours.paper, role.ToolTipText: colours.text,
    }  # fmt: skip
    for name, value in roles.items():
        palette.setColor(name, QColor(value))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.disabled))
    return palette


def _style_sheet(colours: Colours) -> str:
    """Metrics and grounds by property; rows of lists are painted and never styled here."""
    sheet = _SHEET
    for name in Colours._fields:
        if name != "intents":
            sheet = sheet.replace(f"@{name};", f"{getattr(colours, name)};")
    return sheet


_SHEET = """
QFrame[card="head"] { background: @panel; border: none; border-bottom: 1px solid @line; }
QFrame[card="message"] { background: @paper; border: 1px solid @line; border-radius: 8px; }
QFrame[card="internal"] { background: @fact_tint; border: 1px solid @line; border-radius: 8px; }
QFrame[card="note"] { background: @selection; border: none; border-top: 1px solid @line; }
QFrame[card="target"] { background: @paper; border: 1px solid @line_2; border-radius: 10px; }
QFrame[card="drop"] { background: @wash; border: 2px dashed @accent; border-radius: 10px; }
QFrame[card="dropzone"] { background: transparent; border: 1px dashed @control; border-radius: 8px; }
QFrame[card="paper"] { background: @paper; border: none; }
QFrame[card="ladder"] { background: @paper; border: none; border-left: 1px solid @line; }
QFrame[card="ladderBelow"] { background: @paper; border: none; border-top: 1px solid @line; }
QFrame[card="side"] { background: @panel; border: none; border-right: 1px solid @line; }
QFrame[card="rail"] { background: @rail; border: none; border-right: 1px solid @line; }
QFrame[card="status"] { background: @rail; border: none; border-top: 1px solid @line; }
QFrame[card="review"] { background: @panel; border: 1px solid @line_2; border-radius: 10px; }
QFrame[card="alike"] { background: @wash; border: none; border-top: 1px solid @line;
  border-bottom-left-radius: 9px; border-bottom-right-radius: 9px; }
QFrame[card="rule"] { background: @line_2; border: none; }
QFrame[card="hairline"] { background: @line; border: none; }
QFrame[card="desk"] { background: @desk; border: none; }
QFrame[card="underlined"] { background: transparent; border: none; border-bottom: 1px solid @line; }
QFrame[card="foot"] { background: @panel; border: none; border-top: 1px solid @line;
  border-bottom-left-radius: 9px; border-bottom-right-radius: 9px; }
QFrame[card="palette"] { background: @paper; border: 1px solid @line_2; border-radius: 10px; }
QLabel[card="warning"] { background: @warning_tint; color: @warning; }
QLabel[role="text2"] { color: @text_2; }
QLabel[role="text3"] { color: @text_3; }
QLabel[role="danger"] { color: @danger; }
QTextBrowser { background: transparent; border: none; }
QTextEdit#draftEditor { background: @paper; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QTableView { background: @panel; border: none; outline: none; }
QTableView#policyFiles, QTableView#ledgerView, QTableView#mappingRows, QTableView#columnsSent { background: @paper; }
QTableView#mappingRows::item, QTableView#columnsSent::item { border-bottom: 1px solid @line; }
QTableView#mappingRows QHeaderView::section, QTableView#columnsSent QHeaderView::section { padding-left: 3px; }
QHeaderView::section { background: @paper; color: @text_3; border: none;
  border-bottom: 1px solid @line; padding: 0 20px 0 0; height: 28px; }
QTableView#policyFiles QHeaderView::section:first { padding-left: 24px; }
QTableView#ledgerView QHeaderView::section:first { padding-left: 24px; }
QTableView#rejectedRows QHeaderView::section, QTableView#outboxRows QHeaderView::section {
  padding-left: 4px; }
QLineEdit, QComboBox, QPlainTextEdit, QSpinBox, QDoubleSpinBox { background: @paper; color: @text;
  border: 1px solid @control; border-radius: 6px; padding: 0 10px; min-height: 30px;
  selection-background-color: @selection; selection-color: @text;
  placeholder-text-color: @text_3; }
QPlainTextEdit { padding: 6px 10px; }
QListWidget { background: transparent; border: none; outline: none; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus {
  border: 2px solid @accent; padding: 0 9px; }
QLineEdit[wrong="true"] { border: 2px solid @danger; padding: 0 9px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus,
QComboBox QLineEdit:focus { border: none; padding: 0; background: transparent; min-height: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QLineEdit[look="bare"], QLineEdit[look="bare"]:focus { background: transparent; border: none;
  padding: 0; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: @paper; border: 1px solid @line_2;
  selection-background-color: @selection; selection-color: @text; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @line_2; border-radius: 4px; min-height: 32px; margin: 1px; }
QScrollBar::handle:vertical:hover { background: @control; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: @line_2; border-radius: 4px; min-width: 32px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: none; border: none; width: 0; height: 0; }
QToolTip { background: @paper; color: @text; border: 1px solid @line_2; padding: 4px; }
QTabWidget::pane { border: none; }
QTabBar::tab { background: @panel; color: @text_2; padding: 8px 16px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QDialog { background: @panel; }
QListWidget, QListView#answerOnceRows { background: @paper; border: 1px solid @line_2; border-radius: 6px; padding: 4px; outline: none; }
QListWidget::item, QListView#answerOnceRows::item { padding: 5px 8px; border-radius: 4px; }
QListWidget::item:selected, QListView#answerOnceRows::item:selected { background: @selection; color: @text; }
QMenu { background: @paper; border: 1px solid @line_2; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selection; }
"""
