"""Tags for many conversations: by batches that survive the window, one by one, and by rules."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import aclosing
from pathlib import Path

import pytest

from supportdesk_gui.assist.claude_tagging import tags_in
from supportdesk_gui.assist.tag_rules import tags_by_rules
from supportdesk_gui.assist.tags import (
    ItemState,
    OwnTag,
    Scope,
    Sentiment,
    TagKind,
    Way,
    own_tags,
    way_for,
)
from supportdesk_gui.engine.allowance import Caps
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.engine.errors import Fault as Problem
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.tickets.query import Chip, TicketQuery
from tests.assist.door import WEALTH, door, ticket
from tests.assist.tag_desk import MODEL, TagDesk
from tests.claude.standin import Fault, StandIn
from tests.tickets.desk import bring
from tests.tickets.desk import ticket as made

OWN = (
    OwnTag("gift", TagKind.YES_NO, "Was it a gift?"),
    OwnTag("topic", TagKind.WORDS, "What is it about?"),
)


async def test_a_batch_is_sent_read_once_and_deleted_there(claude: StandIn, tmp_path: Path) -> None:
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        ids = desk.bring([f"My lamp {n} is here, thank you! Ana Silva" for n in range(25)])
        run = await desk.go_on(desk.begin(ids, own=OWN))

        assert run.state == "done" and run.counts == {ItemState.DONE: 25}
        assert claude.batches.names() == []
        assert all(desk.store.tags(one) is not None for one in ids)
        entries = [one for one in found.entries() if one.kind == Kind.TAGS]
        assert len(entries) == 25
        assert len({one.ticket_id for one in entries}) == 25
        assert sum(one.micro_usd or 0 for one in entries) == found.ledger.today().micro_usd
        sent = next(one for one in claude.requests if one.path.endswith("/batches") and one.body)
        assert "Ana" not in sent.text and "Silva" not in sent.text
        assert sum(one.path.endswith("/results") for one in claude.requests) == 1
        kept = found.database.read(
            "SELECT count(*) FROM tag_items WHERE masked <> '' OR body <> x''"
        )
        assert kept == [(0,)], "what placeholders stood for is kept no longer than needed"
        shown = found.database.read("SELECT count(DISTINCT ticket_id) FROM outgoing")
        assert shown == [(25,)], "what was sent can be looked at"


@pytest.mark.parametrize("turns", [1, 7, 25, 60, 120])
async def test_a_run_that_is_cut_off_anywhere_is_gone_on_with_and_paid_once(
    claude: StandIn, tmp_path: Path, turns: int
) -> None:
    async with door(claude, tmp_path) as found:
        ids = TagDesk(found).bring([f"Where is parcel {n}?" for n in range(250)])
        run = TagDesk(found).begin(ids)
        for _ in range(3):
            task = asyncio.ensure_future(TagDesk(found).go_on(run))
            for _ in range(turns):
                await asyncio.sleep(0)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        run = await TagDesk(found).go_on(run)
        assert run.counts == {ItemState.DONE: 250}
        entries = [one for one in found.entries() if one.kind == Kind.TAGS]
        # The first conversation goes by itself; cut off there, it is asked for again.
        again = len(entries) - len({one.ticket_id for one in entries})
        assert len({one.ticket_id for one in entries}) == 250 and again <= 3
        made = [
            one for one in claude.requests if one.method == "POST" and one.path.endswith("/batches")
        ]
        assert sum(len((one.body or {})["requests"]) for one in made) == 249


async def test_a_batch_whose_answer_never_came_back_is_found_again(
    claude: StandIn, tmp_path: Path
) -> None:
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        run = desk.begin(desk.bring(["one", "two", "three"]))
        claude.will_fail(Fault.EMPTY_BODY, path="/v1/messages/batches")
        with pytest.raises(EngineError):
            await desk.go_on(run)
        assert len(claude.batches.names()) == 1
        run = await desk.go_on(run)
        assert run.counts == {ItemState.DONE: 3}
        made = [
            one for one in claude.requests if one.method == "POST" and one.path.endswith("/batches")
        ]
        assert len(made) == 1


async def test_what_fails_is_listed_and_sent_again(claude: StandIn, tmp_path: Path) -> None:
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        run = desk.begin(desk.bring([f"parcel {n}" for n in range(8)]))
        claude.will_fail_items("errored", contains="parcel 3")
        claude.will_fail_items("expired", contains="parcel 5")
        claude.will_answer("no JSON at all", contains="parcel 6")
        run = await desk.go_on(run)
        states = {one.state for one in desk.store.failed(run.id, 10)}
        assert states == {ItemState.ERRORED, ItemState.EXPIRED, ItemState.GARBLED}
        assert run.failed == 3 and run.state == "done"
        # Another run takes the first of them: it is not asked for, and not paid for, again.
        first = desk.store.failed(run.id, 1)[0]
        other = await desk.go_on(desk.begin([first.ticket_id]))
        assert other.counts == {ItemState.DONE: 1}
        # It has not failed any more, and is no longer among those that can be sent again.
        assert first.id not in {one.id for one in desk.store.failed(run.id, 10)}
        assert desk.now(run).failed == 2 and desk.now(run).counts[ItemState.DONE] == 6
        again = desk.store.to_send_again(run.id)
        desk.store.again(run.id).result()
        assert again == [one.ticket_id for one in desk.store.items(run.id, ItemState.WAITING, 9)]
        assert desk.now(run).counts == {ItemState.DONE: 6, ItemState.WAITING: 2}
        run = await desk.go_on(run)
        assert run.counts == {ItemState.DONE: 8}
        asked = Counter(one.ticket_id for one in found.entries() if one.kind == Kind.TAGS)
        assert sorted(asked.values()) == [1] * 7 + [2], "the garbled answer was paid for, too"


async def test_what_another_run_is_about_or_has_done_is_not_sent_again(
    claude: StandIn, tmp_path: Path
) -> None:
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        ids = desk.bring(["one", "two"])
        claude.will_fail_items("errored", contains="two")
        run = await desk.go_on(desk.begin(ids))
        other = desk.begin(ids[1:])
        desk.store.again(run.id).result()
        assert desk.now(run).counts == {ItemState.DONE: 1, ItemState.ERRORED: 1}
        assert desk.now(run).state == "done", "nothing of it waits"
        await desk.go_on(other)
        desk.store.again(run.id).result()
        assert desk.now(run).counts == {ItemState.DONE: 2} and desk.now(run).state == "done"


async def test_a_lost_connection_is_waited_out_with_pauses_that_grow(
    claude: StandIn, tmp_path: Path
) -> None:
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        claude.batches.seconds = 3600
        run = desk.begin(desk.bring(["one", "two", "three"]))
        asking, now = found.asking, asyncio.Event()
        steps = desk.tagging.patiently(
            run, lambda: desk.tagging.in_batches(desk.now(run), asking.batches, asking), now
        )
        loop, held, is_lost = asyncio.get_running_loop(), list[float](), False
        async with aclosing(steps) as progress:
            async for step in progress:
                if step.held:
                    held.append(loop.time())
                    if len(held) == 4:
                        desk.tagging._pause_seconds = 3600.0
                    if len(held) == 5:  # an hour's pause, and the agent wants to go on now
                        claude.batches.seconds = 0
                        loop.call_soon(now.set)
                elif step.waits and not is_lost:
                    is_lost = True
                    claude.will_fail(Fault.DROP_BEFORE_HEADERS, path="*batches/*", times=4)
                elif len(held) == 4:
                    claude.will_fail(Fault.DROP_BEFORE_HEADERS, path="*batches/*")
        assert desk.now(run).counts == {ItemState.DONE: 3} and desk.now(run).state == "done"
        assert len(held) == 5
        assert all(held[n + 1] - held[n] >= 0.01 * 2**n for n in range(3)), "each twice as long"


async def test_results_that_break_off_are_read_again_and_kept_once(
    claude: StandIn, tmp_path: Path
) -> None:
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        run = desk.begin(desk.bring([f"parcel {n}" for n in range(300)]))
        claude.will_fail(Fault.DROP_MID_STREAM, path="/v1/messages/batches/*/results")
        with pytest.raises(EngineError):
            await desk.go_on(run)
        run = await desk.go_on(run)
        assert run.counts == {ItemState.DONE: 300}
        assert len([one for one in found.entries() if one.kind == Kind.TAGS]) == 300


async def test_the_first_conversation_goes_by_itself_and_a_cap_holds_the_batch(
    claude: StandIn, tmp_path: Path
) -> None:
    caps = [WEALTH]
    async with door(claude, tmp_path, lambda: caps[0]) as found:
        desk = TagDesk(found)
        run = desk.begin(desk.bring([f"parcel {n}" for n in range(20)]))
        claude.will_fail(Fault.REFUSED_KEY)
        with pytest.raises(EngineError) as caught:
            await desk.go_on(run)
        assert caught.value.fault is Problem.KEY_REFUSED and not claude.batches.names()
        assert run.estimate is not None
        caps[0] = Caps(run.estimate // 2)
        with pytest.raises(EngineError) as caught:
            await desk.go_on(run)
        assert caught.value.fault is Problem.CAP_REACHED and not claude.batches.names()
        caps[0] = WEALTH
        assert (await desk.go_on(run)).counts == {ItemState.DONE: 20}


async def test_stopping_reads_what_was_answered(claude: StandIn, tmp_path: Path) -> None:
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        run = desk.begin(desk.bring([f"parcel {n}" for n in range(11)]))
        claude.batches.seconds = 3600
        await desk.go_on_until(run, lambda step: step.waits)
        await desk.tagging.stop(desk.now(run), found.asking.batches)
        run = await desk.go_on(run)
        assert run.counts == {ItemState.DONE: 6, ItemState.CANCELED: 5}
        assert claude.batches.names() == []


async def test_without_batches_the_queue_gives_the_same(claude: StandIn, tmp_path: Path) -> None:
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        run = desk.begin(desk.bring(["good", "bad", "well"]), Way.QUEUE)
        claude.will_answer(
            {"satisfaction": 9, "sentiment": "Positive", "escalate": True, "reason": "r", "own": []}
        )
        async with aclosing(desk.tagging.one_by_one(run, found.asking, 2)) as steps:
            seen = [step.done async for step in steps]
        assert seen == [2, 3] and desk.now(run).state == "done"
        satisfied = [desk.store.tags(one).satisfaction for one in (1, 2, 3)]  # type: ignore[union-attr]
        assert 5 in satisfied, "what is over the scale is cut to it"
        happy = desk.tickets.ids(TicketQuery("satisfaction:5"))
        assert happy and len(happy) == satisfied.count(5)
        row = desk.tickets.rows(happy)[0]
        assert row.satisfaction == 5 and row.escalate
        assert desk.tickets.ids(TicketQuery("-satisfaction:5", Chip.ALL)) != happy
        assert not claude.batches.names() and claude.most_at_once <= 2
        assert way_for(found.asking.batches, MODEL) is Way.BATCH and way_for(None, "") is Way.RULES


async def test_the_estimate_is_near_what_it_costs(claude: StandIn, tmp_path: Path) -> None:
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        long = "The lamp that I ordered came with a broken shade and nobody answers. " * 8
        run = desk.begin(desk.bring([f"{n} {long}" for n in range(60)]))
        usual = {"satisfaction": 2, "sentiment": "negative", "escalate": False, "own": [],
                 "reason": "A shade came broken and the customer waits for an answer since days."}  # fmt: skip
        claude.will_answer(usual, times=None)
        await desk.go_on(run)
        spent = found.ledger.today().micro_usd
        assert run.estimate is not None
        assert abs(run.estimate - spent) <= 0.15 * spent, (run.estimate, spent)


async def test_an_engine_without_a_place_for_batches_is_known_for_it(
    claude: StandIn, tmp_path: Path
) -> None:
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        run = desk.begin(desk.bring(["one", "two", "three"]))
        claude.will_fail(Fault.UNKNOWN_MODEL, path="*/batches", times=None)
        assert way_for(found.asking.batches, MODEL) is Way.BATCH
        with pytest.raises(EngineError) as caught:
            await desk.go_on(run)
        assert caught.value.fault is Problem.NO_BATCHES
        assert desk.now(run).counts == {ItemState.DONE: 1, ItemState.WAITING: 2}
        assert not desk.store.parts(run.id) and not found.ledger.away().requests
        assert way_for(found.asking.batches, MODEL) is Way.QUEUE


async def test_the_estimate_looks_at_the_whole_list(claude: StandIn, tmp_path: Path) -> None:
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        long = "The lamp that I ordered came with a broken shade and nobody answers. " * 40
        ids = desk.bring(["Thanks."] * 40 + [f"{n} {long}" for n in range(39)])
        whole = sum(desk.tagging.estimate([one], MODEL, (), in_batch=False) or 0 for one in ids)
        some = desk.tagging.estimate(ids, MODEL, (), in_batch=False)
        assert some is not None and abs(some - whole) <= 0.05 * whole, (some, whole)


async def test_tags_are_old_where_the_customer_wrote_while_the_batch_was_away(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.batches.seconds = 3600
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        ids = desk.bring(["one", "two", "three"])
        run = desk.begin(ids)
        await desk.go_on_until(run, lambda step: step.waits)
        bring(desk.tickets, [made("t2", "three", "I want my money back!")], as_of=2)
        claude.batches.seconds = 0
        assert (await desk.go_on(run)).counts == {ItemState.DONE: 3}
        assert [desk.store.is_old(one) for one in ids] == [False, False, True]
        assert desk.store.to_tag(Scope.OLD) == ids[2:]


def test_own_tags_are_those_that_were_asked_for() -> None:
    text = '{"satisfaction": 4, "sentiment": "positive", "escalate": false, "reason": "x", "own": [{"name": "Gift", "value": "True"}, {"name": "other", "value": "no"}, {"name": "topic", "value": " a  lamp "}]}'
    tags = tags_in(text, OWN)
    assert tags is not None and dict(tags.own) == {"gift": "yes", "topic": "a lamp"}
    assert tags_in('{"satisfaction": "very"}', OWN) is None and tags_in("", OWN) is None
    rows = {"gift": {"kind": "yes_no", "instruction": "?"}, "": {}, "x": {"kind": "date"}}
    assert [tag.name for tag in own_tags(rows)] == ["gift"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thank you so much, excellent service!", 5), ("Gracias, ya funciona.", 4),
        ("C'est inacceptable, plus jamais.", 1), ("Ich bin enttäuscht, immer noch keine Antwort.", 2),
        ("非常感谢，服务很好", 5), ("太差了，再也不买了", 1), ("我很失望，還沒收到", 2),
        ("Where is my parcel?", 3), ("I am not happy with this.", 2),
        ("Thanks. But this is the worst service.", 1),
    ],
)  # fmt: skip
def test_rules_hear_how_the_customer_sounds(text: str, expected: int) -> None:
    tags = tags_by_rules(ticket(text))
    assert tags.satisfaction == expected
    assert tags.sentiment is (
        Sentiment.NEUTRAL
        if expected == 3
        else Sentiment.POSITIVE
        if expected > 3
        else Sentiment.NEGATIVE
    )
    assert not tags.escalate


def test_rules_hear_a_threat() -> None:
    assert tags_by_rules(ticket("I will call my lawyer about this chargeback.")).escalate


async def test_a_batch_that_is_gone_there_holds_nothing_up(claude: StandIn, tmp_path: Path) -> None:
    """As after a backup was restored that knows of a batch which was read and deleted since."""
    async with door(claude, tmp_path) as found:
        desk = TagDesk(found)
        run = desk.begin(desk.bring([f"Where is parcel {n}?" for n in range(5)]))
        asking = found.asking
        async with aclosing(desk.tagging.in_batches(run, asking.batches, asking)) as steps:
            async for step in steps:
                if step.waits:
                    break
        for part in desk.store.parts(run.id):
            await asking.batches.delete(part.batch_id)

        await desk.tagging.stop(run, asking.batches)
        run = await desk.go_on(run)
        assert run.state == "done"
        assert run.counts == {ItemState.DONE: 1, ItemState.ERRORED: 4}, "to be sent again, if asked"
