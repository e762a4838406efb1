"""Whatever fails: a sentence, the text kept, an entry in the ledger, and the next draft works."""

from __future__ import annotations

import asyncio
import re
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from supportdesk_gui.assist.drafts import DraftState
from tests.claude.standin import Fault, StandIn
from tests.ui.claude_shop import SPANISH, Shop, begin_draft
from tests.ui.running import draft, trigger, until

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program

# Fault, times that it has to come, a word of its sentence, how the ledger calls it.
BEFORE_TEXT = [
    (Fault.REFUSED_KEY, 1, "key was refused", "key_refused"),
    (Fault.NO_CREDIT, 1, "no credit", "billing"),
    (Fault.NO_PERMISSION, 1, "may not use claude-sonnet-5-5", "not_permitted"),
    (Fault.UNKNOWN_MODEL, 1, "does not know claude-sonnet-5-5", "unknown_model"),
    (Fault.TOO_LARGE, 1, "longer than claude-sonnet-5-5", "too_large"),
    (Fault.RATE_LIMITED_WITHOUT_HINT, 4, "no more requests", "rate_limited"),
    (Fault.SPEND_LIMIT_REACHED, 1, "spend limit", "provider_cap"),
    (Fault.OWN_SPEND_LIMIT, 1, "spend limit", "provider_cap"),
    (Fault.SERVER_ERROR, 4, "fault of its own", "engine_fault"),
    (Fault.UNAVAILABLE, 4, "fault of its own", "engine_fault"),
    (Fault.GATEWAY_TIMEOUT, 4, "fault of its own", "engine_fault"),
    (Fault.OVERLOADED, 4, "busy", "overloaded"),
    (Fault.HTML_PAGE, 1, "no engine", "not_an_engine"),
    (Fault.HTML_BAD_GATEWAY, 4, "fault of its own", "engine_fault"),
    (Fault.EMPTY_BODY, 1, "no engine", "not_an_engine"),
    (Fault.DROP_BEFORE_HEADERS, 4, "connection was lost", "cut_off"),
    (Fault.MAX_TOKENS_WITHOUT_TEXT, 1, "cut off", "answer_cut"),
    (Fault.REFUSAL_BEFORE_TEXT, 1, "does not answer this ticket", "refusal"),
]
IN_THE_MIDST = [
    (Fault.DROP_MID_STREAM, "connection was lost", "cut_off"),
    (Fault.RESET_MID_STREAM, "connection was lost", "cut_off"),
    (Fault.ERROR_EVENT, "busy", "overloaded"),
    (Fault.END_WITHOUT_STOP, "connection was lost", "cut_off"),
    (Fault.GARBAGE, "cannot be read", "garbled"),
    (Fault.MAX_TOKENS, "cut off", "answer_cut"),
    (Fault.STALL, "fell silent", "stalled"),
]
HARMLESS = [Fault.SHREDDED, Fault.UNKNOWN_EVENTS, Fault.CRLF, Fault.COMMENTS_AND_PINGS]
SAID = "Lamentamos la espera, 您好 🙂. Le devolvemos el importe completo hoy mismo."


def test_every_fault_of_the_stand_in_is_tried() -> None:
    elsewhere = {Fault.RATE_LIMITED, Fault.REFUSAL_MID_TEXT, Fault.SLOW_FIRST_BYTE}
    tried = {row[0] for row in BEFORE_TEXT} | {row[0] for row in IN_THE_MIDST}
    assert tried | set(HARMLESS) | elsewhere == set(Fault)


def last_outcome(program: Program) -> str:
    program.database.submit(lambda _: None).result()
    return program.ledger.entries(1)[0].outcome


async def said(program: Program, words: str) -> None:
    """Wait for the sentence over the draft."""
    notice = program.inbox.reply.notice
    await until(lambda: words in notice.text(), f"{words!r}, not {notice.text()!r}")


