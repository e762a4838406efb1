"""`python -m tests.ui.restore_guide HOME`: goes back to the newest backup, and looks at what is there.

The program opens again by itself; the second time it says what it sees and leaves.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton

from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.ui import tour
from supportdesk_gui.ui.restoring import RestoreDialog
from supportdesk_gui.ui.tour import Guide

if TYPE_CHECKING:
    from supportdesk_gui.ui.key_keeper import KeyKeeper
    from supportdesk_gui.ui.program import Program

_runs: list[int] = []


class RestoreGuide(Guide):
    """Restores the first time, looks the second time."""

    async def run(self) -> int:
        _runs.append(1)
        await self.until(lambda: self.program.index.worker_pid, "the worker")
        await self.until(lambda: not self.program.jobs.running("database check"), "the check")
        await self.until(lambda: not self.program.jobs.running("forgotten"), "the list")
        ids = self.program.tickets.ids(TicketQuery("", Chip.ALL))
        names = sorted(row.external_id for row in self.program.tickets.rows(ids))
        keepers = (
            self.program.keys,
            self.program.engine.proxy_keys,
            self.program.index_in_use.secret,
        )
        typed = [self._typed_into(keeper, f"typed-{n}") for n, keeper in enumerate(keepers)]
        print("SEES", len(_runs), *names, self.program.keys.source, *typed, flush=True)
        if len(_runs) == 1:
            await self._restore()
        return 0

    def _typed_into(self, keeper: KeyKeeper, key: str) -> str:
        """The key of another account: typed in the first run, looked up in the second."""
        mine = keeper.account
        keeper.turn_to("another account", str.strip)
        if len(_runs) == 1:
            keeper.keep(key)
        found = keeper.key
        keeper.turn_to(mine, str.strip)
        return found

    async def _restore(self) -> None:
        ticket = self.inbox.current_ticket()
        assert ticket is not None
        await self.draft()
        self.inbox.reply.editor.setPlainText("typed just now")
        self.trigger("page_settings")
        self.program.settings_page.sections.choose(5)
        data = self.program.settings_page.data
        button = data.findChild(QAbstractButton, "restoreButton0")
        assert isinstance(button, QAbstractButton)
        button.click()
        await self.until(lambda: self.window.findChild(RestoreDialog), "the question")
        dialog = self.window.findChild(RestoreDialog)
        assert isinstance(dialog, RestoreDialog)
        accept = dialog.findChild(QAbstractButton, "restoreAccept")
        assert isinstance(accept, QAbstractButton)
        accept.click()


def lead(program: Program, _options: object) -> object:
    """In place of the tour."""
    return RestoreGuide(program, program.folder.root).lead


if __name__ == "__main__":
    from supportdesk_gui.app import run

    tour.guide = lead  # type: ignore[assignment]
    sys.exit(run(["--home", sys.argv[1], "--tour"]))
