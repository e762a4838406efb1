"""The review in the real window: a card a ticket, a key a decision."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableWidget, QWidget

from supportdesk_gui.assist.customer_words import first_name
from supportdesk_gui.assist.similar import PolicyPlaces, matter_of
from supportdesk_gui.storage.settings import load_settings, save_settings
from supportdesk_gui.tickets.outbox_files import OutboxFile
from supportdesk_gui.tickets.sample_shop import STRIKE_TAG
from supportdesk_gui.tickets.ticket import Status, Triage
from supportdesk_gui.ui.components.paragraph import Paragraph
from tests.ui.running import running, trigger, until

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program
    from supportdesk_gui.ui.theme import Theme

_KEY = Qt.Key
_EVERY_KEY = " a e s x z g b j k o t y r d 1 2 3 ? /"
_UNPROVEN = " We send you 500 euros tomorrow."


def _offline(home: Path) -> Path:
    place = home / "settings.json"
    save_settings(place, load_settings(place).settings._replace(engine="offline"))
    return home


async def _card(program: Program, but: int = 0) -> int:
    """Wait for a card with its whole draft, another one than `but`; the ticket's id."""
    reviewing, reply = program.reviewing, program.inbox.reply

    def stands() -> bool:
        here = reviewing.current
        return bool(
            here and here != but and reply.text().strip() and not program.writer.is_writing(here)
            and reply.proof.is_settled()
        )  # fmt: skip

    await until(stands, "a card with its draft")
    return reviewing.current


def _press(key: str) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, key)


def _status(program: Program, ticket_id: int) -> Status:
    return program.tickets.ticket(ticket_id).status


async def test_one_key_approves_and_brings_the_next_card(sample_shop: Path, theme: Theme) -> None:
    async with running(_offline(sample_shop), theme) as program:
        reviewing, inbox = program.reviewing, program.inbox
        await until(lambda: reviewing.look.left > 200, "the queue")
        listed = inbox.list.current_id
        trigger(program, "page_review")
        first = await _card(program)
        waiting = reviewing.look.left
        assert inbox.ticket.isVisible() and inbox.reply.isVisible()
        assert reviewing.page.isAncestorOf(inbox.reply)
        text = inbox.reply.text().strip()
        _press("a")
        assert reviewing.current != first, "the next card is there at once"
        await until(lambda: _status(program, first) is Status.COPIED, "the approval")
        assert QApplication.clipboard().text() == text
        assert inbox.strip.isVisible() and reviewing.page.isAncestorOf(inbox.strip)
        await until(lambda: reviewing.look.outbox == 1, "the outbox")
        assert reviewing.look.left == waiting - 1
        foot = program.window.status.findChild(QLabel, "queueLabel")
        assert isinstance(foot, QLabel) and foot.text() == f"{waiting - 1} in the queue"
        await _use_outbox(program, first, text)

        reviewing.show_ticket(reviewing.look.ids[0])
        second = await _card(program, first)
        _press("x")
        third = await _card(program, second)
        _press("s")
        await until(lambda: _status(program, third) is Status.SKIPPED, "skipped")
        assert _status(program, second) is Status.ESCALATED
        _press("z")
        await until(lambda: reviewing.current == third, "the card that was skipped")
        await until(lambda: reviewing.look.left == waiting - 2, "the queue with it")
        _press("z")
        _press("z")
        await until(lambda: reviewing.current == first, "the first card")
        await until(lambda: reviewing.look.outbox == 0, "an empty outbox")

        await _card(program)
        await until(lambda: not program.writer.is_writing(first), "the whole draft")
        _press("e")
        assert QApplication.focusWidget() is inbox.reply.editor
        _type_every_key(program)
        inbox.reply.editor.moveCursor(inbox.reply.editor.textCursor().MoveOperation.End)
        QTest.keyClicks(inbox.reply.editor, _UNPROVEN)
        QTest.keyClick(inbox.reply.editor, _KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: "500" in inbox.reply.notice.text(), "the question")
        assert reviewing.current == first and _status(program, first) is Status.DRAFTED
        _answer(inbox.reply.notice, "Copy anyway")
        await until(lambda: _status(program, first) is Status.COPIED, "copied all the same")

        await _answer_once(program)
        inbox.reply.editor.setFocus()
        program.window.resize(1000, 1100)
        await until(lambda: _top(inbox.reply) > _top(inbox.ticket), "the ticket above its reply")
        assert inbox.ticket.isVisible() and inbox.reply.isVisible()
        program.window.resize(600, 700)
        await until(lambda: not inbox.ticket.isVisible(), "tabs on half a screen")
        assert inbox.reply.isVisible()
        assert program.window.focusWidget() is inbox.reply.editor, "whoever types goes on typing"
        trigger(program, "page_inbox")
        assert inbox.isAncestorOf(inbox.reply) and inbox.isAncestorOf(inbox.strip)
        assert inbox.current_ticket() and inbox.current_ticket().id == listed
        program.settings.update(ui_language="zh-Hant")
        await until(lambda: program.inbox is not inbox, "the pages in another language")
        trigger(program, "page_review")
        assert program.reviewing.page.isAncestorOf(program.inbox.reply)
        await _card(program)
        inbox = program.inbox
        program.settings.update(ui_language="en")
        await until(lambda: program.inbox is not inbox, "the pages in English")


