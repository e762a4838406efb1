"""Facts that neither ticket nor policies hold: their fields, their blanks, and where they go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from supportdesk_gui.ui.components.proof_marks import Proof
from supportdesk_gui.ui.reply.reply_facts import _standing
from tests.claude.standin import Fault, StandIn
from tests.ui.claude_shop import SPANISH, Shop, of_kind, quiet, triage_of
from tests.ui.running import draft, trigger, until

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program

STATUS, DAY = "tracking status", "day of the refund"
WRITTEN = (
    f"Su paquete está [{STATUS}]. Le avisamos cuando deje de estar [{STATUS}]. "
    f"El reembolso llega el [{DAY}]. Pregunte por [another thing]."
)


def field(program: Program, name: str) -> QLineEdit:
    found = [one for one in program.inbox.reply.facts.findChildren(QLineEdit)
             if one.accessibleName() == name]  # fmt: skip
    assert len(found) == 1, name
    return found[0]


def selected(program: Program) -> str:
    return program.inbox.reply.editor.textCursor().selectedText()


def mark_of(program: Program, words: str) -> Proof | None:
    text = program.inbox.reply.text()
    for mark in program.inbox.reply.editor._marks:
        if words in text[mark.start : mark.end]:
            return mark.proof
    return None


async def asked(program: Program) -> None:
    """A model has read the ticket on view: two facts are missing."""
    ticket = program.inbox.current_ticket()
    assert ticket is not None
    known = replace(triage_of(program), missing_facts=(STATUS, DAY), engine="claude-sonnet-5-5")
    program.tickets.save_triage(ticket.id, known).result()
    program.inbox.triaged([ticket.id])


async def test_a_field_fills_its_blanks_counts_as_a_fact_and_goes_with_the_next_draft(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_say(WRITTEN, thinking="")
    async with shop.open(ticket=SPANISH) as program:
        reply, clipboard = program.inbox.reply, QGuiApplication.clipboard()
        assert reply.facts.isHidden(), "the rules know of no missing fact"
        await asked(program)
        assert not reply.facts.isHidden()
        await draft(program)
        sent = str((of_kind(claude, "draft")[0].body or {})["messages"])
        assert STATUS in sent and DAY in sent, "the model is told which facts are missing"
        clipboard.setText("before")
        trigger(program, "copy")
        assert clipboard.text() == "before", "copied with an open blank"
        assert f"[{STATUS}]" in reply.notice.text()
        # Tab: from blank to blank, and after the last one to the next control.
        editor = reply.editor
        editor.setFocus()
        editor.go_to(0, 0)
        seen = []
        for _ in range(3):
            QTest.keyClick(editor, Qt.Key.Key_Tab)
            seen.append(selected(program))
        assert seen == [f"[{STATUS}]", f"[{STATUS}]", f"[{DAY}]"], "others are no blanks"
        QTest.keyClick(editor, Qt.Key.Key_Backtab)
        assert selected(program) == f"[{STATUS}]"
        # A field fills all its blanks while it is typed into, in one step of undo.
        QTest.keyClicks(field(program, STATUS), "retenido en Lyon desde el 4 de marzo")
        assert reply.text().count("retenido en Lyon desde el 4 de marzo") == 2
        await until(lambda: mark_of(program, "retenido en Lyon") is not Proof.UNSUPPORTED,
                    "the agent's fact is no unproven claim")  # fmt: skip
        editor.undo()
        assert reply.text().count(f"[{STATUS}]") == 2
        editor.redo()
        field(program, STATUS).setFocus()
        QTest.keyClick(field(program, STATUS), Qt.Key.Key_Backspace)
        assert reply.text().count("el 4 de marz.") == 2, "a change of the field changes the text"
        QTest.keyClicks(field(program, STATUS), "o")
        await until(lambda: program.desk.vouching.facts(reply.version_id), "the fact is kept")
        await quiet(program)
        kept = "retenido en Lyon desde el 4 de marzo"
        claude.will_say(f"📦 Su paquete está {kept}. Llega el [day of the refund].", thinking="")
        await draft(program)
        sent = str((of_kind(claude, "draft")[-1].body or {})["messages"])
        assert f"{STATUS}: retenido en Lyon desde el 4 de marzo" in sent
        assert field(program, STATUS).text() == "retenido en Lyon desde el 4 de marzo"
        assert program.desk.vouching.facts(reply.version_id) == {
            STATUS: "retenido en Lyon desde el 4 de marzo"
        }
        ticket = program.inbox.current_ticket()
        await until(lambda: not program.drafts.has_unsaved_text(), "the text on disk")
    async with shop.open() as program:
        assert ticket is not None
        program.inbox.show_ticket(ticket.id)
        assert field(program, STATUS).text() == "retenido en Lyon desde el 4 de marzo"
        assert field(program, DAY).text() == ""
        before = program.inbox.reply.text()
        QTest.keyClicks(field(program, STATUS), " por la tarde")
        assert program.inbox.reply.text() == before.replace("marzo", "marzo por la tarde")


def test_a_value_is_not_found_within_another_word_or_number() -> None:
    text = "📦 25 €, 5 días, 3.5 kg, el 5/3, nr. 5. 包裹已发货了，5天"
    found = [text.encode("utf-16-le")[2 * start : 2 * end + 2].decode("utf-16-le")
             for start, end in _standing("5", text)]  # fmt: skip
    assert found == ["5 ", "5.", "5天"]
    assert _standing("已发货", text) and not _standing("", text)


async def test_what_is_known_before_the_draft_takes_its_blanks(claude: StandIn, shop: Shop) -> None:
    claude.will_say(WRITTEN, thinking="")
    async with shop.open(ticket=SPANISH) as program:
        reply = program.inbox.reply
        await asked(program)
        QTest.keyClicks(field(program, DAY), "4 de marzo")
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        program.inbox.show_ticket(next(i for i in (1, 2) if i != ticket.id))
        assert reply.facts.isHidden(), "another ticket's facts"
        program.inbox.list.show_search("")
        program.inbox.show_ticket(ticket.id)
        await until(lambda: not reply.facts.isHidden(), "the ticket again")
        assert field(program, DAY).text() == "4 de marzo", "kept with its ticket"
        claude.will_fail(Fault.REFUSED_KEY, schema=False)
        await draft(program)
        assert reply.text() == ""
        assert field(program, DAY).text() == "4 de marzo", "a failed draft takes nothing away"
        await draft(program)
        await until(lambda: "llega el 4 de marzo" in reply.text(), "the blank to be filled")
        assert f"[{STATUS}]" in reply.text()
        assert program.desk.vouching.facts(reply.version_id) == {DAY: "4 de marzo"}
        trigger(program, "copy")
        button = reply.notice.findChild(QAbstractButton, "noticeAnswer2")
        assert button is not None and button.text() == "Go to it"
        button.click()
        assert selected(program) == f"[{STATUS}]"
