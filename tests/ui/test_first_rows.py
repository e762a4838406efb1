"""The first rows of an import come on view in short turns."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject

from supportdesk_gui.ui.theme import Theme
from tests.ui.running import running, until


class _Watch(QObject):
    """When a page was shown and painted, and whether painting was put off meanwhile."""

    def __init__(self, page: QObject) -> None:
        super().__init__()
        self.seen: list[tuple[str, bool]] = []
        page.installEventFilter(self)

    def eventFilter(self, page: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Paint):
            parent = page.parent()
            self.seen.append((event.type().name, parent.updatesEnabled()))  # type: ignore[union-attr]
        return False


async def test_the_inbox_is_arranged_in_one_turn_and_painted_in_another(
    theme: Theme, tmp_path: Path
) -> None:
    path = tmp_path / "tickets.csv"
    rows = (f"{n},Lamp {n},It is broken,ana@mail.example" for n in range(300))
    path.write_text("id,subject,description,email\n" + "\n".join(rows))
    async with running(tmp_path / "home", theme) as program:
        await until(lambda: program.window.page == "welcome", "the start")
        watch = _Watch(program.inbox)
        program.intake.take([path])
        await until(lambda: ("Paint", True) in watch.seen, "the inbox")
        assert watch.seen[0] == ("Show", False)
        assert ("Paint", False) not in watch.seen
        assert program.window.page == "inbox"
        assert program.window.pages.updatesEnabled()
        await until(lambda: not program.jobs.running("import"), "the rest")
