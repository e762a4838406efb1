"""The sample shop with Claude at work, for tests through the real window."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from supportdesk_gui.storage.profiles import MODELS
from tests.claude.standin import Request, StandIn
from tests.ui.running import running, trigger, until

if TYPE_CHECKING:
    from pathlib import Path

    from supportdesk_gui.tickets.ticket import Ticket, Triage
    from supportdesk_gui.ui.program import Program
    from supportdesk_gui.ui.theme import Theme

SPANISH = "No llegó mi pedido y necesito dinero."


class Shop:
    """The sample shop in the data folder `home`, opened with Claude in use."""

    def __init__(
        self, home: Path, theme: Theme, claude: StandIn, patch: pytest.MonkeyPatch
    ) -> None:
        from supportdesk_gui.ui.engine_in_use import EngineInUse

        self.home = home
        patch.setattr(EngineInUse, "first_pause", 0.01)
        self._theme, self._claude, self._patch = theme, claude, patch

    @asynccontextmanager
    async def open(
        self, allowed: str = "never", ticket: str = "", **settings: Any
    ) -> AsyncIterator[Program]:
        """The program with Claude in use; `allowed` is the consent given, empty for none.

        `ticket` is searched and brought on view. A second opening finds what the first left.
        """
        # The program takes them out of the environment: each start needs them anew.
        self._patch.setenv("ANTHROPIC_API_KEY", self._claude.key)
        self._patch.setenv("ANTHROPIC_BASE_URL", self._claude.url)
        async with running(self.home, self._theme) as program:
            models = {name: settings.pop(name) for name in MODELS if name in settings}
            if models:
                program.settings.update_profile(**models)
            model = program.settings.value.profile.triage_model
            if allowed:
                key = f"{self._claude.url.removeprefix('http://')} {model}"
                settings["consents"] = {key: {"allowed": allowed, "tickets": 400}}
            if settings:
                program.settings.update(**settings)
            await until(lambda: program.engine.claude is not None, "Claude")
            await until(lambda: not program.jobs.running("triage"), "the rules")
            if ticket:
                await show(program, ticket)
            yield program


async def show(program: Program, words: str) -> Ticket:
    """Search for words and bring the first ticket that holds them on view."""

    def found() -> bool:
        ticket = program.inbox.current_ticket()
        return ticket is not None and any(words in item.text for item in ticket.messages)

    program.inbox.list.show_search(words)
    await until(found, f"the ticket with {words!r}")
    ticket = program.inbox.current_ticket()
    assert ticket is not None
    return ticket


def triage_of(program: Program) -> Triage:
    """What is known of the ticket on view."""
    ticket = program.inbox.current_ticket()
    assert ticket is not None
    found = program.tickets.triage(ticket.id)
    assert found is not None
    return found


async def begin_draft(program: Program) -> None:
    """Press R."""
    ticket = program.inbox.current_ticket()
    assert ticket is not None
    before = program.inbox.reply.version_id
    trigger(program, "draft_again")
    await until(lambda: program.inbox.reply.version_id != before, "the draft to begin")


async def quiet(program: Program) -> None:
    """Nothing is being written, judged or translated."""
    names = ("draft", "language", "triage", "inbound", "model", "look", "pre-flight")
    await until(
        lambda: not [job for job in program.jobs.running() if job.name.startswith(names)],
        "the window to be quiet",
    )
    await asyncio.sleep(0)


def of_kind(claude: StandIn, kind: str) -> list[Request]:
    """The requests of one kind, told apart as the engine would: by their rules."""
    starts = {
        "triage": "You sort", "draft": "You draft", "translation": "You translate",
        "pre-flight": "You check the draft",
    }  # fmt: skip
    return [one for one in claude.messages if starts[kind] in str((one.body or {})["system"])]
