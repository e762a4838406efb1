"""A cold prefix is asked for by one request at a time, and nothing that changes stands before it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from supportdesk_gui.assist import claude_draft, claude_triage
from supportdesk_gui.assist.ask import Ask, Instruction, prepared
from supportdesk_gui.assist.claude_draft import DraftWay
from supportdesk_gui.assist.claude_triage import TriageWay
from supportdesk_gui.assist.drafting import DraftRequest, Frame, Stance
from supportdesk_gui.assist.material import Material, cut
from supportdesk_gui.engine.prefixes import ColdPrefixes, shared_prefix
from supportdesk_gui.policies.document import Passage
from supportdesk_gui.tickets.ticket import Intent, Ticket, Triage
from tests.assist.door import door, heard, question, ticket
from tests.claude.standin import Fault, StandIn

RULES = (Instruction("Rule. " * 900, "1h"),)
POLICY = tuple(
    Passage(n, f"hash{n}", f"Sentence {n} holds. Another one does too.", "returns.md", "", 0, 9, "en")
    for n in range(40)
)  # fmt: skip
KNOWN = Triage(Intent.REFUND, 0.9, "en", "Wants money")


async def test_ten_requests_at_a_cold_prefix_go_one_by_one_until_an_answer_began(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_fail(Fault.SLOW_FIRST_BYTE, times=3)
    async with door(claude, tmp_path, at_once=8) as found:
        asked = [
            asyncio.ensure_future(heard(found.asking, question(str(number), rules=RULES)))
            for number in range(10)
        ]
        await asyncio.to_thread(claude.wait_until, lambda: claude.messages)
        for _ in range(50):
            await asyncio.sleep(0)
        assert len(claude.messages) == 1, "the others wait for the first answer"
        claude.release()
        # Then they go side by side: the third comes while the second is held.
        await asyncio.to_thread(
            claude.wait_until,
            lambda: len(claude.messages) > 2 and all(one.held for one in claude.messages[1:3]),
        )
        claude.release()
        await asyncio.gather(*asked)
    first, *others = claude.messages
    assert first.usage["cache_creation_input_tokens"] > 1000
    assert all(other.usage["cache_creation_input_tokens"] == 0 for other in others)
    assert first.first_byte is not None
    assert min(other.came for other in others) >= first.first_byte
    assert claude.most_at_once > 1


async def test_where_the_first_fails_or_is_stopped_the_next_one_tries(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_fail(Fault.SLOW_FIRST_BYTE)
    async with door(claude, tmp_path) as found:
        asked = [
            asyncio.ensure_future(heard(found.asking, question(f"Question {number}", rules=RULES)))
            for number in range(3)
        ]
        await asyncio.to_thread(claude.wait_until, lambda: claude.messages)
        claude.will_fail(Fault.REFUSED_KEY)
        first = next(n for n in range(3) if f"Question {n}" in claude.messages[0].text)
        asked[first].cancel()
        ends = await asyncio.gather(*asked, return_exceptions=True)
        assert isinstance(ends.pop(first), asyncio.CancelledError)
        assert sum(isinstance(end, list) for end in ends) == 1, "one is refused, one answered"


async def test_different_prefixes_do_not_wait_for_each_other(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_fail(Fault.SLOW_FIRST_BYTE, times=2)
    others = (Instruction("Other. " * 900, "1h"),)
    async with door(claude, tmp_path) as found:
        asked = [
            asyncio.ensure_future(heard(found.asking, question(rules=rules)))
            for rules in (RULES, others)
        ]
        await asyncio.to_thread(claude.wait_until, lambda: len(claude.messages) == 2)
        claude.release()
        await asyncio.to_thread(claude.wait_until, lambda: all(m.status for m in claude.messages))
        await asyncio.gather(*asked)


def test_a_request_that_did_not_warm_does_not_let_others_in() -> None:
    now = [0.0]

    async def go() -> None:
        prefixes = ColdPrefixes(lambda: now[0])
        assert await prefixes.enter("a")
        prefixes.began("a", "5m")
        assert not await prefixes.enter("a"), "warm: it warms nothing"
        now[0] = 300.0
        assert await prefixes.enter("a"), "it has died meanwhile"
        waits = asyncio.ensure_future(prefixes.enter("a"))
        await asyncio.sleep(0)
        assert not waits.done()
        prefixes.left("a")
        assert await waits, "the first one came to nothing: the next one warms it"

    with asyncio.Runner() as runner:
        runner.run(go())


def draft_ask(one: Ticket, *, corpus: bool = True, **more: Any) -> Ask:
    request = DraftRequest(one, KNOWN, "en", Frame("Hello {name},", "Bye"), **more)
    material = Material((), POLICY, corpus, False)
    way = DraftWay("claude-sonnet-5-5", "low")
    return claude_draft._ask(request, material, cut(POLICY), way)


def test_drafts_of_all_tickets_share_rules_and_corpus_and_of_one_ticket_its_text_too() -> None:
    asks = [draft_ask(ticket(f"Where? {n}", id=n, name=f"N{n}"), version_id=n) for n in (1, 2)]
    requests = [prepared(ask)[0] for ask in asks]
    assert requests[0].system == requests[1].system
    assert requests[0].user[: len(POLICY)] == requests[1].user[: len(POLICY)]
    assert shared_prefix(requests[0]) == shared_prefix(requests[1]) != ("", "")
    one = ticket("Where?", id=1)
    stances = [prepared(draft_ask(one, stance=stance, version_id=n))[0] for n, stance in enumerate(Stance)]  # fmt: skip
    stances += [prepared(draft_ask(one, shorten="Long.", wish="Be kind", version_id=9))[0]]
    kept = [request.user[: len(POLICY) + 1] for request in stances]
    assert all(user == kept[0] for user in kept)
    assert kept[0][-1].keep == "5m"


def test_neither_an_id_nor_a_time_stands_before_a_shared_breakpoint() -> None:
    way = TriageWay("claude-haiku-5-5", "", "low", True, 8000, 0.6)
    one = ticket("Where is it?", id=7_654_321, subject="Subject-7654321", name="Name-7654321")
    asks = [
        draft_ask(one, version_id=7_654_321),
        draft_ask(one, version_id=7_654_321, corpus=False),
        claude_triage._ask(one, way.model, "low", way, "en", ["en"]),
    ]
    for ask in asks:
        request = prepared(ask)[0]
        kept = [n for n, block in enumerate(request.user) if block.keep == "1h"]
        shared = [*request.system, *request.user[: (kept or [-1])[-1] + 1]]
        assert "7654321" not in repr(shared)
        assert repr(prepared(ask)[0]) == repr(request), "the same again, to the letter"
