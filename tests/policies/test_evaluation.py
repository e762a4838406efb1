"""The retrieval benchmark runs on any folder of XQuAD-shaped files and counts right."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"


def _benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "evaluate_retrieval", BENCHMARKS / "evaluate_retrieval.py"
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_right_and_wrong_answers_are_counted(tmp_path: Path) -> None:
    paragraphs = [
        ("The lamp Oslo is made of glass.", ["What is the lamp Oslo made of?"]),
        ("Parcels to Norway take seven days.", ["How long do parcels to Norway take?"]),
        # Asked of the wrong paragraph on purpose: it must count as wrong at the first place.
        ("Rugs are woven in Portugal.", ["What is the lamp made of, which glass?"]),
    ]
    data = [
        {"context": context, "qas": [{"question": question} for question in questions]}
        for context, questions in paragraphs
    ]
    (tmp_path / "xquad").mkdir()
    shaped = json.dumps({"data": [{"paragraphs": data}]})
    (tmp_path / "xquad" / "xquad.en.json").write_text(shaped)

    rows = _benchmark().evaluate(tmp_path)

    assert [(row.set, row.way, row.questions) for row in rows[:4]] == [
        ("en > en", way, 3) for way in ("own", "words", "BM25", "Chroma")
    ]
    assert rows[0].hit1 == rows[1].hit1 == 2 / 3
    beside = {row.way: row.questions for row in rows[4:]}
    assert set(beside) == {"LlamaIndex + Chroma", "LangChain + Chroma"}
    for way, questions in beside.items():
        told = "3 |" if questions else "not installed: "
        assert f"| en > en | {way} | {told}" in _benchmark().table(rows)
    assert "| en > en | own | 3 | 66.7 |" in _benchmark().table(rows)
    assert _benchmark().evaluate(tmp_path / "nothing") == []
