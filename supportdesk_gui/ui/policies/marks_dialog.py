"""What the agent says of a policy file: internal or not, and from when until when it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from supportdesk_gui.policies.document import PolicyFile
from supportdesk_gui.ui.components.buttons import button_row, default_button, primary_button
from supportdesk_gui.ui.components.field import Field
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.components.tick import Tick
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.language_names import listed_languages
from supportdesk_gui.ui.theme import Theme


class MarksDialog(QDialog):
    """Dates are typed as 2026-11-30; an empty one sets no limit."""

    marked = Signal(bool, str, str, bool)
    """Internal, from, until, and whether its translations are marked alike."""

    def __init__(
        self, file: PolicyFile, translations: Sequence[PolicyFile], theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("marksDialog")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(file.name)
        self.setMinimumWidth(400)
        self.internal = Tick(self.tr("Internal: never quoted to a customer"))
        self.internal.setObjectName("marksInternal")
        self.internal.setFont(font("body"))
        self.internal.setChecked(file.internal)
        self.begins = self._day(file.effective_from, self.tr("Holds from"), theme)
        self.ends = self._day(file.effective_until, self.tr("Holds until"), theme)
        self.begins.setObjectName("marksFrom")
        self.ends.setObjectName("marksUntil")
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(Paragraph(self.tr("Holds from"), "body", "text"), self.begins)
        form.addRow(Paragraph(self.tr("Holds until"), "body", "text"), self.ends)
        self._hint = Paragraph("", "second", "danger")
        self._accept = primary_button(self.tr("Keep"), "", None)
        self._accept.setObjectName("marksAccept")
        self._accept.setDefault(True)
        self._accept.clicked.connect(self.accept)
        cancel = default_button(self.tr("Cancel"), None)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.internal)
        layout.addLayout(form)
        layout.addLayout(self._translations(translations))
        layout.addWidget(self._hint)
        layout.addLayout(button_row(cancel, self._accept))
        self.accepted.connect(self._say)
        self._check()

    def _translations(self, files: Sequence[PolicyFile]) -> QVBoxLayout:
        """Whether they are marked alike; nothing to be seen where there are none."""
        self.everywhere = Tick(self.tr("Its translations too"))
        self.everywhere.setObjectName("marksTranslations")
        self.everywhere.setFont(font("body"))
        self.everywhere.setChecked(bool(files))
        languages = Paragraph(listed_languages([file.language for file in files]), "second")
        layout = QVBoxLayout()
        layout.setSpacing(4)
        for part in (self.everywhere, languages):
            layout.addWidget(part)
            if not files:
                part.hide()
        return layout

    def _day(self, day: str, name: str, theme: Theme) -> Field:
        field = Field(self.tr("YYYY-MM-DD, or empty"), "", theme)
        field.setAccessibleName(name)
        field.setText(day)
        field.textChanged.connect(self._check)
        return field

    def _check(self) -> None:
        begins, ends = self.begins.text().strip(), self.ends.text().strip()
        days = [QDate.fromString(day, Qt.DateFormat.ISODate) for day in (begins, ends) if day]
        wrong = ""
        # Qt passes over what stands behind a day, and days are compared as text.
        typed = {day for day in (begins, ends) if day}
        if typed != {day.toString(Qt.DateFormat.ISODate) for day in days}:
            wrong = self.tr("A day is written like 2026-11-30.")
        elif begins and ends and begins > ends:
            wrong = self.tr("It would end before it begins.")
        self._hint.set_words(wrong)
        self._accept.setEnabled(not wrong)

    def _say(self) -> None:
        begins, ends = self.begins.text().strip(), self.ends.text().strip()
        everywhere = self.everywhere.isChecked()
        self.marked.emit(self.internal.isChecked(), begins, ends, everywhere)


def translations_of(file: PolicyFile, files: Iterable[PolicyFile]) -> list[PolicyFile]:
    """The files that say in other languages what this one says."""
    return [
        other
        for other in files
        if file.family and other.family == file.family and other.language != file.language
    ]
