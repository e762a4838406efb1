"""A disk that takes nothing: another program holds the database, or there is no room."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing

from PySide6.QtTest import QTest

from supportdesk_gui.storage.database import Database
from supportdesk_gui.ui.program import Program

_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
print("let go", flush=True)
"""


@asynccontextmanager
async def held(program: Program) -> AsyncIterator[subprocess.Popen[str]]:
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


async def let_go(holder: subprocess.Popen[str]) -> None:
    assert holder.stdin is not None and holder.stdout is not None
    holder.stdin.write("\n")
    holder.stdin.flush()
    await asyncio.to_thread(holder.stdout.readline)


async def type_slowly(program: Program, words: str) -> float:
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


def on_disk(program: Program, ticket_id: int) -> list[str]:
    """What another program would read."""
    with closing(sqlite3.connect(program.folder.desk_database)) as other:
        sql = "SELECT text FROM draft_versions WHERE ticket_id = ?"
        return [text for (text,) in other.execute(sql, [ticket_id])]


def short_patience(database: Database) -> None:
    """The writer gives up after half a second, not after five."""
    database.submit(lambda it: it.execute("PRAGMA busy_timeout = 500")).result()


def limit_pages(database: Database, pages: int) -> None:
    """As SQLite meets a disk without room: it refuses to make the file longer."""
    database.submit(lambda it: it.execute(f"PRAGMA max_page_count = {pages}")).result()
