"""The ticket beside its reply: what it is, what triage says of it, and the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.text.visible import visible
from supportdesk_gui.tickets.query import of_requester
from supportdesk_gui.tickets.ticket import Role, Ticket, Triage
from supportdesk_gui.ui.components.buttons import Button, Kind, icon_button, quiet_button
from supportdesk_gui.ui.components.elided import ElidedLabel
from supportdesk_gui.ui.components.empty_state import EmptyState
from supportdesk_gui.ui.components.labels import LanguageCode, Tag
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.inbox.wording import intent_word, source_word, status_word
from supportdesk_gui.ui.language_names import language_code, language_name
from supportdesk_gui.ui.theme import Theme
from supportdesk_gui.ui.ticket.intent_mark import IntentMark
from supportdesk_gui.ui.ticket.message_view import MessageView
from supportdesk_gui.ui.ticket.question_list import QuestionList

if TYPE_CHECKING:
    from supportdesk_gui.tickets.found_facts import FoundFact
    from supportdesk_gui.ui.ticket.answered_section import AnsweredSection
    from supportdesk_gui.ui.ticket.fact_strip import FactStrip

_BUILT_AT_ONCE = 20


class TicketPane(QFrame):
    """Shows one ticket; older messages beyond the last 20 are built when asked for."""

    requester_chosen = Signal(str)
    """Show the open tickets of this requester: what is to be searched for."""
    translation_wanted = Signal()
    """Translate the ticket on view."""
    swap_wanted = Signal(int)
    """The customer of this ticket is the agent and the reverse."""
    fact_copied = Signal()
    """A fact of the ticket is on the clipboard."""
    menu_wanted = Signal(object)
    """All that can be done with the ticket, below this point of the screen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ticketPane")
        self.setAccessibleName(self.tr("Ticket"))
        self._theme = theme
        self._ticket: Ticket | None = None
        self._translation: dict[int, str] = {}
        self._facts: FactStrip | None = None
        self._shows_original = self._is_whole = False
        self._build_head()
        self.conversation = QScrollArea()
        self.conversation.setObjectName("conversation")
        self.conversation.setAccessibleName(self.tr("Conversation"))
        self.conversation.setWidgetResizable(True)
        self.conversation.setFrameShape(QFrame.Shape.NoFrame)
        self.conversation.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self.conversation, 1)
        self.questions = QuestionList(theme)
        layout.addWidget(self.questions)
        self._column = layout
        self._stack = QStackedWidget()
        self._stack.addWidget(
            EmptyState(
                "inbox",
                self.tr("No ticket chosen"),
                self.tr("Choose one from the list, or paste a conversation with Ctrl+V."),
                theme,
            )
        )
        self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    @property
    def ticket(self) -> Ticket | None:
        """The ticket on view."""
        return self._ticket

    def place_in_head(self, line: QWidget) -> None:
        """Show a line below what triage says, from now on: behind the first picture."""
        self._head_column.insertWidget(self._head_column.indexOf(self._translated), line)

    def place_below(self, section: AnsweredSection) -> None:
        """Show a section below the conversation, from now on: behind the first picture."""
        self._column.addWidget(section)
        section.follow(self._column)

    def show_ticket(
        self, ticket: Ticket | None, triage: Triage | None, more_open: int = 0, *,
        is_pasted: bool = False,
    ) -> None:  # fmt: skip
        """Show a ticket from its newest message; None empties the pane. `is_pasted`: who asked in
        it is a guess."""
        self._ticket = ticket
        self._translation, self._shows_original = {}, False
        self._translated.hide()
        self._stack.setCurrentIndex(0 if ticket is None else 1)
        if ticket is None:
            return
        self._number.setText(f"#{ticket.external_id}")
        self._number.setVisible(bool(ticket.external_id))
        self._source.setText(source_word(ticket.source))
        self._status.set_text(status_word(ticket.status))
        self._title.set_words(ticket.subject or self.tr("No subject"))
        who = [part for part in (ticket.requester, visible(ticket.email)) if part]
        self._requester.setText("  ".join(who))
        self.show_more_open(more_open)
        self._pasted.setVisible(is_pasted)
        self.show_triage(triage)
        self._show_facts()
        self._show_messages(ticket, _BUILT_AT_ONCE)

    def show_more_open(self, count: int) -> None:
        """Say how many other tickets of the requester are open."""
        self._more.setVisible(count > 0)
        self._more.setText(self.tr("{count} more open from this requester").format(count=count))

    def show_triage(self, triage: Triage | None) -> None:
        """Show what triage says, or that it has not looked yet."""
        self._intent.setVisible(triage is not None)
        self._language.setVisible(triage is not None and bool(triage.language))
        if triage is None:
            self._judged.setText(self.tr("Not triaged yet"))
            return
        by_model = triage.engine != "offline"
        word = intent_word(triage.intent)
        self._intent.show_intent(triage.intent, word, triage.confidence, by_model=by_model)
        self._language.set_code(language_code(triage.language), language_name(triage.language))
        self._judged.setText(_judged_words(triage))
        self._judged.setToolTip(triage.reason)

    def list_facts(self) -> None:
        """Show the facts that stand in the ticket, from now on: behind the first picture."""
        from supportdesk_gui.ui.ticket.fact_strip import FactStrip

        self._facts = FactStrip(self._theme)
        self._facts.copied.connect(self._show_fact)
        self.place_in_head(self._facts)
        self._show_facts()

    def _show_facts(self) -> None:
        if self._facts is not None and self._ticket is not None:
            from supportdesk_gui.tickets.found_facts import found_facts

            self._facts.show_facts(found_facts(self._ticket))

    def _show_fact(self, fact: FoundFact) -> None:
        """Select a fact where it stands, in an older message too."""
        self.fact_copied.emit()
        if self._ticket and fact.position >= 0:
            name = f"message{fact.position}"
            if self.findChild(MessageView, name) is None:
                self._show_messages(self._ticket, len(self._ticket.messages))
            view = self.findChild(MessageView, name)
            page = self.conversation.widget()
            if page and isinstance(view, MessageView) and (place := view.select(fact.text)):
                inside = view.mapTo(page, place)
                self.conversation.ensureVisible(inside.x(), inside.y(), 20, 80)

    def offer_translation(self) -> None:
        """The ticket is in another language than the agent reads, and not translated yet."""
        self._translated.show_state("", self.tr("Translate"))

    def show_translation(self, texts: dict[int, str], *, whole: bool) -> None:
        """Show the conversation in the agent's language, as far as it has come."""
        self._translation, self._is_whole = texts, whole
        words = self._translated_words() if whole else self.tr("Being translated")
        action = self.tr("Show translation") if self._shows_original else self.tr("Show original")
        self._translated.show_state(words, action)
        self._show_texts()

    def _translated_words(self) -> str:
        """Who translated, and how many lines the engine left out."""
        from supportdesk_gui.assist.conversation import UNTRANSLATED

        missing = sum(text.count(UNTRANSLATED) for text in self._translation.values())
        if not missing:
            return self.tr("Translated by the engine")
        text = self.tr("Translated by the engine; lines it left out: {count}")
        return text.format(count=missing)

    def toggle_original(self) -> None:
        """The original in place of the translation, and back; asks for one where there is none."""
        if not self._translation:
            if not self._translated.isHidden():
                self.translation_wanted.emit()
            return
        self._shows_original = not self._shows_original
        self.show_translation(self._translation, whole=self._is_whole)

    def shown_text(self, position: int) -> str:
        """What is read in a message on view."""
        view = self.findChild(MessageView, f"message{position}")
        return view.shown_text() if isinstance(view, MessageView) else ""

    def _show_texts(self) -> None:
        for view in self.findChildren(MessageView):
            text = None if self._shows_original else self._translation.get(view.position)
            view.show_translation(text)

    def show_status(self, ticket: Ticket) -> None:
        """Only the status of the ticket on view changed."""
        self._ticket = ticket
        self._status.set_text(status_word(ticket.status))

    def _build_head(self) -> None:
        self._head = QFrame()
        self._head.setProperty("card", "head")
        self._number, self._source, self._requester = QLabel(), ElidedLabel(), ElidedLabel()
        self._title, self._judged = Paragraph(role="title", ink="text", weight=600), QLabel()
        self._status = Tag("", "neutral", self._theme)
        self._intent = IntentMark(self._theme)
        self._language = LanguageCode("", self._theme)
        self._more = quiet_button("", small=True)
        self._more.setObjectName("moreFromRequesterButton")
        self._more.clicked.connect(self._show_more)
        self._title.setObjectName("ticketTitle")
        self._number.setObjectName("ticketNumber")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._requester.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._number, self._source, self._requester, self._judged):
            label.setFont(font("second"))
            label.setProperty("role", "text2")
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self._head)
        layout.setContentsMargins(20, 14, 20, 12)
        layout.setSpacing(6)
        self._menu = icon_button("ellipsis", self.tr("More for this ticket"), self._theme)
        self._menu.setObjectName("ticketMenuButton")
        self._menu.setFixedHeight(26)
        self._menu.clicked.connect(self._ask_for_menu)
        layout.addLayout(_row(self._number, self._source, None, self._status, self._menu))
        layout.addWidget(self._title)
        layout.addLayout(_row(self._requester, None, self._more))
        layout.addLayout(_row(self._intent, self._language, self._judged, None))
        self._head_column = layout
        self._translated = TranslationLine()
        self._translated.chosen.connect(self.toggle_original)
        layout.addWidget(self._translated)
        layout.addWidget(self._about_roles())

    def _about_roles(self) -> QWidget:
        """One quiet line: a copied page seldom says who the customer is."""
        self._pasted = QWidget()
        words = ElidedLabel(self.tr("Who wrote what is read from the pasted text."))
        words.setFont(font("second", text=words.text()))
        words.setProperty("role", "text3")
        swap = quiet_button(self.tr("Swap requester and agent"), small=True)
        swap.setObjectName("swapRolesButton")
        swap.clicked.connect(self._swap)
        layout = _row(words, swap, None)
        layout.setContentsMargins(0, 0, 0, 0)
        self._pasted.setLayout(layout)
        return self._pasted

    def _ask_for_menu(self) -> None:
        self.menu_wanted.emit(self._menu.mapToGlobal(self._menu.rect().bottomLeft()))

    def _swap(self) -> None:
        if self._ticket is not None:
            self.swap_wanted.emit(self._ticket.id)

    def _show_more(self) -> None:
        if self._ticket is not None:
            self.requester_chosen.emit(of_requester(self._ticket.requester, self._ticket.email))

    def _show_messages(self, ticket: Ticket, most: int) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(20, 16, 20, 20)
        layout.setSpacing(12)
        messages = ticket.messages[-most:]
        hidden = len(ticket.messages) - len(messages)
        if hidden:
            text = self.tr("Show {count} older messages").format(count=hidden)
            if hidden == 1:
                text = self.tr("Show 1 older message")
            older = quiet_button(text, small=True)
            older.setObjectName("olderMessagesButton")
            older.clicked.connect(lambda: self._show_messages(ticket, len(ticket.messages)))
            layout.addWidget(older)
        for message in messages:
            layout.addWidget(MessageView(message, self._theme))
        if all(message.role is Role.SYSTEM for message in messages):
            empty = QLabel(
                self.tr(
                    "This export holds no message text for this ticket. Paste the conversation with Ctrl+V to fill it."
                )
            )
            empty.setWordWrap(True)
            empty.setProperty("role", "text2")
            layout.addWidget(empty)
        layout.addStretch()
        self.conversation.setWidget(page)
        if self._translation:
            self._show_texts()


