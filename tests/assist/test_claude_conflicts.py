"""A model's word on contradictions: what it is asked, and what becomes of its answer."""

from __future__ import annotations

import json
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from supportdesk_gui.assist.claude_conflicts import ConflictsWay, estimate, opinions
from supportdesk_gui.engine.errors import EngineError
from supportdesk_gui.engine.errors import Fault as Problem
from supportdesk_gui.policies.document import Conflict, ConflictSide, Opinion, Passage
from tests.assist.door import door
from tests.claude.standin import Fault, StandIn

WAY = ConflictsWay("claude-sonnet-5-5", "low", "de")


def side(number: int, days: int) -> ConflictSide:
    sentence = f"You can return rule {number} within {days} days."
    text = f"{sentence} Members have longer."
    passage = Passage(days, f"{number}-{days}", text, f"p/{days}.md", "Returns", 0, 9, "en")
    return ConflictSide(passage, 0, len(sentence))


def pairs(count: int) -> list[Conflict]:
    return [Conflict((f"key{n}",), side(n, 14), side(n, 30)) for n in range(count)]


def says(*verdicts: tuple[int, bool, str]) -> dict[str, Any]:
    names = ("id", "contradicts", "reason")
    return {"verdicts": [dict(zip(names, one, strict=True)) for one in verdicts]}


async def asked(claude: StandIn, home: Path, count: int) -> list[tuple[Conflict, Opinion]]:
    async with (
        door(claude, home) as found,
        aclosing(opinions(found.asking, pairs(count), WAY)) as steps,
    ):
        said = [one async for some in steps for one in some]
        assert {entry.kind for entry in found.entries()} == {"conflicts"}
    return said


async def test_both_sentences_go_with_what_stands_around_them(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_answer(says((1, True, " 14 und\n30 Tage. ")))
    ((conflict, opinion),) = await asked(claude, tmp_path, 1)
    assert conflict.keys == ("key0",)
    assert opinion == Opinion(True, "14 und 30 Tage.", "claude-sonnet-5-5")
    (request,) = claude.messages
    body = request.body or {}
    assert request.refused is None and "in German" in str(body["system"])
    (data,) = body["messages"][0]["content"]
    given = json.loads(data["text"].split("\n", 1)[1].rsplit("\n", 1)[0])
    first = given[0]["sentences"][0]
    assert first["sentence"] == "You can return rule 0 within 14 days."
    assert first["file"] == "14.md" and first["around"].endswith("Members have longer.")


async def test_many_are_asked_eight_at_a_time_and_one_left_out_has_no_opinion(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_answer(says(*((n, n % 2 == 0, "Why.") for n in range(1, 8)), (99, True, "?")))
    claude.will_answer(says((1, False, "Other goods.")))
    said = await asked(claude, tmp_path, 9)
    assert [conflict.keys[0] for conflict, _ in said] == [*(f"key{n}" for n in range(7)), "key8"]
    assert not said[-1][1].contradicts and said[1][1].contradicts
    assert len(claude.messages) == 2


async def test_a_failure_is_said_and_what_came_before_stays(
    claude: StandIn, tmp_path: Path
) -> None:
    claude.will_answer(says(*((n, True, "Why.") for n in range(1, 9))))
    came: list[tuple[Conflict, Opinion]] = []
    async with (
        door(claude, tmp_path) as found,
        aclosing(opinions(found.asking, pairs(9), WAY)) as steps,
    ):
        with pytest.raises(EngineError) as caught:
            async for some in steps:
                came += some
                claude.will_fail(Fault.REFUSED_KEY)
    assert caught.value.fault is Problem.KEY_REFUSED and len(came) == 8


async def test_the_estimate_is_near_what_it_costs(claude: StandIn, tmp_path: Path) -> None:
    reason = (
        "A lamp that came 20 days ago may go back by one rule, not by the other: 14 and 30 days."
    )
    claude.will_answer(says(*((n, True, reason) for n in range(1, 9))))
    async with door(claude, tmp_path) as found:
        async with aclosing(opinions(found.asking, pairs(8), WAY)) as steps:
            async for _ in steps:
                pass
        (entry,) = found.entries()
    guessed = estimate(pairs(8), WAY)
    assert guessed and entry.micro_usd and 0.5 < guessed / entry.micro_usd < 2
    assert estimate(pairs(8), ConflictsWay("somebodys-model", "low", "en")) is None
