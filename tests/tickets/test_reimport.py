"""A newer export of a view: what was answered, closed, written to and gone, in one step of undo."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from supportdesk_gui.assist.drafts import DraftStore
from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.tickets.import_changes import Became, ImportChanges
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.store_rows import (
    DERIVED_COLUMNS,
    TICKET_COLUMNS,
    derived_values,
    ticket_values,
)
from supportdesk_gui.tickets.ticket import Role, Status, Ticket
from tests.tickets.desk import SOURCE, check_index, everything, open_desk, said, ticket

ALL = TicketQuery(chip=Chip.ALL)
ASKED = said("where is it?", 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Database]:
    with open_desk(tmp_path) as database:
        yield database
        check_index(database)


@pytest.fixture
def store(desk: Database) -> TicketStore:
    return TicketStore(desk)


def export(
    store: TicketStore, tickets: Sequence[Ticket], as_of: int = 1, view: str = "unsolved",
    run: int = 0, instead_of: int = 0, is_whole: bool = True,
) -> int:  # fmt: skip
    """Import an export of a view; the import's id."""
    name = f"{view}.csv"
    import_id = store.start_import(SOURCE, name, as_of, view, run, instead_of).result()
    store.upsert(import_id, tickets).result()
    store.finish_import(import_id, is_whole=is_whole).result()
    if instead_of:
        store.undo_import(instead_of).result()
    return import_id


def changes(store: TicketStore) -> ImportChanges:
    found = store.last_changes().result()
    assert found is not None
    return found


def statuses(store: TicketStore) -> dict[str, str]:
    return {row.external_id: row.status.value for row in store.rows(store.ids(ALL))}


def found(store: TicketStore, text: str) -> list[str]:
    return sorted(row.external_id for row in store.rows(store.ids(TicketQuery(text))))


def morning() -> list[Ticket]:
    return [ticket(name, ASKED) for name in ("answered", "closed", "gone", "written", "same")]


def noon() -> list[Ticket]:
    return [
        ticket("answered", ASKED, said("on its way", 2, Role.AGENT)),
        ticket("closed", ASKED, external_status="Solved"),
        ticket("written", ASKED, said("and now?", 3)),
        ticket("same", ASKED),
        ticket("added", ASKED),
    ]


def view_of_noon() -> list[Ticket]:
    """As a view of what waits shows it: nothing that is closed."""
    return [one for one in noon() if one.external_id != "closed"]


def test_a_newer_export_takes_out_what_needs_nobody_in_one_step(
    desk: Database, store: TicketStore
) -> None:
    export(store, morning())
    ids = {row.external_id: row.id for row in store.rows(store.ids(ALL))}
    drafts = DraftStore(desk)
    for name in ("written", "same"):
        drafts.save_text(drafts.start(ids[name], "en", "agent")[1].result(), "Dear").result()
    assert changes(store).is_first
    export(store, view_of_noon(), as_of=2)
    seen = changes(store)
    assert seen.counts == {
        Became.ANSWERED: 1, Became.GONE: 2, Became.WRITTEN: 1, Became.SAME: 1, Became.ADDED: 1,
    }  # fmt: skip
    assert (seen.moved, seen.stale, seen.is_last_step, seen.as_of) == (3, 1, True, 2)
    after = statuses(store)
    assert after == {
        "answered": "replied", "closed": "gone", "gone": "gone", "written": "new", "same": "new",
        "added": "new",
    }  # fmt: skip
    assert found(store, "is:just-gone") == found(store, "is:gone") == ["closed", "gone"]
    assert found(store, "is:just-answered") == ["answered"]
    assert found(store, "is:just-written") == found(store, "is:just-stale") == ["written"]
    assert found(store, "is:just-added") == ["added"]
    assert found(store, "is:just-same") == ["same"]
    assert store.count(TicketQuery(chip=Chip.NEEDS_ME)) == 3
    assert len(store.undo().result()) == 3
    assert set(statuses(store).values()) == {"new"}
    assert (changes(store).moved, changes(store).is_last_step) == (0, False)
    store.redo().result()
    assert statuses(store) == after


def test_a_full_export_says_what_is_closed_and_takes_nothing_out_that_it_lacks(
    store: TicketStore,
) -> None:
    export(store, morning())
    export(store, noon(), as_of=2)
    assert changes(store).counts[Became.CLOSED] == 1
    assert Became.GONE not in changes(store).counts
    assert changes(store).left == 1, "that it lacks one is told"
    assert (statuses(store)["closed"], statuses(store)["gone"]) == ("replied", "new")
    assert found(store, "is:just-closed") == ["closed"]
    export(store, view_of_noon(), as_of=3)
    assert Became.GONE not in changes(store).counts, "the one before was no view of what waits"


