"""Settings: what is changed applies at once and is kept; sections at the left."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.assist.saved_replies import SavedReplies
from supportdesk_gui.engine.ledger import Ledger
from supportdesk_gui.storage.data_folder import DataFolder
from supportdesk_gui.ui.fault_sentences import Remedy
from supportdesk_gui.ui.index_in_use import IndexInUse
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.key_keeper import KeyKeeper
from supportdesk_gui.ui.panes import Pane, first_field, pane_after
from supportdesk_gui.ui.settings.connection_ladder import Test
from supportdesk_gui.ui.settings.data_section import DataSection
from supportdesk_gui.ui.settings.engine_section import EngineSection
from supportdesk_gui.ui.settings.form import Form
from supportdesk_gui.ui.settings.form_page import fit_height, page_head
from supportdesk_gui.ui.settings.index_section import IndexSection
from supportdesk_gui.ui.settings.look_section import LookSection
from supportdesk_gui.ui.settings.privacy_section import PrivacySection
from supportdesk_gui.ui.settings.replies_section import RepliesSection
from supportdesk_gui.ui.settings.section_list import SectionList
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.settings.spend_section import SpendSection
from supportdesk_gui.ui.settings.writing_section import WritingSection
from supportdesk_gui.ui.theme import Theme

_LIST_ABOVE_BELOW, _NARROW_BELOW = 760, 560


class SettingsPage(QFrame):
    """Engine, replies, writing, privacy, policy index, look, data, spend.

    `sources` gives where tickets came from, as TicketStore's newest_sources; `test` makes the steps of *Test connection* for the settings as they are when it is called.
    """

    theme_chosen = Signal(str)
    restore_wanted = Signal(object)
    """Go back to the backup at this Path."""
    request_wanted = Signal(int)
    """Show what the request with this id of the ledger sent."""

    def __init__(
        self,
        settings: SettingsKeeper,
        folder: DataFolder,
        theme: Theme,
        keys: KeyKeeper,
        proxy_keys: KeyKeeper,
        ledger: Ledger,
        jobs: Jobs,
        index: IndexInUse,
        saved: SavedReplies,
        sources: Callable[[], Sequence[tuple[str, int]]],
        test: Test | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settingsPage")
        look = LookSection(settings)
        self.engine = EngineSection(settings, keys, proxy_keys, ledger, jobs, test, theme)
        self.key_form, self.ladder = self.engine.key_form, self.engine.ladder
        self.index = IndexSection(settings, index, jobs, theme)
        self.spend = SpendSection(settings, ledger, jobs, theme)
        self.spend.cap_wanted.connect(lambda: self.show_remedy(Remedy.CAP))
        self.spend.request_wanted.connect(self.request_wanted)
        self.privacy = PrivacySection(settings, theme)
        self.writing = WritingSection(settings, saved, jobs, theme)
        self.data = DataSection(folder, settings, sources, theme)
        self.data.restore_wanted.connect(self.restore_wanted)
        look.theme_chosen.connect(self.theme_chosen)
        self._forms: list[Form | EngineSection | SpendSection] = [
            self.engine, RepliesSection(settings, theme), self.writing, self.privacy, self.index, look, self.data,
            self.spend,
        ]  # fmt: skip
        self._stack(theme)

    def _stack(self, theme: Theme) -> None:
        self.sections = SectionList(
            [
                ("engine", "plug-zap", self.tr("Engine")),
                ("replies", "languages", self.tr("Languages and replies")),
                ("writing", "pencil", self.tr("Writing")),
                ("privacy", "lock", self.tr("Privacy")),
                ("index", "layers", self.tr("Policy index")),
                ("look", "palette", self.tr("Appearance")),
                ("data", "database", self.tr("Data and backups")),
                ("spend", "banknote", self.tr("Spend")),
            ],
            theme,
        )
        # From the outside in: whatever gets another parent is styled again with all that is in it.
        self._pages = QStackedWidget(self)
        for form in self._forms:
            if form is self.spend:
                self._pages.addWidget(form)
            else:
                self._pages.addWidget(area := _scroll_area(self._pages))
                fit_height(form)
                area.setWidget(form)
        self.sections.chosen.connect(self._show)
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(0)
        self._below.addWidget(self.sections)
        self._below.addWidget(self._pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page_head(self.tr("Settings")))
        layout.addLayout(self._below, 1)

    def section(self) -> int:
        """The place of the section on view."""
        return self._pages.currentIndex()

    def show_engine(self) -> None:
        """The key's section, with the focus in its field."""
        self.show_remedy(Remedy.KEY)

    def show_spend(self) -> None:
        """What the engine has cost."""
        self.sections.choose(self._forms.index(self.spend))

    def show_remedy(self, remedy: Remedy) -> None:
        """The field that a notice's action names, with the focus in it."""
        self.sections.choose(0)
        form = self.engine.form
        fields: dict[Remedy, QWidget] = {
            Remedy.KEY: self.key_form.field,
            Remedy.ADDRESS: form.address.field,
            Remedy.NETWORK: form.proxy.box,
            Remedy.MODELS: form.models["draft_model"].box,
            Remedy.CAP: form.cap,
        }
        field = fields.get(remedy)
        if field is not None:
            field.setFocus()
        elif remedy is Remedy.TEST:
            field = self.ladder
            self.ladder.start()
        area = self._pages.widget(0)
        if field is not None and isinstance(area, QScrollArea):
            area.ensureWidgetVisible(field)

    def focus_next_pane(self) -> None:
        """From the sections to what one can set, and back."""
        page = self._pages.currentWidget() or self._pages
        panes = [Pane(self.sections, first_field(self.sections)), Pane(page, first_field(page))]
        pane_after(panes).field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        above = width < _LIST_ABOVE_BELOW
        direction = QBoxLayout.Direction
        self._below.setDirection(direction.TopToBottom if above else direction.LeftToRight)
        self.sections.set_narrow(above)
        for form in self._forms:
            form.set_narrow(width < _NARROW_BELOW)
        self.engine.set_width(width if above else width - self.sections.width())

    def _show(self, place: int) -> None:
        self.data.refresh()
        self._pages.setCurrentIndex(place)


def _scroll_area(parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
