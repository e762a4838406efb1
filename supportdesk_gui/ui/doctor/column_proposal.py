"""A model's word on the columns of an unknown export: offered, shown before it is sent, proposed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supportdesk_gui.tickets.importing.report import Diagnosis, Kind
from supportdesk_gui.ui.engine_failures import told_by

if TYPE_CHECKING:
    from supportdesk_gui.assist.claude_columns import ColumnsQuestion
    from supportdesk_gui.ui.engine_in_use import EngineInUse
    from supportdesk_gui.ui.jobs import Job, Jobs
    from supportdesk_gui.ui.theme import Theme

JOB = "columns of an export"
_TABLES = frozenset({Kind.TABLE, Kind.WORKBOOK})


class ColumnProposal(QObject):
    """Works only while an engine with a model is in use; nothing is sent before the agent's yes."""

    came = Signal(object, object, str)
    """A Diagnosis, our fields by the places of its columns, empty where nothing was said, and the
    name of the model."""
    failed = Signal(object)
    """The EngineError that ended it."""
    changed = Signal()
    """It can be asked for now, or no more."""

    def __init__(
        self, find_engine: Callable[[], EngineInUse], jobs: Jobs, theme: Theme,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._find_engine, self._jobs, self._theme = find_engine, jobs, theme
        find_engine().changed.connect(self.changed)
        jobs.job_finished.connect(self._follow)

    def _follow(self, job: Job) -> None:
        if job.name == JOB:
            self.changed.emit()

    def offer_words(self, diagnosis: Diagnosis) -> str:
        """The words of the button: empty without somebody to ask, or columns that nobody knows."""
        from supportdesk_gui.ui.engine_words import model_words

        engine = self._find_engine().claude
        used = {place for places in diagnosis.columns.values() for place in places}
        is_known = bool(diagnosis.vendor) or len(used) >= len(diagnosis.header)
        if engine is None or is_known or diagnosis.kind not in _TABLES or self._jobs.running(JOB):
            return ""
        text = self.tr("Let {model} look at the columns")
        return text.format(model=model_words(engine.columns_model))

    def offer(self, diagnosis: Diagnosis, page: QWidget) -> None:
        """Show what would be sent, over this page; it is sent when the agent says so."""
        if self.offer_words(diagnosis):
            self._jobs.start(self._show(diagnosis, page), name=JOB)

    async def _show(self, diagnosis: Diagnosis, page: QWidget) -> None:
        import asyncio

        from supportdesk_gui.ui.doctor.columns_dialog import ColumnsDialog

        engine = self._find_engine().claude
        if engine is None:
            return
        question = await asyncio.to_thread(
            engine.columns_question, diagnosis.header, diagnosis.first_rows
        )
        dialog = ColumnsDialog(question, engine.host, self._theme, page)
        dialog.accepted.connect(lambda: self._send(diagnosis, question))
        dialog.open()

    def _send(self, diagnosis: Diagnosis, question: ColumnsQuestion) -> None:
        self._jobs.start(
            self._ask(diagnosis, question),
            name=JOB,
            title=lambda: self.tr("Looking at the columns"),
            on_failure=told_by(self.failed.emit),
        )
        self.changed.emit()

    async def _ask(self, diagnosis: Diagnosis, question: ColumnsQuestion) -> None:
        engine = self._find_engine().claude
        if engine is None:
            return
        from supportdesk_gui.ui.engine_words import model_words

        meant = await engine.columns(question)
        self.came.emit(diagnosis, meant, model_words(question.ask.model))
