"""Two sides on the same tickets: what it costs first, then what it took, read, saved and forgotten;
two engines at once, each with its own address and key."""

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
from supportdesk_gui.storage.profiles import (
    COMPATIBLE,
    INVOKE_MODEL,
    OFFLINE,
    STANDARD,
    Profile,
)
from supportdesk_gui.ui.comparing.side_words import side_words
from supportdesk_gui.ui.components.figure_table import FigureTable
from supportdesk_gui.ui.components.paragraph import Paragraph
from tests.claude.bedrock import REGION, Bedrock
from tests.claude.script import Pace
from tests.claude.standin import Fault, StandIn
from tests.engine.test_bedrock import bedrock
from tests.ui.running import trigger, until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QWidget

    from supportdesk_gui.ui.program import Program
    from tests.ui.claude_shop import Shop


__all__ = ["bedrock"]


@pytest.mark.parametrize(
    ("ours", "theirs", "far"),
    [
        ("We refund you.", "We refund you.", 0.0), ("We refund you", "We refund them", 1 / 3),
        ("", "three words here", 1.0), ("退款给您", "退款给你", 0.25), ("", "", 0.0),
    ],
)  # fmt: skip
def test_the_distance_is_the_share_of_words_that_differ(ours: str, theirs: str, far: float) -> None:
    assert edit_distance(ours, theirs) == pytest.approx(far)


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
        assert [row[0] for row in rows] == [
            "Claude API, Sonnet 5.5, low effort", "By rules, without a model",
        ]  # fmt: skip
        assert [row[5] for row in rows] == ["1", "0"] and rows[0][6] == "not measured"
        page.save_as(one, tmp_path / "c.csv")
        saved = list(
            csv.DictReader((tmp_path / "c.csv").open(encoding="utf-8-sig").readlines()[1:])
        )
        assert [row["unproven"] for row in saved] == ["1", "0"]
        page.findChild(QPushButton, "readComparison").click()
        dialog = page.findChild(QDialog, "sideDialog")
        assert dialog is not None and dialog.isVisible()
        said = [one.words for one in dialog.findChildren(Paragraph)]
        for row in program.tickets.rows([one.ticket_id for one in work.store.all()[0].attempts]):
            assert said.count(f"#{row.external_id}  {row.summary}") == 1
        dialog.close()
        claude.will_fail(Fault.REFUSED_KEY, times=9)
        page.count.setValue(3)
        await until(page.start.isEnabled, "what it costs")
        page.start.click()
        await until(lambda: "The key was refused." in page.sides[0].note.words, "why")
        await until(lambda: not work.is_running, "the end")
        assert [(one.side, bool(one.fault)) for one in work.store.all()[0].attempts] == [
            (0, True), (1, False), (1, False), (1, False),
        ], "what the engine refuses once it is not asked again; the rules go on"  # fmt: skip
        await until(page.start.isEnabled, "the same once more")
        assert "The key was refused." in page.sides[0].note.words
        remedy = page.findChild(QPushButton, "firstSideRemedy")
        assert remedy.isVisible() and remedy.text() == "Check the key"
        program.forgetting.forget(by_model.ticket_id)
        left = {one.ticket_id for every in work.store.all() for one in every.attempts}
        assert left and by_model.ticket_id not in left, "drafts go with their ticket"
        sql, sides = (
            "INSERT INTO comparisons (at, sides) VALUES (1, ?)",
            '[["claude-opus-5-5", "low"]]',
        )
        program.database.submit(lambda one: one.execute(sql, [sides])).result()
        assert side_words(work.store.all()[0].sides[0]) == "Opus 5.5, low effort", (
            "as it was kept before engines were named"
        )


_OWN_KEY, _NO_KEY = "sk-of-the-gateway-0123456789-own1", "https://nowhere.invalid"


def _keys_of(standin: StandIn) -> set[str]:
    """The ends of the keys that came to a server, in whatever header."""
    found = [one.headers.get("x-api-key") or one.headers.get("authorization", "")
             for one in standin.requests]  # fmt: skip
    return {one[-4:] for one in found}


def _sides_on_view(page: QWidget) -> list[str]:
    tables = [one for one in page.findChildren(FigureTable) if one.isVisible()]
    return [row[0] for table in tables for row in table.texts()]


def _choose(box: QComboBox, value: str) -> None:
    assert box.findData(value) >= 0
    box.setCurrentIndex(box.findData(value))


def _add_engines(program: Program, own: StandIn) -> None:
    """One with a key of its own, and one without any."""
    gateway = Profile("b1", "Our gateway", COMPATIBLE, own.url)
    keyless = Profile("c1", "Second account", address=_NO_KEY)
    profiles = (*program.settings.value.profiles, gateway, keyless)
    program.settings.update(profiles=profiles, engine="b1")
    program.keys.keep(own.key)
    program.settings.update(engine=STANDARD)


