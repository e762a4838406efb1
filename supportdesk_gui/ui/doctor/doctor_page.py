"""The page of the export doctor: what a file is at the left, what to do and its columns at the right."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.tickets.importing.report import Diagnosis, Kind
from supportdesk_gui.tickets.importing.survey import Survey
from supportdesk_gui.ui.components.buttons import default_button, primary_button, quiet_button
from supportdesk_gui.ui.components.elided import ElidedLabel
from supportdesk_gui.ui.components.labels import Icon
from supportdesk_gui.ui.components.notice_bar import NoticeBar
from supportdesk_gui.ui.doctor.mapping_table import MappingTable
from supportdesk_gui.ui.doctor.remedies import remedy
from supportdesk_gui.ui.doctor.remedy_view import RemedyView
from supportdesk_gui.ui.doctor.verdict_list import VerdictList
from supportdesk_gui.ui.doctor.verdicts import verdicts
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_WHAT, _REST = 416, 760
_BELOW = 900
_WORTH_SAYING = 0.1
"""Seconds that reading took, from which on they are told."""
_TABLES = frozenset({Kind.TABLE, Kind.WORKBOOK})


class DoctorPage(QFrame):
    """Shows a Diagnosis, and the Survey once the whole file was read."""

    import_wanted = Signal()
    leave_wanted = Signal()
    file_wanted = Signal()

    def __init__(
        self, settings: SettingsKeeper, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("doctorPage")
        self._theme = theme
        self.notice = NoticeBar(theme)
        self.notice.setObjectName("doctorNotice")
        self.findings = VerdictList(theme)
        self.remedy = RemedyView(theme)
        self.remedy.file_wanted.connect(self.file_wanted)
        self.mapping = MappingTable(theme)
        self.mapping.setMinimumHeight(240)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.remedy)
        column.addWidget(self.mapping, 1)
        self._splitter = QSplitter()
        self._splitter.setObjectName("doctorSplitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.findings)
        rest = QScrollArea()
        rest.setObjectName("doctorRest")
        rest.setAccessibleName(self.tr("What to do"))
        rest.setWidgetResizable(True)
        rest.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rest.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rest.setWidget(right)
        self._splitter.addWidget(rest)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([_WHAT, _REST])
        settings.remember_splitter("doctor", self._splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self.notice)
        layout.addWidget(self._splitter, 1)

    def show_export(
        self, diagnosis: Diagnosis, survey: Survey | None, waiting: int, *,
        is_stored: bool = False, proposed: Collection[int] = (),
    ) -> None:  # fmt: skip
        """Show what a file is; `waiting` are the files behind it, `is_stored` says that its
        tickets are in the inbox, `proposed` are columns of whose use a model has spoken."""
        self._name.setText(diagnosis.shown_name)
        self._name.setFont(font("title", text=diagnosis.shown_name))
        self._figures.setText(self._figure_words(diagnosis, survey, waiting))
        foot = self._foot_words(diagnosis, is_stored)
        self.findings.show_verdicts(verdicts(diagnosis, survey), foot)
        self.remedy.show_remedy(remedy(diagnosis))
        if diagnosis.kind in _TABLES:
            self.mapping.show_columns(diagnosis, proposed)
        else:
            self.mapping.show_tickets(survey.first if survey else ())
        has_text = diagnosis.has_message_text
        words = self._import_words(survey, has_text)
        if not diagnosis.has_tickets:
            words = self.tr("Import")
        for button in (self._take, self._take_bare):
            button.setText(words)
            button.setEnabled(diagnosis.has_tickets and (survey is None or survey.kept > 0))
        self._leave.setText(self.tr("Back") if is_stored else self.tr("Leave it out"))
        self._take.setVisible(has_text)
        self._take_bare.setVisible(not has_text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < _BELOW
        direction = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._splitter.orientation() is not direction:
            self._splitter.setOrientation(direction)
            self._splitter.setSizes([240, 400] if narrow else [_WHAT, _REST])
        self._figures.setVisible(not narrow)

    def _head(self) -> QFrame:
        head = QFrame()
        head.setProperty("card", "head")
        self._name = ElidedLabel()
        self._name.setObjectName("doctorFile")
        self._figures = QLabel()
        self._figures.setObjectName("doctorFigures")
        self._figures.setProperty("role", "text2")
        self._figures.setFont(font("second"))
        self._leave = quiet_button("")
        self._leave.setObjectName("doctorLeave")
        self._leave.clicked.connect(self.leave_wanted)
        self._take = primary_button("", "", self._theme)
        self._take.setObjectName("doctorImport")
        self._take_bare = default_button("", self._theme)
        self._take_bare.setObjectName("doctorImportBare")
        for button in (self._take, self._take_bare):
            button.clicked.connect(self.import_wanted)
        layout = QHBoxLayout(head)
        layout.setContentsMargins(24, 10, 24, 10)
        layout.setSpacing(12)
        layout.addWidget(Icon("file-text", 18, "text_2", self._theme))
        layout.addWidget(self._name)
        layout.addWidget(self._figures)
        layout.addStretch(1)
        for widget in (self._leave, self._take, self._take_bare):
            layout.addWidget(widget)
        return head

    def _figure_words(self, diagnosis: Diagnosis, survey: Survey | None, waiting: int) -> str:
        if survey is None:
            return self.tr("being read …")
        size = sum(part.path.stat().st_size for part in diagnosis.mails if part.path.exists())
        if not size and diagnosis.path.exists():
            size = diagnosis.path.stat().st_size
        tickets = self.tr("{count} tickets") if survey.kept != 1 else self.tr("1 ticket")
        messages = self.tr("{count} messages") if survey.messages != 1 else self.tr("1 message")
        text = self.tr("{tickets}, {messages}, {size}").format(
            tickets=tickets.format(count=f"{survey.kept:,}"),
            messages=messages.format(count=f"{survey.messages:,}"), size=_size_words(size),
        )  # fmt: skip
        if not diagnosis.has_tickets:
            text = _size_words(size)
        if survey.seconds >= _WORTH_SAYING:
            seconds = self.tr("read in {seconds} s").format(seconds=f"{survey.seconds:.1f}")
            text = self.tr("{figures}, {seconds}").format(figures=text, seconds=seconds)
        if waiting:
            more = self.tr("{count} more wait.") if waiting > 1 else self.tr("1 more waits.")
            text = self.tr("{figures}. {more}").format(
                figures=text, more=more.format(count=waiting)
            )
        return text

    def _import_words(self, survey: Survey | None, has_text: bool) -> str:
        if survey is None:
            return self.tr("Import") if has_text else self.tr("Import without text")
        text = self.tr("Import {count}") if has_text else self.tr("Import {count} without text")
        return text.format(count=f"{survey.kept:,}")

    def _foot_words(self, diagnosis: Diagnosis, is_stored: bool) -> str:
        if is_stored:
            return self.tr(
                "It is imported. Change something and import it again: it takes the place of the first import. Your statuses and drafts stay."
            )
        if diagnosis.kind in _TABLES:
            return self.tr(
                "Nothing has been imported yet. What you change here is remembered for this header."
            )
        return self.tr("Nothing has been imported yet.")


def _size_words(size: int) -> str:
    if size < 1_000_000:
        return f"{max(1, round(size / 1000)):,} kB"
    return f"{size / 1_000_000:,.1f} MB"
