"""The engine in use follows the settings: where it may not go, and what it remembers."""

from __future__ import annotations

from contextlib import aclosing

from supportdesk_gui.engine.connection import Rung, State
from tests.claude.standin import Fault, StandIn
from tests.ui.claude_shop import SPANISH, Shop, begin_draft
from tests.ui.running import draft, trigger, until


async def test_an_address_that_is_none_sends_nothing_anywhere(claude: StandIn, shop: Shop) -> None:
    async with shop.open(ticket=SPANISH) as program:
        program.keys.base_url = "http://me:secret@gateway.example"
        program.engine.choose()
        assert program.engine.claude is None, "and not the Claude API in its place"
        async with aclosing(program.engine.test()) as found:
            steps = [(step.rung, step.state) async for step in found]
        assert steps == [(Rung.ADDRESS, State.FAILS)]
        await draft(program)
        assert program.ledger.count() == 0 and not claude.requests


async def test_a_pause_that_the_engine_asked_for_outlives_a_change_of_settings(
    claude: StandIn, shop: Shop
) -> None:
    async with shop.open(ticket=SPANISH) as program:
        notice, before = program.inbox.reply.notice, program.engine.claude
        claude.will_fail(Fault.RATE_LIMITED, seconds=60, schema=False)
        await begin_draft(program)
        await until(lambda: "Trying again in" in notice.text(), "the countdown")
        trigger(program, "stop")
        await until(lambda: "Trying again" not in notice.text(), "the end")
        program.settings.update(requests_at_once=2)
        await until(lambda: program.engine.claude is not before, "the engine made anew")
        after = program.engine.claude
        assert before is not None and after is not None
        assert after.asking._allowance is before.asking._allowance, "one cap for all doors"
        await begin_draft(program)
        await until(lambda: "Trying again in" in notice.text(), "the countdown again")
        trigger(program, "stop")
        assert len([one for one in claude.messages if one.schema is None]) == 1
