"""One message of a conversation, however long."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from supportdesk_gui.tickets.ticket import Message, Role
from supportdesk_gui.ui.theme import Theme
from supportdesk_gui.ui.ticket.message_view import MessageView, SafeTextView


def test_of_a_very_long_message_the_beginning_is_shown_and_more_when_asked_for(
    qtbot: QtBot, theme: Theme
) -> None:
    text = "".join(f"line {number:06}\n" for number in range(100_000))
    view = MessageView(Message(0, Role.REQUESTER, text, html=f"<p>{text}</p>"), theme)
    qtbot.addWidget(view)
    more = view.findChild(QPushButton, "moreButton0")
    assert more is not None and not more.isHidden()
    assert "1,180,000" in more.text()
    assert 19_000 < len(view.shown_text()) <= 20_000
    more.click()
    assert 59_000 < len(view.shown_text()) <= 60_000 and "1,140,000" in more.text()
    view.show_translation("short")
    assert view.shown_text() == "short" and more.isHidden()
    view.show_translation(None)
    assert text.startswith(view.shown_text()[:59_000]) and not more.isHidden()
    short = MessageView(Message(0, Role.REQUESTER, "Hello", html="<p>Hello</p>"), theme)
    qtbot.addWidget(short)
    button = short.findChild(QPushButton, "moreButton0")
    assert button is not None and button.isHidden() and short.shown_text() == "Hello"


def test_links_have_the_colour_of_the_theme_on_view(theme: Theme) -> None:
    view = MessageView(Message(0, Role.REQUESTER, "Write to ana@mail.example"), theme)
    for name in ("dark", "light"):
        theme.set_theme(name)
        assert theme.colours.accent.lower() in view.findChildren(SafeTextView)[0].toHtml()


def test_the_systems_name_is_in_the_windows_language_and_stands_once(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MessageView, "tr", lambda _, text: {"System": "系统"}.get(text, text))
    view = MessageView(Message(0, Role.SYSTEM, "Linked.", author="System"), theme)
    qtbot.addWidget(view)
    said = [one.text() for one in view.findChildren(QLabel)]
    assert said.count("系统") == 1 and "System" not in said
