"""The marks of a draft are made in a thread, and only for somebody who waits for them."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from supportdesk_gui.policies.policy_texts import PolicyTexts
from supportdesk_gui.storage.data_folder import open_data_folder
from supportdesk_gui.tickets.ticket import Message, Role, Ticket
from supportdesk_gui.ui.jobs import Jobs
from supportdesk_gui.ui.reply.proving import Case, Proving

_LONG = "".join(
    f"Lamp {number} costs {number} euros and arrives on Monday. " for number in range(8000)
)


async def _settled(jobs: Jobs) -> None:
    await asyncio.sleep(0)
    while jobs.running("proof"):  # noqa: ASYNC110
        await asyncio.sleep(0.01)


async def test_nobody_waits_for_the_marks_of_a_text_that_was_left(
    jobs: Jobs, tmp_path: Path
) -> None:
    loop = asyncio.get_running_loop()
    jobs.attach(loop)
    thread = ThreadPoolExecutor(1)
    loop.set_default_executor(thread)
    policies = PolicyTexts(open_data_folder(tmp_path))
    proving = Proving(jobs, lambda: policies)
    ticket = Ticket("1", "", "", (Message(0, Role.REQUESTER, "Where is my lamp?"),))
    proving.take(Case(ticket, (), "en"))
    proving.mark("Short.", [])
    await _settled(jobs)
    begun = time.process_time()
    proving.mark(_LONG, [])
    while time.process_time() - begun < 0.3:  # noqa: ASYNC110 - until the thread is at it
        await asyncio.sleep(0.01)
    begun = time.process_time()
    await jobs.aclose()
    await asyncio.wrap_future(thread.submit(int))
    assert time.process_time() - begun < 2
