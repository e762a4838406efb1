"""FAQ, reply templates, refund rules and gaps: entries at the left, one of them, its receipts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.assist.gaps import Gap
from supportdesk_gui.assist.knowledge.document import entry_value, schema
from supportdesk_gui.assist.knowledge.entries import Receipt
from supportdesk_gui.assist.knowledge.merging import Fate
from supportdesk_gui.assist.knowledge.rendering import TabView, tabs_of, text_in
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.ui.components.drop_down import DropDown
from supportdesk_gui.ui.components.empty_state import EmptyState
from supportdesk_gui.ui.components.notice_bar import NoticeBar
from supportdesk_gui.ui.components.tab_bar import TabBar
from supportdesk_gui.ui.fonts import font, scaled
from supportdesk_gui.ui.knowledge.entry_rows import EntryRole, EntryRow, EntryRows, EntryTable
from supportdesk_gui.ui.knowledge.entry_view import EntryView
from supportdesk_gui.ui.knowledge.exporting import Exporting
from supportdesk_gui.ui.knowledge.knowledge_head import KnowledgeHead
from supportdesk_gui.ui.knowledge.knowledge_work import KnowledgeWork, Shown
from supportdesk_gui.ui.knowledge.receipts_view import ReceiptsView
from supportdesk_gui.ui.knowledge.wording import (
    empty_words,
    fate_word,
    go_on_words,
    group_word,
    made_words,
    title_word,
)
from supportdesk_gui.ui.panes import Pane, first_field, pane_after
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

if TYPE_CHECKING:
    from supportdesk_gui.assist.saved_replies import SavedReplies
    from supportdesk_gui.tickets.store import TicketStore

_GAPS, _CHANGED = "gaps", "changed"
_RECEIPTS_BELOW, _LIST_HIDDEN_BELOW = 1160, 820
_ROLES = {Fate.NEW: "supported", Fate.CHANGED: "warning", Fate.GONE: "danger"}
Value = Mapping[str, Any]


class KnowledgePage(QFrame):
    """Rendered from a document and its schema; which tabs and fields there are, they say."""

    ticket_chosen = Signal(int)
    passage_chosen = Signal(object)
    remedy_wanted = Signal(object)
    """Do something about this EngineError."""

    def __init__(
        self, work: KnowledgeWork, tickets: TicketStore, gaps: Callable[[], list[Gap]],
        replies: Callable[[], SavedReplies], settings: SettingsKeeper, theme: Theme,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("knowledgePage")
        self._work, self._find_gaps, self._settings = work, gaps, settings
        self._document: Value = {}
        self._tabs: dict[str, TabView] = {}
        self._receipts: Mapping[str, tuple[Receipt, ...]] = {}
        self._shown: Shown | None = None
        self._gaps: list[Gap] = []
        self._entries: dict[str, tuple[Value, TabView]] = {}
        self.head = KnowledgeHead(work, settings, theme)
        self.notice = NoticeBar(theme)
        self.notice.setObjectName("knowledgeNotice")
        self.exporting = Exporting(work, replies, settings, self.notice, self)
        self.head.export_wanted.connect(lambda kind: self.exporting.ask(kind, self._document))
        self.tabs = TabBar(theme, name=self.tr("Kinds of knowledge"))
        self.tabs.setObjectName("knowledgeTabs")
        self.tabs.chosen.connect(lambda _: self._show_rows())
        self.entry = EntryView(theme)
        self.entry.tabs.chosen.connect(lambda _: self._show_rows())
        self.entry.copy_wanted.connect(lambda text: QGuiApplication.clipboard().setText(text))
        self.receipts = ReceiptsView(tickets, theme)
        self.receipts.ticket_chosen.connect(self.ticket_chosen)
        self.receipts.passage_chosen.connect(self.passage_chosen)
        self.rows = EntryRows(self)
        self._place(theme)
        self._reload = QTimer(self)
        self._reload.setSingleShot(True)
        self._reload.setInterval(120)
        self._reload.timeout.connect(self.refresh)
        self._on_view: tuple[object, ...] | None = None
        work.changed.connect(self._soon)
        work.failed.connect(self._say_failure)
        settings.changed.connect(self._soon)

    # -- what is shown -----------------------------------------------------------------------

    def refresh(self) -> None:
        """Show what there is now; not before the page is on view."""
        if not self.isVisible():
            return
        self._shown = self._work.shown()
        run = self._shown.run if self._shown else None
        self.head.show_run(run)
        self._gaps = self._find_gaps()
        if self._shown is None:
            self.show_document({}, schema(), {})
        else:
            knowledge = self._shown.knowledge
            self.show_document(knowledge.document, schema(), knowledge.receipts)
            self.foot.setText(made_words(self._shown.run))
            self._work.check(knowledge.document)
        self._offer_rest()

    def show_document(
        self, document: Value, own_schema: Value, receipts: Mapping[str, tuple[Receipt, ...]]
    ) -> None:
        """Render any document from its schema. `receipts` are the tickets of entries by our ids."""
        self._document, self._receipts = document, receipts
        self._tabs = {tab.name: tab for tab in tabs_of(own_schema)}
        self.entry.show_languages(document.get("languages", []))
        changed = self._changed_rows() if self._shown is not None else []
        tabs = [
            (name, title_word(tab.title), str(len(document.get(name, ()))))
            for name, tab in self._tabs.items()
        ]
        tabs.append((_GAPS, self.tr("Gaps"), str(len(self._gaps))))
        if changed:
            tabs.append((_CHANGED, self.tr("Changed"), str(len(changed))))
        before = self.tabs.current()
        self.tabs.set_tabs(tabs)
        for name, *_ in tabs:
            self.tabs.set_filled(name, True)
        self.tabs.set_current(before)
        self._show_rows()

    def step(self, by: int) -> None:
        """Choose the next entry, or the one before."""
        keys = self.rows.keys()
        key = self._key()
        if keys:
            place = keys.index(key) + by if key in keys else 0
            self.choose(keys[max(0, min(place, len(keys) - 1))])

    def choose(self, key: str) -> None:
        """Choose an entry by its key, `faq/ID`."""
        self.table.setCurrentIndex(self.rows.place(key))

    def focus_next_pane(self) -> None:
        """From the entries to the entry, to its receipts, and back."""
        panes = [
            Pane(self.table, self.table), Pane(self.entry, first_field(self.entry)),
            Pane(self.receipts, first_field(self.receipts)),
        ]  # fmt: skip
        shown = [one for one in panes if one.part.isVisible()]
        if shown:
            pane_after(shown).field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self.head.fit(width)
        below = width < scaled(_RECEIPTS_BELOW)
        wanted = Qt.Orientation.Vertical if below else Qt.Orientation.Horizontal
        if self._inner.orientation() != wanted:
            self._inner.setOrientation(wanted)
        keys = bool(self.rows.keys())
        self.table.setVisible(keys and not self._is_narrow())
        self.picker.setVisible(keys and self._is_narrow())

    def _is_narrow(self) -> bool:
        return self.width() < scaled(_LIST_HIDDEN_BELOW)

    # -- rows --------------------------------------------------------------------------------

    def _show_rows(self) -> None:
        tab = self.tabs.current()
        if tab == _GAPS:
            rows = self._gap_rows()
        elif tab == _CHANGED:
            rows = self._changed_rows()
        else:
            rows = self._entry_rows(tab)
        before = self._key()
        self.rows.show(rows)
        self._fill_picker(rows)
        keys = self.rows.keys()
        self._stack.setCurrentIndex(0 if keys else 1)
        self.table.setVisible(bool(keys) and not self._is_narrow())
        self.picker.setVisible(bool(keys) and self._is_narrow())
        self._empty.set_texts(*empty_words(is_gaps=tab == _GAPS, is_made=self._shown is not None))
        if keys:
            self.choose(before if before in keys else keys[0])
        self._show_entry()

    def _entry_rows(self, name: str) -> list[EntryRow]:
        tab = self._tabs.get(name)
        if tab is None:
            return []
        group = tab.field("group")
        rows: list[EntryRow] = []
        entries = self._document.get(name, ())
        most = max((len(one.get("tickets", ())) for one in entries), default=1)
        last = None
        for place, value in enumerate(entries):
            own = str(value.get(group.name, "")) if group else ""
            if own and own != last:
                rows.append(EntryRow(group_word(own)))
                last = own
            key = f"{name}/{value.get('id', place)}"
            self._entries[key] = (value, tab)
            fate = self._shown.fate(str(value.get("id"))) if self._shown else Fate.SAME
            rows.append(self._row(key, value, tab, most, fate))
        return rows

    def _row(self, key: str, value: Value, tab: TabView, most: int, fate: Fate) -> EntryRow:
        heading = tab.field("heading")
        languages = [self.entry.language, *self._document.get("languages", ())]
        title = text_in(value.get(heading.name, ""), languages) if heading else key
        count = len(value.get("tickets", ()))
        share = min(1.0, count / max(1, most))
        return EntryRow(title, key, count, share, fate_word(fate), _ROLES.get(fate, "warning"))

    def _changed_rows(self) -> list[EntryRow]:
        """What is new, changed and gone since the run before, of every kind."""
        if self._shown is None or self._shown.before is None:
            return []
        rows: list[EntryRow] = []
        most = self._shown.run.tickets
        for name, tab in self._tabs.items():
            for value in self._document.get(name, ()):
                fate = self._shown.fate(str(value.get("id")))
                key = f"{name}/{value.get('id')}"
                if fate is not Fate.SAME:
                    self._entries[key] = (value, tab)
                    rows.append(self._row(key, value, tab, most, fate))
        for gone in self._shown.gone:
            gone_tab = self._tabs.get(gone.entry.kind.value)
            if gone_tab is not None:
                value, key = entry_value(gone.entry), f"gone/{gone.entry.id}"
                value["tickets"] = [str(one.ticket_id) for one in gone.entry.receipts]
                self._entries[key] = (value, gone_tab)
                rows.append(self._row(key, value, gone_tab, most, Fate.GONE))
        return rows

    def _gap_rows(self) -> list[EntryRow]:
        most = max((len(gap.tickets) for gap in self._gaps), default=1)
        return [
            EntryRow(gap.question, f"gap/{place}", len(gap.tickets), len(gap.tickets) / most)
            for place, gap in enumerate(self._gaps)
        ]

    def _key(self) -> str:
        index = self.table.currentIndex()
        row = index.data(EntryRole.ROW) if index.isValid() else None
        return row.key if row is not None else ""

    def _show_entry(self) -> None:
        key = self._key()
        self.picker.blockSignals(True)
        self.picker.setCurrentIndex(max(0, self.picker.findData(key)))
        self.picker.blockSignals(False)
        if key.startswith("gap/"):
            gap = self._gaps[int(key.removeprefix("gap/"))]
            self.entry.show_nothing(gap.question)
            self.entry.place.setText(self.tr("No policy answers this."))
            self.receipts.show_tickets(gap.tickets)
        elif key in self._entries:
            value, tab = self._entries[key]
            self._show_value(key, value, tab)
            return
        else:
            self.entry.show_nothing("")
            self.receipts.show_nothing()
        self._on_view = None

    def _show_value(self, key: str, value: Value, tab: TabView) -> None:
        """An entry with its receipts, unless it stands there already: others came beside it."""
        words, before = self._place_words(key, value, tab), self._before(key)
        receipts = self._receipts.get(str(value.get("id")), ())
        wanted = (key, value, tab, words, before, receipts, self._document.get("languages"))
        if wanted != self._on_view:
            self._on_view = wanted
            self.entry.show_entry(value, tab, words, before)
            self.receipts.show_entry(value, tab, receipts)

    def _before(self, key: str) -> Value | None:
        found = self._shown.fates.get(key.partition("/")[2]) if self._shown else None
        changed = found is not None and found.fate is Fate.CHANGED and found.before is not None
        return entry_value(found.before) if changed and found and found.before else None

    def _place_words(self, key: str, value: Value, tab: TabView) -> str:
        group, keys = tab.field("group"), self.rows.keys()
        place = keys.index(key) + 1 if key in keys else 1
        words = self.tr("{group}, entry {place} of {count}")
        name = group_word(str(value.get(group.name, ""))) if group else title_word(tab.title)
        return words.format(group=name, place=place, count=len(keys))

    # -- words -------------------------------------------------------------------------------

    def _offer_rest(self) -> None:
        run = self._work.unfinished()
        if run is None:
            return
        cost, model, _ = self._work.offer_rest(run)
        words = self.tr("{left} of {count} groups of tickets are not written yet.")
        text = words.format(left=run.left, count=run.groups)
        if self.notice.text() != text:
            action = go_on_words(cost, model)
            self.notice.show_notice("look", text, action, lambda: self._go_on())

    def _go_on(self) -> None:
        self.notice.clear()
        run = self._work.unfinished()
        if run is not None:
            self._work.go_on(run)

    def _say_failure(self, error: EngineError) -> None:
        from supportdesk_gui.ui.engine_words import engine_remedy, fault_words, remedy_of
        from supportdesk_gui.ui.fault_sentences import Remedy

        again = remedy_of(error) is Remedy.AGAIN
        then = self._go_on if again else lambda: self.remedy_wanted.emit(error)
        self.notice.show_notice("broken", fault_words(error), engine_remedy(error), then)

    def _soon(self, *_: object) -> None:
        if not self._reload.isActive():
            self._reload.start()

    # -- building ----------------------------------------------------------------------------

    def _place(self, theme: Theme) -> None:
        self._inner = QSplitter(Qt.Orientation.Horizontal)
        self._inner.setChildrenCollapsible(False)
        self._inner.addWidget(self.entry)
        self._inner.addWidget(self.receipts)
        self._inner.setSizes([620, 352])
        self._stack = QStackedWidget()
        self._stack.addWidget(self._inner)
        self._empty = EmptyState("lightbulb", "", "", theme)
        self._stack.addWidget(self._empty)
        self._outer = QSplitter(Qt.Orientation.Horizontal)
        self._outer.setChildrenCollapsible(False)
        self.table = EntryTable(self.rows, theme)
        self.table.setAccessibleName(self.tr("Entries"))
        self.table.row_chosen.connect(self._show_entry)
        self._outer.addWidget(self.table)
        self._outer.addWidget(self._stack)
        self._outer.setSizes([368, 980])
        self._settings.remember_splitter("knowledge", self._outer)
        self.picker = DropDown()
        self.picker.setObjectName("entryPicker")
        self.picker.setAccessibleName(self.tr("Entries"))
        self.picker.activated.connect(lambda place: self.choose(self.picker.itemData(place)))
        self.foot = QLabel()
        self.foot.setObjectName("knowledgeFoot")
        self.foot.setFont(font("second"))
        self.foot.setProperty("role", "text2")
        self.foot.setContentsMargins(24, 8, 24, 8)
        self.foot.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.head, self.notice, self.tabs, self.picker):
            layout.addWidget(part)
        layout.addWidget(self._outer, 1)
        layout.addWidget(self.foot)
        self._work.checked.connect(self._say_valid)

    def _fill_picker(self, rows: Sequence[EntryRow]) -> None:
        self.picker.blockSignals(True)
        self.picker.clear()
        for row in rows:
            if row.key:
                self.picker.addItem(row.sentence, row.key)
        self.picker.blockSignals(False)

    def _say_valid(self, where: str) -> None:
        if self._shown is None:
            self.foot.setText("")
            return
        valid = self.tr("Valid against knowledge.schema.json")
        wrong = self.tr("Not valid against knowledge.schema.json: {where}").format(where=where)
        self.foot.setText(f"{wrong if where else valid}    {made_words(self._shown.run)}")