async def test_faults_before_the_first_word_leave_what_was_there(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open(ticket=SPANISH, draft_model="claude-sonnet-5-5") as program:
        reply = program.inbox.reply
        claude.will_fail(Fault.REFUSED_KEY, schema=False)
        await draft(program)
        await said(program, "key was refused")
        assert not reply.text() and "kept" not in reply.notice.text(), "there is no text to keep"
        reply.editor.setFocus()
        reply.editor.insertPlainText("Typed by the agent.")
        for fault, times, words, outcome in BEFORE_TEXT:
            claude.will_fail(fault, times=times, schema=False)
            await draft(program)
            await said(program, words)
            assert reply.text() == "Typed by the agent.", fault
            assert last_outcome(program) == outcome, fault
        claude.will_say(SAID, thinking="")
        await draft(program)
        assert SAID in reply.text()
        assert last_outcome(program) == "done"
        trigger(program, "version_before")
        assert reply.text() == "Typed by the agent."


async def test_faults_in_the_midst_keep_what_came(
    claude: StandIn, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with shop.open(ticket=SPANISH) as program:
        reply = program.inbox.reply
        for fault in HARMLESS:
            claude.will_fail(fault, schema=False)
            claude.will_say(SAID, thinking="")
            await draft(program)
            assert SAID in reply.text(), fault
            assert last_outcome(program) == "done", fault
        for fault, words, outcome in IN_THE_MIDST:
            if fault is Fault.STALL:
                await lose_patience(program, monkeypatch)
            claude.will_fail(fault, after=3, schema=False)
            claude.will_say(SAID, thinking="", times=1)
            await draft(program)
            await said(program, words)
            assert "kept" in reply.notice.text(), fault
            assert SAID[:24] in reply.text() and SAID not in reply.text(), fault
            kept = program.drafts.version(reply.version_id)
            assert kept is not None and kept.state is DraftState.STOPPED
            assert kept.text == reply.text(), fault
            assert last_outcome(program) == outcome, fault
            assert program.ledger.entries(1)[0].micro_usd, fault
            claude.forget()


async def lose_patience(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """A silence of a second is a stall from now on; before, a busy machine may fall silent."""
    from supportdesk_gui.ui.engine_in_use import EngineInUse

    monkeypatch.setattr(EngineInUse, "stall_seconds", 1.0)
    before = program.engine.claude
    program.engine.choose()
    await until(lambda: program.engine.claude not in {None, before}, "the other engine")


async def test_a_refusal_in_the_midst_takes_its_text_away_but_not_what_was_typed(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open(ticket=SPANISH) as program:
        reply = program.inbox.reply
        claude.will_fail(Fault.REFUSAL_MID_TEXT, after=2, schema=False)
        await draft(program)
        await until(lambda: "discarded" in reply.notice.text(), "the sentence")
        assert reply.text() == "" and not program.drafts.versions(program.inbox.current_ticket().id)
        claude.will_fail(Fault.REFUSAL_MID_TEXT, after=4, schema=False)
        claude.will_say(SAID, thinking="", hold_after=2)
        await begin_draft(program)
        await until(lambda: SAID[:20] in reply.text(), "the first words")
        reply.editor.textCursor().insertText("Typed. ")
        claude.release()
        await until(lambda: "does not answer" in reply.notice.text(), "the sentence")
        assert "you typed into it" in reply.notice.text()
        assert "discarded" not in reply.notice.text() and "Typed. " in reply.text()
        kept = program.drafts.version(reply.version_id)
        assert kept is not None and "Typed. " in kept.text


def seconds_left(program: Program) -> int:
    """What the notice says until the next attempt, 0 where it says nothing."""
    found = re.search(r"Trying again in (\d+) s", program.inbox.reply.notice.text())
    return int(found[1]) if found else 0


async def test_a_429_counts_down_in_the_window_and_stop_ends_it(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open(ticket=SPANISH) as program:
        reply, ticket = program.inbox.reply, program.inbox.current_ticket()
        claude.will_fail(Fault.RATE_LIMITED, seconds=30, schema=False)
        await begin_draft(program)
        await until(lambda: seconds_left(program) > 20, "the countdown")
        begun = seconds_left(program)
        await until(lambda: 0 < seconds_left(program) < begun, "it to go down")
        trigger(program, "stop")
        await until(lambda: "Trying again" not in reply.notice.text(), "the end")
        assert not program.inbox.writer.is_writing(ticket.id)
        assert len([one for one in claude.messages if one.schema is None]) == 1


# -- the network ---------------------------------------------------------------------------------


@contextmanager
def tls_server(folder: Path) -> Iterator[str]:
    """A server whose certificate nobody knows."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
         "-nodes", "-keyout", str(key), "-out", str(certificate), "-days", "1", "-subj",
         "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                line, _ = listening.accept()
            except OSError:
                return
            try:
                context.wrap_socket(line, server_side=True).close()
            except OSError:
                line.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"https://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


async def _fails(program: Program, address: str, words: str, outcome: str) -> None:
    """A draft at another address fails with these words."""
    before = program.engine.claude
    program.keys.base_url = address
    program.engine.choose()
    await until(lambda: program.engine.claude not in {None, before}, "the other address")
    await draft(program)
    await said(program, words)
    assert last_outcome(program) == outcome


async def test_no_network_a_wrong_proxy_and_a_wrong_certificate_have_their_sentences(
    claude: StandIn, shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with shop.open(ticket=SPANISH) as program:
        reply = program.inbox.reply
        await draft(program)
        text = reply.text()
        assert text
        nobody = f"http://127.0.0.1:{closed_port()}"
        await _fails(program, nobody, "cannot be reached", "no_network")
        with tls_server(tmp_path) as address:
            await _fails(program, address, "certificate", "certificate")
        monkeypatch.setenv("HTTPS_PROXY", nobody)
        monkeypatch.setenv("https_proxy", nobody)
        await _fails(program, "https://claude.example", "proxy", "proxy")
        assert reply.text() == text
        before = program.engine.claude
        program.keys.base_url = claude.url
        program.engine.choose()
        await until(lambda: program.engine.claude is not before, "the stand-in")
        await draft(program)
        assert last_outcome(program) == "done"
        await asyncio.sleep(0)
