"""What runs against any server, here against the stand-in: the tour, and the eval of an engine."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.claude.standin import Fault, StandIn
from tests.ui.claude_shop import Shop

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.usefixtures("qapp")


def _run(module: str, claude: StandIn, *arguments: str) -> subprocess.CompletedProcess[str]:
    given = {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", module, "--claude", claude.url, *arguments],
        env=os.environ | given | {"ANTHROPIC_API_KEY": claude.key},
        capture_output=True, encoding="utf-8", timeout=280, check=False,
    )  # fmt: skip


def test_the_tour_does_every_step_and_nothing_is_refused() -> None:
    with StandIn() as claude:
        done = _run("tests.claude.tour", claude)
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.splitlines()[-1].endswith("0 refused; every step done")
        assert "hostile texts" in done.stdout and "6 tickets" in done.stdout
        sent = [request.text for request in claude.requests]
        assert not any("4111 1111" in text or claude.key in text for text in sent)
        assert not [request for request in claude.requests if request.refused]


async def test_a_refusal_is_counted_and_said(
    claude: StandIn, shop: Shop, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only the step that meets it: all of them are walked above."""
    from tests.claude.tour import ClaudeTour

    claude.will_fail(Fault.TOO_LARGE, contains="You test a connection", schema=True)
    async with shop.open() as program:
        tour = ClaudeTour(program, [], tmp_path)
        try:
            await tour._step("test of the connection", tour._connection)
            assert tour._say_end() == 1
        finally:
            logging.getLogger("httpx2").removeHandler(tour._refusals)
    said = capsys.readouterr().out
    assert "1 refused; failed: test of the connection" in said
    assert "413" in said


def test_an_engine_is_measured_by_its_own_confidence(tmp_path: Path) -> None:
    rows = [
        {"lang": "en", "text": "Where is my parcel?", "intent": "logistics"},
        {"lang": "en", "text": "I want my money back", "intent": "refund"},
    ]
    (tmp_path / "claims").mkdir()
    lines = "\n".join(json.dumps(row) for row in rows)
    (tmp_path / "claims" / "intents.jsonl").write_text(lines, encoding="utf-8")
    answer = {
        "intent": "logistics", "confidence": 0.97, "language": "en", "summary": "A parcel.",
        "search_queries": [], "questions": [], "missing_facts": [], "escalate": False, "reason": "",
    }  # fmt: skip
    with StandIn() as claude:
        claude.will_answer(answer, times=None)
        done = _run(
            "tests.benchmarks.eval_engine", claude, "--data", str(tmp_path), "--drafts", "1",
            "--rows", "2",
        )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    claims = done.stdout.partition("claims: ")[2].partition("our own")[0]
    assert "accuracy 0.500" in claims
    assert "0.95 to 1.01: n=   2  right 0.500" in claims
    assert "drafts: 1 asked, 1 whole" in done.stdout
    assert "skipped: bitext_intents_en.csv" in done.stdout
