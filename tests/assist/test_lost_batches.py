"""A batch made while nobody could note its id is known by its names, and by nothing else."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from supportdesk_gui.assist import tag_store
from supportdesk_gui.assist.batch_door import BatchDoor
from supportdesk_gui.assist.tag_store import TagStore
from supportdesk_gui.assist.tags import ItemState, PartState, TagRun
from tests.assist.door import door
from tests.assist.tag_desk import MODEL, TagDesk
from tests.claude.standin import StandIn


async def _cut_off(desk: TagDesk, run: TagRun, at: type, name: str) -> None:
    """Go on with a run up to the kill that comes in the place of a step."""

    def killed(*_: object) -> None:
        raise asyncio.CancelledError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(at, name, killed)
        with pytest.raises(asyncio.CancelledError):
            await desk.go_on(run)


def _colleagues(claude: StandIn, count: int) -> str:
    """A batch of another program of the same account; its id."""
    params = {"model": MODEL, "max_tokens": 100, "messages": [{"role": "user", "content": "hi"}]}
    rows = [{"custom_id": f"colleague-{n}", "params": params} for n in range(count)]
    return str(claude.batches.create({"requests": rows})["id"])


async def test_a_lost_batch_is_found_among_others_whatever_the_clocks_say(
    claude: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class FastClock:
        time = staticmethod(lambda: time.time() + 3600)

    monkeypatch.setattr(tag_store, "time", FastClock)
    claude.batches.seconds = 3600
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        run = desk.begin(desk.bring([f"Where is parcel {n}?" for n in range(8)]))
        await _cut_off(desk, run, TagStore, "set_part")
        [ours] = claude.batches.names()
        other = _colleagues(claude, 7)
        await desk.go_on_until(run, lambda step: step.waits)
        [part] = desk.store.parts(run.id)
        assert part.state is PartState.SENDING, "not proved before names can be read"
        claude.batches.seconds = 0
        run = await desk.go_on(run)
        assert run.counts == {ItemState.DONE: 8} and claude.batches.names() == [other]
        sent = [one for one in claude.requests if one.path.endswith("/batches") and one.body]
        assert len(sent) == 1 and ours != other, "paid once"


@pytest.mark.parametrize("was_made", [False, True])
async def test_stop_cancels_no_batch_that_is_not_proved_ours(
    claude: StandIn, tmp_path: Path, was_made: bool
) -> None:
    claude.batches.seconds = 3600
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        run = desk.begin(desk.bring([f"Where is parcel {n}?" for n in range(8)]))
        where = (TagStore, "set_part") if was_made else (BatchDoor, "send")
        await _cut_off(desk, run, *where)
        other = _colleagues(claude, 7)
        await desk.tagging.stop(desk.now(run), found.asking.batches)
        assert not any(one.path.endswith("/cancel") for one in claude.requests)
        assert desk.now(run).state == "running", "it may be read"
        claude.batches.seconds = 0
        run = await desk.go_on(run)
        ended = ItemState.DONE if was_made else ItemState.CANCELED
        assert run.counts[ended] == 7 + was_made and run.left == 0
        assert claude.batches.names() == [other], "neither cancelled nor deleted"
        sent = [one for one in claude.requests if one.path.endswith("/batches") and one.body]
        assert len(sent) == was_made, "what was stopped is not sent"
