"""The languages of one reply: their tabs, and the draft or one of its translations below them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk_gui.ui.language_names import own_language_name

if TYPE_CHECKING:
    from supportdesk_gui.assist.drafting import SentenceIn
    from supportdesk_gui.assist.drafts import DraftStore
    from supportdesk_gui.ui.reply.reply_column import ReplyColumn


class ReplyLanguages(QObject):
    """The first tab is the draft in the customer's language; all others follow it."""

    wanted = Signal(object, str)
    """Fill this language for a DraftVersion."""
    turned = Signal()
    """Another language is on view."""

    def __init__(
        self, column: ReplyColumn, drafts: DraftStore, version_id: Callable[[], int],
        save: Callable[[], None],
    ) -> None:  # fmt: skip
        """`version_id` gives the version that can be filled, 0 for none; `save` puts on disk what
        was typed."""
        super().__init__(column)
        self._tabs, self._stack = column.tabs, column.stack
        self._editor, self._other = column.editor, column.other
        self._drafts, self._version_id, self._save = drafts, version_id, save
        self._codes: tuple[str, ...] = ()
        self._own = ""
        self.mirror = ""
        """The tab in the agent's own language, empty where there is none."""
        self._tabs.chosen.connect(self._turn_to)

    @property
    def draft(self) -> str:
        """The language that the draft is in."""
        return self._own

    def current(self) -> str:
        """The language on view."""
        return self._tabs.current() or self._own

    def text(self) -> str:
        """The text on view, as a copy takes it."""
        draft = self.current() == self._own
        return self._editor.toPlainText() if draft else self._other.text()

    def set_languages(self, codes: tuple[str, ...], mirror: str) -> None:
        """The languages that there are tabs for; `mirror` is the agent's own, if it has one."""
        self._codes = codes
        self.mirror = mirror if mirror in codes else ""

    def show_draft(self, language: str) -> None:
        """A draft in this language is on view."""
        self._own = language
        others = [code for code in self._codes if code != language]
        others.sort(key=lambda code: code != self.mirror)  # beside the draft that it mirrors
        tabs = [(language, own_language_name(language), self.tr("customer"))]
        tags = {self.mirror: self.tr("mirror")}
        tabs += [(code, own_language_name(code), tags.get(code, "")) for code in others]
        self._tabs.set_tabs([tab for tab in tabs if tab[0]])
        self._tabs.set_current(language)
        self._stack.setCurrentWidget(self._editor)
        version_id = self._version_id()
        for code in others:
            filled = bool(version_id and self._drafts.sentences(version_id, code))
            self._tabs.set_filled(code, filled)

    def show_sentences(self, language: str, found: tuple[SentenceIn, ...], *, whole: bool) -> None:
        """A tab was filled, or as far as it has come."""
        if language == self._tabs.current():
            self._other.show_sentences(language, found, coming=not whole)
        if whole:
            self._tabs.set_filled(language, True)

    def fill_all(self) -> None:
        """Ask for every tab."""
        for code in self._codes:
            if code != self._own:
                self._fill(code)

    def _turn_to(self, language: str) -> None:
        self._save()
        own = language == self._own
        self._stack.setCurrentWidget(self._editor if own else self._other)
        self.turned.emit()
        version_id = self._version_id()
        if not own:
            kept = self._drafts.sentences(version_id, language) if version_id else ()
            self._other.show_sentences(language, kept)
            self._fill(language)

    def _fill(self, language: str) -> None:
        version = self._drafts.version(self._version_id())
        if version is not None:
            self.wanted.emit(version, language)
