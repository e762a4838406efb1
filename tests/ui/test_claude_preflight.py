"""The pre-flight with Claude at work: asked once a draft, and never in the way."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from supportdesk_gui.assist.preflight import Answered
from supportdesk_gui.engine.ledger import Kind
from tests.claude.standin import Fault, StandIn
from tests.ui.claude_shop import SPANISH, Shop, of_kind, quiet, triage_of
from tests.ui.running import draft, trigger, until

QUESTION = "¿Cuál es más resistente?"
ANSWER = "El haya soporta más peso que el pino."
RULES = "You check the draft"


async def test_a_model_is_asked_once_about_what_the_rules_leave_open(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_say(f"Gracias por escribirnos. {ANSWER}", thinking="")
    claude.will_answer(
        {"answers": [{"id": 1, "answer": 3}], "claims": []}, contains=RULES, hold_after=0
    )
    async with shop.open(ticket=SPANISH) as program:
        ticket, checks = program.inbox.current_ticket(), program.inbox.checks
        assert ticket is not None
        known = replace(triage_of(program), questions=(QUESTION,), engine="claude-sonnet-5-5")
        program.tickets.save_triage(ticket.id, known).result()
        trigger(program, "draft_again")
        await until(lambda: any(one.held for one in of_kind(claude, "pre-flight")), "the request")
        assert checks.found is not None and checks.found.questions[0].answered is Answered.UNSURE
        QGuiApplication.clipboard().setText("before")
        trigger(program, "copy")
        assert ANSWER in QGuiApplication.clipboard().text(), "the copy waits for no model"
        claude.release()
        await until(
            lambda: checks.found and checks.found.questions[0].answered is Answered.YES, "its word"
        )
        row = program.window.findChild(QAbstractButton, "questionRow1")
        assert row is not None
        row.click()
        assert program.inbox.reply.editor.textCursor().selectedText() == ANSWER
        version = program.inbox.reply.version_id
        kinds = [one.kind for one in program.ledger.entries() if one.version_id == version]
        assert kinds.count(Kind.PREFLIGHT) == 1
        program.inbox.reply.editor.append("Un saludo cordial.")
        await until(lambda: checks.found and "cordial" in checks.found.text, "the next check")
        await quiet(program)
        assert checks.found.questions[0].answered is Answered.YES, "its word still holds"
        assert len(of_kind(claude, "pre-flight")) == 1, "asked again after an edit"
        # Where the engine fails, what the rules found stands, and nobody is told twice.
        claude.will_say("Gracias por escribirnos.", thinking="")
        claude.will_fail(Fault.REFUSED_KEY, schema=True, times=None)
        await draft(program)
        await until(lambda: checks.found and "cordial" not in checks.found.text, "the check")
        await quiet(program)
        assert checks.found.questions[0].answered is Answered.NO
