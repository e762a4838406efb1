"""The day's cap counts what was sent in batches and is not read yet."""

from __future__ import annotations

from contextlib import aclosing
from pathlib import Path

import pytest

from supportdesk_gui.assist import tagging
from supportdesk_gui.assist.tags import ItemState, Way
from supportdesk_gui.engine import prices
from supportdesk_gui.engine.allowance import Allowance, Caps
from supportdesk_gui.engine.errors import EngineError, Fault
from supportdesk_gui.engine.ledger import Ledger
from tests.assist.door import WEALTH, door
from tests.assist.tag_desk import MODEL, TagDesk
from tests.claude.standin import StandIn


async def test_parts_and_runs_keep_the_cap_together_also_after_a_restart(
    claude: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tagging, "MOST_ITEMS", 10)
    claude.batches.seconds = 3600
    caps = [WEALTH]
    async with door(claude, tmp_path, lambda: caps[0]) as found:
        desk = TagDesk(found)
        ids = desk.bring([f"My lamp {n} is here, thank you!" for n in range(42)])
        run, other = desk.begin(ids[:31]), desk.begin(ids[31:])
        assert run.estimate is not None
        caps[0] = Caps(run.estimate * 3 // 4)
        await desk.go_on_until(run, lambda step: step.held is Fault.CAP_REACHED)
        assert len(claude.batches.names()) == 2, "the third part waits"
        with pytest.raises(EngineError) as caught:
            await desk.go_on(other)
        assert caught.value.fault is Fault.CAP_REACHED and len(claude.batches.names()) == 2

        again = Ledger(found.database)
        away = again.away()
        assert away.requests == 20 and away.unpriced == 0
        assert 0.5 < away.micro_usd / run.estimate < 0.75
        assert caught.value.away_micro_usd == away.micro_usd
        room = caps[0].micro_usd - again.today().micro_usd - away.micro_usd
        allowance = Allowance(again, lambda: caps[0])
        with pytest.raises(EngineError):
            async with allowance.reserved(room + 1):
                pass
        async with allowance.reserved(room):
            pass

        claude.batches.seconds = 0
        with pytest.raises(EngineError):
            await desk.go_on(run)
        assert found.ledger.away().requests == 0, "read, and in the ledger"
        assert found.ledger.today().micro_usd <= caps[0].micro_usd
        assert desk.now(run).counts == {ItemState.DONE: 21, ItemState.WAITING: 10}
        caps[0] = WEALTH
        assert (await desk.go_on(run)).state == "done"


async def test_what_is_left_after_a_move_holds_its_own_cost(
    claude: StandIn, tmp_path: Path
) -> None:
    """Not a share of an estimate that was made for fewer."""
    claude.batches.seconds = 3600
    caps = [WEALTH]
    async with door(claude, tmp_path, lambda: caps[0]) as found:
        desk = TagDesk(found)
        run = desk.begin(desk.bring([f"My lamp {n} is here!" for n in range(40)]), Way.QUEUE)
        async with aclosing(desk.tagging.one_by_one(run, found.asking, 30)) as steps:
            await anext(steps)
        left = [one.ticket_id for one in desk.store.items(run.id, ItemState.WAITING, 99)]
        estimate = desk.tagging.estimate(left, MODEL, (), in_batch=True)
        assert len(left) == 10 and estimate is not None
        desk.store.move(run.id, Way.BATCH, "h", MODEL, "", estimate).result()
        caps[0] = Caps(found.ledger.today().micro_usd + estimate // 2)
        with pytest.raises(EngineError) as caught:
            await desk.go_on(run)
        assert caught.value.fault is Fault.CAP_REACHED and not claude.batches.names()


async def test_without_a_known_price_a_batch_counts_by_number(
    claude: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prices, "price_of", lambda model: None)
    claude.batches.seconds = 3600
    caps = [Caps(0, unpriced=10)]
    async with door(claude, tmp_path, lambda: caps[0]) as found:
        desk = TagDesk(found)
        run = desk.begin(desk.bring([f"My lamp {n} is here!" for n in range(25)]))
        assert run.estimate is None
        await desk.go_on_until(run, lambda step: step.held is Fault.CAP_REACHED)
        assert desk.now(run).counts[ItemState.SENT] == 9, "beside the one that went by itself"
        assert found.ledger.away().unpriced == 9 and len(claude.batches.names()) == 1
