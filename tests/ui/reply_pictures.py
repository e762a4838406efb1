"""The pictures of the reply in each of its states, for `desk screenshots`; only the model's words
are made up.

    python -m tests.ui.reply_pictures DIR [LANGUAGE ...]
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from supportdesk_gui.tickets.ticket import Message, Role, Visibility
from tests.claude.standin import Cited, StandIn
from tests.ui.claude_shop import SPANISH, quiet, show
from tests.ui.running import keep_sample_shop, running, trigger, until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from supportdesk_gui.ui.program import Program
    from supportdesk_gui.ui.theme import Theme

_LANGUAGES = ("en", "zh-Hans")
_SMALL, _WIDE = (1280, 720), (1440, 900)
_SORRY = "Lamentamos mucho que su pedido MP-48377 no haya llegado. "
_POLICY = (
    "Si su paquete se ha perdido, le devolvemos el importe completo o le enviamos el pedido de "
    "nuevo, como prefiera."
)
_NOTE = "Vale de 40 € acordado con la responsable; todavía no decirlo."
_INTERNAL = "Le damos un vale de 40 €."
_PROMISE = "Además le regalamos 25 € y lo tendrá antes del 3 de marzo."
_BLANK = {"en": "delivery date", "zh-Hans": "送达日期"}
_MIRROR = {
    "en": (
        "We are very sorry that your order MP-48377 has not arrived.",
        "If your parcel is lost, we refund the full amount or send the order again, as you prefer.",
        "We also give you 52 €, and you will have it before 3 March.",
        "It does not arrive on [{blank}].",
    ),
    "zh-Hans": (
        "非常抱歉，您的订单 MP-48377 尚未送达。",
        "如果您的包裹丢失，我们将全额退款或重新寄出，由您选择。",
        "我们另外赠送您 52 €，您会在 3 月 3 日之前收到。",
        "它不会在 [{blank}] 送达。",
    ),
}
_TYPED = {"en": "We also give you 25 €.", "zh-Hans": "我们另外赠送您 25 €。"}
_REWRITTEN = "Sentimos mucho la demora de su pedido MP-48377. "


class ReplyPictures:
    """Drives the window of one language through the states; `saved` are the pictures."""

    def __init__(
        self, program: Program, claude: StandIn, theme: Theme, folder: Path, language: str
    ) -> None:
        self._program, self._claude, self._theme = program, claude, theme
        self._folder = folder
        self._reply = program.inbox.reply
        self._language = language
        self._blank = _BLANK[self._language]
        self.saved: list[Path] = []

    async def run(self) -> None:
        """Each state in both themes."""
        await self._stream()
        await self._marks()
        await self._preflight()
        await self._mirror()
        await self._rewrite()

    async def _stream(self) -> None:
        ticket = await show(self._program, SPANISH)
        note = Message(len(ticket.messages), Role.AGENT, _NOTE, Visibility.INTERNAL)
        store = self._program.tickets
        import_id = store.start_import("Sample shop", "", 2_000_000_000).result()
        store.upsert(import_id, [replace(ticket, messages=(*ticket.messages, note))]).result()
        store.finish_import(import_id).result()
        self._program.inbox.show_again(ticket.id)
        known = self._program.tickets.triage(ticket.id)
        assert known is not None
        facts = replace(known, missing_facts=(self._blank,))
        await self._program.jobs.wrapped(self._program.tickets.save_triage(ticket.id, facts))
        self._program.inbox.triaged([ticket.id])
        said = (_SORRY, Cited(_POLICY, ((0, 0, 1),)), f" {_PROMISE} Llegará el [{self._blank}].")
        self._claude.will_say(*said, thinking="", hold_after=18)
        translated = [
            {"id": number, "text": text.format(blank=self._blank)}
            for number, text in enumerate(_MIRROR[self._language], 1)
        ]
        self._claude.will_answer({"sentences": translated}, thinking="", hold_after=12)
        trigger(self._program, "draft_again")
        await until(lambda: _POLICY in self._reply.text(), "the text")
        await until(self._reply.editor.marks, "the first marks")
        await self._take("streaming")
        self._claude.release()
        await until(lambda: not self._program.inbox.writer.is_writing(ticket.id), "the draft")

    async def _marks(self) -> None:
        self._reply.tabs.choose(self._program.settings.value.agent_language)
        first = _MIRROR[self._language][0]
        await until(lambda: first in self._reply.other.text(), "what has come of the mirror")
        await self._take("mirror-coming")
        self._claude.release()
        await quiet(self._program)
        self._reply.tabs.choose("es")
        await until(lambda: self._reply.rows.count() > 2, "the rows")
        end = len(self._reply.text())
        self._reply.editor.go_to(end, end)
        await self._take("blanks")
        self._reply.editor.append(_INTERNAL)
        await until(lambda: self._reply.rows.count() > 3, "the row of what is internal")
        self._program.window.resize(*_WIDE)
        self._reply.editor.moveCursor(QTextCursor.MoveOperation.End)
        await asyncio.sleep(0.1)
        self._reply.editor.ensureCursorVisible()
        await self._take("all-marks")
        self._program.window.resize(*_SMALL)

    async def _preflight(self) -> None:
        checks = self._program.inbox.checks
        await until(lambda: checks.found and _INTERNAL in checks.found.text, "the pre-flight")
        checks.popover.toggle()
        await self._take("preflight")
        checks.popover.toggle()
        trigger(self._program, "copy")
        await until(self._reply.notice.text, "the question")
        await self._take("asked")
        self._reply.notice.clear()

    async def _mirror(self) -> None:
        self._reply.tabs.choose(self._program.settings.value.agent_language)
        view = self._reply.other
        await quiet(self._program)
        await until(lambda: len(view.doubts()) > 1, "the mismatches")
        await self._take("mirror-mismatch")
        number = next(one.id for one in view.sentences if "52" in one.text)
        followed = {"sentences": [{"id": 0, "text": "Además le regalamos 25 €."}]}
        self._claude.will_answer(
            followed, thinking="", contains=_TYPED[self._language], hold_after=1
        )
        view.go_to(number)
        field = view.focusWidget()
        field.selectAll()  # type: ignore[union-attr]
        field.insertPlainText(_TYPED[self._language])  # type: ignore[union-attr]
        await until(lambda: any(one.held for one in self._claude.messages), "the request")
        await self._take("mirror-pending")
        self._claude.release()
        await quiet(self._program)
        self._reply.tabs.choose("es")

    async def _rewrite(self) -> None:
        editor, work = self._reply.editor, self._program.inbox.work
        self._claude.will_answer({"text": _REWRITTEN.strip()}, contains="You rewrite")
        place = self._reply.text().index(_SORRY)
        editor.go_to(place, place + len(_SORRY) - 1)
        from supportdesk_gui.assist.rewriting import Tool

        work.rewriting.rewrite(Tool.WARMER)
        await until(work.rewriting.view.isVisible, "the change")
        await self._take("diff")
        work.rewriting.stop()

    async def _take(self, name: str) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        for theme in ("light", "dark"):
            self._theme.set_theme(theme)
            await asyncio.sleep(0.1)
            path = self._folder / f"reply-{name}-{theme}-{self._language}.png"
            self._program.window.grab().save(str(path))
            self.saved.append(path)
        self._theme.set_theme("light")


async def _run(app: QApplication, folder: Path, language: str) -> None:
    from supportdesk_gui.app import install_translators
    from supportdesk_gui.ui.theme import Theme

    install_translators(app, language)
    theme = Theme(app, "light")
    with tempfile.TemporaryDirectory() as place, StandIn() as claude:
        home = Path(place) / "home"
        await keep_sample_shop(home, theme)
        os.environ["ANTHROPIC_API_KEY"] = claude.key
        os.environ["ANTHROPIC_BASE_URL"] = claude.url
        async with running(home, theme) as program:
            key = f"{claude.url.removeprefix('http://')} {program.settings.value.profile.triage_model}"
            program.settings.update(
                agent_language=language,
                consents={key: {"allowed": "never", "tickets": 400}},
            )  # fmt: skip
            await until(lambda: program.engine.claude is not None, "the engine")
            pictures = ReplyPictures(program, claude, theme, folder, language)
            await pictures.run()
    for path in pictures.saved:
        print(path)


def main(folder: Path, languages: tuple[str, ...]) -> int:
    """One process a language: the window's words are chosen at its start."""
    if len(languages) > 1:
        import subprocess

        command = [sys.executable, "-m", "tests.ui.reply_pictures", str(folder)]
        return max(subprocess.run([*command, one], check=False).returncode for one in languages)
    from PySide6.QtWidgets import QApplication

    from supportdesk_gui.ui.fonts import load_fonts
    from supportdesk_gui.ui.window_loop import run_in_window

    app = QApplication(["pictures"])
    app.setQuitOnLastWindowClosed(False)
    load_fonts()
    run_in_window(_run(app, folder, languages[0]))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), tuple(sys.argv[2:]) or _LANGUAGES))