class TranslationLine(QWidget):
    """One line under the head: what is shown, and the button for the other; O does the same."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("translationLine")
        self._words = QLabel()
        self._words.setFont(font("second"))
        self._words.setProperty("role", "text3")
        self._button = Button("", Kind.QUIET, None, key="O", small=True)
        self._button.setObjectName("originalButton")
        self._button.setAccessibleName(self.tr("Original or translation"))
        self._button.clicked.connect(self.chosen)
        layout = _row(self._words, self._button, None)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.hide()

    def show_state(self, words: str, action: str) -> None:
        """Say what is on view and what the button does."""
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._button.setText(action)
        self._button.setAccessibleName(action)
        self.show()


def _judged_words(triage: Triage) -> str:
    """Who judged, how long it took and how much it thought."""
    rules = QCoreApplication.translate("TicketPane", "by rules")
    if triage.is_provisional:
        text = QCoreApplication.translate("TicketPane", "{rules}, the model has not answered yet")
        return text.format(rules=rules)
    if triage.engine == "offline":
        return f"{rules}, {triage.milliseconds:.0f} ms"
    from supportdesk_gui.ui.engine_words import model_words  # a ticket by rules goes without

    text = f"{model_words(triage.engine)}, {triage.milliseconds / 1000:.1f} s"
    if triage.thinking_tokens:
        thought = QCoreApplication.translate("TicketPane", "{count} thinking tokens")
        text += ", " + thought.format(count=f"{triage.thinking_tokens:,}")
    return text


def _row(*items: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None is the stretch."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for item in items:
        if item is None:
            row.addStretch()
        else:
            row.addWidget(item)
    return row
