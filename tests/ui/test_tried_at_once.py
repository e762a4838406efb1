"""What is wanted in the very moment in which something ends is heard, however slow the machine is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from supportdesk_gui.assist.tags import Scope, Way
from supportdesk_gui.tickets.ticket import Message, Role, Ticket
from supportdesk_gui.ui.doctor.columns_dialog import ColumnsDialog
from supportdesk_gui.ui.inbox.answered_work import ANSWERED
from tests.claude.standin import Fault
from tests.ui.running import running, trigger, until
from tests.ui.test_column_proposal import EXPORT
from tests.ui.test_knowledge_page import answer

if TYPE_CHECKING:
    from supportdesk_gui.ui.theme import Theme
    from tests.claude.standin import StandIn
    from tests.ui.claude_shop import Shop


def _once(signal: Any, act: Callable[[], object]) -> list[str]:
    """Act as soon as the signal comes, within its emission; what was done is in the list."""
    done: list[str] = []

    def follow(*_: object) -> None:
        if not done:
            done.append("done")
            act()

    signal.connect(follow)
    return done


async def test_knowledge_is_gone_on_with_when_its_fault_is_said(
    shop: Shop, claude: StandIn
) -> None:
    async with shop.open(requests_at_once=8, knowledge_tickets=8) as program:
        work = program.knowledge_work
        claude.will_fail(Fault.REFUSED_KEY, schema=True)
        claude.will_answer(answer(), times=None)

        def go_on() -> None:
            left = work.unfinished()
            assert left is not None, "nothing is written any more"
            work.go_on(left)

        again = _once(work.failed, go_on)
        work.make()
        await until(lambda: again and not work.is_running, "the rest")
        assert work.shown() is not None and work.unfinished() is None


async def test_tagging_is_gone_on_with_when_its_fault_is_said(shop: Shop, claude: StandIn) -> None:
    async with shop.open() as program:
        runs = program.tag_runs
        ids = runs.to_tag(Scope.ANSWERED)[:2]
        claude.will_fail(Fault.REFUSED_KEY, schema=True)
        begun = runs.store.begin(
            ids, Way.QUEUE, runs.host(), program.settings.value.profile.triage_model, (), 0
        )
        await program.jobs.wrapped(begun)
        again = _once(runs.failed, runs.go_on)
        runs.go_on()
        await until(lambda: again and runs.store.runs()[0].state == "done", "the rest")


async def test_a_run_behind_one_that_is_stopped_begins_when_that_has_let_go(shop: Shop) -> None:
    async with shop.open() as program:
        program.settings.update(engine="offline")
        await until(lambda: program.engine.claude is None, "the rules")
        runs = program.tag_runs
        ids = runs.store.to_tag(Scope.ALL, ())[:2]
        for one in ids:
            await program.jobs.wrapped(runs.store.begin([one], Way.RULES, "", "", (), 0))
        behind, before = runs.store.runs()

        async def under_way() -> None:
            try:
                await asyncio.Event().wait()
            finally:
                await asyncio.sleep(0.3)  # an engine that is slow to hang up

        program.jobs.start(under_way(), name="tagging")
        await asyncio.sleep(0)
        runs.stop(before)
        await until(lambda: runs.store.run(behind.id).state == "done", "the one behind")
        assert runs.store.run(before.id).state == "stopped"


async def test_a_model_is_asked_again_when_its_fault_is_said(shop: Shop, claude: StandIn) -> None:
    async with shop.open() as program:
        opinion, found = program.opinion, program.index.conflicts("en")
        claude.will_fail(Fault.REFUSED_KEY)
        claude.will_answer({"verdicts": [{"id": 1, "contradicts": True, "reason": "Two terms."}]})
        again = _once(opinion.failed, lambda: opinion.ask(found))
        opinion.ask(found)
        await until(lambda: again and program.index.conflicts("en")[0].opinion, "its word")


async def test_columns_are_offered_again_when_the_fault_is_said(
    tmp_path: Path, theme: Theme, claude: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", claude.key)
    monkeypatch.setenv("ANTHROPIC_BASE_URL", claude.url)
    export = tmp_path / "export.csv"
    export.write_text(EXPORT, encoding="utf-8")
    async with running(tmp_path / "home", theme) as program:
        program.intake.take([export])
        await until(lambda: program.window.page == "doctor", "the doctor")
        page, proposal = program.doctor_page, program.doctor._proposal
        await until(lambda: program.engine.claude is not None, "Claude")

        def offer() -> None:
            assert program.doctor.current is not None
            proposal.offer(program.doctor.current, page)

        def dialogs() -> list[ColumnsDialog]:
            return [one for one in page.findChildren(ColumnsDialog) if one.isVisible()]

        claude.will_fail(Fault.NO_CREDIT)
        again = _once(proposal.failed, offer)
        offer()
        await until(dialogs, "what would be sent")
        dialogs()[0].accept()
        await until(lambda: again and dialogs(), "what would be sent, once more")
        dialogs()[0].reject()


async def test_another_comparison_may_begin_when_one_that_needs_no_engine_has_ended(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        program.settings.update(engine="offline")
        await until(lambda: program.engine.claude is None, "the rules")
        page = program.comparing
        trigger(program, "page_comparing")
        for side in page.sides:
            side.engine.setCurrentIndex(side.engine.findData(""))
        page.count.setValue(1)
        await until(page.start.isEnabled, "what it costs")
        page.start.click()
        assert not page.start.isEnabled()
        await until(lambda: program.comparing_work.store.all(), "the comparison")
        await until(page.start.isEnabled, "the next one")


async def test_what_comes_while_the_last_of_the_queue_is_judged_is_judged_too(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        late: list[int] = []

        def comes() -> None:
            said = Message(0, Role.REQUESTER, "Where is my parcel?")
            ticket = Ticket("Desk", "late-1", "Parcel", (said,))
            number = program.tickets.start_import("Desk", "", 1).result()
            late.extend(program.tickets.upsert(number, [ticket]).result().ids)
            program.tickets.finish_import(number).result()
            program.intake.triage()

        _once(program.intake.ruled, comes)
        program.intake.triage()
        await until(lambda: late and program.tickets.triage(late[0]), "it to be judged")


async def test_the_answers_are_gone_to_in_the_moment_in_which_they_are_found(
    sample_shop: Path, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(sample_shop, theme) as program:
        work = program.inbox.work.answered
        loop, show_found = asyncio.get_running_loop(), work.section.show_found
        gone: list[str] = []

        def found(answers: Any) -> None:
            show_found(answers)
            if program.jobs.running(ANSWERED) and not gone:
                loop.call_soon(work.show)  # before the task says that it is done

        monkeypatch.setattr(work.section, "show_found", found)
        monkeypatch.setattr(work, "_go_there", lambda: gone.append("there"))
        trigger(program, "page_inbox")
        await until(lambda: gone, "the answers")
