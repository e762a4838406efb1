"""What was sent is kept byte for byte, the newest requests, and goes with its ticket."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from supportdesk_gui.engine import outgoing
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.engine.outgoing import OutgoingRequests
from tests.assist.door import door, heard, question, ticket
from tests.claude.standin import Fault, StandIn


async def test_the_bytes_are_those_at_the_servers_socket_and_go_with_the_ticket(
    claude: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outgoing, "MOST_OF_A_TICKET", 3)
    async with door(claude, tmp_path) as found:
        found.database.submit(
            lambda connection: connection.execute(
                "INSERT INTO tickets (id, source, external_id, subject, requester, email, url, "
                "external_status, priority, channel, language, tags, status, content_hash, summary, "
                "waits_for_us, age_from, urgency, has_attachments, message_count) VALUES "
                "(7, 'T', '7', '', '', '', '', '', '', '', '', '', 'new', x'', '', 1, 0, 0, 0, 1)"
            )
        ).result()
        kept = OutgoingRequests(found.database)
        one = ticket("I am Ana Berg, ana@example.com", id=7, name="Ana Berg")
        for _ in range(4):
            await heard(found.asking, question("Ana Berg, ana@example.com", ticket=one))
        claude.will_fail(Fault.REFUSED_KEY)
        with pytest.raises(EngineError):
            await heard(found.asking, question("Where?", ticket=one))
        await heard(found.asking, question("Policies", kind=Kind.CONFLICTS))
        found.entries()
        entries = kept.of_ticket(7)
        assert [entry.outcome for entry in entries] == ["key_refused", "done", "done"]
        sent = kept.sent(entries[1].id)
        assert sent is not None and sent.body == claude.messages[-3].text.encode()
        assert sent.masked == {"[NAME_1]": "Ana Berg", "[EMAIL_1]": "ana@example.com"}
        refused = kept.sent(entries[0].id)
        assert refused is not None and refused.body == claude.messages[-2].text.encode()
        other = found.entries()[0]
        assert kept.of_request(other.id)[0].kind == Kind.CONFLICTS
        found.database.submit(lambda connection: connection.execute("DELETE FROM tickets")).result()
        assert kept.of_ticket(7) == [] and kept.sent(entries[1].id) is None
        assert len(kept.of_request(other.id)) == 1


async def test_what_left_is_kept_though_it_was_stopped_and_what_did_not_is_not(
    claude: StandIn, tmp_path: Path
) -> None:
    async with door(claude, tmp_path) as found:
        kept = OutgoingRequests(found.database)
        claude.will_fail(Fault.SLOW_FIRST_BYTE)
        asking = asyncio.ensure_future(heard(found.asking, question("Stopped")))
        await asyncio.to_thread(claude.wait_until, lambda: claude.messages, 20.0)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        claude.release()
        claude.will_fail(Fault.DROP_BEFORE_HEADERS, times=4)
        with pytest.raises(EngineError):
            await heard(found.asking, question("Lost"))
        entries = found.entries()
        assert [entry.outcome for entry in entries] == ["cut_off"] * 4 + ["stopped"]
        bodies = [kept.sent(entry.id) for entry in entries]
        assert [one.body if one else b"" for one in reversed(bodies)] == [
            one.text.encode() for one in claude.messages
        ]
    with socket.create_server(("127.0.0.1", 0)) as free:
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}"
    (tmp_path / "other").mkdir()
    async with door(claude, tmp_path / "other", address=nobody) as found:
        with pytest.raises(EngineError):
            await heard(found.asking, question("Nobody there"))
        kept = OutgoingRequests(found.database)
        assert not any(kept.sent(entry.id) for entry in found.entries()), "no byte left"


async def test_all_together_are_bounded_in_number_and_in_bytes(
    claude: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outgoing, "MOST", 3)
    async with door(claude, tmp_path) as found:
        kept = OutgoingRequests(found.database)
        for _ in range(5):
            await heard(found.asking, question())
        ids = [entry.id for entry in found.entries()]
        assert [bool(kept.sent(one)) for one in ids] == [True, True, True, False, False]
        monkeypatch.setattr(outgoing, "MOST_BYTES", 1)
        await heard(found.asking, question())
        newest = found.entries()[0].id
        assert kept.sent(newest) is None and kept.sent(ids[0]) is None
