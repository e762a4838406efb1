"""Another program holds the database: the window goes on, and what is typed waits for the disk."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from supportdesk_gui.ui.theme import Theme
from tests.ui.holding import held, let_go, on_disk, short_patience, type_slowly
from tests.ui.running import running, trigger, until

_MOST_SECONDS = 0.05


@pytest.mark.alone
async def test_typing_goes_on_while_another_program_holds_the_database(
    sample_shop: Path, theme: Theme
) -> None:
    async with running(sample_shop, theme) as program:
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        short_patience(program.database)
        async with held(program) as holder:
            stall = await type_slowly(program, "First words of a reply, typed at ")
            assert stall < _MOST_SECONDS, f"the window stood for {1000 * stall:.0f} ms"
            await until(lambda: "not on disk yet" in program.window.notice.text(), "the notice")
            stall = await type_slowly(program, "a bad moment.")
            assert stall < _MOST_SECONDS, f"the window stood for {1000 * stall:.0f} ms"
            # The writer's patience ends meanwhile, so that it has to try again.
            await until(lambda: program.keeping._told is not Exception, "the writer to give up")
            trigger(program, "next_ticket")
            assert program.inbox.reply.text() == ""
            trigger(program, "previous_ticket")
            assert program.inbox.reply.text() == "First words of a reply, typed at a bad moment."
            assert on_disk(program, ticket.id) == []
            await let_go(holder)
        free = time.monotonic()
        words = ["First words of a reply, typed at a bad moment."]
        await until(lambda: on_disk(program, ticket.id) == words, "the text on disk")
        assert time.monotonic() - free < 1.0
        await until(lambda: program.window.notice.text() == "", "the notice to go")
        assert program.drafts.version(program.inbox.reply.version_id) is not None


async def test_proofs_follow_the_text_that_waited(sample_shop: Path, theme: Theme) -> None:
    async with running(sample_shop, theme) as program:
        program.inbox.list.show_search("No llegó mi pedido y necesito dinero.")
        trigger(program, "draft_again")
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        await until(lambda: program.drafts.versions(ticket.id), "the draft")
        await until(lambda: not program.inbox.writer.is_writing(ticket.id), "its end")
        async with held(program) as holder:
            cursor = program.inbox.reply.editor.textCursor()
            cursor.setPosition(0)
            program.inbox.reply.editor.setTextCursor(cursor)
            await type_slowly(program, "Before it. ")
            await until(lambda: "not on disk yet" in program.window.notice.text(), "the notice")
            await let_go(holder)
        await until(lambda: not program.drafts.has_unsaved_text(), "the disk")
        kept = program.drafts.versions(ticket.id)[-1]
        assert kept.text.startswith("Before it. ")
        cited = kept.citations[0]
        passage = program.drafts.snapshot(cited.passage_hash)
        assert passage is not None
        sentence = kept.text[cited.start : cited.end].strip()
        assert sentence == passage.text[cited.cited_start : cited.cited_end]
