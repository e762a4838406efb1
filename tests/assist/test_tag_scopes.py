"""Which conversations can be tagged again: by a model, with a new tag, after the customer wrote."""

from __future__ import annotations

from pathlib import Path

from supportdesk_gui.assist.tag_store import Finished, TagStore
from supportdesk_gui.assist.tags import ItemState, OwnTag, Scope, Sentiment, TagKind, Tags, Way
from supportdesk_gui.tickets.store import TicketStore
from tests.tickets.desk import bring, open_desk, said, ticket


def _tag(store: TagStore, ids: list[int], engine: str, own: dict[str, str], asked: int = 1) -> None:
    run = store.begin(ids, Way.QUEUE, "", "", (), 0).result()
    done = Tags(3, False, Sentiment.NEUTRAL, "", own)
    items = store.items(run, ItemState.WAITING, 10)
    found = [Finished(one.id, ItemState.DONE, done, asked=asked) for one in items]
    store.finish(engine, found).result()


def test_tagged_once_is_not_tagged_for_ever(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        tickets, store = TicketStore(database), TagStore(database)
        _, done = bring(tickets, [ticket(f"t{n}", said(f"parcel {n}")) for n in range(3)])
        first, second, third = done.ids
        late = OwnTag("Late", TagKind.YES_NO, "Is it late?")
        assert store.to_tag(Scope.ALL) == [first, second, third]
        _tag(store, [first], "rules", {})
        _tag(store, [second], "claude-haiku-5-5", {"late": "no"})
        assert store.to_tag(Scope.ALL) == [third]
        assert store.to_tag(Scope.RULES) == [first]
        assert store.to_tag(Scope.OWN) == [], "there is none"
        assert store.to_tag(Scope.OWN, [late]) == [first]
        assert store.to_tag(Scope.OLD) == [] and not store.is_old(second)
        bring(tickets, [ticket("t1", said("parcel 1"), said("Still nothing!"))])
        assert store.to_tag(Scope.OLD) == [second] and store.is_old(second)
        _tag(store, [first, second], "claude-haiku-5-5", {"late": "yes"}, asked=2)
        assert [store.to_tag(one, [late]) for one in Scope] == [[], [third], [], [], []]
