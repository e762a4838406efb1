"""What is typed while a draft comes to its end: every word is kept, every proof stays at its words."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from supportdesk_gui.assist.drafting import Citation
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.ui.program import Program
from supportdesk_gui.ui.theme import Theme
from tests.ui.running import running, trigger, until

_POLICY = """# Returns

You can return a lamp within 30 days of delivery. The refund is paid within 5 working days.
"""
_TICKETS = (
    "Ticket ID,Subject,Description,Full name,Email,Status\n"
    "1,Return,I want to return my lamp. How long do I have for the refund?,Ana,a@b.example,Open\n"
    "2,Return,Can I return a lamp that I do not like?,Bo,b@b.example,Open\n"
)


async def test_words_typed_between_the_last_piece_and_the_disk(
    tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path / "home", theme) as program:
        ticket = await _begun(program, tmp_path)
        trigger(program, "draft_again")
        await until(program.inbox.reply.text, "the first words")
        go_on = threading.Event()
        held = program.database.submit(lambda _: go_on.wait(60))  # as an import's batch does
        version = program.inbox.reply.version_id
        await until(lambda: _kept_proofs(program, version), "the stream's end")
        assert program.inbox.writer.is_writing(ticket), "the disk was not waited for"
        _type_first(program, "Typed before all. ")
        program.inbox.save_now()  # what the timer does a moment later
        go_on.set()
        held.result()
        await until(lambda: not program.inbox.writer.is_writing(ticket), "the end")
        await until(lambda: not program.drafts.has_unsaved_text(), "all words on disk")
        kept = program.drafts.version(version)
        assert kept is not None and kept.text.startswith("Typed before all. ")
        assert kept.citations and kept.citations == program.inbox.reply._citations
        assert [_quoted(kept.text, one, kept.passages) for one in kept.citations] == [True] * len(
            kept.citations
        )


async def test_words_typed_over_a_stopped_draft_survive_the_next_ticket(
    tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path / "home", theme) as program:
        ticket = await _begun(program, tmp_path)
        for leave in ("next_ticket", "draft_again"):
            versions = program.drafts.versions(ticket)
            before, known = len(versions), {0, *(one.id for one in versions)}
            trigger(program, "draft_again")
            await until(
                lambda known=known: program.inbox.reply.version_id not in known,  # type: ignore[misc]
                "the draft in place of the one before",
            )
            await until(lambda: len(program.inbox.reply.text()) > 10, "the first words")
            _type_first(program, f"Typed before {leave}. ")
            trigger(program, "stop")
            trigger(program, leave)
            await until(lambda: not program.inbox.writer.is_busy(), "the end")
            found = program.drafts.versions(ticket)[before]
            assert found.text.startswith(f"Typed before {leave}. ")
            program.inbox.show_ticket(ticket)


# -- how ---------------------------------------------------------------------------------------


@pytest.mark.alone
async def test_who_types_without_a_pause_is_saved_all_the_same(
    tmp_path: Path, theme: Theme
) -> None:
    async with running(tmp_path / "home", theme) as program:
        await _begun(program, tmp_path)
        editor = program.inbox.reply.editor

        def typed_on() -> str:
            QTest.keyClicks(editor, "a")
            kept = program.drafts.version(program.inbox.reply.version_id)
            return kept.text if kept else ""

        since = time.monotonic()
        await until(typed_on, "the first letters on disk")
        assert time.monotonic() - since < 1.0


async def _begun(program: Program, place: Path) -> int:
    """Two tickets and a policy that answers them; the first ticket's id, which is on view."""
    (place / "returns.md").write_text(_POLICY)
    (place / "tickets.csv").write_text(_TICKETS)
    program.policies.add_files([place / "returns.md"])
    program.intake.take([place / "tickets.csv"])
    busy = {"policies", "import", "triage"}
    await until(lambda: program.inbox.list.model.rowCount() == 2, "the tickets")
    await until(lambda: not [j for j in program.jobs.running() if j.name in busy], "the reading")
    ticket = program.inbox.list.model.id_at(0)
    program.inbox.show_ticket(ticket)
    return ticket


def _kept_proofs(program: Program, version_id: int) -> tuple[Citation, ...]:
    """They are kept with the whole text only."""
    version = program.drafts.version(version_id)
    return version.citations if version is not None else ()


def _type_first(program: Program, words: str) -> None:
    editor = program.inbox.reply.editor
    editor.setTextCursor(QTextCursor(editor.document()))
    QTest.keyClicks(editor, words)


def _quoted(text: str, citation: Citation, passages: tuple[Passage, ...]) -> bool:
    """Whether the citation stands on the words that it quotes."""
    found = {passage.hash: passage.text for passage in passages}[citation.passage_hash]
    words = text[citation.start : citation.end].strip()
    return words == found[citation.cited_start : citation.cited_end].strip()
