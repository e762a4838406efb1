"""Saved replies and house style: read in the settings, used by drafts, put in by ::."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit

from supportdesk_gui.ui.components.paragraph import Paragraph
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.reply.snippet_list import SnippetList
from supportdesk_gui.ui.theme import Theme
from tests.claude.standin import Cited, StandIn
from tests.ui.claude_shop import SPANISH, Shop, of_kind
from tests.ui.running import draft, running, trigger, until

_CSV = (
    "title,text,language\n"
    '"Pedido no llegó","Hola {{customer_name}}, su pedido no llegó y le devolvemos el dinero. '
    '{{tracking_url}}",es\n'
    '"Parcel late","Sorry, {{first_name}}.",en\n'
    ',"no title",en\n'
)


async def _read(program: Program, folder: Path) -> None:
    (folder / "macros.csv").write_text(_CSV, encoding="utf-8")
    form = program.settings_page.writing.replies
    form.take_file(folder / "macros.csv")
    await until(lambda: form.list.count() == 2, "the replies")
    assert form.said.words == "Saved replies read: 2. Without a title or text: 1."


def _list(program: Program) -> SnippetList:
    found = program.inbox.reply.findChild(SnippetList, "snippetList")
    assert found is not None
    return found


async def test_a_draft_starts_from_the_one_that_fits_and_says_which(
    claude: StandIn, shop: Shop, tmp_path: Path
) -> None:
    claude.will_say("Hola.", times=None)
    async with shop.open(ticket=SPANISH) as program:
        await _read(program, tmp_path)
        await draft(program)
        body = str((of_kind(claude, "draft")[-1].body or {})["messages"])
        assert 'name="saved"' in body and "su pedido no llegó y le devolvemos" in body
        assert "{{tracking_url}}" in body and "{{customer_name}}" not in body
        used = program.inbox.reply.steering.findChild(QLabel, "savedReplyUsed")
        assert used is not None and used.text() == "From “Pedido no llegó”"
        before = program.inbox.reply.version_id
        program.settings_page.writing.replies.list.setCurrentRow(1)
        program.settings_page.writing.replies.remove()
        await draft(program)
        assert 'name="saved"' not in str((of_kind(claude, "draft")[-1].body or {})["messages"])
        assert not used.isVisible()
        program.inbox.reply.show_version(before)
        assert used.isVisible()


async def test_two_colons_put_one_in_at_the_caret_and_replace_nothing_else(
    sample_shop: Path, theme: Theme, tmp_path: Path
) -> None:
    async with running(sample_shop, theme) as program:
        await _read(program, tmp_path)
        program.inbox.list.show_search(SPANISH)
        await until(lambda: program.inbox.list.view.model().rowCount() == 1, "the ticket")
        program.window.activateWindow()
        await until(program.window.isActiveWindow, "the window in front")
        editor, found = program.inbox.reply.editor, _list(program)
        editor.setFocus()
        QTest.keyClicks(editor, "Antes. Luego.")
        for _ in range(len(" Luego.")):
            QTest.keyClick(editor, Qt.Key.Key_Left)
        QTest.keyClicks(editor, " ::zzz")
        assert not found.isVisible()
        for _ in "zzz":
            QTest.keyClick(editor, Qt.Key.Key_Backspace)
        QTest.keyClicks(editor, "p")
        assert [found.item(row).text() for row in range(found.count())] == [
            "Pedido no llegó", "Parcel late"
        ]  # fmt: skip
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        assert not found.isVisible() and editor.hasFocus()
        QTest.keyClicks(editor, "a")
        assert found.isVisible()
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert editor.toPlainText() == "Antes. Sorry, Lucía. Luego."
        editor.undo()
        assert editor.toPlainText() == "Antes. ::pa Luego."
        await _composed(program, found)
        # Without a model a draft starts from the words of the one that fits, and says so.
        await draft(program)
        assert (
            "su pedido no llegó y le devolvemos el dinero. [tracking url]" in editor.toPlainText()
        )
        used = program.inbox.reply.steering.findChild(QLabel, "savedReplyUsed")
        assert used is not None and used.text() == "From “Pedido no llegó”"


async def _composed(program: Program, found: SnippetList) -> None:
    """A Return that ends a Chinese word takes no reply."""
    editor = program.inbox.reply.editor
    editor.selectAll()
    QTest.keyClicks(editor, "::")
    assert found.isVisible()
    QApplication.sendEvent(editor, QInputMethodEvent("pa", []))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "::"
    end = QInputMethodEvent("", [])
    end.setCommitString("par")
    QApplication.sendEvent(editor, end)
    assert editor.toPlainText() == "::par"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "Sorry, Lucía."


async def test_pasted_replies_are_read_and_nonsense_is_said(
    sample_shop: Path, theme: Theme, tmp_path: Path
) -> None:
    async with running(sample_shop, theme) as program:
        form = program.settings_page.writing.replies
        QGuiApplication.clipboard().setText("Thanks\nThank you for your order.\n---\nBye\nGoodbye.")
        button = form.findChild(QAbstractButton, "pasteRepliesButton")
        assert button is not None
        button.click()
        await until(lambda: form.list.count() == 2, "the replies")
        form.take_text("nothing")
        await until(lambda: form.said.words.startswith("No titles"), "the refusal")
        assert form.list.count() == 2
        form.take_text("Kuerzel,Wert,Gruppe\nlate,Sorry.,a\n")
        await until(lambda: form.said.words.startswith("No columns are called"), "the heads")
        form.take_file(tmp_path / "gone.csv")
        await until(lambda: form.said.words == "This file could not be read.", "the missing file")
        form.take_text("Thanks\nThank you for your order. Bye.\n---\nBye\nGoodbye.")
        replaced = "Saved replies read: 2. In place of those with the same title: 1."
        await until(lambda: form.said.words == replaced, "what was replaced")
        form.take_file(tmp_path)
        await until(lambda: form.said.words == "This file could not be read.", "the folder")
        assert form.list.count() == 2
        assert form.search.isHidden()
        form.take_text("\n---\n".join(f"Title {number}\nWords." for number in range(700)))
        await until(lambda: form.said.words == "Saved replies read: 700.", "the many")
        assert (form.list.count(), form.more.words) == (600, "102 more, found by typing.")
        form.search.setText("699")
        assert [form.list.item(row).text().split("  ")[0] for row in range(form.list.count())] == [
            "Title 699"
        ]
        assert form.more.isHidden()


async def test_house_style_goes_behind_what_is_cached_and_older_drafts_are_stale(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_say("Hola. ", Cited("Le devolvemos.", ((0, 0, 1),)), times=None)
    async with shop.open(ticket=SPANISH) as program:
        reply = program.inbox.reply
        await draft(program)
        assert "house style" not in reply.notice.text()
        first = of_kind(claude, "draft")[-1].body or {}
        page = program.settings_page
        field = page.findChild(QPlainTextEdit, "houseStyle_refund")
        preview = page.findChild(Paragraph, "stylePreview_refund")
        assert field is not None and preview is not None
        field.setPlainText("The solution\nA kind farewell")
        assert "[The solution] [A kind farewell]" in preview.words
        program.inbox.show_again(program.inbox.current_ticket().id)  # type: ignore[union-attr]
        assert reply.notice.text() == "The house style changed after this draft was written."
        await draft(program)
        body = of_kind(claude, "draft")[-1].body or {}
        *kept, task = body["messages"][0]["content"]
        assert body["system"] == first["system"] and kept == first["messages"][0]["content"][:-1]
        assert "1. The solution 2. A kind farewell" in task["text"]
        assert "house style" not in reply.notice.text()


async def test_a_draft_that_quotes_a_policy_which_changed_is_stale(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_say("Hola. ", Cited("Le devolvemos.", ((0, 0, 1),)), times=None)
    async with shop.open(ticket=SPANISH) as program:
        reply = program.inbox.reply
        await draft(program)
        version = program.drafts.version(reply.version_id)
        assert version is not None
        quoted = {
            one.file for one in version.passages if one.hash == version.citations[0].passage_hash
        }
        (file,) = [one for one in program.index.files() if one.path in quoted or one.name in quoted]
        await program.index.remove(file.id)
        await program.index.settled()
        program.inbox.show_again(version.ticket_id)
        changed = "A policy that this draft quotes has changed since."
        assert reply.notice.text() == changed
        await until(lambda: reply.proof.is_settled(), "the marks")
        QApplication.clipboard().clear()
        trigger(program, "copy")
        await until(lambda: reply.notice.text().startswith(f"{changed} "), "asked first")
        assert reply.notice.text().endswith("Copy the reply?")
        assert not QApplication.clipboard().text()
        press = program.window.findChild(QAbstractButton, "noticeAnswer2")
        assert isinstance(press, QAbstractButton) and press.text() == "Draft again"


async def test_what_the_agent_made_of_a_draft_is_kept(claude: StandIn, shop: Shop) -> None:
    claude.will_say("Le devolvemos su dinero.", times=None)
    async with shop.open(ticket=SPANISH) as program:
        reply = program.inbox.reply
        await draft(program)
        drafted = reply.text()
        reply.editor.moveCursor(reply.editor.textCursor().MoveOperation.End)
        reply.editor.insertPlainText("\nMia")
        trigger(program, "copy")
        await until(lambda: program.basis.copies(reply.version_id), "the copy")
        (one,) = program.basis.copies(reply.version_id)
        assert (one.drafted, one.copied) == (drafted, drafted + "\nMia")
