"""Who types on in the search stays with the current ticket and the marked ones while they match."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.inbox import typing_on
from supportdesk_gui.ui.inbox.inbox_page import InboxPage
from supportdesk_gui.ui.inbox.list_host import ListHost
from supportdesk_gui.ui.inbox.ticket_list_pane import TicketListPane
from supportdesk_gui.ui.inbox.ticket_row_delegate import TicketRowDelegate
from supportdesk_gui.ui.theme import Theme
from supportdesk_gui.ui.ticket.ticket_pane import TicketPane
from tests.tickets.desk import bring, open_desk, ticket
from tests.ui.running import until

_ROWS = 900


@pytest.fixture
def listed(tmp_path: Path, theme: Theme) -> Iterator[TicketListPane]:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        texts = [
            "the lamp is here: box 3 or 77" if at % 3 else "the vase is here" for at in range(_ROWS)
        ]
        rows = [
            ticket(f"T{at}", text, updated_at=1_760_000_000 - at) for at, text in enumerate(texts)
        ]
        bring(
            store,
            [
                *rows,
                ticket("3", "a lamp with a number: is box 3 or 77 here", updated_at=1_750_000_000),
            ],
        )
        pane = TicketListPane(store, TicketRowDelegate(theme, lambda _: False), theme)
        pane.load()
        yield pane
        pane.stop()
        pane.deleteLater()


def _type(listed: TicketListPane, text: str) -> None:
    for end in range(len(listed.search.text()) + 1, len(text) + 1):
        listed.search.setText(text[:end])


async def test_a_current_ticket_far_below_the_first_page_stays_current(
    listed: TicketListPane,
) -> None:
    listed.choose(listed.model.id_at(301))
    chosen, others = listed.current_id, list[int]()
    listed.ticket_chosen.connect(lambda one: others.append(one) if one != chosen else None)
    _type(listed, "here")
    assert listed.model.place_of(chosen) < 0, "the first page has but what is found at once"
    assert listed.current_id == chosen
    await until(lambda: listed.view.currentIndex().row() == 301, "the row of the ticket")
    assert listed.selected_ids() == [chosen] and not listed.view.has_marks()
    assert listed.view.verticalScrollBar().value() == 0, "who types sees the first that are found"
    _type(listed, "here lamp")
    await until(lambda: listed.view.currentIndex().row() == 200, "its row among fewer")
    assert others == []
    _type(listed, "here lamp numbers")
    assert listed.current_id == listed.model.id_at(0) != chosen, "it is found no more"


async def test_marked_tickets_stay_marked_as_far_as_they_are_found(listed: TicketListPane) -> None:
    marked = [listed.model.id_at(at) for at in (0, 2, 300, 302, 496)]
    listed.view.mark_rows(listed.model.places_of(marked))
    _type(listed, "here")
    await until(lambda: listed.selected_ids() == marked, "the marks")
    _type(listed, "here lamp")
    lamps = [marked[1], marked[3], marked[4]]
    await until(lambda: listed.selected_ids() == lamps, "the marks of those that are found")


async def test_a_line_with_a_number_goes_to_its_ticket_once(listed: TicketListPane) -> None:
    marked = [listed.model.id_at(at) for at in (1, 2)]
    listed.view.mark_rows(listed.model.places_of(marked))
    _type(listed, "lamp box #77 is")
    await until(lambda: listed.selected_ids() == marked, "no ticket has this number")
    listed.search.clear()
    _type(listed, "lamp #3")
    assert listed.current_id == listed.model.id_at(0), "the ticket of the number"
    assert not listed.view.has_marks()
    listed.search.setText("box #3 lamp")
    assert listed.step(1)
    following = listed.current_id
    listed.search.setText("box #3 lamp is")
    assert listed.current_id == following, "who went on from there stays"


async def test_another_order_of_a_long_list_is_asked_for_beside_the_window(
    listed: TicketListPane,
) -> None:
    listed.show()
    chosen = listed.model.id_at(450)
    listed.choose(chosen)
    order = listed.findChild(QPushButton, "orderButton")
    assert order is not None
    order.click()
    assert listed.model.rowCount() == 500, "no more than a first page is read at once"
    for row in (_ROWS - 450, 450, 450):
        await until(lambda row=row: listed.view.currentIndex().row() == row, "its row")  # type: ignore[misc]
        assert listed.view.visualRect(listed.view.currentIndex()).top() >= 0, "it is on view"
        assert listed.current_id == chosen
        order.click()


async def test_thousands_of_marks_stay_while_all_rows_are_marked(
    listed: TicketListPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typing_on, "_MOST_MARKED", 100)
    listed.mark_all()
    await until(lambda: len(listed.selected_ids()) == _ROWS + 1, "all marked")
    _type(listed, "lamp")
    await until(lambda: len(listed.selected_ids()) == 601, "all of the fewer ones marked")
    listed.search.clear()
    await until(lambda: listed.model.rowCount() == 500, "the first page of all")
    assert listed.selected_ids() == [listed.current_id], "each third is marked no more"


async def test_the_focus_takes_no_ticket_that_is_still_sought(listed: TicketListPane) -> None:
    listed.show()
    listed.activateWindow()
    listed.search.setFocus()
    await until(listed.search.hasFocus, "the focus")
    listed.choose(chosen := listed.model.id_at(301))
    _type(listed, "here")
    QTest.keyClick(listed.search, Qt.Key.Key_Return)
    assert listed.view.hasFocus()
    assert listed.current_id == chosen
    await until(lambda: listed.selected_ids() == [chosen], "the row of the ticket")


async def test_who_goes_on_at_once_goes_on_from_the_ticket_that_is_sought(
    listed: TicketListPane,
) -> None:
    following = listed.model.id_at(302)
    listed.choose(listed.model.id_at(301))
    _type(listed, "here")
    assert listed.view.currentIndex().row() < 0
    assert listed.step(1)
    assert listed.current_id == following
    listed.choose(chosen := listed.model.id_at(301))
    listed.search.clear()
    _type(listed, "here")
    assert listed.view.currentIndex().row() < 0
    listed.mark()
    assert listed.selected_ids() == [chosen]
    assert listed.current_id == following


async def test_who_acts_at_once_acts_on_all_that_are_marked(
    listed: TicketListPane, theme: Theme
) -> None:
    marked = [listed.model.id_at(at) for at in (0, 300, 496)]
    listed.view.mark_rows(listed.model.places_of(marked))
    _type(listed, "here")
    assert listed.selected_ids() != marked
    page = SimpleNamespace(list=listed, ticket=TicketPane(theme))
    assert ListHost(cast("InboxPage", page)).chosen_ids() == marked


async def test_a_list_built_again_has_the_marks_that_are_still_sought(
    listed: TicketListPane,
) -> None:
    marked = [listed.model.id_at(at) for at in (0, 300, 496)]
    listed.view.mark_rows(listed.model.places_of(marked))
    _type(listed, "here")
    assert listed.selected_ids() != marked
    listed.show_as(listed.as_shown(), marked[0])
    assert listed.selected_ids() == marked


async def test_a_list_built_again_has_the_ticket_that_is_still_sought(
    listed: TicketListPane,
) -> None:
    """As in another language."""
    listed.choose(chosen := listed.model.id_at(301))
    _type(listed, "here")
    assert listed.view.currentIndex().row() < 0
    listed.show_as(listed.as_shown(), chosen)
    assert listed.view.currentIndex().row() == 301
