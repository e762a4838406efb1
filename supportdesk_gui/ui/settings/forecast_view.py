"""What a month costs, in three columns; the volumes are the agent's to change."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportdesk_gui.engine.forecast import (
    ASSUMPTIONS,
    ENOUGH_REQUESTS,
    Forecast,
    Row,
    Task,
    forecast,
)
from supportdesk_gui.engine.ledger import Ledger
from supportdesk_gui.ui.components.figure_table import Cell, FigureTable
from supportdesk_gui.ui.components.number_field import NumberField
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.engine_words import model_words
from supportdesk_gui.ui.fonts import line_height
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper

_MOST = 10_000_000
_WIDTH = 880


class ForecastView(QWidget):
    """Reckoned anew whenever a volume, a model or the ledger has changed."""

    def __init__(self, settings: SettingsKeeper, ledger: Ledger) -> None:
        super().__init__()
        self._settings, self._ledger = settings, ledger
        self._volumes = {item.task: self._volume(item.task, item.volume) for item in ASSUMPTIONS}
        self._bases = {item.task: Paragraph("", "second", "text3") for item in ASSUMPTIONS}
        self._names = {item.task: self._name(item.task) for item in ASSUMPTIONS}
        self._table = FigureTable(
            "forecastTable",
            [
                self.tr("Task"), self.tr("A month"), self.tr("Tokens in, out"),
                self.tr("The article"), self.tr("Its list price"), self.tr("Today"),
            ],
            spare=(2,),
        )  # fmt: skip
        self._disagreement = Paragraph("", "second")
        self._disagreement.setObjectName("forecastDisagreement")
        self._assumed = Paragraph("", "second")
        self.setMaximumWidth(_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(Paragraph(self.tr("Forecast for a month"), "body", "text", 600))
        layout.addWidget(self._table)
        layout.addWidget(self._disagreement)
        layout.addWidget(self._assumed)
        layout.addStretch()
        settings.changed.connect(self._follow)
        self.refresh()

    def set_narrow(self, narrow: bool) -> None:
        """Leave the tokens out."""
        self._table.set_narrow(narrow)

    def found(self) -> Forecast:
        """The forecast on view."""
        value = self._settings.value
        models = {
            Task.INTENT: value.profile.triage_model,
            Task.REPLIES: value.profile.draft_model,
            Task.SATISFACTION: value.profile.triage_model,
        }
        volumes = {task: field.value() for task, field in self._volumes.items()}
        return forecast(volumes, models, self._ledger.usage_by_kind())

    def refresh(self) -> None:
        """Reckon anew."""
        found = self.found()
        unpriced = self.tr("unpriced")
        rows: list[list[Cell]] = []
        for row in found.rows:
            self._bases[row.task].set_words(self._basis(row))
            today = unpriced if row.today_usd is None else _money(row.today_usd)
            rows.append(
                [
                    self._names[row.task], self._volumes[row.task],
                    f"{QLocale().toString(row.prompt)}, {QLocale().toString(row.output)}",
                    _money(row.article_usd), _money(row.listed_usd), today,
                ]
            )  # fmt: skip
        total = [
            self.tr("Together"), "", "", _money(found.article_usd), _money(found.listed_usd),
            _money(found.today_usd),
        ]  # fmt: skip
        self._table.show_rows(rows, total)
        self._disagreement.set_words(self._disagreeing(found.rows[0]))
        self._assumed.set_words(self._assumptions())

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def texts(self) -> list[list[str]]:
        """What stands in the table."""
        return self._table.texts()

    def _disagreeing(self, intent: Row) -> str:
        text = self.tr(
            "The article’s sums and its list price ($15 and $75 per million tokens) disagree: the "
            "{tokens} million input tokens of its first row alone are {alone}, not {article}."
        )
        million = f"{intent.volume * ASSUMPTIONS[0].prompt / 1e6:,.0f}"
        return text.format(
            tokens=million,
            alone=_money(intent.listed_input_usd),
            article=_money(intent.article_usd),
        )

    def _assumptions(self) -> str:
        text = self.tr(
            "Assumed: answers of 300, 200 and 100 tokens, thoughts included; 90 % of a reply’s "
            "prompt read from the cache; satisfaction in batches, at half price. A row is measured "
            "once {count} requests of its kind are in the list of requests."
        )
        return text.format(count=ENOUGH_REQUESTS)

    def _basis(self, row: Row) -> str:
        if row.measured:
            text = self.tr("{model}, measured over {count} requests")
            count = QLocale().toString(row.measured)
            return text.format(model=model_words(row.model), count=count)
        return self.tr("{model}, assumed").format(model=model_words(row.model))

    def _name(self, task: Task) -> QWidget:
        words = {
            Task.INTENT: self.tr("Triage"),
            Task.REPLIES: self.tr("Replies and FAQ"),
            Task.SATISFACTION: self.tr("Satisfaction, in batches"),
        }
        box = QWidget()
        # Rows whose words may wrap know their height late: two lines have room from the start.
        box.setMinimumHeight(line_height("second") * 2 + 12)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setSpacing(0)
        layout.addWidget(Paragraph(words[task], "second", "text"))
        layout.addWidget(self._bases[task])
        return box

    def _volume(self, task: Task, usual: int) -> NumberField:
        spoken = self.tr("Requests a month")
        field = NumberField(f"volume_{task}", spoken, usual, 0, _MOST, 1_000)
        field.setFixedWidth(92)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.valueChanged.connect(lambda _: self.refresh())
        return field


def _money(dollars: float) -> str:
    return f"${dollars:,.2f}" if dollars < 100 else f"${dollars:,.0f}"