def test_only_its_own_view_tells_what_is_gone(store: TicketStore) -> None:
    first = [ticket("1", ASKED), ticket("2", ASKED), ticket("both", ASKED)]
    export(store, first)
    export(store, [ticket("3", ASKED), ticket("both", ASKED)], view="refunds")
    assert set(statuses(store).values()) == {"new"}, "another view lacks what it never had"
    export(store, [ticket("1", ASKED)], as_of=2, is_whole=False)
    assert set(statuses(store).values()) == {"new"}, "rows of it could not be read"
    export(store, first, as_of=3)
    newest = export(store, [ticket("1", ASKED)], as_of=9)
    assert statuses(store) == {"1": "new", "2": "gone", "3": "new", "both": "gone"}
    export(store, [ticket("3", ASKED), ticket("both", ASKED)], as_of=9, view="refunds", run=newest)
    assert statuses(store)["both"] == "new", "the other view of the same drop still has it"
    store.undo().result()
    assert set(statuses(store).values()) == {"new"}, "one drop is one step"
    export(store, first, as_of=5)
    assert changes(store).is_older
    assert Became.GONE not in changes(store).counts


def _slices(
    store: TicketStore,
    *slices: str,
    as_of: int,
    views: str = "uu",
    whole: str = "yy",
    instead_of: int = 0,
) -> list[int]:
    """A drop of slices, each with tickets of these letters."""
    made: list[int] = []
    for letters, view, is_whole in zip(slices, views, whole, strict=False):
        run = made[0] if made else 0
        number = store.start_import(SOURCE, "x.csv", as_of, view, run, instead_of).result()
        store.upsert(number, [ticket(one, ASKED, created_at=as_of) for one in letters]).result()
        store.finish_import(
            number, is_whole=is_whole == "y", has_more=len(made) + 1 < len(slices)
        ).result()
        made.append(number)
    return made


def _gone(store: TicketStore) -> str:
    return "".join(sorted(name for name, status in statuses(store).items() if status == "gone"))


@pytest.mark.parametrize("views", ["uu", "uv"])
def test_a_drop_of_slices_is_compared_with_the_drop_before(store: TicketStore, views: str) -> None:
    _slices(store, "abc", "def", as_of=10, views=views)
    assert _gone(store) == ""
    _slices(store, "bd", "ceg", as_of=20, views=views)  # what was in the second is in the first now
    assert _gone(store) == "af"
    assert changes(store).counts[Became.GONE] == 2 and not changes(store).is_older
    _slices(store, "b", "c", as_of=30, views=views, whole="yn")
    assert _gone(store) == "af", "of the second slice not all was read"
    last = _slices(store, "bd", "c", as_of=40, views=views)
    assert _gone(store) == "aefg", "since the last drop that was whole"
    again = _slices(store, "ceg", as_of=40, views=views[1], instead_of=last[1])
    store.undo_import(last[1]).result()
    assert _gone(store) == "af", "read again, it still lies beside the first slice"
    store.undo_import(again[0]).result()


def test_a_slice_that_comes_late_brings_back_what_the_first_lacked(store: TicketStore) -> None:
    _slices(store, "abc", "def", as_of=10)
    first = store.start_import(SOURCE, "x.csv", 20, "u").result()
    store.upsert(first, [ticket("a", ASKED)]).result()
    store.finish_import(first).result()
    assert _gone(store) == "bcdef"
    second = store.start_import(SOURCE, "y.csv", 20, "u", first).result()
    store.upsert(second, [ticket(one, ASKED) for one in "bcde"]).result()
    store.finish_import(second).result()
    assert _gone(store) == "f" and changes(store).counts[Became.GONE] == 1


def test_slices_one_after_the_other_take_nothing_away(store: TicketStore) -> None:
    _slices(store, "abc", as_of=10)
    earlier = [ticket(one, ASKED, created_at=5) for one in "def"]
    export(store, earlier, as_of=20, view="u")
    assert _gone(store) == ""
    assert changes(store).left == 3 and changes(store).is_first


@pytest.mark.parametrize("told", ["7 8", "500 501", "A-7 A-8", "x y"])
def test_a_queue_of_new_tickets_only_goes_on_where_its_numbers_do(
    store: TicketStore, told: str
) -> None:
    export(store, [ticket(one, ASKED, created_at=1) for one in "1 3 6".split()], as_of=10)
    export(store, [ticket(one, ASKED, created_at=15) for one in told.split()], as_of=20)
    goes_on = told == "7 8"
    assert _gone(store) == ("136" if goes_on else "")
    assert changes(store).left == (0 if goes_on else 3), "another shop's, or of other days"