def _type_every_key(program: Program) -> None:
    """In a text field every key of the review is a letter, and none of them while a word is composed."""
    reviewing, reply = program.reviewing, program.inbox.reply
    card, stance, status = reviewing.current, reply.stance, _status(program, reviewing.current)
    before = reply.text()
    trigger(program, "what_to_say")
    wish = reply.steering.wish
    for field, text in ((reply.editor, reply.editor.toPlainText), (wish, wish.text)):
        field.setFocus()
        QTest.keyClick(field, _KEY.Key_End, Qt.KeyboardModifier.ControlModifier)
        old = text()
        QTest.keyClicks(field, _EVERY_KEY)
        assert text() == old + _EVERY_KEY
        QApplication.sendEvent(field, QInputMethodEvent("ni hao", []))
        for key in (_KEY.Key_A, _KEY.Key_Z, _KEY.Key_1, _KEY.Key_Return):
            QTest.keyClick(field, key)
        QTest.keyClick(field, _KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
        word = QInputMethodEvent("", [])
        word.setCommitString("你好")
        QApplication.sendEvent(field, word)
        assert text() == f"{old}{_EVERY_KEY}你好"
    assert (reviewing.current, reply.stance) == (card, stance)
    assert _status(program, card) is status and reviewing.once.dialog.now is None
    assert not program.writer.is_writing(card)
    wish.clear()
    for _ in range(100):
        if reply.text() != before:
            reply.editor.undo()
    assert reply.text() == before
    reply.editor.setFocus()


def _top(pane: QWidget) -> int:
    return pane.mapTo(pane.window(), QPoint(0, 0)).y()


async def _answer_once(program: Program) -> None:
    """One answer becomes that of all who ask the same, but for one that is left out."""
    reviewing, store = program.reviewing, program.tickets
    strike = [one for one in reviewing.look.ids if STRIKE_TAG in store.ticket(one).tags]
    places = PolicyPlaces(program.index)
    for one in strike[:14]:  # the others are learnt in the background
        matter = await matter_of(program.index, places, store.ticket(one), _triage(program, one))
        reviewing.matters.known[one] = matter
    sure = [one for one in strike[:14] if reviewing.matters.group(one, strike).ids]
    seed = sure[0]
    reviewing.show_ticket(seed)
    await _card(program)
    group = reviewing.matters.group(seed, strike[:14])
    assert len(group.ids) > 4
    bar = reviewing.page.card.alike
    assert bar.isVisible() and bar.findChild(QWidget, "answerOnceButton")
    trigger(program, "answer_once")
    dialog = reviewing.once.dialog.now
    assert dialog is not None
    left_out = group.ids[0]
    for one in dialog.ticked():
        dialog.tick(one, one in group.ids and one != left_out)
    _click(dialog, "answerOnceGo")
    await until(lambda: program.jobs.running("answer once"), "the drafts to begin")
    await until(lambda: not program.jobs.running("answer once"), "the drafts")
    assert f"{len(group.ids) - 1} drafted" in reviewing.page.notice.text()
    mine = program.drafts.latest(seed)
    assert mine is not None and mine.citations
    said = {one.cited_start for one in mine.citations}
    for one in group.ids[1:]:
        version, ticket = program.drafts.latest(one), store.ticket(one)
        assert version is not None and version.language == ticket.language
        assert first_name(ticket.requester) in version.text
        assert version.citations, "each rests on the policy in its own language"
        if ticket.language == mine.language:
            assert {item.cited_start for item in version.citations} == said
            assert program.basis.carried(version.id), (
                "what no policy says is read before it is copied"
            )
    trigger(program, "approve")
    assert reviewing.current == group.ids[1], "then those that got the answer"
    await _card(program, seed)

    await _answered_beside(program)


async def _answered_beside(program: Program) -> None:
    """The nearest answered tickets stand beside the card by themselves; an answer of theirs goes
    into the reply, and replaces nothing."""
    store = program.tickets
    came_answered = next(
        one
        for one in range(1, 300)
        if store.ticket(one).status is Status.REPLIED and store.triage(one) is None
    )
    known = await program.reviewing.matters.of_answered([came_answered])
    assert [one.ticket_id for one in known] == [came_answered], "those are judged by rules"
    inbox, editor = program.inbox, program.inbox.reply.editor
    section = inbox.work.answered.section
    await until(lambda: section.isVisible() and _row(section, 1).accessibleName(), "the answers")
    assert program.reviewing.page.isAncestorOf(section)
    assert not _row(section, 1).isVisible(), "a low card leaves the room to the conversation"
    editor.selectAll()
    program.window.activateWindow()
    inbox.ticket.conversation.setFocus()
    await until(QApplication.focusWidget, "the window to be the active one")
    _press("b")
    assert QApplication.focusWidget() is _row(section, 1)
    answer = section.findChild(QLabel, "answeredText")
    assert isinstance(answer, Paragraph)
    await until(lambda: answer.isVisible() and answer.words, "the nearest one's answer")
    before = inbox.reply.text()
    QTest.keyClick(_row(section, 1), _KEY.Key_Return)
    body, closing = before.rsplit("\n\n", 1)
    assert inbox.reply.text() == f"{body}\n\n{answer.words}\n\n{closing}", "nothing is gone"
    assert QApplication.focusWidget() is editor and editor.isVisible()
    assert program.basis.carried(inbox.reply.version_id) == (answer.words,), "not the agent's own"
    editor.undo()
    assert inbox.reply.text() == before
    _row(section, 1).setFocus()
    QTest.keyClick(_row(section, 1), _KEY.Key_J)
    assert not section.found(), "what belongs to another ticket goes with it"
    assert QApplication.focusWidget() is inbox.ticket.conversation


def _row(section: QWidget, number: int) -> QAbstractButton:
    row = section.findChild(QAbstractButton, f"answeredRow{number}")
    assert isinstance(row, QAbstractButton)
    return row


def _triage(program: Program, ticket_id: int) -> Triage:
    triage = program.tickets.triage(ticket_id)
    assert triage is not None
    return triage


async def _use_outbox(program: Program, ticket_id: int, text: str) -> None:
    """Copy the only reply again, export it, mark it as replied, and take that back."""
    trigger(program, "outbox")
    await until(lambda: program.reviewing.outbox.dialog.now, "the outbox")
    dialog = program.reviewing.outbox.dialog.now
    assert dialog is not None
    dialog.resize(460, 560)  # as wide as half a screen has it
    table = dialog.findChild(QTableWidget, "outboxRows")
    assert isinstance(table, QTableWidget)
    await until(lambda: table.horizontalScrollBar().maximum() == 0, "nothing at the side")
    assert table.columnWidth(5) >= 100, "there is room for what a reply begins with"
    QApplication.clipboard().clear()
    _click(dialog, "outboxCopyButton")
    assert QApplication.clipboard().text() == text
    dialog.choose_kind(OutboxFile.CSV)
    file = program.folder.root / "outbox.csv"
    assert dialog.save(file) == 1 and text[:20].encode() in file.read_bytes()
    again = dialog.findChild(QAbstractButton, "outboxAgain")
    assert isinstance(again, QAbstractButton)
    await until(lambda: again.isVisible(), "that it is in a file")
    assert "1 that" in again.text() and not again.isChecked()
    assert dialog.save(file) == 0, "nothing is written twice unasked"
    again.click()
    assert dialog.save(file) == 1
    _click(dialog, "outboxSentButton")
    await until(lambda: _status(program, ticket_id) is Status.REPLIED, "replied")
    await until(lambda: program.reviewing.look.outbox == 0, "an empty outbox")
    _click(dialog, "outboxCloseButton")
    program.window.activateWindow()
    trigger(program, "undo")
    await until(lambda: program.reviewing.look.outbox == 1, "the reply in the outbox again")
    await until(QApplication.focusWidget, "the window to be the active one")


def _click(parent: QWidget, name: str) -> None:
    button = parent.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def _answer(notice: QWidget, words: str) -> None:
    [button] = [one for one in notice.findChildren(QAbstractButton) if one.text() == words]
    button.click()