async def test_two_engines_draft_the_same_tickets_each_with_its_own_key(
    shop: Shop, claude: StandIn, tmp_path: Path
) -> None:
    with StandIn(key=_OWN_KEY) as own:
        async with shop.open() as program:
            _add_engines(program, own)
            await until(lambda: program.engine.claude and program.engine.claude.host in claude.url,
                        "the standard engine")  # fmt: skip
            in_use, page, work = program.engine.claude, program.comparing, program.comparing_work
            trigger(program, "page_comparing")
            second = page.sides[1]
            page.count.setValue(3)
            _choose(second.engine, "c1")
            await until(lambda: "needs an API key" in second.note.words, "what it lacks")
            assert page.start.isEnabled(), "the other side can go on"
            _choose(second.engine, "b1")
            _choose(second.effort, "high")
            host = own.url.removeprefix("http://")
            await until(lambda: second.note.words.endswith(f"the text goes to {host}."), "the host")
            assert second.note.words.startswith("About $") and not own.messages
            program.settings.update(engine=OFFLINE)
            await until(lambda: not page.start.isEnabled(), "nothing goes out offline")
            assert "offline" in second.note.words
            program.settings.update(engine=STANDARD)
            await until(lambda: program.engine.claude not in {None, in_use}, "the engine")
            in_use = program.engine.claude
            await until(lambda: page.start.isEnabled() and "About" in second.note.words, "again")

            page.start.click()
            said = [float(one.note.words.split("$")[1].split(";")[0]) for one in page.sides]
            await until(lambda: work.store.all() and len(work.store.all()[0].attempts) == 6, "all")
            await until(lambda: not work.is_running, "the end")
            assert _keys_of(claude) == {claude.key[-4:]} and _keys_of(own) == {_OWN_KEY[-4:]}
            attempts = work.store.all()[0].attempts
            assert [one.fault for one in attempts] == [""] * 6
            for side, about in enumerate(said):
                took = sum(one.micro_usd or 0 for one in attempts if one.side == side) / 1e6
                assert took / 2 < about < took * 2, "one keeps the policies in its cache, one not"
            assert {one.host for one in program.ledger.entries()} == {
                claude.url.removeprefix("http://"), host,
            }  # fmt: skip
            assert program.engine.claude is in_use, "who answers otherwise is the same"
            assert program.keys.key == claude.key

            own.will_fail(Fault.REFUSED_KEY, times=9)
            await until(page.start.isEnabled, "what it costs")
            page.start.click()
            await until(lambda: "The key was refused." in second.note.words, "why")
            await until(lambda: not work.is_running, "the end")
            attempts = work.store.all()[0].attempts
            assert [(one.side, one.fault) for one in attempts] == [
                (0, ""), (1, "key_refused"), (0, ""), (0, ""),
            ]  # fmt: skip
            assert "Switch to this engine" in second.note.words

            own.close()
            await until(page.start.isEnabled, "what it costs")
            page.start.click()
            await until(lambda: "cannot be reached" in second.note.words, "why")
            await until(lambda: not work.is_running, "the end")
            attempts = work.store.all()[0].attempts
            assert [one.side for one in attempts if not one.fault] == [0, 0, 0]

            left = tuple(one for one in program.settings.value.profiles if one.id == STANDARD)
            program.settings.update(profiles=left)
            assert second.chosen().profile is None and second.engine.findData("b1") < 0
            name = "Our gateway, Sonnet 5.5, high effort"
            await until(lambda: _sides_on_view(page).count(name) == 1, "the first comparison")
            assert f"{name}\nKey refused" in _sides_on_view(page)
            page.save_as(work.store.all()[1], tmp_path / "c.csv")
            lines = (tmp_path / "c.csv").open(encoding="utf-8-sig").readlines()[1:]
            saved = [row for row in csv.DictReader(lines) if row["fault"]]
            assert [(row["engine"], row["host"], row["effort"]) for row in saved] == [
                ("Our gateway", host, "high")
            ]
            reads = page.findChildren(QPushButton, "readComparison")
            [one for one in reads if one.isVisible()][1].click()
            dialog = page.findChild(QDialog, "sideDialog")
            words = [one.words for one in dialog.findChildren(Paragraph)]
            assert f"{name}\n{host}" in words
            assert "No draft came: Key refused." in words
            dialog.close()


async def test_bedrock_drafts_beside_claude_and_both_stop_when_the_agent_goes_offline(
    shop: Shop, claude: StandIn, bedrock: Bedrock
) -> None:
    async with shop.open() as program:
        aws = Profile(
            "a1", "Our AWS", INVOKE_MODEL, bedrock.url, region=REGION, draft_model="us.anthropic.claude-sonnet-4-6"
        )  # fmt: skip
        profiles = (*program.settings.value.profiles, aws)
        program.settings.update(profiles=profiles, engine="a1")
        program.keys.keep("ABSK-token")
        program.settings.update(engine=STANDARD)
        await until(lambda: program.engine.claude and program.engine.claude.host in claude.url,
                    "the standard engine")  # fmt: skip
        page, work = program.comparing, program.comparing_work
        trigger(program, "page_comparing")
        _choose(page.sides[1].engine, "a1")
        page.count.setValue(1)
        host = bedrock.url.removeprefix("http://")
        await until(lambda: page.start.isEnabled() and host in page.sides[1].note.words, "the cost")
        page.start.click()
        await until(lambda: work.store.all() and len(work.store.all()[0].attempts) == 2, "both")
        await until(lambda: not work.is_running, "the end")
        assert [one.fault for one in work.store.all()[0].attempts] == ["", ""]
        assert {one.key for one in bedrock.asked} == {"ABSK-token"}

        claude.pace = Pace(per_second=1, characters=1)  # minutes, where nobody stops it
        page.count.setValue(3)
        await until(page.start.isEnabled, "what it costs")
        before = len(claude.messages)
        page.start.click()
        await until(lambda: len(claude.messages) == before + 2, "both are asked")
        program.settings.update(engine=OFFLINE)
        await until(lambda: not work.is_running, "both to stop at once")
        assert len(claude.messages) == before + 2, "no more is asked"
        assert work.store.all()[0].attempts == (), "half a draft is no outcome"
        await until(lambda: "offline" in page.sides[1].note.words, "why no more can be begun")
        assert not page.start.isEnabled()
