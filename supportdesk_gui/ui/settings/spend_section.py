"""What the engine has cost: today against the cap, by kind, by day, each request, and a month."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.engine.ledger import Ledger, LedgerEntry
from supportdesk_gui.ui.components.buttons import default_button
from supportdesk_gui.ui.components.empty_state import EmptyState
from supportdesk_gui.ui.components.segment import Segment
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.settings.forecast_view import ForecastView
from supportdesk_gui.ui.settings.form_page import scrolling
from supportdesk_gui.ui.settings.ledger_table_model import ENTRY_ROLE, LedgerTableModel
from supportdesk_gui.ui.settings.ledger_view import LedgerView
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.settings.spend_overview import SpendOverview
from supportdesk_gui.ui.theme import Theme

_CATCH_UP_MS = 400
_PARTS = ("overview", "requests", "forecast")


class SpendSection(QWidget):
    """`refresh` after a request has been made; what is not on view waits until it is."""

    cap_wanted = Signal()
    request_wanted = Signal(int)
    """Show what this request sent."""

    def __init__(self, settings: SettingsKeeper, ledger: Ledger, jobs: Jobs, theme: Theme) -> None:
        super().__init__()
        self._ledger, self._jobs = ledger, jobs
        self._parts = Segment(
            [
                ("overview", self.tr("Overview"), ""), ("requests", self.tr("Requests"), ""),
                ("forecast", self.tr("Forecast"), ""),
            ],
            theme,
        )  # fmt: skip
        self._parts.setObjectName("spendParts")
        self._parts.setAccessibleName(self.tr("Spend"))
        self._parts.chosen.connect(self.show_part)
        self._export = default_button(self.tr("Save as CSV"), theme, "file-down")
        self._export.setObjectName("exportLedgerButton")
        self._export.clicked.connect(self._choose_file)
        self._export.hide()
        self._sent = default_button(self.tr("What was sent"), theme, "file-text")
        self._sent.setObjectName("ledgerSentButton")
        self._sent.clicked.connect(self._open_chosen)
        self._sent.setEnabled(False)
        self._sent.hide()
        self.overview = SpendOverview(settings, ledger, theme)
        self.overview.cap_wanted.connect(self.cap_wanted)
        self.model = LedgerTableModel(ledger, self)
        self.view = LedgerView(self.model, theme)
        self.view.activated.connect(self._open)
        self.view.selectionModel().selectionChanged.connect(self._follow_selection)
        self.forecast = ForecastView(settings, ledger)
        self._none = EmptyState(
            "banknote",
            self.tr("No request yet."),
            self.tr("Each request to an engine will stand here with its tokens and its cost."),
            theme,
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CATCH_UP_MS)  # a request is on disk a moment after it is known
        self._timer.timeout.connect(self._catch_up)
        self._place()
        self.set_narrow(False)

    def _place(self) -> None:
        self._stack = QStackedWidget()
        self._requests = QStackedWidget()
        self._requests.addWidget(self._none)
        self._requests.addWidget(self.view)
        for part in (scrolling(self.overview), self._requests, scrolling(self.forecast)):
            self._stack.addWidget(part)
        self._head = QHBoxLayout()
        self._head.addWidget(self._parts)
        self._head.addStretch()
        self._head.addWidget(self._sent)
        self._head.addWidget(self._export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._head)
        layout.addWidget(self._stack, 1)

    def minimumSizeHint(self) -> QSize:
        # Less than it needs beside the list of sections: on half a screen that goes above.
        return QSize(200, 200)

    def show_part(self, name: str) -> None:
        """Show overview, requests or forecast."""
        self._parts.choose(name)
        self._stack.setCurrentIndex(_PARTS.index(name))
        self._export.setVisible(name == "requests")
        self._sent.setVisible(name == "requests")
        self._catch_up()

    def refresh(self) -> None:
        """A request was made."""
        if self.isVisible():
            self._timer.start()

    def set_narrow(self, narrow: bool) -> None:
        """Fewer columns, smaller margins."""
        side = 16 if narrow else 28
        self._head.setContentsMargins(side, 20, side, 0)
        for part in (self.overview, self.forecast):
            part.setContentsMargins(side, 8, side, 28)
            part.set_narrow(narrow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def save_as(self, path: Path) -> None:
        """Write all requests as CSV."""

        def title() -> str:  # the job outlives the page that another language builds again
            return QCoreApplication.translate("SpendSection", "Saving the requests")

        self._jobs.start(self._write(path), name="export requests", title=title)

    async def _write(self, path: Path) -> None:
        await self._jobs.wrapped(self._ledger.export(path))

    def _catch_up(self) -> None:
        part = self._stack.currentIndex()
        self.model.catch_up()
        self._export.setEnabled(self.model.rowCount() > 0)
        self._requests.setCurrentIndex(1 if self.model.rowCount() else 0)
        if part == 0:
            self.overview.refresh()
        elif part == 2:
            self.forecast.refresh()

    def _open_chosen(self) -> None:
        self._open(self.view.currentIndex())

    def _follow_selection(self) -> None:
        self._sent.setEnabled(self.view.currentIndex().isValid())

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, LedgerEntry):
            self.request_wanted.emit(entry.id)

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the requests"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("CSV (*.csv)")
        dialog.setDefaultSuffix("csv")
        dialog.selectFile("supportdesk-requests.csv")
        dialog.fileSelected.connect(lambda name: self.save_as(Path(name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
