"""A chart with its title, the table behind it, and ways to save both."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.ui.components.buttons import icon_button
from supportdesk_gui.ui.components.figure_table import FigureTable
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.insights.chart import Chart
from supportdesk_gui.ui.insights.chart_files import save_chart
from supportdesk_gui.ui.theme import Theme

_FORMS = (("PNG", "png"), ("SVG", "svg"), ("CSV", "csv"))
_MOST_ROWS = 40
_MOST_HIGH, _SCROLL_BAR = 300, 12


class ChartView(QWidget):
    """Paints a chart; a screen reader hears its table."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chart: Chart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self.update)

    def show_chart(self, chart: Chart) -> None:
        """Show another one."""
        self._chart = chart
        self.setAccessibleDescription("; ".join(", ".join(row) for row in chart.table[:_MOST_ROWS]))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, self._chart.height() if self._chart else 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._chart is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._chart.paint(painter, QRectF(self.rect()), self._theme.colours)


class ChartCard(QFrame):
    """`name` is the object's name and that of saved files."""

    not_saved = Signal(object)
    """OSError."""

    def __init__(self, name: str, title: str, empty: str, theme: Theme) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("card", "message")
        self._name, self._title, self._theme = name, title, theme
        self.chart: Chart | None = None
        self._about = Paragraph("", "second", "text3")
        self.view = ChartView(theme)
        self.view.setObjectName(f"{name}View")
        self.view.setAccessibleName(title)
        self.table = FigureTable(f"{name}Table", [""])
        self._more = icon_button(
            "ellipsis", self.tr("Table and files of “{chart}”").format(chart=title), theme
        )
        self._more.setObjectName(f"{name}More")
        self._more.clicked.connect(self._menu)
        self._empty = Paragraph(empty, "second", "text3")
        head = QHBoxLayout()
        head.setSpacing(8)
        name_label = Paragraph(title, "body", "text", 600)
        name_label.setWordWrap(False)
        head.addWidget(name_label)
        head.addWidget(self._about, 1)
        head.addWidget(self._more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 14)
        layout.setSpacing(6)
        layout.addLayout(head)
        self._behind = QScrollArea()
        self._behind.setObjectName(f"{name}Behind")
        self._behind.setWidgetResizable(True)
        self._behind.setWidget(self.table)
        for part in (self.view, self._behind, self._empty):
            layout.addWidget(part)
        layout.addStretch(1)
        self._shows_table = False
        self._show_part()

    @property
    def title(self) -> str:
        """What it shows."""
        return self._title

    def show_chart(self, chart: Chart, about: str) -> None:
        """Show another chart; `about` stands beside the title."""
        self.chart = chart
        self._about.set_words(about)
        self.view.show_chart(chart)
        self._show_part()

    def show_table(self, shown: bool) -> None:
        """Show the table in the place of the chart, or the chart again."""
        self._shows_table = shown
        self._show_part()

    def _show_part(self) -> None:
        """One of chart, table and the words for none; the others take no room."""
        empty = self.chart is None or self.chart.is_empty
        if self.chart is not None and self._shows_table:
            self.table.show_table(self.chart.table[0], self.chart.table[1:])
            high = self.table.minimumSizeHint().height() + _SCROLL_BAR
            self._behind.setFixedHeight(min(_MOST_HIGH, high))
        self.view.setVisible(not empty and not self._shows_table)
        self._behind.setVisible(not empty and self._shows_table)
        self._empty.setVisible(empty)
        self._more.setVisible(not empty)

    def save_as(self, path: Path) -> None:
        """Write the chart as the name of the file says."""
        if self.chart is None:
            return
        try:
            save_chart(self.chart, self._title, self._theme.colours, path)
        except OSError as error:
            self.not_saved.emit(error)

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        on_view = self._shows_table
        turn = menu.addAction(self.tr("Show the chart") if on_view else self.tr("Show the table"))
        turn.triggered.connect(lambda: self.show_table(not on_view))
        for form, ending in _FORMS:
            save = menu.addAction(self.tr("Save as {form}").format(form=form))
            save.triggered.connect(lambda _=False, ending=ending: self._choose_file(ending))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _choose_file(self, ending: str) -> None:
        dialog = QFileDialog(self, self.tr("Save “{chart}”").format(chart=self._title))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{ending.upper()} (*.{ending})")
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"supportdesk-{self._name}.{ending}")
        dialog.fileSelected.connect(lambda name: self.save_as(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