def test_a_view_with_a_column_more_is_the_same_view(store: TicketStore) -> None:
    names = "abcdefghij"
    export(store, [ticket(name, ASKED) for name in names], 1, "open  0a")
    export(store, [ticket(name, ASKED) for name in "abcde"], 2, "open  0b")  # half: another view
    assert changes(store).counts == {Became.SAME: 5}
    export(store, [ticket(name, ASKED) for name in "bcdefghij"], 3, "open  0c")
    assert changes(store).counts == {Became.SAME: 9, Became.GONE: 1}
    export(store, [ticket(name, ASKED) for name in names[2:]], 4, "open all  0d")  # another name
    assert changes(store).counts == {Became.SAME: 8}
    export(store, [ticket(name, ASKED) for name in names[2:]], 5, "open  0c")
    assert changes(store).counts == {Became.SAME: 8, Became.GONE: 1}
    assert [as_of for _, _, as_of in store.views()] == [5, 4, 2]


def test_what_comes_back_into_its_view_is_as_it_was(store: TicketStore) -> None:
    export(store, morning())
    (one,) = store.ids(ALL, 1)
    store.set_status([one], Status.COPIED).result()
    before = statuses(store)
    export(store, [ticket("same", ASKED)], as_of=2)
    assert _gone(store) == "answeredclosedgonewritten"
    export(store, morning(), as_of=3)
    assert statuses(store) == before


def test_a_list_without_conversations_tells_by_the_helpdesks_own_word(store: TicketStore) -> None:
    export(store, [ticket("1", ASKED, external_status="open"), ticket("2", ASKED)])
    export(store, [ticket("1", external_status="Pending"), ticket("2", external_status="open")])
    assert statuses(store) == {"1": "replied", "2": "new"}


def test_what_an_export_has_no_column_for_stays(store: TicketStore) -> None:
    whole = (ASKED, said("on its way", 2, Role.AGENT), said("and now?", 3))
    export(store, [
        ticket("1", ASKED, external_status="solved", priority="high"), ticket("2", *whole),
    ])  # fmt: skip
    poor = [ticket("1", ASKED, subject=""), ticket("2", ASKED, tags=("vip",))]
    export(store, poor, 2)
    assert statuses(store) == {"1": "replied", "2": "new"}
    assert changes(store).counts == {Became.CHANGED: 1, Became.SAME: 1}
    assert not changes(store).stale
    first, second = (store.ticket(store.ids(TicketQuery(f"#{name}"))[0]) for name in "12")
    assert (first.subject, first.external_status, first.priority) == ("About 1", "solved", "high")
    assert [one.text for one in second.messages] == [one.text for one in whole]
    assert found(store, "now") == ["2"] and second.tags == ("vip",)


def test_tags_taken_off_in_the_helpdesk_are_taken_off_here(store: TicketStore) -> None:
    def tags() -> tuple[str, ...]:
        return store.ticket(store.ids(ALL)[0]).tags

    def told(*names: str) -> list[Ticket]:
        return [ticket("1", ASKED, tags=names, tells_tags=True)]

    export(store, told("vip", "late"), as_of=2)
    export(store, [ticket("1", ASKED, priority="high")], as_of=3)  # has no column for them
    assert tags() == ("vip", "late")
    export(store, told(), as_of=1)  # from before
    assert tags() == ("vip", "late")
    last = export(store, told(), as_of=4)
    assert tags() == ()
    assert store.ids(TicketQuery("vip")) == []
    store.undo_import(last).result()
    assert tags() == ("vip", "late")
    export(store, told("late"), as_of=5)
    assert tags() == ("late",)


def test_a_number_that_stands_twice_in_a_file_is_compared_with_what_was_before(
    store: TicketStore,
) -> None:
    """As in exports of several tables whose rows count from 1 each."""
    rows = [ticket("1", ASKED), ticket("1", ASKED, said("done", 2, Role.AGENT)), ticket("2", ASKED)]

    def bring_both() -> dict[Became, int]:
        import_id = store.start_import(SOURCE, "export.json", 1).result()
        for row in rows:  # in batches of their own
            store.upsert(import_id, [row]).result()
        store.finish_import(import_id).result()
        return dict(changes(store).counts)

    assert bring_both() == {Became.ADDED: 2}
    assert bring_both() == {Became.SAME: 2}
    assert statuses(store) == {"1": "new", "2": "new"}
    rows.append(ticket("1", ASKED, said("done", 2, Role.AGENT), said("not at all", 3)))
    assert bring_both() == {Became.WRITTEN: 1, Became.SAME: 1}


