"""A server that counts nothing: the cap is kept by an estimate."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk_gui.assist.ask import prepared
from supportdesk_gui.assist.asking import Asking
from supportdesk_gui.engine.addresses import Address
from supportdesk_gui.engine.allowance import Allowance, Caps
from supportdesk_gui.engine.capabilities import Features
from supportdesk_gui.engine.ceiling import most_micro_usd
from supportdesk_gui.engine.claude import Claude, OnSent
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.request import AnswerBegan, AnswerEnded, EngineEvent, EngineRequest
from tests.assist.door import door, heard, question
from tests.claude.standin import StandIn


class Uncounted(Claude):
    """A gateway that counts no tokens and has a name of its own for the model."""

    async def stream(
        self, request: EngineRequest, only: Features | None = None,
        on_sent: OnSent = lambda body: None,
    ) -> AsyncGenerator[EngineEvent]:  # fmt: skip
        async with aclosing(super().stream(request, only, on_sent)) as events:
            async for event in events:
                if isinstance(event, AnswerBegan):
                    yield replace(event, usage=None, model="house-sonnet")
                elif isinstance(event, AnswerEnded):
                    yield replace(event, usage=None)
                else:
                    yield event


async def test_a_server_that_counts_nothing_is_held_to_the_cap_by_an_estimate(
    claude: StandIn, tmp_path: Path
) -> None:
    async with door(claude, tmp_path) as found:
        server = Uncounted(Address(claude.url), claude.key)
        most = most_micro_usd(prepared(question())[0], is_warm=False)
        assert most is not None
        asking = Asking(server, found.limiter, Allowance(found.ledger, lambda: Caps(most + 100)))
        await heard(asking, question())
        (entry,) = found.entries()
        assert entry.is_partial and entry.input > 0 and 0 < (entry.micro_usd or 0) <= most
        for _ in range(200):
            if found.ledger.today().micro_usd > 100:
                break
            await heard(asking, question())
        with pytest.raises(EngineError) as caught:
            await heard(asking, question())
        assert caught.value.fault is Fault.CAP_REACHED
        await server.aclose()
