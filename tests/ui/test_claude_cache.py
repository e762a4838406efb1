"""What is read from the engine's prompt cache, against a stand-in that bills like a real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportdesk_gui.tickets.query import Chip, TicketQuery
from tests.claude.standin import Request, StandIn
from tests.ui.claude_shop import Shop, of_kind, quiet, show
from tests.ui.running import draft, trigger, until

if TYPE_CHECKING:
    from supportdesk_gui.ui.program import Program

ENGLISH = "send back one Linden chair from order"


def share_read(requests: list[Request]) -> float:
    read = sum(one.usage["cache_read_input_tokens"] for one in requests)
    whole = read + sum(
        one.usage["input_tokens"] + one.usage["cache_creation_input_tokens"] for one in requests
    )
    return read / whole


def writing(program: Program, ids: list[int]) -> int:
    return sum(program.inbox.writer.is_writing(ticket_id) for ticket_id in ids)


async def test_nine_tenths_of_forty_drafts_are_read_from_the_cache(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open(agent_language="ja") as program:
        await program.index.settled()
        program.inbox.list.show_search("")
        ids = program.tickets.ids(TicketQuery("", Chip.OPEN), 40)
        for place in range(0, 40, 10):  # an agent who drafts several side by side
            for ticket_id in ids[place : place + 10]:
                program.inbox.show_ticket(ticket_id)
                await until(
                    lambda ticket_id=ticket_id: (
                        (ticket := program.inbox.current_ticket()) and ticket.id == ticket_id
                    ),
                    "the ticket",
                )
                trigger(program, "draft_again")
            await until(lambda: not writing(program, ids), "the drafts")
        await quiet(program)
        drafts = of_kind(claude, "draft")
        assert len(drafts) == 40
        share = share_read(drafts)
        print(f"read from the cache over 40 drafts: {share:.1%}")
        assert share >= 0.9
        first = drafts[0]
        assert first.first_byte is not None
        assert min(one.came for one in drafts[1:]) >= first.first_byte, "one warms, others wait"
        written = [one.usage["cache_creation"]["ephemeral_1h_input_tokens"] for one in drafts]
        assert sum(count > 0 for count in written) == 1, "the corpus is written once"
        entries = program.ledger.entries(40)
        assert sum(one.cache_read for one in entries) == sum(
            one.usage["cache_read_input_tokens"] for one in drafts
        )


async def test_one_tickets_further_drafts_are_read_from_the_cache(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open(ticket=ENGLISH, agent_language="ja") as program:
        await program.index.settled()
        ticket = program.inbox.current_ticket()
        assert ticket is not None
        await draft(program)
        for action in ("draft_again", "shorter", "stance_decline", "stance_ask", "stance_grant"):
            count = len(of_kind(claude, "draft"))
            trigger(program, action)
            await until(lambda count=count: len(of_kind(claude, "draft")) > count, action)
            await until(lambda: not writing(program, [ticket.id]), action)
            await quiet(program)
        _, *later = of_kind(claude, "draft")
        assert len(later) == 5
        shares = [share_read([one]) for one in later]
        print("read from the cache:", ", ".join(f"{share:.1%}" for share in shares))
        assert share_read(later) >= 0.9
        assert "% from cache" in program.inbox.reply.copy_row._foot.text()


async def test_the_same_ticket_opened_again_asks_with_the_same_prefix(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open(ticket=ENGLISH, agent_language="ja") as program:
        await program.index.settled()
        await draft(program)
    async with shop.open(ticket=ENGLISH, agent_language="ja") as program:
        await program.index.settled()
        await draft(program)
        first, second = of_kind(claude, "draft")
        assert (first.body or {})["system"] == (second.body or {})["system"]
        assert share_read([second]) >= 0.9
        await show(program, ENGLISH)
