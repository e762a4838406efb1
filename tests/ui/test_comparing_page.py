"""Two sides on the same tickets: what it costs first, then what it took, read, saved and forgotten."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from supportdesk_gui.assist.comparing import edit_distance
from supportdesk_gui.assist.insights import Period, read_insights
from supportdesk_gui.engine.ledger import Kind
from supportdesk_gui.ui.components.figure_table import FigureTable
from tests.claude.standin import Fault
from tests.ui.running import trigger, until

if TYPE_CHECKING:
    from tests.claude.standin import StandIn
    from tests.ui.claude_shop import Shop


@pytest.mark.parametrize(
    ("ours", "theirs", "far"),
    [
        ("We refund you.", "We refund you.", 0.0), ("We refund you", "We refund them", 1 / 3),
        ("", "three words here", 1.0), ("退款给您", "退款给你", 0.25), ("", "", 0.0),
    ],
)  # fmt: skip
def test_the_distance_is_the_share_of_words_that_differ(ours: str, theirs: str, far: float) -> None:
    assert edit_distance(ours, theirs) == pytest.approx(far)


@pytest.mark.timeout(120)
async def test_a_model_and_the_rules_draft_the_same_ticket(
    shop: Shop, claude: StandIn, tmp_path: Path
) -> None:
    async with shop.open() as program:
        await until(lambda: program.engine.claude, "Claude")
        page, work = program.comparing, program.comparing_work
        trigger(program, "page_comparing")
        page.count.setValue(1)
        await until(page.start.isEnabled, "what it costs")
        assert not claude.messages
        claude.will_say("We refund 900 euros tomorrow, free of charge, whatever you did.")
        page.start.click()
        await until(lambda: work.store.all() and len(work.store.all()[0].attempts) == 2, "both")
        await until(lambda: not work.is_running, "the end")
        one = work.store.all()[0]
        by_model, by_rules = one.attempts
        assert by_model.unsupported == 1 and by_model.micro_usd and by_model.first_text_ms
        assert by_rules.unsupported == 0 and by_rules.micro_usd == 0 and by_rules.text
        assert by_model.distance is None
        assert not program.drafts.versions(by_model.ticket_id)
        await program.jobs.wrapped(program.database.submit(lambda _: None))
        asked = read_insights(program.database.path, Period.EVER, datetime.now())
        assert [set(day.by_kind) for day in asked.days] == [{Kind.COMPARISON}]
        assert (asked.drafts_micro_usd, asked.waste_micro_usd, asked.first_text_ms) == (0, 0, None)
        table = page.findChild(FigureTable, "comparisonTable")
        assert table is not None
        rows = table.texts()
        assert [row[0] for row in rows] == ["Sonnet 5.5, low effort", "By rules, without a model"]
        assert [row[5] for row in rows] == ["1", "0"] and rows[0][6] == "not measured"
        page.save_as(one, tmp_path / "c.csv")
        saved = list(
            csv.DictReader((tmp_path / "c.csv").open(encoding="utf-8-sig").readlines()[1:])
        )
        assert [row["unproven"] for row in saved] == ["1", "0"]
        page.findChild(QPushButton, "readComparison").click()
        dialog = page.findChild(QDialog, "sideDialog")
        assert dialog is not None and dialog.isVisible()
        dialog.close()
        claude.will_fail(Fault.REFUSED_KEY, times=9)
        page.count.setValue(3)
        await until(page.start.isEnabled, "what it costs")
        page.start.click()
        await until(lambda: "key" in page.notice.text(), "why nothing more comes")
        await until(lambda: not work.is_running, "the end")
        assert [bool(one.fault) for one in work.store.all()[0].attempts] == [True, False], (
            "what the engine refuses once it is not asked again"
        )
        program.forgetting.forget(by_model.ticket_id)
        assert not [one for every in work.store.all() for one in every.attempts], (
            "drafts go with their ticket"
        )
