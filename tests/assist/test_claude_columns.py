"""A model's word on unknown columns: what it is shown, and what becomes of its answer."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from supportdesk_gui.assist.airlock import Airlock
from supportdesk_gui.assist.ask import prepared
from supportdesk_gui.assist.claude_columns import (
    FIELDS,
    ColumnsQuestion,
    meanings,
    proposed,
    question,
)
from supportdesk_gui.assist.privacy import PrivacyChoice, PrivacyLevel
from supportdesk_gui.assist.table_sample import may_be_name
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.engine.errors import Fault as Problem
from supportdesk_gui.ui.doctor.reading_words import field_words
from tests.assist.door import door
from tests.claude.standin import StandIn

HEADER = ("Nr", "Wer", "Was", "Tel", "Wohin", "Wann")
SECRETS = (
    "Ana Vidal", "Vidal", "王海燕", "Ben", "ana.vidal@example.org", "612 345 678", "13812345678",
    "Tom Kent", "10300612", "0301234567", "Calle Mayor", "Marsh Lane",
)  # fmt: skip
ROWS = (
    ("10300612", "Ana Vidal", "Hi, write to ana.vidal@example.org or +34 612 345 678. " + "so " * 200
     + "Regards, Tom Kent", "0301234567", "Calle Mayor 5, 28013 Madrid", "2026-11-03 10:00"),
    ("10300613", "王海燕", "我的电话 13812345678 退款", "", "", "2026-11-03 11:00"),
    ("10300614", "Ben", "It broke, says Tom Kent", "", "12 Marsh Lane", "2026-11-04 09:00"),
    ("10300615", "Never Shown", "the fourth row", "", "", "2026-11-05 09:00"),
)  # fmt: skip


def says(*columns: tuple[int, str]) -> dict[str, Any]:
    return {"columns": [{"column": place, "field": name} for place, name in columns]}


async def asked(claude: StandIn, home: Path) -> tuple[ColumnsQuestion, dict[int, str]]:
    async with door(claude, home) as found:
        before = len(claude.messages)
        waiting = question(found.asking, "claude-haiku-5-5", HEADER, ROWS)
        assert len(claude.messages) == before  # nothing is sent before the agent's word
        meant = await meanings(found.asking, waiting)
        assert {entry.kind for entry in found.entries()} == {"columns"}
    return waiting, meant


async def test_the_header_and_three_masked_rows_go_out_as_they_were_shown(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_answer(says((1, "id"), (2, "customer"), (3, "body"), (6, "created")))
    waiting, meant = await asked(claude, tmp_path)
    assert meant == {0: "id", 1: "customer", 2: "body", 5: "created"}
    (request,) = claude.messages
    assert request.refused is None
    said = json.dumps(request.body, ensure_ascii=False)
    assert not [secret for secret in SECRETS if secret in said]
    assert "Never Shown" not in said and "fourth" not in said and "so so so" in said
    (data,) = (request.body or {})["messages"][0]["content"]
    given = json.loads(data["text"].split("\n", 1)[1].rsplit("\n", 1)[0])
    assert given == list(waiting.shown)
    assert [one["header"] for one in given] == list(HEADER)
    assert given[5]["rows"] == ["2026-11-03 10:00", "2026-11-03 11:00", "2026-11-04 09:00"]
    assert "Ana Vidal" in waiting.masked.values() and waiting.micro_usd


async def test_what_makes_no_sense_changes_nothing(claude: StandIn, tmp_path: Path) -> None:
    claude.will_answer(says((0, "id"), (99, "body"), (-3, "subject")))
    _, meant = await asked(claude, tmp_path)
    assert meant == {}
    claude.will_answer(says((1, "id"), (2, "id"), (1, "body"), (4, "tags"), (5, "tags")))
    _, meant = await asked(claude, tmp_path)
    assert meant == {0: "id", 3: "tags", 4: "tags"}
    for _ in range(2):
        claude.will_answer('{"columns": [{"column": 1, "field": "shoe size"}]}')
    with pytest.raises(EngineError) as found:
        await asked(claude, tmp_path)
    assert found.value.fault is Problem.GARBLED


def test_rows_are_masked_also_where_masking_is_off(claude: StandIn, tmp_path: Path) -> None:
    class Closed:
        def prepared(self, ask: Any) -> Any:
            return prepared(ask, Airlock(lambda: PrivacyChoice(PrivacyLevel.OFF)))

    waiting = question(Closed(), "claude-haiku-5-5", HEADER, ROWS)  # type: ignore[arg-type]
    told = json.dumps(waiting.shown, ensure_ascii=False)
    assert not [secret for secret in SECRETS if secret in told]
    shown = prepared(replace(waiting.ask, always_masked=False),
                     Airlock(lambda: PrivacyChoice(PrivacyLevel.OFF)))  # fmt: skip
    assert "Ana Vidal" in str(shown[0].user)


def test_a_proposal_fills_in_and_leaves_what_was_chosen() -> None:
    meant = {0: "id", 1: "customer", 2: "body", 3: "tags"}
    guessed = {"body": (4,), "tags": (5,)}
    assert proposed(guessed, meant, is_chosen=False) == {
        "body": (2,), "tags": (3, 5), "id": (0,), "customer": (1,),
    }  # fmt: skip
    chosen = {"body": (4,), "subject": (1,), "tags": (5,)}
    assert proposed(chosen, meant, is_chosen=True) == {
        "body": (4,), "subject": (1,), "tags": (3, 5), "id": (0,),
    }  # fmt: skip


def test_every_field_on_the_page_can_be_proposed_and_names_are_told_from_other_cells() -> None:
    assert set(FIELDS) == set(field_words())
    for name in (
        "Ben",
        "ana",
        "Maria de la Cruz",
        "Ana Vidal",
        "vidal",
        "Lopez, Maria",
        "王海燕",
        "吳宗霖",
        "ANA VIDAL",
        "田中さくら",
        "Иван Петров",
    ):
        assert may_be_name(name), name
    for cell in (
        "",
        "SD-1042",
        "High priority",
        "2026-11-03",
        "退款",
        "a@example.org",
        "Shipping delay",
        "It does not boot.",
        "Replaced the battery",
        "Offen",
        "Pending Customer Response",
        "es",
    ):
        assert not may_be_name(cell), cell
