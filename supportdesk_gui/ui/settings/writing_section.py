"""Settings of how replies are written: house style for each kind of ticket, tools, saved replies."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from supportdesk_gui.assist.saved_replies import SavedReplies
from supportdesk_gui.tickets.ticket import Intent
from supportdesk_gui.ui.components.buttons import quiet_button
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.fonts import font
from supportdesk_gui.ui.inbox.wording import intent_word
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.settings.form import Form
from supportdesk_gui.ui.settings.saved_replies_form import SavedRepliesForm
from supportdesk_gui.ui.settings.settings_keeper import SettingsKeeper
from supportdesk_gui.ui.theme import Theme

_STYLE_HEIGHT = 78  # three lines


class WritingSection(Form):
    """What is set here applies to the next draft; drafts written before say that they are stale."""

    def __init__(
        self, settings: SettingsKeeper, saved: SavedReplies, jobs: Jobs, theme: Theme
    ) -> None:
        super().__init__()
        self._settings = settings
        self.add_head(self.tr("Saved replies"))
        text = self.tr(
            "Macros and canned replies of your helpdesk, as CSV or JSON, or pasted: a title, the "
            "text below, and --- between two. Type :: in a reply to put one in; a draft starts from "
            "the one that fits its ticket. {{customer_name}} and {{order_id}} are filled in."
        )
        self.add_words(text)
        self.replies = SavedRepliesForm(saved, jobs, theme)
        self.add(self.replies)
        self.add_head(self.tr("House style"))
        text = self.tr(
            "What each sentence of a reply is for, a line for each; empty for the usual. Claude "
            "follows it; a draft written without a model keeps the usual three sentences."
        )
        self.add_words(text)
        for intent in Intent:
            self.add_row(intent_word(intent), _StyleField(intent, settings))
        self.add_head(self.tr("Your own rewriting tools"))
        self._no_tools = Paragraph(
            self.tr("None yet: select text in a reply and choose More, In my own words."), "second"
        )
        self._tools = QVBoxLayout()
        self._tools.setSpacing(4)
        self._tools.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._tools)
        self.add(self._no_tools)
        self.add(holder)
        settings.changed.connect(self._follow)
        self._show_tools()

    def _follow(self, changed: set[str]) -> None:
        if "rewriting_tools" in changed:
            self._show_tools()

    def _show_tools(self) -> None:
        while (item := self._tools.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        tools = self._settings.value.rewriting_tools
        self._no_tools.setVisible(not tools)
        for number, (name, words) in enumerate(tools.items()):
            row = QWidget()
            layout = QHBoxLayout(row)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(Paragraph(f"{name}: {words}", "body", "text"), 1)
            remove = quiet_button(self.tr("Remove"), small=True)
            remove.setObjectName(f"removeTool{number}")
            remove.clicked.connect(lambda _=False, name=name: self._remove_tool(name))
            layout.addWidget(remove)
            self._tools.addWidget(row)

    def _remove_tool(self, name: str) -> None:
        tools = dict(self._settings.value.rewriting_tools)
        tools.pop(name, None)
        self._settings.update(rewriting_tools=tools)


class _StyleField(QWidget):
    """The sentences of a reply to one kind of ticket, and how a reply looks with them."""

    def __init__(self, intent: Intent, settings: SettingsKeeper) -> None:
        super().__init__()
        self._intent, self._settings = intent, settings
        self._field = QPlainTextEdit(settings.value.house_styles.get(intent.value, ""))
        self._field.setObjectName(f"houseStyle_{intent.value}")
        spoken = QCoreApplication.translate("Settings", "House style, {intent}")
        self._field.setAccessibleName(spoken.format(intent=intent_word(intent)))
        self._field.setFont(font("body"))
        self._field.setFixedHeight(_STYLE_HEIGHT)
        self._field.setTabChangesFocus(True)
        self._field.setPlaceholderText("\n".join(usual_sentences()))
        self._field.textChanged.connect(self._keep)
        self._preview = Paragraph("", "second", "text3")
        self._preview.setObjectName(f"stylePreview_{intent.value}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._field)
        layout.addWidget(self._preview)
        settings.changed.connect(self._show)
        self._show()

    def _keep(self) -> None:
        styles = {
            **self._settings.value.house_styles,
            self._intent.value: self._field.toPlainText(),
        }
        self._settings.update(
            house_styles={name: text for name, text in styles.items() if text.strip()}
        )

    def _show(self, _changed: object = None) -> None:
        """The frame in the agent's language with the sentences in it; nothing for the usual."""
        from supportdesk_gui.assist.house_style import sentences_of

        value = self._settings.value
        sentences = sentences_of(value, self._intent)
        frame = value.frame_texts(value.agent_language)
        greeting = frame.greeting.replace("{name}", "…")
        body = " ".join(f"[{line}]" for line in sentences)
        self._preview.setVisible(bool(sentences))
        self._preview.set_words(" ".join(part for part in (greeting, body, frame.closing) if part))


def usual_sentences() -> tuple[str, ...]:
    """What the three sentences of a reply are for where nothing else is set."""
    return (
        QCoreApplication.translate("Settings", "An apology, or thanks where nothing went wrong"),
        QCoreApplication.translate("Settings", "The solution that the policies give"),
        QCoreApplication.translate("Settings", "The next step: who does what now"),
    )
