"""Tickets of a view in a file: whole or not at all, as they are, and nothing a spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path

import pytest

from supportdesk_gui.storage.database import Database
from supportdesk_gui.tickets.exporting import export_tickets
from supportdesk_gui.tickets.importing.doctor import examine, read_tickets
from supportdesk_gui.tickets.query import Chip, TicketQuery, of_requester
from supportdesk_gui.tickets.saved_views import SavedView
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.tickets.ticket import Attachment, Intent, Role, Status, Ticket, Triage
from tests.tickets.desk import bring, note, open_desk, said, ticket

_FORMULAS = ("=1+1", "+1", "-1", "@x", "\t=1", " =HYPERLINK(1)", "＝1", "\r=1")


def _fill(database: Database) -> list[int]:
    store = TicketStore(database)
    rows = [
        ticket("00701", said("Mein Paket fehlt, 陳\nseit 5 Tagen", 1_790_000_000),
               note("call the carrier"),
               said("We look for it.", 1_790_003_600, Role.AGENT, author="Ana",
                    attachments=(Attachment("label.pdf"),)),
               requester="Jörg", email="j@example.org", tags=("vip", "dhl"), language="de"),
        *(ticket(f"{at}", said(text), subject=text, requester=text, tags=(text,))
          for at, text in enumerate(_FORMULAS)),
        *(ticket(f"9{at}", "again") for at in range(300)),
    ]  # fmt: skip
    _, done = bring(store, rows)
    store.save_triage(done.ids[0], Triage(Intent.LOGISTICS, 0.9, "de", "Paket fehlt")).result()
    return list(done.ids)


def test_a_view_is_written_as_it_is(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        ids = _fill(database)
        path = tmp_path / "out.csv"
        steps = list(export_tickets(database, ids, path))
        assert [step.done for step in steps] == [200, 309]
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True)))
        assert len(rows) == 309
        first = rows[0]
        assert (first["number"], first["tags"], first["waits_for"]) == (
            "00701",
            "vip, dhl",
            "customer",
        )
        assert (first["intent"], first["summary"]) == ("logistics", "Paket fehlt")
        assert (
            first["conversation"].count("\n\n") == 1 and "陳\nseit 5 Tagen" in first["conversation"]
        )
        assert "carrier" not in first["conversation"], "internal notes stay inside"
        for row, text in zip(rows[1:9], _FORMULAS, strict=True):
            for name in ("subject", "requester"):
                assert row[name].lstrip().startswith("'"), (text, name)
        path = tmp_path / "out.json"
        list(export_tickets(database, TicketQuery("vip", Chip.ALL), path))
        (whole,) = json.loads(path.read_text(encoding="utf-8"))
        assert [one["visibility"] for one in whole["messages"]] == ["public", "internal", "public"]
        (file,) = whole["messages"][2]["attachments"]
        assert file == {"name": "label.pdf", "kind": "", "size": 0}
        assert (whole["number"], whole["confidence"]) == ("00701", 0.9)
        list(export_tickets(database, TicketQuery("zzzz"), path))
        assert json.loads(path.read_text(encoding="utf-8")) == []
        assert sorted(one.name for one in tmp_path.glob(".*")) == []


_HIDDEN = (
    "Hi;=HYPERLINK(A1);x", "a; =1+1;b", "x\t=1+1", "two lines\n@SUM(1)", ";+1", "\u200b=1+1",
    'one ;"=1+1', "\n\n- one\n- two", "\ufeff=1", '"=1+1', "\u3000＝1+1", ";;-1", "mine: 5;6",
)  # fmt: skip


def test_no_cell_is_a_formula_whatever_parts_the_cells(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        rows = [ticket(f"E{at}", said(text), subject=text) for at, text in enumerate(_HIDDEN)]
        bring(TicketStore(database), rows)
        path = tmp_path / "out.csv"
        list(export_tickets(database, TicketQuery(chip=Chip.ALL), path))
        text = path.read_text(encoding="utf-8-sig")
    for delimiter in ",;\t":
        cells = [
            cell
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            for cell in row
        ]
        begun = [re.sub(r'^[\s"\u200b\ufeff]+', "", cell) for cell in cells]
        assert len(cells) > len(_HIDDEN)
        assert not [cell for cell in begun if cell.startswith(tuple("=+-@＝"))], repr(delimiter)
    again = [one for one in read_tickets(examine(path)) if isinstance(one, Ticket)]
    assert sorted(one.external_id for one in again) == sorted(f"E{at}" for at in range(len(rows)))
    assert {one.subject for one in again} >= {"Hi;=HYPERLINK(A1);x", "mine: 5;6", "x\t=1+1"}


def test_an_export_that_is_given_up_or_fails_leaves_what_was_there(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        ids = _fill(database)
        path = tmp_path / "out.csv"
        path.write_text("before")
        steps = export_tickets(database, ids, path)
        assert next(steps).done == 200
        assert [one.suffix for one in tmp_path.glob(".*")] == [".supportdesk-part"]
        steps.close()
        assert path.read_text() == "before" and not list(tmp_path.glob(".*"))
        with pytest.raises(OSError):
            list(export_tickets(database, ids, tmp_path / "no folder" / "out.csv"))
        if os.name == "posix":
            path.chmod(0o444)
            with pytest.raises(PermissionError):
                list(export_tickets(database, ids, path))
            assert path.read_text() == "before"
            link = tmp_path / "link.json"
            link.symlink_to(tmp_path / "target")
            list(export_tickets(database, ids, link))
            assert link.is_symlink() and json.loads((tmp_path / "target").read_text("utf-8"))
        path.unlink()
        path.mkdir()
        with pytest.raises(OSError):
            list(export_tickets(database, ids, path))
        assert not list(tmp_path.glob(".*"))


def test_views_are_kept_by_their_names(tmp_path: Path) -> None:
    refunds = SavedView("Refunds", TicketQuery("intent:refund", Chip.NEEDS_ME))
    with open_desk(tmp_path) as database:
        views = TicketStore(database).named_views
        views.save(SavedView("Mine", TicketQuery())).result()
        views.save(SavedView("Refunds", TicketQuery("refund"))).result()
        views.save(refunds).result()
    with open_desk(tmp_path) as database:
        views = TicketStore(database).named_views
        assert views.all() == [SavedView("Mine", TicketQuery()), refunds]
        views.remove("Mine").result()
        assert views.all() == [refunds]


def test_the_other_open_tickets_of_a_requester_are_counted(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        someone = {"requester": "Ana Ruiz", "email": "Ana@Example.org"}
        _, done = bring(store, [
            ticket("1", "a", **someone), ticket("2", "b", requester="A.", email="ana@example.ORG"),
            ticket("3", "c", status=Status.REPLIED, **someone),
            ticket("4", "d", requester="Ana Ruiz"), ticket("5", "e", requester="Ana Ruiz"),
            ticket("6", "f", requester="Ana Ruiz", source="elsewhere"), ticket("7", "g"),
            ticket("8", "h", requester="!"), ticket("9", "i", requester='Robert "Bob" Smith'),
            ticket("10", "j", requester="Robert “Bob” SMITH"), ticket("11", "k", requester="李雷"),
            ticket("12", "l", requester="李雷雷"), ticket("13", "m", requester="Ruiz Ana Ruiz"),
        ])  # fmt: skip
        tickets = [store.ticket(one) for one in done.ids]
        assert [store.open_beside(one) for one in tickets] == [
            *(1, 1, 2, 2, 2, 2, 0, 0, 1, 1, 0, 0, 0)
        ]
        for one in filter(store.open_beside, tickets):  # what the click on them lists
            found = store.ids(TicketQuery(of_requester(one.requester, one.email)))
            others = [other for other in found if other != one.id]
            assert len(others) == store.open_beside(one), one.requester


def test_marked_tickets_that_are_gone_meanwhile_are_left_out(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        _, done = bring(TicketStore(database), [ticket("1", "still here")])
        path = tmp_path / "out.json"
        for wanted, written in (([998, 999], 0), ([998, done.ids[0]], 1), ([], 0)):
            steps = list(export_tickets(database, wanted, path))
            assert len(json.loads(path.read_text())) == written
            assert not steps or steps[-1] == (written, written)
