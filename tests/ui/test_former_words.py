"""Tickets that a former version indexed are found as people type, without vowel signs."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

import pytest

from supportdesk_gui.storage.database import Database
from supportdesk_gui.storage.import_layout import WORDS
from supportdesk_gui.storage.migrations import DESK_LAYOUTS
from supportdesk_gui.text import tokens
from supportdesk_gui.tickets.query import Chip, TicketQuery
from supportdesk_gui.tickets.store import TicketStore
from supportdesk_gui.ui.theme import Theme
from tests.tickets.desk import bring, check_index, open_desk, said, ticket
from tests.ui.running import running, until

_COUNT = 250
_HELLO = ("שָׁלוֹם", "السَّلَامُ", "lamp 退款")
_TYPED = ("שלום", "السلام", "退款")


def _former_desk(home: Path) -> None:
    """A desk whose program knew no other way to write a letter."""
    home.mkdir(exist_ok=True)
    layouts = DESK_LAYOUTS[: DESK_LAYOUTS.index(WORDS)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokens, "LETTERS", {})
        patch.setattr(tokens, "_LETTER", re.compile("(?!)"))
        with closing(Database(home / "desk.sqlite3", layouts, home / "backups")) as database:
            bring(
                TicketStore(database),
                [ticket(f"T{at}", said(_HELLO[at % 3], 1_800_000_000)) for at in range(_COUNT)],
            )


def _found(store: TicketStore) -> list[int]:
    return [len(store.ids(TicketQuery(typed, Chip.ALL))) for typed in _TYPED]


def test_words_of_a_former_version_are_written_anew_and_go_on_where_it_was_cut_off(
    tmp_path: Path,
) -> None:
    _former_desk(tmp_path)
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        assert _found(store) == [0, 0, 83]
        assert store.fold_some_words().result()
        some = _found(store)
        assert 0 < some[0] < 84 and 0 < some[1] < 83
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        assert _found(store) == some
        bring(store, [ticket("new", said(_HELLO[0], 1_800_000_000))])
        steps = 0
        while store.fold_some_words().result():
            steps += 1
        assert steps == 2, "what was done is not done again"
        assert _found(store) == [85, 83, 83]
        check_index(database)


def test_a_new_desk_has_nothing_to_write_anew(tmp_path: Path) -> None:
    with open_desk(tmp_path) as database:
        store = TicketStore(database)
        bring(store, [ticket("1", _HELLO[0])])
        assert not store.fold_some_words().result()


async def test_the_program_does_so_when_it_has_started(tmp_path: Path, theme: Theme) -> None:
    _former_desk(tmp_path / "home")
    async with running(tmp_path / "home", theme) as program:
        await until(lambda: _found(program.tickets) == [84, 83, 83], "all of them found")