def test_undoing_a_newer_export_brings_back_statuses_and_keeps_what_was_typed(
    desk: Database, store: TicketStore
) -> None:
    drafts = DraftStore(desk)
    export(store, morning())
    ids = {row.external_id: row.id for row in store.rows(store.ids(ALL))}
    store.set_status([ids["answered"]], Status.DRAFTED).result()
    version = drafts.start(ids["answered"], "en", "agent")[1].result()
    drafts.save_text(version, "Dear").result()
    before = everything(desk)
    import_id = export(store, view_of_noon(), as_of=2)
    assert statuses(store)["answered"] == "replied"
    drafts.save_text(version, "Dear Ana").result()
    store.undo_import(import_id).result()
    after = everything(desk)
    assert after.pop("draft_versions") != before.pop("draft_versions")
    assert after == before
    assert drafts.version(version).text == "Dear Ana"  # type: ignore[union-attr]
    assert store.undo().result() == (ids["answered"],), "the agent's own step is the newest again"
    assert statuses(store)["answered"] == "new"


def test_an_import_undone_after_the_agent_went_on(store: TicketStore) -> None:
    export(store, morning())
    ids = {row.external_id: row.id for row in store.rows(store.ids(ALL))}
    import_id = export(store, view_of_noon(), as_of=2)
    store.set_status([ids["gone"]], Status.ESCALATED).result()
    store.undo_import(import_id).result()
    assert statuses(store)["gone"] == "escalated", "the agent's later word stays"
    store.undo().result()
    assert statuses(store)["gone"] == "new", "and undoing it leads to what was before the import"
    assert store.undo().result() == ()


def test_a_step_undone_before_its_import_is_not_undone_twice(store: TicketStore) -> None:
    export(store, morning())
    ids = {row.external_id: row.id for row in store.rows(store.ids(ALL))}
    import_id = export(store, view_of_noon(), as_of=2)
    store.undo().result()
    store.set_status([ids["gone"]], Status.REPLIED).result()
    store.undo_import(import_id).result()
    assert statuses(store)["gone"] == "replied"
    assert store.redo().result() == ()


@pytest.mark.parametrize("ends", ["done", "cancelled", "crashed"])
def test_another_reading_of_a_file_loses_nothing(
    desk: Database, store: TicketStore, ends: str
) -> None:
    export(store, [ticket("old", ASKED)], as_of=1, view="other")
    first = export(
        store, [ticket("1", "wrong column"), ticket("2", ASKED), ticket("old", "where is it now?")]
    )
    ids = {row.external_id: row.id for row in store.rows(store.ids(ALL))}
    store.set_status([ids["1"], ids["2"]], Status.SKIPPED).result()
    before = everything(desk)
    second = store.start_import(SOURCE, "unsolved.csv", 1, "unsolved", 0, first).result()
    store.upsert(
        second, [ticket("1", ASKED), ticket("2", ASKED), ticket("old", "where is it now?")]
    ).result()
    if ends == "cancelled":
        store.undo_import(second).result()
    elif ends == "crashed":
        assert store.drop_unfinished_imports().result() == 1
    else:
        store.finish_import(second).result()
        # A crash here: what was begun is gone on with at the next start.
        assert store.drop_unfinished_imports().result() == 1
        assert store.ticket(ids["1"]).messages[0].text == ASKED.text
        assert (statuses(store)["1"], statuses(store)["2"]) == ("skipped", "skipped")
        counts = changes(store).counts
        assert counts == {Became.ADDED: 2, Became.CHANGED: 1}, "as if it had been read so at once"
        store.undo_import(second).result()
        assert store.ids(ALL) == [ids["old"]]
        assert store.ticket(ids["old"]).messages[0].text == ASKED.text
        return
    assert everything(desk) == before


def test_the_same_file_twice_and_the_first_import_undone(store: TicketStore) -> None:
    first = export(store, morning())
    second = export(store, morning())
    store.undo_import(first).result()
    assert len(store.ids(ALL)) == 5, "the second import has them too"
    store.undo_import(second).result()
    assert store.is_empty()


def test_of_many_tickets_those_that_a_later_import_has_stay(store: TicketStore) -> None:
    many = [ticket(f"{number}") for number in range(600)]
    first = export(store, many)
    second = export(store, [*many[:260], *many[300::2]])
    store.undo_import(first).result()
    assert len(store.ids(ALL)) == 410
    store.undo_import(second).result()
    assert store.is_empty(), "none of them is nobody's"


