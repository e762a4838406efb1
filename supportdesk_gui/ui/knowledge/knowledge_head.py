"""The head of the Knowledge page: what it is from, what it is made of, export, and making it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QWidget

from supportdesk_gui.assist.knowledge.exports import ExportKind
from supportdesk_gui.assist.knowledge.store import Run
from supportdesk_gui.storage.settings import REPLY_LANGUAGES
from supportdesk_gui.ui.components.buttons import default_button, primary_button, quiet_button
from supportdesk_gui.ui.components.elided import ElidedLabel
from supportdesk_gui.ui.engine_words import dollars, model_words
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.knowledge.knowledge_work import KnowledgeWork
from supportdesk_gui.ui.knowledge.wording import run_day
from supportdesk_gui.ui.language_names import language_code, language_name
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_COUNTS = (200, 1000, 5000)
_NARROW = 760


class KnowledgeHead(QFrame):
    """56 high; on half a screen only its buttons."""

    export_wanted = Signal(object)
    """An ExportKind, or None for the program's own saved replies."""

    def __init__(self, work: KnowledgeWork, settings: SettingsKeeper, theme: Theme) -> None:
        super().__init__()
        self.setProperty("card", "head")
        self.setFixedHeight(56)
        self._work, self._settings = work, settings
        self.title = QLabel(self.tr("Knowledge"))
        self.title.setFont(font("title"))
        self.figures = ElidedLabel()
        self.figures.setObjectName("knowledgeFigures")
        self.figures.setProperty("role", "text2")
        self.made_of = quiet_button(self.tr("What it is made of"), icon="languages", theme=theme)
        self.made_of.setObjectName("knowledgeMadeOf")
        self.made_of.clicked.connect(self._choose_made_of)
        self.export = default_button(self.tr("Export"), theme, "download")
        self.export.setObjectName("exportKnowledge")
        self.export.clicked.connect(self.open_export)
        self.make = primary_button(self.tr("Make again"), "refresh-cw", theme)
        self.make.setObjectName("makeKnowledge")
        self.make.clicked.connect(self.make_or_stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addSpacing(4)
        layout.addWidget(self.figures, 1)
        for part in (self.made_of, self.export, self.make):
            layout.addWidget(part)

    def show_run(self, run: Run | None) -> None:
        """Say what is on view and what the next one would be."""
        words = ""
        if run is not None:
            many = self.tr("from {count} tickets, {day}")
            words = many.format(count=f"{run.tickets:,}", day=run_day(run.made_at))
        self.figures.setText(words)
        self.figures.setFont(font("body", text=words))
        self.export.setEnabled(run is not None)
        codes = ", ".join(language_code(code) for code in self._work.languages())
        count = self._work.ticket_count()
        text = self.tr("{count} tickets in {languages}")
        self.made_of.setText(text.format(count=f"{count:,}", languages=codes))
        self.make.setEnabled(count > 0)
        if self._work.is_running:
            self.make.setText(self.tr("Stop"))
        else:
            self._say_make(count, again=run is not None)
        self.fit(self.width())

    def _say_make(self, count: int, again: bool) -> None:
        cost, model, host = self._work.offer()
        self.make.setText(self._make_words(cost, model, again=again))
        sends = self.tr("Sends {count} ticket summaries to {host}")
        tip = sends.format(count=f"{count:,}", host=host) if model else ""
        if model:
            tip = f"{model_words(model)}. {tip}"
        self.make.setToolTip(tip)
        self.make.setAccessibleName(f"{self.make.text()}. {tip}".removesuffix(". "))

    def fit(self, width: int) -> None:
        """Leave out what there is no room for."""
        self.figures.setVisible(width >= _NARROW)
        self.made_of.setVisible(width >= _NARROW)
        margin = 24 if width >= _NARROW else 12
        parts = (self.title, self.export, self.make)
        needed = 2 * margin + sum(part.sizeHint().width() + 12 for part in parts)
        self.title.setVisible(width >= needed)  # the rail says it too
        self.layout().setContentsMargins(margin, 8, margin, 8)  # type: ignore[union-attr]

    def make_or_stop(self) -> None:
        """What the button says."""
        if self._work.is_running:
            self._work.stop()
        else:
            self._work.make()

    def open_export(self) -> None:
        """Offer the kinds of file that there are."""
        if self.export.isEnabled():
            self._open(self.export_menu(), self.export)

    def export_menu(self) -> QMenu:
        """The kinds of file that there are."""
        menu = QMenu(self)
        menu.setObjectName("exportMenu")
        menu.setAccessibleName(self.tr("Export"))
        words = {
            ExportKind.JSON: self.tr("JSON with its schema"),
            ExportKind.MARKDOWN: self.tr("Markdown"),
            ExportKind.WEB_PAGE: self.tr("One web page, with search"),
            ExportKind.ZENDESK: self.tr("Macros for Zendesk"),
            ExportKind.FRESHDESK: self.tr("Canned responses for Freshdesk"),
            ExportKind.ZAMMAD: self.tr("Text modules for Zammad"),
        }
        for kind, text in words.items():
            action = menu.addAction(text)
            action.setObjectName(f"export_{kind.name.lower()}")
            action.triggered.connect(partial(self.export_wanted.emit, kind))
        menu.addSeparator()
        own = menu.addAction(self.tr("Keep the templates as saved replies (::)"))
        own.setObjectName("export_snippets")
        own.triggered.connect(partial(self.export_wanted.emit, None))
        return menu

    def _choose_made_of(self) -> None:
        """How many tickets, and which languages beside the agent's own."""
        menu = QMenu(self)
        menu.setObjectName("madeOfMenu")
        menu.setAccessibleName(self.tr("What it is made of"))
        value = self._settings.value
        for count in _COUNTS:
            text = self.tr("The newest {count} tickets").format(count=f"{count:,}")
            action = self._tick(menu, text, on=value.knowledge_tickets == count)
            action.triggered.connect(
                lambda _=False, count=count: self._settings.update(knowledge_tickets=count)
            )
        menu.addSeparator()
        chosen = self._work.languages()
        codes = dict.fromkeys((*chosen, *REPLY_LANGUAGES))
        for code in codes:
            action = self._tick(menu, language_name(code), on=code in chosen)
            action.setEnabled(code != value.agent_language)
            action.triggered.connect(lambda _=False, code=code: self._turn(code))
        self._open(menu, self.made_of)

    def _turn(self, code: str) -> None:
        chosen = [one for one in self._work.languages() if one != code]
        if code not in self._work.languages():
            chosen.append(code)
        own = self._settings.value.agent_language
        others = tuple(one for one in chosen if one != own) or (own,)
        self._settings.update(knowledge_languages=others)

    def _make_words(self, cost: int | None, model: str, *, again: bool) -> str:
        if not model:
            return self.tr("Make again") if again else self.tr("Make without a model")
        if cost is None:
            return (
                self.tr("Make again, no known price") if again else self.tr("Make, no known price")
            )
        words = self.tr("Make again, about {cost}") if again else self.tr("Make, about {cost}")
        return words.format(cost=dollars(cost))

    def _tick(self, menu: QMenu, text: str, *, on: bool) -> QAction:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _open(self, menu: QMenu, button: QWidget) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
