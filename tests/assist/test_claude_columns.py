"""A model's word on unknown columns: what it is shown, and what becomes of its answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from supportdesk_gui.assist.claude_columns import (
    FIELDS,
    ColumnsQuestion,
    meanings,
    proposed,
    question,
)
from supportdesk_gui.assist.privacy import PrivacyChoice, PrivacyLevel
from supportdesk_gui.assist.private_patterns import PrivatePattern
from supportdesk_gui.assist.table_sample import table_sample
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


async def test_the_header_and_three_rows_without_what_they_say_go_out_as_they_were_shown(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_answer(says((1, "id"), (2, "customer"), (3, "body"), (6, "created")))
    waiting, meant = await asked(claude, tmp_path)
    assert meant == {0: "id", 1: "customer", 2: "body", 5: "created"}
    (request,) = claude.messages
    assert request.refused is None
    said = json.dumps(request.body, ensure_ascii=False)
    assert not [secret for secret in SECRETS if secret in said]
    assert "Never Shown" not in said and "fourth" not in said and "xx xx xx" in said
    (data,) = (request.body or {})["messages"][0]["content"]
    given = json.loads(data["text"].split("\n", 1)[1].rsplit("\n", 1)[0])
    assert given == list(waiting.shown)
    assert [one["header"] for one in given] == list(HEADER)
    assert given[5]["rows"] == ["9999-99-99 99:99"] * 3 and waiting.micro_usd
    assert given[1]["rows"] == ["Xxx Xxxxx", "字字字", "Xxx"]


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


NOBODY = PrivacyChoice(PrivacyLevel.OFF)


def shown(cell: str) -> object:
    (column,) = table_sample(("Nr",), ((cell,),), NOBODY)
    return column["rows"]


def headers(*names: str) -> list[object]:
    return [column["header"] for column in table_sample(names, (), NOBODY)]


@pytest.mark.parametrize(("cell", "shape"), [
    ("Meier, Klaus; Schulz, Sabine", "Xxxxx, Xxxxx; Xxxxxx, Xxxxxx"),
    ("van der Berg|Jan", "xxx xxx Xxxx|Xxx"),
    ("Kowalska/Anna", "Xxxxxxxx/Xxxx"),
    ("jane_doe77", "xxxx_xxx99"),
    ("张伟（VIP）", "字字(XXX)"),
    ("请联系张三", "字字字字字"),
    ("佐藤太郎です", "字字字字かか"),
    ("김철수입니다", "한한한한한한"),
    ("12.03.1980", "99.99.9999"),
    ("2001:db8::1", "9999:xx9::9"),
    ("10.0.0.3", "99.9.9.9"),
    ("B-MW 1234", "X-XX 9999"),
    ("Rua das Flores 3", "Xxx xxx Xxxxxx 9"),
    ("서울시 강남구 테헤란로 1", "한한한 한한한 한한한한 9"),
    ("ORD-2291-77", "XXX-9999-99"),
    ("Ｋｌａｕｓ ١٢٣ 𝐀𝐧𝐚", "Xxxxx 999 Xxx"),
    ("محمد علي", "xxxx xxx"),
    ("Thomas Mann", "Xxxxxx Xxxx"),
    ("Please refund my order, says Thomas Bank", "Please refund xx order, xxxx Xxxxxx Xxxx"),
    ("Pending customer response", "Pending customer response"),
    ("已解决", "已解决"),
    ("zh-CN", "zh-CN"),
    ("order " * 40, "order " * 19 + "order …"),
])  # fmt: skip
def test_a_cell_is_shown_as_what_it_looks_like(cell: str, shape: str) -> None:
    assert shown(cell) == [shape]


def test_what_the_agent_hides_is_a_shape_also_where_masking_is_off() -> None:
    choice = PrivacyChoice(PrivacyLevel.OFF, (PrivatePattern("project", "Galaxy"),))
    (column,) = table_sample(("Galaxy order",), (("Galaxy order",),), choice)
    assert (column["header"], column["rows"]) == ("Xxxxxx order", ["Xxxxxx order"])


def test_a_header_keeps_its_words_unless_they_may_be_personal() -> None:
    asked = ("Vorgang", "Nr.", "Was", "谁", "何时", "金额", "이메일", "Teammate Currently Assigned")
    assert headers(*asked) == list(asked)
    assert headers(*asked, "Kunde Klaus Meier", "Kundin Schulz", "Kunde: ana.vidal@example.org") == [
        *asked, "Kunde Xxxxx Xxxxx", "Kundin Xxxxxx", "Kunde: xxx.xxxxx@xxxxxxx.xxx",
    ]  # fmt: skip
    assert headers(*asked, "Иван Петров", "Rua das Flores 3", "0301234567", "王海燕", "김철수")[8:] == [
        "Xxxx Xxxxxx", "Xxx das Xxxxxx 9", "9999999999", "字字字", "한한한",
    ]  # fmt: skip
    assert headers("Was", "Please tell us what Anna said")[1] == "Please xxxx xx what Xxxx xxxx"


def test_a_first_row_that_looks_like_data_is_shapes_throughout() -> None:
    assert headers("Ana Vidal", "Calle Mayor 5 28013 Madrid", "Sofa gone") == [
        "Xxx Xxxxx", "Xxxxx Xxxxx 9 99999 Xxxxxx", "Xxxx xxxx",
    ]  # fmt: skip
    assert headers("王海燕", "北京市朝阳区建国路88号", "灯坏了")[2] == "字字字"


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


def test_every_field_on_the_page_can_be_proposed() -> None:
    assert set(FIELDS) == set(field_words())
