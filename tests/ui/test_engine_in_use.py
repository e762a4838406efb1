"""The engine in use follows the settings: where it may not go, and what it remembers."""

from __future__ import annotations

from contextlib import aclosing

import pytest

from supportdesk_gui.engine.connection import Rung, State
from supportdesk_gui.engine.errors import Fault as Problem
from supportdesk_gui.engine.kinds import new_profile
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


async def test_what_the_way_to_an_engine_lacks_is_said(
    claude: StandIn, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere/config")
    async with shop.open(ticket=SPANISH) as program:
        before = program.engine.claude
        program.settings.update_profile(ca_file="/nowhere/company.pem")
        await until(lambda: program.engine.claude is not before, "the engine made anew")
        sent = len(claude.messages)
        await draft(program)
        assert "certificate file cannot be read" in program.inbox.reply.notice.text()
        assert len(claude.messages) == sent
        async with aclosing(program.engine.test()) as found:
            steps = [step async for step in found]
        assert [one.rung for one in steps if one.state is State.FAILS] == [Rung.ADDRESS]
        assert steps[0].error is not None and steps[0].error.fault is Problem.CA_FILE
        bedrock = new_profile("b1", "mantle", "Bedrock")
        profiles = (*program.settings.value.profiles, bedrock)
        program.settings.update(profiles=profiles, engine="b1")
        assert program.engine.claude is None, "nothing goes to the engine before"
        async with aclosing(program.engine.test()) as found:
            steps = [step async for step in found]
        (step,) = steps
        assert step.error is not None and step.error.fault is Problem.NO_REGION
