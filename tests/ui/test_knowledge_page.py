"""The Knowledge page in the real window: made, rendered, opened, made again, exported."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog

from supportdesk_gui.assist.knowledge.document import demand_valid, schema
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.engine.errors import Fault as Problem
from supportdesk_gui.resources import resource
from supportdesk_gui.ui.theme import Theme
from tests.claude.standin import Fault, StandIn
from tests.ui.claude_shop import Shop
from tests.ui.running import running, trigger, until

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program


def sample() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        resource("knowledge", "sample.json").read_text(encoding="utf-8")
    )
    return found


def answer(place: int = 0) -> dict[str, Any]:
    """One entry of each kind from the sample set, as a model would write it."""
    set_ = sample()
    faq, template, rule = (set_[name][place] for name in ("faq", "templates", "refund_rules"))
    return {
        "faq": [{"question": faq["question"], "answer": faq["answer"], "tickets": ["t1", "t2"],
                 "disagreeing": []}],
        "templates": [{"title": template["title"], "text": template["text"]}],
        "refund_rules": [{name: rule[name] for name in ("condition", "outcome", "wording")}],
    }  # fmt: skip


async def make(program: Program) -> None:
    """Press the button, and wait until it is done."""
    trigger(program, "make_knowledge")
    assert program.knowledge_work.is_running
    await until(lambda: not program.knowledge_work.is_running, "the knowledge")
    runs = program.knowledge_work._store.runs()
    await until(lambda: _run_on_view(program) == runs[0], "it to be on view")
    await until(lambda: "schema.json" in program.knowledge.foot.text(), "the check")


def _run_on_view(program: Program) -> object:
    shown = program.knowledge._shown
    return shown.run if shown is not None else None


def button(program: Program, name: str) -> QAbstractButton:
    found = program.window.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton), name
    return found


async def test_knowledge_is_made_by_a_model_rendered_from_its_schema_and_made_again(
    shop: Shop, claude: StandIn, tmp_path: Path
) -> None:
    async with shop.open(requests_at_once=8, knowledge_tickets=8) as program:
        page = program.knowledge
        trigger(program, "page_knowledge")
        assert "about $" in page.head.make.text()
        assert "8 ticket summaries" in page.head.make.toolTip()
        claude.will_answer(answer(), times=None)
        await make(program)
        assert page.foot.text().startswith("Valid against")
        assert len(page.rows.keys()) >= 1 and page.table.isVisible()
        program.window.activateWindow()
        page.entry.tabs.choose("es")
        assert any("5 días laborables" in text for text in page.entry.texts())
        page.tabs.choose("templates")
        assert any("{{" in text for text in page.entry.texts())
        # What is in no schema that this program knows is shown because the schema says so.
        document, more = copy.deepcopy(sample()), copy.deepcopy(schema())
        more["$defs"]["faq"]["properties"]["see_also"] = {
            "title": "See also", "type": "array", "items": {"type": "string"},
        }  # fmt: skip
        for entry in document["faq"]:
            entry["see_also"] = ["our size guide"]
        page.show_document(document, more, {})
        page.tabs.choose("faq")
        assert "See also: our size guide" in page.entry.texts()
        page.show_document(sample(), schema(), {})
        assert "See also: our size guide" not in page.entry.texts()
        # A receipt leads to its ticket.
        page.refresh()
        key = page.rows.keys()[0]
        page.choose(key)
        receipt = next(r for r in page._receipts[key.partition("/")[2]])
        button(program, f"receiptTicket{receipt.ticket_id}").click()
        assert program.window.page == "inbox"
        ticket = program.inbox.current_ticket()
        assert ticket is not None and ticket.id == receipt.ticket_id
        # Made again, with something else in it.
        trigger(program, "page_knowledge")
        claude.forget()
        other = answer()
        other["faq"][0]["answer"]["en"] = "We pay your refund within 5 working days."
        claude.will_answer(other, times=None)
        await make(program)
        await until(lambda: "changed" in page.tabs.values(), "what has changed")
        page.tabs.choose("changed")
        page.entry.tabs.choose("en")
        assert "changed" in page.rows.data(page.table.currentIndex())  # type: ignore[operator]
        await _export(program, tmp_path)


async def _export(program: Program, folder: Path) -> None:
    menu = program.knowledge.head.export_menu()
    assert len(menu.actions()) == 8
    next(one for one in menu.actions() if one.objectName() == "export_json").trigger()
    dialog = program.knowledge.findChild(QFileDialog, "exportDialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(folder / "faq.json"))
    dialog.close()
    await until(lambda: "faq.json" in program.knowledge.notice.text(), "the file")
    demand_valid(json.loads((folder / "faq.json").read_text(encoding="utf-8")))
    assert json.loads((folder / "faq.schema.json").read_text(encoding="utf-8")) == schema()
    program.knowledge.exporting.ask(None, program.knowledge._document)
    await until(lambda: "saved replies" in program.knowledge.notice.text(), "the replies")
    assert any("{{" in one.text for one in program.saved_replies.all())


async def test_a_stop_keeps_what_is_done_and_another_start_goes_on(
    shop: Shop, claude: StandIn
) -> None:
    async with shop.open(requests_at_once=1, knowledge_tickets=24) as program:
        trigger(program, "page_knowledge")
        for place in range(3):
            claude.will_answer(answer(place % 3), times=2)
        claude.will_answer(answer(), hold_after=1, times=None)
        trigger(program, "make_knowledge")
        await until(lambda: program.knowledge.rows.keys(), "an entry to appear as it arrives")
        assert program.knowledge_work.is_running and program.knowledge.head.make.text() == "Stop"
        trigger(program, "make_knowledge")
        await until(lambda: program.knowledge_work.unfinished(), "what is left")
        kept = program.knowledge_work.unfinished()
        assert kept is not None and kept.done >= 1
    claude.release()
    claude.forget()
    async with shop.open(requests_at_once=8, knowledge_tickets=8) as program:
        claude.will_answer(answer(), times=None)
        claude.will_fail(Fault.REFUSED_KEY, schema=True)
        trigger(program, "page_knowledge")
        left = program.knowledge_work.unfinished()
        assert left is not None and left.done == kept.done
        assert "groups of tickets are not written yet" in program.knowledge.notice.text()
        go_on = program.knowledge.notice.findChild(QAbstractButton, "noticeAction")
        assert go_on is not None and go_on.text().startswith("Go on, about $")
        go_on.click()
        await until(lambda: "key" in program.knowledge.notice.text().lower(), "the refused key")
        program.knowledge.notice.clear()
        await until(program.knowledge_work.unfinished, "what is left")
        program.knowledge_work.failed.emit(EngineError(Problem.OVERLOADED))
        again = program.knowledge.notice.findChild(QAbstractButton, "noticeAction")
        assert again is not None and again.text() == "Try again"
        again.click()
        assert program.window.page == "knowledge" and program.knowledge_work.is_running
        await until(lambda: not program.knowledge_work.is_running, "the rest")
        assert program.knowledge_work.unfinished() is None


async def test_without_a_key_the_policies_speak_and_j_and_k_step(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        page = program.knowledge
        program.settings.update(knowledge_tickets=16)
        trigger(program, "page_knowledge")
        assert page.head.make.text() == "Make without a model"
        await make(program)
        assert "No model wrote this" in page.foot.text() and len(page.rows.keys()) > 1
        first = page.rows.keys()[0]
        page.choose(first)
        trigger(program, "next_entry")
        assert page._key() == page.rows.keys()[1] != first
        trigger(program, "previous_entry")
        assert page._key() == first
        passage = program.window.findChild(QAbstractButton, "receiptPassage1")
        assert passage is not None
        passage.click()
        dialogs = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        shown = [one for one in dialogs if one.objectName() == "passageDialog"]
        assert shown
        shown[0].close()
