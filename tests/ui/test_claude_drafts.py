"""Drafts that stream: stopped, written anew, typed into, several at once, never in each other."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from supportdesk_gui.assist.drafts import DraftState
from tests.claude.standin import Cited, Fault, Pace, StandIn
from tests.ui.claude_shop import SPANISH, Shop, begin_draft, of_kind, show
from tests.ui.running import draft, trigger, until

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program

ENGLISH = "send back one Linden chair from order"
GERMAN = "ist seit dem 5.11. unterwegs"
LONG = "word " * 300


def foot(program: Program) -> str:
    return program.inbox.reply.copy_row._foot.text()


async def test_passages_stand_before_the_first_word_and_figures_after_the_last(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_fail(Fault.SLOW_FIRST_BYTE, schema=False)
    claude.will_say("Hola. ", Cited("Le devolvemos el importe.", ((0, 0, 1),)), thinking="")
    async with shop.open(ticket=SPANISH) as program:
        reply = program.inbox.reply
        go_on = threading.Event()
        program.database.submit(lambda _: go_on.wait(60))
        await begin_draft(program)  # on view while the disk is busy
        assert reply.head.findChild(QWidget, "stopButton").isVisible() and not claude.messages
        go_on.set()
        await until(lambda: reply._passages, "the passages")
        assert reply.text() == "" and reply.passages.isVisible()
        await until(lambda: claude.messages, "the request")
        assert claude.messages[0].first_byte is None
        claude.release()
        await until(lambda: reply.text().endswith("Un saludo"), "the draft")
        await until(lambda: "from cache" in foot(program), "the figures")
        version = program.drafts.version(reply.version_id)
        assert version is not None and version.end is not None
        usage = claude.messages[0].usage
        for part in (
            "claude-sonnet-5-5", f"first text {version.end.seconds_to_first_text:.2f} s",
            f"{usage['output_tokens']} tokens", "0 % from cache", f"${version.end.micro_usd / 1e6:.4f}",
        ):  # fmt: skip
            assert part in foot(program)


@pytest.mark.alone
async def test_stop_keeps_the_text_closes_the_socket_and_labels_the_cost(
    claude: StandIn, shop: Shop
) -> None:
    claude.pace = Pace(per_second=200, characters=5)
    claude.will_say(LONG, thinking="")
    async with shop.open(ticket=SPANISH) as program:
        reply, ticket = program.inbox.reply, program.inbox.current_ticket()
        assert ticket is not None
        await begin_draft(program)
        await until(lambda: "word word" in reply.text(), "the first words")
        said: list[float] = []
        program.inbox.writer.text_came.connect(lambda *_: said.append(time.monotonic()))
        trigger(program, "stop")
        stopped = time.monotonic()
        await until(lambda: "partial, estimated" in foot(program), "the foot")
        await until(lambda: claude.messages[0].went_away, "the socket to close")
        assert all(moment - stopped <= 0.1 for moment in said)
        text = reply.text()
        version = program.drafts.version(reply.version_id)
        assert version is not None and version.state is DraftState.STOPPED
        assert version.text == text and text.startswith("Hola, Lucía:\n\nword")
        entry = program.ledger.of_version(version.id)[-1]
        assert entry.outcome == "stopped" and entry.is_partial and (entry.micro_usd or 0) > 0
        assert f"${(entry.micro_usd or 0) / 1e6:.4f}" in foot(program)
        claude.pace = Pace()
        claude.will_say("Otra vez, entera.")
        await draft(program)
        assert "Otra vez, entera." in reply.text()
        trigger(program, "version_before")
        assert reply.text() == text, "the stopped one is a version"
        await until(lambda: "partial, estimated" in foot(program), "its own figures")


async def test_what_is_typed_while_it_streams_is_kept(claude: StandIn, shop: Shop) -> None:
    claude.will_say("Primera frase aquí. Segunda frase allí.", thinking="", hold_after=2)
    async with shop.open(ticket=SPANISH) as program:
        reply = program.inbox.reply
        await begin_draft(program)
        await until(lambda: "Primera frase" in reply.text(), "the first words")
        # The stream pauses here: nobody types, and nothing more comes that would have it saved.
        with contextlib.closing(sqlite3.connect(shop.home / "desk.sqlite3")) as disk:
            sql = "SELECT text FROM draft_versions WHERE id = ?"
            on_view = (reply.version_id,)
            await until(
                lambda: disk.execute(sql, on_view).fetchone() == (reply.text(),), "the disk"
            )
        cursor = reply.editor.textCursor()
        cursor.setPosition(0)
        cursor.insertText("Mine. ")
        claude.release()
        await until(lambda: reply.text().endswith("Un saludo"), "the rest")
        assert reply.text().startswith("Mine. Hola, Lucía:")
        assert "Segunda frase allí." in reply.text()
        kept = program.drafts.version(reply.version_id)
        assert kept is not None and kept.text == reply.text()


async def test_what_is_typed_until_the_draft_begins_is_kept_in_its_own_version(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_say("Primera frase aquí.", thinking="")
    async with shop.open(ticket=SPANISH) as program:
        reply = program.inbox.reply
        reply.editor.insertPlainText("Typed by the agent.")
        trigger(program, "draft_again")
        reply.editor.insertPlainText(" And a last word.")  # while the draft is being prepared
        await until(lambda: "claude-sonnet-5-5" in foot(program), "the draft")
        trigger(program, "version_before")
        assert reply.text() == "Typed by the agent. And a last word."


async def test_late_text_never_lands_in_another_ticket(claude: StandIn, shop: Shop) -> None:
    tickets = {"uno": SPANISH, "two": ENGLISH, "drei": GERMAN}
    for word, ticket in tickets.items():
        claude.will_say(f"{word} " * 100, thinking="", hold_after=3, contains=ticket)
    async with shop.open() as program:
        reply, ids = program.inbox.reply, {}
        for word, text in tickets.items():
            ticket = await show(program, text)
            ids[word] = ticket.id
            await begin_draft(program)
            await until(lambda word=word: word in reply.text(), f"{word} to begin")
            assert not [other for other in tickets if other != word and f"{other} " in reply.text()]
        assert all(program.inbox.writer.is_writing(ticket_id) for ticket_id in ids.values())
        claude.release()
        for ticket_id in ids.values():
            await until(
                lambda ticket_id=ticket_id: not program.inbox.writer.is_writing(ticket_id),
                "all to end",
            )
        for word, text in tickets.items():
            ticket = await show(program, text)
            latest = program.drafts.latest(ticket.id)
            assert latest is not None and latest.text == reply.text()
            assert latest.text.count(f"{word} ") >= 99
            for other in tickets:
                assert other == word or f"{other} {other}" not in latest.text
    for request in of_kind(claude, "draft"):
        assert sum(text in request.text for text in tickets.values()) == 1


async def test_writing_anew_keeps_the_versions_and_stops_the_one_under_way(
    claude: StandIn, shop: Shop
) -> None:
    claude.will_say("Uno. " * 20, thinking="", hold_after=2)
    claude.will_say("Dos.", thinking="")
    claude.will_say("Tres.", thinking="")
    async with shop.open(ticket=SPANISH) as program:
        reply, ticket = program.inbox.reply, program.inbox.current_ticket()
        assert ticket is not None
        await begin_draft(program)
        await until(lambda: "Uno." in reply.text(), "the first")
        await draft(program)
        await until(lambda: claude.messages[0].went_away, "the first to be stopped")
        await draft(program)
        texts = [version.text for version in program.drafts.versions(ticket.id)]
        assert ["Uno." in texts[0], "Dos." in texts[1], "Tres." in texts[2]] == [True] * 3
        assert "Uno." not in texts[1] + texts[2]
        trigger(program, "version_before")
        assert reply.text() == texts[1]
