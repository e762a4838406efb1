"""What there is to say stands one at a time, and nothing that waits for the agent is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from supportdesk_gui.ui.components.notice_bar import NoticeBar
from supportdesk_gui.ui.theme import Theme


def _press(bar: NoticeBar, name: str) -> None:
    (button,) = [one for one in bar.findChildren(QAbstractButton, name) if one.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_question_waits_behind_what_is_worse_and_keeps_its_answers(theme: Theme) -> None:
    bar, given = NoticeBar(theme), []
    bar.ask("Send 300 tickets?", [("All", lambda: given.append("all")), ("None", lambda: None)])
    bar.show_notice("note", "12 tickets came.")
    assert bar.text() == "Send 300 tickets?", "good news took the question's place"
    bar.show_notice("look", "3 rows could not be read.")
    bar.show_notice("broken", "The disk is full.")
    bar.show_notice("look", "empty.csv is empty.")
    seen = []
    for _ in range(3):
        seen.append(bar.text())
        assert not _answers(bar), "the question's answers under another sentence"
        _press(bar, "noticeClose")
    assert seen == ["The disk is full.", "3 rows could not be read.", "empty.csv is empty."]
    assert bar.text() == "Send 300 tickets?"
    _press(bar, "noticeAnswer1")
    assert given == ["all"]
    assert bar.text() == "12 tickets came."
    _press(bar, "noticeClose")
    assert bar.text() == "" and not bar.isVisible()


def test_what_the_agents_own_key_asks_is_not_hidden_behind_what_failed_before(theme: Theme) -> None:
    bar, given = NoticeBar(theme), []
    bar.show_notice("broken", "The engine is out of reach.")
    bar.ask("A blank is left. Copy?", [("Copy anyway", lambda: given.append("copy"))], "asked")
    assert bar.text() == "A blank is left. Copy?"
    _press(bar, "noticeAnswer1")
    assert given == ["copy"] and bar.text() == "The engine is out of reach."


def test_an_answer_brings_the_next(theme: Theme) -> None:
    bar, done = NoticeBar(theme), []
    bar.show_notice("look", "3 rows could not be read.", "Show", lambda: done.append("shown"))
    bar.show_notice("look", "4 rows could not be read.", "Show", lambda: done.append("again"))
    _press(bar, "noticeAction")
    assert done == ["shown"] and bar.text() == "4 rows could not be read."
    _press(bar, "noticeAction")
    assert done == ["shown", "again"] and bar.text() == ""


def test_good_news_is_not_stacked(theme: Theme) -> None:
    bar = NoticeBar(theme)
    for text in ("3 tickets came.", "3 tickets came.", "4 tickets came."):
        bar.show_notice("note", text)
    assert bar.text() == "4 tickets came."
    bar.show_notice("look", "3 rows could not be read.")
    bar.show_notice("look", "3 rows could not be read.")
    _press(bar, "noticeClose")
    assert bar.text() == "", "what was seen came back"


def test_a_question_asked_anew_stands_once(theme: Theme) -> None:
    bar = NoticeBar(theme)
    for count in (300, 312):
        bar.ask(f"Send {count} tickets?", [("All", lambda: None)])
    assert bar.text() == "Send 312 tickets?"
    _press(bar, "noticeClose")
    assert bar.text() == ""


def test_what_is_true_no_longer_goes_wherever_it_stands(theme: Theme) -> None:
    bar = NoticeBar(theme)
    bar.show_notice("look", "3 rows could not be read.")
    bar.show_notice("broken", "Not on disk yet.")
    bar.withdraw("Not on disk yet.")
    assert bar.text() == "3 rows could not be read."
    bar.show_notice("broken", "Worse.")
    bar.withdraw("3 rows could not be read.")
    _press(bar, "noticeClose")
    assert bar.text() == ""


def _answers(bar: NoticeBar) -> list[QAbstractButton]:
    found = bar.findChildren(QAbstractButton, "noticeAnswer1")
    return [button for button in found if button.isVisible()]


def test_a_draft_is_said_to_ask_only_where_it_does(theme: Theme) -> None:
    from supportdesk_gui.assist.drafting import DraftEnd
    from supportdesk_gui.ui.reply.reply_notice import ReplyNotice

    bar = ReplyNotice(theme)
    end = DraftEnd("claude", answered=False, seconds_to_first_text=0.1, seconds=0.2)
    bar.say_end(end, "Hola:\n\nSentimos lo ocurrido.")
    assert bar.text() == "This draft quotes none of your policies."
    bar.say_end(end, "您好：\n\n您的订单号是多少？")
    assert "A question to the customer stands in the draft." in bar.text()
