"""Versions compared: with each other, with what the engine wrote, with what was copied."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QComboBox, QTextEdit

from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.reply.version_dialog import VersionDialog
from tests.claude.standin import StandIn
from tests.ui.claude_shop import SPANISH, Shop
from tests.ui.running import draft, trigger, until


async def test_versions_are_compared_from_the_stepper(claude: StandIn, shop: Shop) -> None:
    claude.will_say("Le devolvemos su dinero.")
    claude.will_say("Le devolvemos todo el importe.")
    async with shop.open(ticket=SPANISH) as program:
        reply = program.inbox.reply
        trigger(program, "compare_versions")
        assert reply.notice.text() == "There is nothing to compare yet."
        await draft(program)
        await draft(program)
        reply.editor.moveCursor(reply.editor.textCursor().MoveOperation.End)
        reply.editor.insertPlainText("\nMia")
        trigger(program, "copy")
        await until(lambda: program.basis.copies(reply.version_id), "the copy")
        reply.editor.insertPlainText(" Soto")
        button = reply.head.findChild(QAbstractButton, "compareVersionsButton")
        assert button is not None and button.isVisible() and button.text() == "2 of 2"
        button.click()
        dialog = program.window.findChild(VersionDialog)
        assert dialog is not None
        left, right = (dialog.findChild(QComboBox, f"{side}Version") for side in ("left", "right"))
        texts = [dialog.findChild(QTextEdit, f"{side}VersionText") for side in ("left", "right")]
        said = dialog.findChild(Paragraph, "versionDifference")
        assert left is not None and right is not None and said is not None
        assert None not in texts
        names = [left.itemText(place).split(",")[0] for place in range(left.count())]
        assert [name[:15] for name in names] == [
            "1: version of t", "2: as it was dr", "2: as it was co", "2: version of t"
        ]  # fmt: skip
        assert (left.currentIndex(), right.currentIndex()) == (2, 3)
        assert said.words.startswith("Characters taken out: 0; put in: 5;")
        left.setCurrentIndex(0)
        assert "su dinero" in texts[0].toPlainText()  # type: ignore[union-attr]
        struck = [one for one in _formats(texts[0]) if one.fontStrikeOut()]
        assert struck and not [one for one in _formats(texts[1]) if one.fontStrikeOut()]
        right.setCurrentIndex(0)
        assert said.words == "Both are the same."
        dialog.reject()


def _formats(view: QTextEdit | None) -> list[object]:
    assert view is not None
    found = []
    block = view.document().begin()
    while block.isValid():
        found += [fragment.fragment().charFormat() for fragment in block]
        block = block.next()
    return found
