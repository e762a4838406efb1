"""The pictures of the manual: each page of the real window, light, dark, Chinese, half-screen."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextCursor

from supportdesk_gui.ui.tour import Guide

_DOUBTS = "Su pedido MP-48377 llegará antes del 3 de marzo. Además le regalamos 25 €."
_WIDE, _SMALL, _HALF = QSize(1440, 900), QSize(1280, 720), QSize(640, 800)


class Screenshots(Guide):
    """Run once per language: the window's words are chosen at its start."""

    async def run(self) -> int:
        """Save all pictures; 0."""
        language = self.program.settings.value.ui_language or "en"
        for theme in ("light", "dark"):
            self.program.theme.set_theme(theme)
            await self._page("welcome", f"welcome-{theme}-{language}", _SMALL)
        self.program.theme.set_theme("light")
        await self.open_sample_shop()
        await self.show_question()
        await self.draft()
        self.inbox.list.show_search("")
        await asyncio.sleep(0.2)
        ticket = self.program.tickets.ids(self.inbox.list.model.query)
        self.inbox.show_ticket(next(i for i in ticket if self.program.drafts.versions(i)))
        reply, checks = self.inbox.reply, self.inbox.checks
        await self.until(lambda: reply.editor.marks() and reply.rows.count(), "the proof")
        await self.until(
            lambda: checks.found and checks.found.text == reply.text(), "the pre-flight"
        )
        for theme in ("light", "dark"):
            self.program.theme.set_theme(theme)
            await self._page("inbox", f"inbox-{theme}-{language}", _WIDE)
            await self._page("inbox", f"inbox-1280-{theme}-{language}", _SMALL)
            await self._page("inbox", f"inbox-half-{theme}-{language}", _HALF)
            await self._page("policies", f"policies-{theme}-{language}", _SMALL)
            await self._page("settings", f"settings-{theme}-{language}", _SMALL)
        await self._doubts(language)
        await self._palette(language)
        for path in self.saved:
            print(path)
        return 0

    async def _page(self, page: str, name: str, size: QSize) -> None:
        self.window.resize(size)
        self.trigger(f"page_{page}")
        if page == "policies":
            self.program.policies.search.field.setText("how long can a customer return an item")
            await self.until(lambda: self.program.policies.search.has_results(), "trial search")
        await asyncio.sleep(0.1)
        await self.picture(name)

    async def _doubts(self, language: str) -> None:
        """The draft with two sentences more that no policy says, and the question before a copy."""
        self.trigger("page_inbox")
        self.window.resize(_WIDE)
        reply = self.inbox.reply
        reply.editor.append(_DOUBTS)
        reply.editor.moveCursor(QTextCursor.MoveOperation.End)
        await self.until(lambda: reply.proof.doubts() and reply.editor.marks(), "the marks")
        await self.until(lambda: reply.rows.count() > 1, "their rows")
        for theme in ("light", "dark"):
            self.program.theme.set_theme(theme)
            reply.editor.ensureCursorVisible()
            await self.picture(f"marks-{theme}-{language}")
        checks = self.inbox.checks
        await self.until(lambda: checks.found and _DOUBTS in checks.found.text, "the pre-flight")
        checks.popover.toggle()
        for theme in ("light", "dark"):
            self.program.theme.set_theme(theme)
            await self.picture(f"preflight-{theme}-{language}")
        checks.popover.toggle()
        self.trigger("copy")
        await self.picture(f"marks-asked-{language}")
        reply.notice.clear()

    async def _palette(self, language: str) -> None:
        self.window.resize(_SMALL)
        self.trigger("page_inbox")
        self.program.theme.set_theme("light")
        self.trigger("palette")
        await self.picture(f"palette-light-{language}")
