"""An import that holds a part of what is known, or an older state of it, takes nothing away."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.import_changes import Became
from supportdesk_gui.tickets.importing.run import ImportReport
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Message, Role, Status, Ticket
from tests.tickets.desk import (
    SOURCE,
    bring,
    check_index,
    everything,
    open_desk,
    read_in,
    said,
    ticket,
)

ALL = TicketQuery(chip=Chip.ALL)
LONG = "My lamp arrived broken, and I want a refund for it please."
ASKED = said(LONG, 1000)
SORRY = said("Sorry", 2000, Role.AGENT, author="Joe")
AND_NOW = said("And now?", 3000)
WHOLE = (ASKED, SORRY, AND_NOW)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Database]:
    with open_desk(tmp_path) as database:
        yield database
        check_index(database)


@pytest.fixture
def store(desk: Database) -> TicketStore:
    return TicketStore(desk)


def drop(store: TicketStore, path: Path, text: str, age: int = 0) -> ImportReport:
    """Import a file that is `age` seconds old."""
    path.write_text(text)
    os.utime(path, (time.time() - age,) * 2)
    return read_in(store, path)


def now(store: TicketStore) -> Ticket:
    """The only ticket there is."""
    (ticket_id,) = store.ids(ALL)
    return store.ticket(ticket_id)


def texts(store: TicketStore) -> list[str]:
    return [one.text for one in now(store).messages]


def last(store: TicketStore) -> dict[Became, int]:
    found = store.last_changes().result()
    assert found is not None
    return dict(found.counts)


def _mail(number: str, text: str, day: int, *before: str) -> str:
    answers = f"References: {' '.join(f'<{one}@x>' for one in before)}\n" if before else ""
    return (
        f"From: Ana <ana@x.org>\nTo: us@shop.org\nSubject: {'Re: ' * bool(before)}Lamp\n"
        f"Message-ID: <{number}@x>\n{answers}Date: {day:02} Nov 2025 10:00:00 +0000\n\n{text}\n"
    )


def test_each_mail_of_a_thread_goes_on_where_the_last_one_ended(
    desk: Database, store: TicketStore, tmp_path: Path
) -> None:
    drop(store, tmp_path / "1.eml", _mail("a", "It is broken, order 4711", 1), 90)
    first = now(store)
    drafts = DraftStore(desk)
    drafts.save_text(drafts.start(first.id, "en", "agent")[1].result(), "Dear Ana").result()
    store.set_status([first.id], Status.REPLIED).result()
    before = everything(desk)
    second = drop(store, tmp_path / "2.eml", _mail("b", "Still broken", 2, "a"), 80)
    assert texts(store) == ["It is broken, order 4711", "Still broken"]
    assert (now(store).status, now(store).subject) == (Status.NEW, "Lamp")
    changes = store.last_changes().result()
    assert changes is not None and changes.counts == {Became.WRITTEN: 1} and changes.stale == 1
    assert store.ids(TicketQuery("4711")) == store.ids(TicketQuery("still")) == [first.id]
    third = drop(store, tmp_path / "3.eml", _mail("c", "Hello?", 3, "b"), 70)
    assert texts(store)[2:] == ["Hello?"], "it names the second only"
    assert now(store).external_id == "a@x"
    again = drop(store, tmp_path / "again.eml", _mail("b", "Still broken", 2, "a"), 60)
    assert last(store) == {Became.SAME: 1}
    for report in (again, third, second):
        store.undo_import(report.import_id).result()
    assert everything(desk) == before


def test_our_own_answer_that_comes_alone_is_ours(store: TicketStore, tmp_path: Path) -> None:
    ana, joe = "From: Ana <ana@x.org>\nTo: us@shop.org", "From: Joe <us@shop.org>\nTo: ana@x.org"
    drop(store, tmp_path / "1.eml", _mail("a", "It is broken", 1), 90)
    answer = _mail("b", "A new one is on its way", 2, "a")
    drop(store, tmp_path / "2.eml", answer.replace(ana, f"{joe}\nCc: desk@shop.org"), 80)
    assert last(store) == {Became.ANSWERED: 1} and now(store).status is Status.REPLIED
    assert (now(store).messages[1].role, now(store).requester) == (Role.AGENT, "Ana")
    friend = answer.replace(ana, "From: Bob <bob@y.org>\nTo: us@shop.org\nCc: ana@x.org")
    drop(store, tmp_path / "3.eml", friend.replace("<b@x>", "<c@x>").replace(" 02 ", " 03 "), 70)
    assert last(store) == {Became.WRITTEN: 1} and now(store).status is Status.NEW


def test_mails_of_one_file_that_are_apart_in_it_come_together(
    store: TicketStore, tmp_path: Path
) -> None:
    mails = {name: _mail(name, f"mail {name}", day, *above) for day, (name, above) in enumerate(
        {"a": (), "b": ("a",), "c": ("a", "b"), "d": ("b",), "e": ("c",)}.items(), 1
    )}  # fmt: skip

    def box(names: str) -> str:
        return "".join(f"From x Sat Nov  1 10:00:00 2025\n{mails[name]}\n" for name in names)

    drop(store, tmp_path / "in.mbox", box("abc"), 90)
    drop(store, tmp_path / "in.mbox", box("de"), 80)
    assert texts(store) == [f"mail {name}" for name in "abcde"]


def test_a_transcript_of_the_next_day_goes_on_from_the_one_before(
    store: TicketStore, tmp_path: Path
) -> None:
    head = "message_id,ticket_id,subject,author_type,author,body,created_at\n"
    drop(store, tmp_path / "t 2025-11-01.csv", f"{head}1,7,Lamp,customer,Ana,broken,2025-11-01 10:00:00\n"
         "2,7,Lamp,agent,Joe,sorry,2025-11-01 11:00:00\n", 90)  # fmt: skip
    store.set_status([now(store).id], Status.REPLIED).result()
    drop(
        store,
        tmp_path / "t 2025-11-02.csv",
        f"{head}4,7,Lamp,customer,Ana,again,2025-11-02 10:00:00\n",
        80,
    )
    assert (texts(store), now(store).status) == (["broken", "sorry", "again"], Status.NEW)
    late = f"{head}3,7,Lamp,customer,Ana,in between,2025-11-01 12:00:00\n"
    drop(store, tmp_path / "t.csv", late, 70)
    assert texts(store) == ["broken", "sorry", "in between", "again"]
    assert last(store) == {Became.CHANGED: 1}, "what was said in between is no news"


@pytest.mark.parametrize(
    ("told", "becomes"),
    [
        ((said("Any news?", 4000),), [LONG, "Sorry", "And now?", "Any news?"]),
        ((AND_NOW, said("Any news?", 4000)), [LONG, "Sorry", "And now?", "Any news?"]),
        ((said("Hm", 1500), said("Hm", 1500)), [LONG, "Hm", "Hm", "Sorry", "And now?"]),
        ((said("And now?"), said("Any news?")), [LONG, "Sorry", "And now?", "Any news?"]),
        ((said("And now?", 4000),), [LONG, "Sorry", "And now?", "And now?"]),
        ((said(f"{LONG[:40]}…"),), None),
        ((said(f"{LONG[:40]} ...", 1000),), None),
        ((said(LONG[:36], 1000),), None),
        ((said(LONG.replace(" ", "\n"), 9),), None),
        ((said("And now?", 1000),), None),
        ((said("An edited first text", 1000),), None),
        ((said("The newest of a list that has no times"),), None),
        ((said(LONG, 1000 + 7200), said("Sorry", 2000 + 7200, Role.AGENT)), None),
        ((said(LONG, 1000 + 7200),), [LONG, "Sorry", "And now?", LONG]),
        ((SORRY, said(LONG, 1000 + 7200)), [LONG, "Sorry", "And now?", LONG]),
        ((said("Hm?", 2500),), [LONG, "Sorry", "Hm?", "And now?"]),
        ((said("But now?", 3000),), [LONG, "Sorry", "And now?", "But now?"]),
        ((SORRY, said("And now??", 3000)), [LONG, "Sorry", "And now?", "And now??"]),
        ((said(LONG, 1020), said("Sorry", 2010, Role.AGENT), said("And now?", 3000)), None),
    ],
)
def test_a_part_of_a_conversation_takes_nothing_away(
    store: TicketStore, told: Sequence[Message], becomes: list[str] | None
) -> None:
    bring(store, [ticket("1", *WHOLE)])
    bring(store, [ticket("1", *told, created_at=told[0].sent_at)], as_of=2)
    assert texts(store) == (becomes or [LONG, "Sorry", "And now?"])
    assert [one.position for one in now(store).messages] == list(range(len(texts(store))))


def test_a_whole_text_takes_the_place_of_its_beginning_and_an_edited_one_of_the_old(
    store: TicketStore,
) -> None:
    bring(store, [ticket("1", said(f"{LONG[:30]}...", 1000))])
    bring(store, [ticket("1", *WHOLE)], as_of=2)
    assert texts(store) == [LONG, "Sorry", "And now?"]
    numbered = [said(one.text, one.sent_at, one.role, external_id=f"m{at}")
                for at, one in enumerate(WHOLE)]  # fmt: skip
    bring(store, [ticket("1", *numbered)], as_of=3)
    edited = said("And now, please?", 3000, external_id="m2")
    bring(store, [ticket("1", edited)], as_of=4)
    assert texts(store) == [LONG, "Sorry", "And now, please?"]
    assert last(store) == {Became.CHANGED: 1}


def test_another_text_of_a_list_comes_beside_the_first_and_an_edited_one_instead(
    store: TicketStore,
) -> None:
    bring(store, [ticket("1", LONG)])
    bring(store, [ticket("1", f"{LONG} It is blue.")], as_of=2)
    assert texts(store) == [f"{LONG} It is blue."]
    bring(store, [ticket("1", "Any news?")], as_of=3)
    assert texts(store) == [f"{LONG} It is blue.", "Any news?"]


def test_a_message_in_the_same_minute_takes_no_others_place_and_a_reminder_is_new(
    store: TicketStore,
) -> None:
    first, second = said("Where is order 5512?", 1000), said("Where is order 5513?", 1000)
    bring(store, [ticket("1", first)])
    bring(store, [ticket("1", second, created_at=1000)], as_of=2)
    assert texts(store) == [first.text, second.text]
    store.set_status([now(store).id], Status.REPLIED).result()
    bring(store, [ticket("1", replace(first, sent_at=8200))], as_of=3)
    assert last(store) == {Became.WRITTEN: 1} and now(store).status is Status.NEW
    assert [one.sent_at for one in now(store).messages] == [1000, 1000, 8200]


def test_words_beside_a_pasted_page_do_not_pile_up(store: TicketStore) -> None:
    beside = "Inbox 3, assigned to Joe, order 4711 of 1 November, last seen {} hours ago"
    for hours in (2, 5):
        rest = said(beside.format(hours), None, Role.SYSTEM)
        bring(store, [ticket("1", *WHOLE, rest)], as_of=hours)
    assert texts(store) == [LONG, "Sorry", "And now?", beside.format(5)]


def test_another_reading_of_a_part_leaves_nothing_of_the_first(
    desk: Database, store: TicketStore
) -> None:
    bring(store, [ticket("1", *WHOLE)])
    before = everything(desk)
    wrong, _ = bring(store, [ticket("1", said("wrong column", 4000))], as_of=2)
    right = store.start_import(SOURCE, "export.csv", 2, "", 0, wrong).result()
    for text in ("an earlier row of this number", "Any news?"):
        store.upsert(right, [ticket("1", said(text, 4000))]).result()
    store.finish_import(right).result()
    store.undo_import(wrong).result()
    assert texts(store) == [LONG, "Sorry", "And now?", "Any news?"]
    assert last(store) == {Became.WRITTEN: 1}
    store.undo_import(right).result()
    assert everything(desk) == before


def test_who_writes_is_known_in_a_part(store: TicketStore) -> None:
    bring(store, [ticket("1", *WHOLE, requester="Ana", email="ana@x.org")])
    part = ticket("1", said("On its way", 4000, author="Joe", external_id="9"), requester="Joe")
    bring(store, [part], as_of=2)
    assert last(store) == {Became.ANSWERED: 1}
    found = now(store)
    assert (found.messages[-1].role, found.requester, found.status) == (
        Role.AGENT, "Ana", Status.REPLIED,
    )  # fmt: skip


def test_an_older_export_only_adds_what_is_missing(desk: Database, store: TicketStore) -> None:
    newer = ticket("1", *WHOLE, external_status="closed", priority="high", tags=("vip",))
    bring(store, [newer], as_of=500)
    store.set_status(store.ids(ALL), Status.REPLIED).result()
    before = everything(desk)
    older = ticket("1", ASKED, SORRY, subject="Old", external_status="open", priority="low")
    undone, _ = bring(store, [older], as_of=400)
    assert last(store) == {Became.SAME: 1}
    missing = said("Please hurry", 1500)
    bring(store, [ticket("1", ASKED, missing, external_status="open", channel="chat")], as_of=300)
    assert last(store) == {Became.CHANGED: 1}
    found = now(store)
    assert texts(store) == [LONG, "Please hurry", "Sorry", "And now?"]
    assert (found.subject, found.external_status, found.priority, found.tags, found.channel) == (
        "About 1", "closed", "high", ("vip",), "chat",
    )  # fmt: skip
    assert found.status is Status.REPLIED
    store.undo_import(undone + 1).result()
    store.undo_import(undone).result()
    assert everything(desk) == before


def test_an_older_export_brings_nothing_back_that_is_gone(store: TicketStore) -> None:
    def export(names: str, as_of: int) -> None:
        import_id = store.start_import(SOURCE, "open.csv", as_of, "open").result()
        store.upsert(import_id, [ticket(name, ASKED) for name in names]).result()
        store.finish_import(import_id).result()

    export("12", 100)
    export("1", 200)
    (gone,) = store.ids(TicketQuery("is:gone", Chip.ALL))
    export("12", 150)
    assert store.ids(TicketQuery("is:gone", Chip.ALL)) == [gone]
    export("12", 300)
    assert store.ids(TicketQuery("is:gone", Chip.ALL)) == []


def test_the_helpdesks_own_word_opens_a_ticket_again(store: TicketStore) -> None:
    def word(status: str, as_of: int, *messages: Message) -> Status:
        bring(store, [ticket("1", *messages, external_status=status)], as_of=as_of)
        return now(store).status

    assert [word("Open", 1), word("Pending", 2)] == [Status.NEW, Status.REPLIED]
    assert word("On-hold", 3) is Status.REPLIED
    assert word("Pending", 4) is Status.REPLIED
    assert word("Open", 5) is Status.NEW and last(store) == {Became.REOPENED: 1}
    assert word("Pending", 6) is Status.REPLIED
    store.record_copy(now(store).id, "en", "Dear Ana", 1).result()
    assert word("Open", 7) is Status.REPLIED, "our reply is newer than that export"
    assert word("Pending", 8) is Status.REPLIED
    assert word("Open", int(time.time()) + 60) is Status.NEW


def test_written_and_answered_between_two_exports_is_answered(store: TicketStore) -> None:
    bring(store, [ticket("1", ASKED, SORRY)])
    store.set_status(store.ids(ALL), Status.REPLIED).result()
    bring(store, [ticket("1", *WHOLE, said("Sent", 4000, Role.AGENT))], as_of=2)
    assert last(store) == {Became.ANSWERED: 1} and now(store).status is Status.REPLIED


def test_what_a_newer_export_does_not_say_stays(store: TicketStore) -> None:
    more = {
        "requester": "Ana", "email": "ana@x.org", "url": "https://x/1", "priority": "high",
        "external_status": "open", "channel": "chat", "language": "en", "tags": ("late", "vip"),
        "created_at": 1000, "updated_at": 2000, "subject": "Lamp",
    }  # fmt: skip
    bring(store, [ticket("1", *WHOLE, **more)])
    bring(store, [ticket("1", subject="")], as_of=2)
    found = now(store)
    assert {name: getattr(found, name) for name in more} == more
    assert last(store) == {Became.SAME: 1}


@pytest.mark.parametrize("comments", [None, "SCRUBBED"])
def test_what_was_deleted_elsewhere_is_closed_and_keeps_its_words(
    store: TicketStore, tmp_path: Path, comments: str | None
) -> None:
    def told(text: str, status: str) -> str:
        said = [{"id": 1, "author_id": 11, "body": text, "created_at": "2026-01-02T10:00:00Z"}]
        more = {"comments": said} if text != "SCRUBBED" or comments else {}
        return json.dumps([{"id": 1, "subject": text, "raw_subject": text, "description": text,
                            "status": status, "requester_id": 11, **more}])  # fmt: skip

    drop(store, tmp_path / "z.json", told(LONG, "open"), 90)
    drop(store, tmp_path / "z.json", told("SCRUBBED", "deleted"), 80)
    assert last(store) == {Became.CLOSED: 1} and now(store).status is Status.REPLIED
    assert (now(store).subject, texts(store)) == (LONG, [LONG])
    spam = json.dumps([{"id": 2, "subject": "Buy", "description": "now", "spam": True}])
    drop(store, tmp_path / "spam.json", spam, 70)
    assert not store.ids(TicketQuery())
