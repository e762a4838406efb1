"""What leaves, as the agent sees it: masked, looked at before it goes, and looked up afterwards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from supportdesk_gui.assist.blanks import open_places
from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.components.proof_marks import Proof
from supportdesk_gui.ui.components.segment import Segment
from supportdesk_gui.ui.outgoing_dialog import OutgoingDialog
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from supportdesk_gui.ui.withheld_dialog import WithheldDialog
from tests.claude.standin import StandIn
from tests.ui.claude_shop import SPANISH, Shop
from tests.ui.running import draft, running, trigger, until


def _button(program: Program, name: str) -> QAbstractButton:
    found = program.window.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def _dialog(program: Program) -> OutgoingDialog:
    found = [one for one in program.window.findChildren(OutgoingDialog) if one.isVisible()]
    return found[-1]


async def test_a_draft_has_the_names_its_request_had_not_and_the_bytes_can_be_read(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_say("[NAME_1_FIRST], lamentamos que [ORDER_1] no haya llegado a [NAME_7].")
    async with shop.open(ticket=SPANISH, translate_inbound=False) as program:
        await draft(program)
        text = program.inbox.reply.text()
        assert "Lucía, lamentamos que MP-48377 no haya llegado" in text
        assert "[NAME_7]" in text, "what the model made up is not guessed"
        marked = [text[one.start : one.end] for one in open_places(text)]
        assert marked == ["[NAME_7]"], "and is marked as a place that is open"
        for request in claude.messages:
            for secret in ("Lucía", "Fernández", "MP-48377", "ES9204418822", "lucia.fern"):
                assert secret not in request.text, (secret, request.text)
        reply = program.inbox.reply
        await until(lambda: reply.editor.marks(), "the proof")
        place = text.find("MP-48377")
        (mark,) = (one for one in reply.editor.marks() if one.start <= place < one.end)
        assert mark.proof is Proof.FACT, "the proof sees the real number"
        trigger(program, "outgoing")
        await until(lambda: program.window.findChildren(OutgoingDialog), "the dialog")
        dialog = _dialog(program)
        marks = dialog.findChild(QPlainTextEdit, "outgoingMarks")
        body = dialog.findChild(QPlainTextEdit, "outgoingBody")
        assert marks is not None and body is not None
        assert "[NAME_1_FIRST]  Lucía" in marks.toPlainText()
        assert body.extraSelections(), "masked values are to be seen as such"
        ways = dialog.findChild(Segment, "outgoingWays")
        assert ways is not None
        ways.choose("bytes")
        ways.chosen.emit("bytes")
        assert body.toPlainText() in [one.text for one in claude.messages]
        dialog.reject()
        program.window.show_page("settings")
        program.settings_page.show_spend()
        spend = program.settings_page.spend
        spend.show_part("requests")
        spend.view.setCurrentIndex(spend.model.index(0, 0))
        _button(program, "ledgerSentButton").click()
        await until(lambda: _dialog(program) is not dialog, "the request of the ledger")


async def test_strict_sends_nothing_before_the_agent_has_looked(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_say("Danke.", times=None)
    async with shop.open(ticket=SPANISH, privacy="strict", translate_inbound=False) as program:
        wish = program.inbox.reply.steering.wish
        QTest.keyClicks(wish, "then ask Laura Pausini at Ferrovia Nord about it")
        sent = len(claude.messages)
        _button(program, "draftButton").click()
        notice = program.inbox.reply.notice
        await until(lambda: "Nothing was sent" in notice.text(), "the refusal")
        assert len(claude.messages) == sent
        action = notice.findChild(QAbstractButton, "noticeAction")
        assert action is not None
        action.click()
        await until(lambda: program.window.findChildren(WithheldDialog), "the question")
        (dialog,) = program.window.findChildren(WithheldDialog)
        named = [tick.text() for tick in dialog.findChildren(QAbstractButton) if tick.isCheckable()]
        assert "Laura Pausini" in named
        for tick in dialog.findChildren(QAbstractButton):
            if tick.isCheckable():
                tick.setChecked(tick.text() == "Laura Pausini")
        _button(program, "withheldSend").click()
        await until(lambda: "Danke" in program.inbox.reply.text(), "the draft")
        request = claude.messages[sent]
        assert "Pausini" not in request.text and "Ferrovia Nord" in request.text


async def test_settings_take_a_pattern_that_can_be_used_and_say_why_not(
    tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path, theme) as program:
        program.window.show_page("settings")
        section = program.settings_page.privacy
        refusal = section.findChild(Paragraph, "patternRefusal")
        assert refusal is not None
        section.pattern.setText("(?=x)")
        _button(program, "addPattern").click()
        assert not refusal.isHidden() and not program.settings.value.private_patterns
        section.name.setText("Customer")
        section.pattern.setText(r"KD-\d{6}")
        _button(program, "addPattern").click()
        assert program.settings.value.private_patterns == {"Customer": r"KD-\d{6}"}
        assert refusal.isHidden()
        _button(program, "radio_strict").click()
        assert program.settings.value.privacy == "strict"
        assert program.engine.airlock.choice.patterns[0].pattern == r"KD-\d{6}"
        _button(program, "removePattern0").click()
        assert not program.settings.value.private_patterns
