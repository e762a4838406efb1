"""The Policies page: contradictions, marks, dates and gaps, as the agent sees them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from supportdesk_gui.policies.document import FileState, ReadFailure
from supportdesk_gui.ui.components.labels import Tag
from supportdesk_gui.ui.language_names import listed_languages
from tests.ui.running import draft, running, trigger, until

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from supportdesk_gui.ui.program import Program
    from supportdesk_gui.ui.theme import Theme


def _words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def _tinted(view: QPlainTextEdit) -> str:
    """What of the text is marked."""
    found = ""
    block = view.document().begin()
    while block.isValid():
        for piece in block:
            fragment = piece.fragment()
            if fragment.charFormat().background().style() != Qt.BrushStyle.NoBrush:
                found += fragment.text()
        block = block.next()
    return found


def _press(program: Program, qtbot: QtBot, name: str) -> None:
    button = program.policies.findChild(QPushButton, name)
    assert button is not None and button.isVisible(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


async def test_the_contradiction_is_shown_settled_and_asked_again(
    sample_shop: Path, theme: Theme, qtbot: QtBot
) -> None:
    async with running(sample_shop, theme) as program:
        program.window.resize(1440, 900)
        trigger(program, "page_policies")
        cards = program.policies.care.conflicts
        await until(lambda: cards.open_count() == 1, "the contradiction")
        await until(lambda: "30 days" in _words(cards), "both sides on view")
        assert "14 days" in _words(cards)
        assert "1 to settle" in {tag.accessibleName() for tag in cards.findChildren(Tag)}

        _press(program, qtbot, "conflictHolds1")
        await until(lambda: cards.open_count() == 0, "it to be settled")
        calm = cards.findChild(QLabel, "noConflicts")
        await until(calm.isVisible, "the page to say that all is settled")
        _press(program, qtbot, "conflictsAgain")
        await until(lambda: cards.open_count() == 1, "it to be open again")


async def test_ended_rules_are_listed_once_and_get_a_new_date(
    sample_shop: Path, theme: Theme, qtbot: QtBot
) -> None:
    async with running(sample_shop, theme) as program:
        program.window.resize(1440, 900)
        trigger(program, "page_policies")
        dates = program.policies.care.findChild(QFrame, "policyDates")
        await until(dates.isVisible, "the dates")
        await until(lambda: "black-friday" in _words(dates), "the ended sale")
        assert _words(dates).count("black-friday-2025.md") == 1

        wanted = next(
            button
            for row in dates.findChildren(QFrame)
            if "black-friday" in _words(row)
            for button in row.findChildren(QPushButton)
        )
        qtbot.mouseClick(wanted, Qt.MouseButton.LeftButton)
        dialog = program.policies.findChild(QDialog, "marksDialog")
        field = dialog.findChild(QLineEdit, "marksUntil")
        accept = dialog.findChild(QPushButton, "marksAccept")
        for wrong in ("soon", "2099-01-31x"):
            field.setText(wrong)
            assert not accept.isEnabled(), wrong
        later = QDate.currentDate().addYears(1).toString(Qt.DateFormat.ISODate)
        field.setText(later)
        qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
        await until(lambda: "black-friday" not in _words(dates), "the new date")
        files = [one for one in program.index.files() if one.name == "black-friday-2025.md"]
        assert {file.effective_until for file in files} == {later} and len(files) == 6


async def test_marking_goes_for_all_languages_and_is_taken_back(
    sample_shop: Path, theme: Theme, qtbot: QtBot
) -> None:
    async with running(sample_shop, theme) as program:
        program.window.resize(1440, 900)
        trigger(program, "page_policies")
        search, notice = program.policies.search, program.policies.notice
        search.field.setText("When do I get my money back?")
        await until(lambda: search.findChild(QFrame, "trialHit1"), "the passages")
        row = search.findChild(QFrame, "trialHit1")
        name = row.accessibleName()[3:].partition(", by")[0]
        row.marked.emit(row._hit.passage)
        await until(notice.text, "the notice")
        others = listed_languages(["de", "es", "fr", "zh-Hans", "zh-Hant"])
        assert notice.text() == f"The passage is internal now, in {others} too."
        found = lambda: [  # noqa: E731
            one.accessibleName() for one in search.findChildren(QFrame) if one.accessibleName()
        ]
        await until(lambda: found() and not [one for one in found() if name in one], "it gone")
        question = await program.index.search("Wann bekomme ich mein Geld zurück?", "de", 8)
        marked = program.index.alike(row._hit.passage).internal
        assert len(marked) == 6 and all(marked.values())
        assert not {hit.passage.id for hit in question.hits} & marked.keys()

        _press(program, qtbot, "noticeAction")
        await until(lambda: [one for one in found() if name in one], "it back")
        assert not any(program.index.alike(row._hit.passage).internal.values())

        file = next(one for one in program.index.files() if one.name == "exchanges.md")
        program.policies._ask_marks([file])
        dialog = program.policies.findChildren(QDialog, "marksDialog")[-1]
        assert dialog.everywhere.isVisible() and dialog.everywhere.isChecked()
        dialog.internal.setChecked(True)
        qtbot.mouseClick(dialog.findChild(QPushButton, "marksAccept"), Qt.MouseButton.LeftButton)
        same = lambda: [one for one in program.index.files() if one.name == file.name]  # noqa: E731
        await until(lambda: all(one.internal for one in same()), "all six")
        assert len(same()) == 6


async def test_a_question_that_no_policy_answers_is_a_gap(
    tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    tickets = tmp_path / "tickets.csv"
    question = "Do you sponsor skydiving clubs in Nevada?"
    rows = [f"{n},Sponsoring,ana{n}@example.com,{question}" for n in range(2)]
    tickets.write_text("id,subject,requester email,description\n" + "\n".join(rows))
    rules = tmp_path / "rules.md"
    rules.write_text("# Returns\n\nYou can return a lamp within 30 days of delivery.")

    async with running(tmp_path / "home", theme) as program:
        trigger(program, "page_policies")
        program.policies.add_files([rules])
        program.window.resize(1440, 900)
        await until(lambda: not program.jobs.running("policies"), "the policies")
        trigger(program, "page_inbox")
        program.intake.take([tickets])
        await until(lambda: not program.tickets.is_empty(), "tickets")
        await until(lambda: not program.jobs.running("triage"), "the triage")
        for ticket in program.tickets.ids(program.inbox.list.model.query):
            program.inbox.show_ticket(ticket)
            await draft(program)
        trigger(program, "page_policies")
        gaps = program.policies.care.findChild(QFrame, "knowledgeGaps")
        await until(gaps.isVisible, "the gap")
        await until(lambda: "2 tickets" in _words(gaps), "both tickets in one gap")


async def test_reading_is_stopped_from_the_status_bar_and_goes_on_when_asked(
    tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    source = tmp_path / "en"
    source.mkdir()
    rules = "\n\n".join(f"## Rule {n}\n\nRule {n} costs {n} euros." for n in range(1500))
    for number in range(60):  # more than are read until a busy window hears the click
        (source / f"rules-{number}.md").write_text(rules)
    async with running(tmp_path / "home", theme) as program:
        trigger(program, "page_policies")
        program.policies.add_files([source])
        index = program.index
        await until(lambda: [f for f in index.files() if f.state is FileState.READING], "reading")
        cancel = program.window.findChild(QPushButton, "cancelJobButton")
        await until(cancel.isVisible, "the way to stop it")
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
        busy = {FileState.WAITING, FileState.READING}
        await until(lambda: not [f for f in index.files() if f.state in busy], "all to be at rest")
        stopped = [f for f in index.files() if f.failure is ReadFailure.STOPPED]
        assert len(stopped) >= 4
        rows = [program.policies.model.index(row, 2) for row in range(60)]
        said = "Stopped. Read it again when you like."
        await until(lambda: said in [row.data() for row in rows], "the page to say so")

        program.policies.add_files([source / "rules-59.md"])
        last = lambda: next(f for f in index.files() if f.name == "rules-59.md")  # noqa: E731
        await until(lambda: last().state is FileState.INDEXED, "it to be read after all")


async def test_a_draft_still_opens_its_passage_when_the_policies_are_gone(
    sample_shop: Path, tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    async with running(sample_shop, theme) as program:
        program.window.resize(1440, 900)
        program.inbox.list.show_search("No llegó mi pedido y necesito dinero.")
        await until(program.inbox.current_ticket, "the ticket")
        await draft(program)
        version = program.drafts.version(program.inbox.reply.version_id)
        assert version is not None and version.citations
        cited = program.drafts.snapshot(version.citations[0].passage_hash)
        assert cited is not None
        ticket = program.inbox.current_ticket()
        assert ticket is not None

        def opened() -> QPlainTextEdit:
            program.inbox.show_ticket(ticket.id)
            rows = program.inbox.reply.passages.findChildren(QWidget)
            row = next(one for one in rows if cited.heading in one.accessibleName())
            qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
            dialog = program.window.findChildren(QDialog, "passageDialog")[-1]
            dialog.reject()
            view: QPlainTextEdit = dialog.findChild(QPlainTextEdit, "passageText")
            return view

        # The file has changed above the passage, with a sign that Qt counts as two.
        moved = tmp_path / Path(cited.file).name
        source = Path(cited.file).read_text(encoding="utf-8")
        moved.write_text("\U0001f600 " * 3 + "\n\n" + source, encoding="utf-8")
        for file in program.index.files():
            await program.index.remove(file.id)
        await program.index.add([moved])
        await program.index.settled()
        view = opened()
        assert view.toPlainText().startswith("\U0001f600")
        assert _tinted(view) == cited.text.replace("\n", "")

        for file in program.index.files():
            await program.index.remove(file.id)
        assert program.index.files() == []
        assert opened().toPlainText() == cited.text
