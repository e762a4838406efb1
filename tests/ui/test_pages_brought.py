"""A page comes on view in turns of the loop, and never over one that is chosen meanwhile."""

from __future__ import annotations

import asyncio
from pathlib import Path

from supportdesk_gui.ui.theme import Theme
from tests.ui.running import running, until


async def test_a_page_that_is_chosen_meanwhile_stays(tmp_path: Path, theme: Theme) -> None:
    async with running(tmp_path / "home", theme) as program:
        window = program.window
        await until(lambda: window.has_page("inbox"), "the pages")
        columns = program.inbox.columns
        window.bring_page("inbox", columns)
        window.show_page("settings")
        await asyncio.sleep(0.1)
        assert window.page == "settings"
        window.bring_page("inbox", columns)
        await until(lambda: window.page == "inbox", "the inbox")
        last = columns.widget(columns.count() - 1)
        await until(lambda: last is not None and last.updatesEnabled(), "what is painted")
        window.bring_page("settings", columns)  # due when the window closes
