"""One message of a conversation: who, when, the text with its history folded, attachments."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent, QTextDocument, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from supportdesk_gui.text.safe_html import text_to_html
from supportdesk_gui.tickets.ticket import Attachment, Message, Role, Visibility
from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.elided import ElidedLabel
from supportdesk_gui.ui.components.labels import Tag
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.inbox.wording import time_words
from supportdesk_gui.ui.theme import Theme


class SafeTextView(QTextBrowser):
    """Shows safe HTML as high as it is; loads nothing, opens links in the agent's browser."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html = ""
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font("body"))
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(self.verticalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.anchorClicked.connect(self._open)
        theme.changed.connect(self._ink_links)

    def show_html(self, html: str) -> None:
        """Show HTML that text/safe_html.py made."""
        self._html = html
        self.setHtml(html)
        self._fit()

    def _ink_links(self) -> None:
        """Links keep the colour of the theme in which they were set."""
        if "<a " in self._html:
            self.show_html(self._html)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: neither pictures nor style sheets are fetched, local or remote."""
        return "" if kind == QTextDocument.ResourceType.StyleSheetResource else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the conversation scrolls, not the message

    def _fit(self) -> None:
        # Without scroll bars that is the viewport's. Asking for a widget of no known class makes
        # PySide look through all classes of widgets, 6 ms at the start.
        self.document().setTextWidth(self.contentsRect().width())
        self.setFixedHeight(max(20, int(self.document().size().height()) + 2))

    def _open(self, url: QUrl) -> None:
        if url.scheme() in {"http", "https", "mailto"}:
            QDesktopServices.openUrl(url)


_AT_ONCE, _MORE = 20_000, 40_000
"""Characters of a message that are laid out: 100,000 hold the window for 0.1 s, ten million for
half a minute."""


class MessageView(QFrame):
    """A message as a card; internal notes are tinted and labelled. Of a very long one the beginning
    is shown, and more of it as it is asked for."""

    unfolded = Signal()

    def __init__(self, message: Message, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message = message
        self._theme = theme
        self._most, self._left = _AT_ONCE, 0
        self._translation: str | None = None
        self.setObjectName(f"message{message.position}")
        internal = message.visibility is Visibility.INTERNAL
        self.setProperty("card", "internal" if internal else "message")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(self._head(internal))
        self._text = SafeTextView(theme, self)
        self._text.setObjectName(f"messageText{message.position}")
        self._text.setAccessibleName(self.tr("Message from {name}").format(name=self._author()))
        layout.addWidget(self._text)
        self._fold_button = quiet_button(self.tr("Show signature and quoted text"), small=True)
        self._fold_button.setObjectName(f"unfoldButton{message.position}")
        self._fold_button.clicked.connect(self._unfold)
        layout.addWidget(self._fold_button)  # shown before, it would be a window of its own
        self._fold_button.setVisible(bool(message.folded))
        self._more_button = quiet_button("", small=True)
        self._more_button.setObjectName(f"moreButton{message.position}")
        self._more_button.clicked.connect(self._show_more)
        layout.addWidget(self._more_button)
        if message.attachments:
            layout.addWidget(self._attachments())
        self._show(self._html(folded=True))

    def show_translation(self, text: str | None) -> None:
        """Show the message in another language, or, with None, as it was written."""
        if text is not None:
            from supportdesk_gui.assist.conversation import (
                UNTRANSLATED,
            )  # not for the first picture

            words = self.tr("Not translated:")
            mark = words if words.endswith("：") else f"{words} "
            self._translation = text.replace(UNTRANSLATED, mark)
            self._show(self._beginning(self._translation))
        else:
            self._translation = None
            self._show(self._html(folded=not self._fold_button.isHidden()))

    def shown_text(self) -> str:
        """What is read now."""
        return self._text.toPlainText()

    def select(self, words: str) -> QPoint | None:
        """Select words where they stand; where that is in this widget, None where they do not."""
        cursor = self._text.document().find(words)
        if cursor.isNull():
            return None
        self._text.setTextCursor(cursor)
        return self._text.mapTo(self, self._text.cursorRect(cursor).center())

    @property
    def position(self) -> int:
        """The message's place in its ticket."""
        return self._message.position

    def _head(self, internal: bool) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        name = ElidedLabel(self._author())
        name.setFont(font("body", weight=600, text=name.text()))
        head.addWidget(name)
        if internal:
            head.addWidget(Tag(self.tr("Internal note"), "fact", self._theme))
        elif self._message.role is Role.AGENT:
            head.addWidget(Tag(self.tr("Agent"), "neutral", self._theme))
        elif self._message.role is Role.SYSTEM and self._author() != self.tr("System"):
            head.addWidget(Tag(self.tr("System"), "neutral", self._theme))
        head.addStretch()
        when = QLabel(time_words(self._message.sent_at))
        when.setFont(font("label"))
        when.setProperty("role", "text3")
        head.addWidget(when)
        return head

    def _author(self) -> str:
        is_system = self._message.role is Role.SYSTEM and self._message.author == "System"
        if self._message.author and not is_system:
            return self._message.author
        if self._message.role is Role.REQUESTER:
            return self.tr("Customer")
        return self.tr("Agent") if self._message.role is Role.AGENT else self.tr("System")

    def _html(self, *, folded: bool) -> str:
        text = self._message.text
        if self._message.folded and folded:
            return self._beginning(_without(text, self._message.folded))
        if self._message.html and len(text) <= self._most:
            self._left = 0
            return self._message.html
        return self._beginning(text)

    def _beginning(self, text: str) -> str:
        self._left = max(0, len(text) - self._most)
        return text_to_html(text[: self._most])

    def _show(self, html: str) -> None:
        self._text.show_html(html)
        words = self.tr("Show more; {count} characters are left")
        self._more_button.setText(words.format(count=f"{self._left:,}"))
        self._more_button.setVisible(self._left > 0)

    def _show_more(self) -> None:
        self._most += _MORE
        if self._translation is None:
            self._show(self._html(folded=not self._fold_button.isHidden()))
        else:
            self._show(self._beginning(self._translation))

    def _unfold(self) -> None:
        self._fold_button.hide()
        self._show(self._html(folded=False))
        self.unfolded.emit()

    def _attachments(self) -> QLabel:
        names = ", ".join(_attachment_words(item) for item in self._message.attachments)
        text = self.tr("{count} attached, not in this export: {names}")
        label = QLabel(text.format(count=len(self._message.attachments), names=names))
        label.setWordWrap(True)
        label.setFont(font("second"))
        label.setProperty("role", "text3")
        return label


def _without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    kept.append(text[at:])
    return "".join(kept).strip()


def _attachment_words(attachment: Attachment) -> str:
    if not attachment.size:
        return attachment.name
    return f"{attachment.name} ({max(1, attachment.size // 1024)} KB)"
