"""The data folder gets another name while the window is open: it is said, and nothing is lost."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from supportdesk_gui.storage.errors import DatabaseMoved
from supportdesk_gui.tickets.ticket import Status
from supportdesk_gui.ui.single_instance import SingleInstance
from supportdesk_gui.ui.theme import Theme
from tests.ui.holding import on_disk, type_slowly
from tests.ui.running import running, trigger, until


async def test_a_folder_that_is_renamed_is_noticed_and_what_is_typed_stays(
    sample_shop: Path, theme: Theme, tmp_path: Path
) -> None:
    elsewhere = sample_shop.with_name("elsewhere")
    async with running(sample_shop, theme, expected=DatabaseMoved) as program:
        notice = program.window.notice
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        await type_slowly(program, "Dear Ana")
        await until(lambda: on_disk(program, ticket.id) == ["Dear Ana"], "the first words")
        sample_shop.rename(elsewhere)

        await type_slowly(program, ", your lamp")
        await until(lambda: f"no longer at {sample_shop}" in notice.text(), "what is so")
        trigger(program, "escalate")
        await until(lambda: not program.jobs.running("change"), "the change")
        assert program.tickets.ticket(ticket.id).status is not Status.ESCALATED
        assert program.inbox.reply.text() == "Dear Ana, your lamp"

        # What was dropped meanwhile does not come by itself later.
        export = tmp_path / "more.csv"
        export.write_text("Ticket ID,Subject,Description\n7,Lamp,My lamp is broken\n")
        program.intake.take([export])
        told = "Reading was stopped. No ticket was taken in."
        await until(lambda: told in [one.text for one in notice.said()], "that it was not read")

        # Whatever stands in its place meanwhile is not the agent's.
        sample_shop.mkdir()
        (sample_shop / "desk.sqlite3").touch()
        await type_slowly(program, " is")
        program.window.close()
        question = "The window closes as soon as it is back there."
        await until(lambda: question in notice.text(), "the question")
        program.leaving.stay()
        assert (sample_shop / "desk.sqlite3").read_bytes() == b""
        for left in sample_shop.iterdir():
            left.unlink()
        sample_shop.rmdir()

        elsewhere.rename(sample_shop)
        words = ["Dear Ana, your lamp is"]
        await until(lambda: on_disk(program, ticket.id) == words, "all of it on disk")
        await until(lambda: "no longer at" not in notice.text(), "the notice to go")
        trigger(program, "escalate")
        await until(
            lambda: program.tickets.ticket(ticket.id).status is Status.ESCALATED, "escalated"
        )
    async with running(sample_shop, theme) as program:
        assert program.drafts.versions(ticket.id)[-1].text == words[0]
        assert program.tickets.ticket(ticket.id).status is Status.ESCALATED


async def test_who_closes_the_window_then_finds_all_that_was_kept(
    sample_shop: Path, theme: Theme
) -> None:
    elsewhere = sample_shop.with_name("elsewhere")
    async with running(sample_shop, theme, expected=DatabaseMoved) as program:
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        await type_slowly(program, "Dear Ana")
        await until(lambda: on_disk(program, ticket.id) == ["Dear Ana"], "the first words")
        await until(lambda: not program.jobs.running("change"), "its status")
        sample_shop.rename(elsewhere)
    assert not sample_shop.exists()
    async with running(elsewhere, theme) as program:
        assert program.drafts.versions(ticket.id)[-1].text == "Dear Ana"


@pytest.mark.qt_log_ignore("raise\\(\\)|propagateSizeHints")
async def test_a_start_at_the_old_place_makes_no_empty_desk(
    sample_shop: Path, theme: Theme
) -> None:
    elsewhere = sample_shop.with_name("elsewhere")
    async with running(sample_shop, theme, expected=DatabaseMoved) as program:
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        await type_slowly(program, "Dear Ana")
        await until(lambda: on_disk(program, ticket.id) == ["Dear Ana"], "the first words")
        await until(lambda: not program.jobs.running("change"), "its status")
        instance = SingleInstance(sample_shop)
        assert instance.claim([])
        instance.files_handed_over.connect(program.take_over)
        sample_shop.rename(elsewhere)
        start = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "supportdesk_gui", "--home", str(sample_shop),
            env=os.environ | {"SUPPORTDESK_UNTIL": "painted"},
        )  # fmt: skip
        assert await start.wait() == 0
        assert not sample_shop.exists(), "it would stand in the way of the one that comes back"
        said = [one.text for one in program.window.notice.said()]
        assert any(f"no longer at {sample_shop}" in text for text in said), said
        elsewhere.rename(sample_shop)
        instance.close()