def test_two_people_without_a_number_may_say_the_same(store: TicketStore) -> None:
    both = [ticket("", ASKED, requester=name, subject="") for name in ("Ana", "Bob")]
    for _ in range(2):
        export(store, both)
        assert sorted(row.requester for row in store.rows(store.ids(ALL))) == ["Ana", "Bob"]
    assert changes(store).counts == {Became.SAME: 2}


def test_what_was_taken_back_does_not_count_as_gone(store: TicketStore) -> None:
    first = export(store, [ticket("1", ASKED), ticket("2", ASKED)])
    export(store, [ticket("1", ASKED)], 2)
    assert changes(store).counts[Became.GONE] == 1
    store.undo_import(first).result()
    assert changes(store).counts == {Became.ADDED: 1} and found(store, "is:just-gone") == []


def test_a_folder_of_many_exports_is_taken_back_whole(store: TicketStore) -> None:
    first = export(store, [ticket("old", ASKED)])
    drop: list[int] = []
    for place in range(12):
        tickets = [ticket("old", ASKED, said(f"more {place}", 3)), ticket(f"n{place}", ASKED)]
        drop.append(export(store, tickets, view=f"view {place}", run=drop[0] if drop else 0))
    for import_id in reversed(drop):
        store.undo_import(import_id).result()
    assert [row.external_id for row in store.rows(store.ids(ALL))] == ["old"]
    assert len(store.ticket(store.ids(ALL)[0]).messages) == 1
    with pytest.raises(KeyError):
        store.undo_import(first).result()


def test_many_imports_leave_no_list_of_who_was_in_them(desk: Database, store: TicketStore) -> None:
    for number in range(14):
        export(store, [ticket("1", ASKED), ticket("2", ASKED, priority=f"{number}")], as_of=number)
    kept = desk.read("SELECT import_id, count(*) FROM import_tickets GROUP BY 1 ORDER BY 1")
    assert kept == [*((one, 1) for one in range(2, 5)), *((one, 2) for one in range(5, 15))]


def _older(connection: sqlite3.Connection) -> None:
    """Two tickets as they were kept before: the agent has set one, an import the other."""
    columns = f"{TICKET_COLUMNS}, {DERIVED_COLUMNS}, intent, triage_language"
    places = ",".join("?" * (columns.count(",") + 1))
    for ticket_id, status in ((1, "skipped"), (2, "replied")):
        made = ticket(str(ticket_id), external_status="open" if ticket_id == 1 else "solved")
        values = (*ticket_values(made, str(ticket_id), status), *derived_values(made, b""), "", "")
        connection.execute(
            f"INSERT INTO tickets (id, import_id, {columns}) VALUES (?, 1, {places})",
            [ticket_id, *values],
        )
    before = (*ticket_values(ticket("2"), "2", "new"), *derived_values(ticket("2"), b""), "", "")
    rows = [value.hex() if isinstance(value, bytearray) else value for value in before]
    connection.executemany(
        "INSERT INTO imports (id, source, path, as_of, state) VALUES (?, 'Zendesk', ?, ?, 'done')",
        [(1, "a", 7), (2, "b", 8)],
    )
    connection.execute(
        "INSERT INTO import_journal (import_id, ticket_id, before, status_given) "
        "VALUES (2, 2, ?, 'replied')",
        [json.dumps({"ticket": rows, "messages": [], "triage": None})],
    )
    for first, then in (("new", "copied"), ("copied", "skipped")):
        connection.execute(
            "INSERT INTO status_changes (at, before, after) VALUES (5, ?, ?)",
            [json.dumps({"1": first}), json.dumps({"1": then})],
        )


def test_statuses_of_an_older_layout_are_undone_as_before(tmp_path: Path) -> None:
    layout = next(place for place, one in enumerate(DESK_LAYOUTS) if "status_history" in one)
    path = tmp_path / "desk.sqlite3"
    with closing(Database(path, DESK_LAYOUTS[:layout], tmp_path / "backups")) as old:
        old.submit(_older).result()
    with closing(Database(path, DESK_LAYOUTS, tmp_path / "backups")) as desk:
        store = TicketStore(desk)
        assert store.views()[0] == ("Zendesk", "b", 8)
        assert store.undo().result() == (1,)
        assert statuses(store) == {"1": "copied", "2": "replied"}
        assert store.undo().result() == (1,)
        assert statuses(store) == {"1": "new", "2": "replied"}
        assert store.redo().result() == (1,)
        store.undo_import(2).result()
        assert statuses(store) == {"1": "copied", "2": "new"}, "what the import had set"
        assert store.ticket(2).external_status == ""
        store.undo_import(1).result()
        assert store.is_empty()
