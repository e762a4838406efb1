"""A conversation in the agent's language: no line is lost, none passed off as translated."""

from __future__ import annotations

import json
import re
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from supportdesk_gui.assist.conversation import UNTRANSLATED
from supportdesk_gui.assist.ticket_translation import translated_ticket
from supportdesk_gui.engine.errors import EngineError
from tests.assist.door import Door, door, ticket
from tests.claude.standin import Fault, StandIn

MODEL = "claude-haiku-5-5"


async def came(found: Door, text: str) -> list[dict[int, str]]:
    steps = translated_ticket(found.asking, ticket(text), "en", MODEL)
    async with aclosing(steps) as pairs:
        return [step async for step in pairs]


def given(claude: StandIn) -> list[dict[str, Any]]:
    (block,) = (claude.messages[-1].body or {})["messages"][0]["content"]
    found = re.search(r"\n(\{.*\})\n</data-", block["text"], re.DOTALL)
    assert found is not None
    sentences: list[dict[str, Any]] = json.loads(found[1])["sentences"]
    return sentences


@pytest.mark.parametrize(
    "long",
    ["Mi pedido no llegó. " * 900, "订单没有到。" * 1500, "palabra " * 2000, "x" * 9000],
    ids=["sentences", "Chinese", "words", "neither"],
)
async def test_a_long_line_goes_in_parts_and_whole(
    claude: StandIn, tmp_path: Path, long: str
) -> None:
    async with door(claude, tmp_path) as found:
        (*_, last) = await came(found, f"Hola\n\n{long}\nAdiós")
        parts = [item["text"] for item in given(claude)]
        assert max(map(len, parts)) <= 4000
        sent = "".join("".join(parts[1:-1]).split())
        assert sent == "".join(long.split()) and parts[-1] == "Adiós"
        lines = last[0].split("\n")
        assert len(lines) == 4 and lines[1] == "" and UNTRANSLATED not in last[0]


async def test_what_the_engine_leaves_out_stands_as_it_was_written_and_is_marked(
    claude: StandIn, tmp_path: Path
) -> None:
    said = [{"id": 0, "text": "One."}, {"id": 1, "text": " "}, {"id": 4, "text": "Five."}]
    claude.will_answer({"sentences": said}, thinking="")
    async with door(claude, tmp_path) as found:
        (*_, last) = await came(found, f"Uno.\nDos.\n\nCuatro {UNTRANSLATED}.\nCinco.\nSeis.")
    marks = [f"{UNTRANSLATED}{line}" for line in ("Dos.", "Cuatro .", "Seis.")]
    assert last[0].split("\n") == ["One.", marks[0], "", marks[1], "Five.", marks[2]]


async def test_a_fault_in_the_midst_loses_no_line(claude: StandIn, tmp_path: Path) -> None:
    lines = [f"Línea {number}." for number in range(30)]
    claude.will_answer(
        {"sentences": [{"id": number, "text": f"Line {number}."} for number in range(30)]},
        thinking="",
    )
    claude.will_fail(Fault.DROP_MID_STREAM, after=12)
    async with door(claude, tmp_path) as found:
        steps: list[dict[int, str]] = []
        texts = translated_ticket(found.asking, ticket("\n".join(lines)), "en", MODEL)
        with pytest.raises(EngineError):
            async with aclosing(texts) as pairs:
                async for step in pairs:
                    steps.append(step)  # noqa: PERF401 - what came before the fault counts
    shown = steps[-1][0].split("\n")
    assert len(shown) == 30 and shown[0] == "Line 0."
    assert shown[-1] == f"{UNTRANSLATED}Línea 29."
