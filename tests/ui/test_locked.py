"""Another program holds the database: the window goes on, and what is typed waits for the disk."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from PySide6.QtTest import QTest

from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from tests.ui.running import open_sample_shop, running, trigger, until

_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
print("let go", flush=True)
"""
_MOST_SECONDS = 0.05


async def test_typing_goes_on_while_another_program_holds_the_database(
    tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path, theme) as program:
        await open_sample_shop(program)
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        async with _held(program) as holder:
            stall = await _type(program, "First words of a reply, typed at ")
            assert stall < _MOST_SECONDS, f"the window stood for {1000 * stall:.0f} ms"
            await until(lambda: "not on disk yet" in program.window.notice.text(), "the notice")
            stall = await _type(program, "a bad moment.")
            assert stall < _MOST_SECONDS, f"the window stood for {1000 * stall:.0f} ms"
            # The writer's patience of five seconds ends meanwhile, so that it has to try again.
            await until(lambda: program.keeping._told is not Exception, "the writer to give up")
            trigger(program, "next_ticket")
            assert program.inbox.reply.text() == ""
            trigger(program, "previous_ticket")
            assert program.inbox.reply.text() == "First words of a reply, typed at a bad moment."
            assert _on_disk(program, ticket.id) == []
            await _let_go(holder)
        free = time.monotonic()
        words = ["First words of a reply, typed at a bad moment."]
        await until(lambda: _on_disk(program, ticket.id) == words, "the text on disk")
        assert time.monotonic() - free < 1.0
        await until(lambda: program.window.notice.text() == "", "the notice to go")
        assert program.drafts.version(program.inbox.reply.version_id) is not None


async def test_proofs_follow_the_text_that_waited(tmp_path: Path, theme: Theme) -> None:
    async with running(tmp_path, theme) as program:
        await open_sample_shop(program)
        program.inbox.list.show_search("No llegó mi pedido y necesito dinero.")
        trigger(program, "draft")
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        await until(lambda: program.drafts.versions(ticket.id), "the draft")
        await until(lambda: not program.inbox.writer.is_writing(ticket.id), "its end")
        async with _held(program) as holder:
            cursor = program.inbox.reply.editor.textCursor()
            cursor.setPosition(0)
            program.inbox.reply.editor.setTextCursor(cursor)
            await _type(program, "Before it. ")
            await until(lambda: "not on disk yet" in program.window.notice.text(), "the notice")
            await _let_go(holder)
        await until(lambda: not program.drafts.has_unsaved_text(), "the disk")
        kept = program.drafts.versions(ticket.id)[-1]
        assert kept.text.startswith("Before it. ")
        cited = kept.citations[0]
        passage = program.drafts.snapshot(cited.passage_hash)
        assert passage is not None
        sentence = kept.text[cited.start : cited.end].strip()
        assert sentence == passage.text[cited.cited_start : cited.cited_end]


# -- how ---------------------------------------------------------------------------------------


@asynccontextmanager
async def _held(program: Program) -> AsyncIterator[subprocess.Popen[str]]:
    """A process of its own holds the database, as a backup program does."""
    holder = await asyncio.to_thread(
        subprocess.Popen,
        [sys.executable, "-c", _HOLD, str(program.folder.desk_database)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert holder.stdout is not None and holder.stdin is not None
    try:
        await asyncio.to_thread(holder.stdout.readline)
        yield holder
    finally:
        holder.stdin.close()
        holder.wait()
        holder.stdout.close()


async def _let_go(holder: subprocess.Popen[str]) -> None:
    assert holder.stdin is not None and holder.stdout is not None
    holder.stdin.write("\n")
    holder.stdin.flush()
    await asyncio.to_thread(holder.stdout.readline)


async def _type(program: Program, words: str) -> float:
    """Type letter by letter; the longest that one letter held the window, in seconds."""
    longest = 0.0
    for letter in words:
        started = time.monotonic()
        QTest.keyClicks(program.inbox.reply.editor, letter)
        longest = max(longest, time.monotonic() - started)
        started = time.monotonic()
        await asyncio.sleep(0.01)
        longest = max(longest, time.monotonic() - started - 0.01)
    return longest


def _on_disk(program: Program, ticket_id: int) -> list[str]:
    """What another program would read."""
    with closing(sqlite3.connect(program.folder.desk_database)) as other:
        sql = "SELECT text FROM draft_versions WHERE ticket_id = ?"
        return [text for (text,) in other.execute(sql, [ticket_id])]
